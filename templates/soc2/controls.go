package soc2

import (
	"fmt"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// Shares of the columns of a table of controls, in thousandths.
var (
	sharesType1    = []int{760, 240}
	sharesReceived = []int{385, 365, 250}
	sharesInternal = []int{310, 240, 190, 260}
	sharesAwaited  = []int{375, 170, 170, 285} // internal, while the service auditor’s columns are empty
)

// internalHead stands over the one column that never leaves the working
// edition (D3, D8).
const internalHead = "Management’s own testing (internal; not the service auditor’s)"

// controls adds the section of controls, tests and results, and the criteria
// they are mapped to, in the layout of the project's choice.
func (b *builder) controls() {
	b.speak("controls-introduction", nil)
	if b.type2() {
		b.preface()
	}
	if len(b.x.controls) == 0 {
		b.missing("open/controls", "controls (DC 5)")
	}
	if b.e.Report.ByCriterion() {
		b.controlsByCriterion()
	} else {
		b.controlsByArea()
		b.criteriaTable()
	}
	b.matrix()
}

func (b *builder) controlsByArea() {
	for i, a := range b.x.areas {
		id := fmt.Sprintf("area/%d", i+1)
		b.heading(render.ByManagement, 2, id, a.name)
		b.controlTable(id, a.controls)
	}
}

// controlTable adds the table of one group of controls.
func (b *builder) controlTable(group string, in []*content.Control) {
	table := b.newControlTable(group)
	open := 0
	for _, c := range in {
		row, n := b.controlRow(c, false)
		table.Rows = append(table.Rows, row)
		open += n
	}
	b.add(table)
	b.awaitTests(group, open)
}

// newControlTable returns a table of controls without rows.
func (b *builder) newControlTable(group string) *render.Table {
	table := &render.Table{By: render.By{Whose: render.ByManagement}, ID: "table/" + group}
	switch {
	case !b.type2():
		table.Columns = []render.Column{{Head: "Control", Share: sharesType1[0]}, {Head: "Criteria", Share: sharesType1[1]}}
	case b.showsInternal():
		shares := sharesInternal
		if len(b.x.received(anyTest)) == 0 {
			shares = sharesAwaited
		}
		table.Columns = append(testColumns(shares), render.Column{Head: internalHead, Share: shares[3], Internal: true})
	default:
		table.Columns = testColumns(sharesReceived)
	}
	return table
}

// controlRow is the row of a control with its tests and results, and how many
// placeholders for these it adds. The row of a control that was stated before
// says the same, but nothing stands at it and it adds none.
func (b *builder) controlRow(c *content.Control, stated bool) (row render.Row, open int) {
	row = render.Row{ID: c.ID.Value, Key: c.ID.Value, Lead: []render.Cell{b.controlCell(c, stated)}}
	if b.type2() {
		row.Bands, open = b.bands(c, b.showsInternal())
	} else {
		row.Bands = [][]render.Cell{{runCell(b.criteriaLinks(c.Criteria)...)}}
	}
	if !stated {
		return row, open
	}
	row.ID = ""
	for _, band := range row.Bands {
		for i := range band {
			band[i].ID = ""
		}
	}
	return row, 0
}

// awaitTests records the tests and results of a group that are still open.
func (b *builder) awaitTests(group string, open int) {
	if open > 0 {
		b.pending = append(b.pending, pending{
			text: toComplete + " – tests and results, " + count(open) + " open", whose: render.ByServiceAuditor, id: group, count: open,
		})
	}
}

func testColumns(shares []int) []render.Column {
	return []render.Column{
		{Head: "Control", Share: shares[0]},
		{Head: "Tests performed by the service auditor", Share: shares[1]},
		{Head: "Results", Share: shares[2]},
	}
}

// showsInternal reports whether the column of management's own testing prints at
// all.
func (b *builder) showsInternal() bool {
	tests, _ := b.managementTested()
	return b.working() && b.type2() && tests > 0
}

// controlCell holds the control as management states it. The id of one that was
// stated before leads to where it stands first.
func (b *builder) controlCell(c *content.Control, stated bool) render.Cell {
	id := strong(c.ID)
	if stated {
		id.Link = "#" + c.ID.Value
	}
	own := cell(render.NewProse(render.ByManagement, prose.Para(id, bold(" "), strong(c.Title))))
	own.Blocks = append(own.Blocks, b.wordings(c)...)
	own.Blocks = append(own.Blocks, meta(render.ByManagement, b.controlMeta(c)...))
	if dates := b.controlDates(c); dates != "" {
		own.Blocks = append(own.Blocks, meta(render.ByManagement, plain(dates)))
	}
	return own
}

// wordings returns the statement, and where it was reworded within the period
// both versions with their dates.
func (b *builder) wordings(c *content.Control) []render.Block {
	current := render.NewProse(render.ByManagement, c.Statement.Blocks...)
	earlier := b.e.EarlierWordings(c)
	if len(earlier) == 0 {
		return []render.Block{current}
	}
	since := earlier[0].EffectiveUntil.AddDays(1)
	blocks := []render.Block{meta(render.ByManagement, bold("Wording since "+since.Long())), current}
	for _, w := range earlier {
		label := "Wording until " + w.EffectiveUntil.Long()
		if !w.EffectiveFrom.IsZero() {
			label = "Wording from " + w.EffectiveFrom.Long() + " to " + w.EffectiveUntil.Long()
		}
		blocks = append(blocks, meta(render.ByManagement, bold(label)), render.NewProse(render.ByManagement, w.Statement.Blocks...))
	}
	return blocks
}

// controlMeta is the line of small facts: owner, frequency, nature, criteria.
func (b *builder) controlMeta(c *content.Control) []prose.Inline {
	owner := []prose.Inline{authoredText(c.OwnerRole)}
	if r := c.PerformerRole; r.Value != "" && r.Value != c.OwnerRole.Value {
		owner = append(owner, plain(", performed by "), authoredText(r))
	}
	groups := [][]prose.Inline{owner, wordRun(c.FrequencyWords()), wordRun(content.Nature(c.Nature.Value).Words())}
	if b.type2() {
		groups = append(groups, b.criteriaLinks(c.Criteria))
	}
	if p := b.e.Party(c.PerformedBy.Value); p != nil {
		groups = append(groups, []prose.Inline{plain("performed by "), authoredText(p.Name), plain(" (included)")})
	}
	if c.Alias.Value != "" {
		groups = append(groups, []prose.Inline{plain("service auditor’s id "), authoredText(c.Alias)})
	}
	return join(dot, groups...)
}

func wordRun(words string) []prose.Inline {
	if words == "" {
		return nil
	}
	return prose.Plain(words)
}

// controlDates says when a control came or went within the time frame.
func (b *builder) controlDates(c *content.Control) string {
	var text string
	if from := c.Introduced(); b.type2() && from.After(b.e.Report.Period.Start) {
		text = "Introduced " + from.Long()
		if c.Replaces.Value != "" {
			text += ", replacing " + c.Replaces.Value
		}
	}
	if !c.RetiredOn.IsZero() {
		if text != "" {
			text += dot
		}
		text += "Retired " + c.RetiredOn.Long()
	}
	return text
}
