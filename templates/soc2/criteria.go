package soc2

import (
	"cmp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// suppliedNotice labels criterion text that the user brought.
const suppliedNotice = "Criterion text marked “text as supplied” was supplied by the service organization under its own license."

// exceptionSign flags a control with an exception; the word always stands
// beside it.
const exceptionSign = "▲ exception"

// criteriaTable adds the readable table of criteria: for each one what is
// mapped to it, and through whom else it is addressed.
func (b *builder) criteriaTable() {
	b.heading(render.ByManagement, 2, "controls/criteria", "Criteria and the controls mapped to them")
	table := managementTable("table/criteria", "Applicable trust services criteria",
		render.Column{Head: "Criterion", Share: 480, Names: true}, render.Column{Head: "Controls", Share: 270},
		render.Column{Head: "Complementary controls", Share: 250})
	var shown []*content.Criterion
	group := ""
	for _, entry := range b.in.Coverage.Entries {
		c := entry.Criterion
		shown = append(shown, c)
		if c.Series != group {
			group = c.Series
			table.Rows = append(table.Rows, render.Row{Group: c.Series + dot + c.Group})
		}
		table.Rows = append(table.Rows, render.PlainRow(criterionAnchor(c.ID), c.ID,
			b.criterionCell(c), b.mappedCell(entry), b.complementaryCell(entry)))
	}
	table.Note = b.criteriaNote(shown)
	b.add(table)
}

// criterionCell holds the criterion with its text.
func (b *builder) criterionCell(c *content.Criterion) render.Cell {
	own := toolCell(bold(c.ID+" "), bold(c.Title))
	own.Blocks = append(own.Blocks, b.criterionText(c)...)
	return own
}

// criterionText says what a criterion asks for: in the user's text, labelled,
// or in our words.
func (b *builder) criterionText(c *content.Criterion) []render.Block {
	text, supplied := b.e.CriteriaText[c.ID]
	if !supplied {
		return []render.Block{render.NewProse(render.ByTool, prose.Para(plain(c.Summary)))}
	}
	return []render.Block{render.NewProse(render.ByManagement, prose.Para(authoredText(text))),
		meta(render.ByTool, plain("text as supplied"))}
}

// criteriaNote says whose words the criteria shown are in.
func (b *builder) criteriaNote(shown []*content.Criterion) string {
	supplied := 0
	for _, c := range shown {
		if _, ok := b.e.CriteriaText[c.ID]; ok {
			supplied++
		}
	}
	switch supplied {
	case 0:
		return b.e.Editions.SummaryNotice
	case len(shown):
		return suppliedNotice
	}
	return suppliedNotice + " Elsewhere: " + b.e.Editions.SummaryNotice
}

// mappedCell lists the controls mapped to the criterion and flags exceptions.
func (b *builder) mappedCell(entry *coverage.Entry) render.Cell {
	if entry.NotRelevant != nil || len(entry.Controls) == 0 {
		return b.withoutControls(entry)
	}
	var groups [][]prose.Inline
	for _, c := range b.printedOrder(entry) {
		runs := []prose.Inline{idLink(c.ID)}
		if b.x.excepted[c.ID.Value] {
			runs = append(runs, plain(" "), bold(exceptionSign))
		}
		groups = append(groups, runs)
	}
	return runCell(join(", ", groups...)...)
}

// withoutControls says why no control stands against the criterion: it is not
// relevant, it is addressed elsewhere, or management has yet to name one.
func (b *builder) withoutControls(entry *coverage.Entry) render.Cell {
	switch {
	case entry.NotRelevant != nil:
		return toolCell(plain("Not relevant – see "), b.ref(sectionDescription), plain(", page "), pageOf(reasonAnchor(entry.Criterion.ID)))
	case entry.ThroughOnly():
		return toolCell(b.throughParties(entry)...)
	}
	return cell(b.placeholder(render.ByManagement, "", "[MANAGEMENT TO PROVIDE – controls for "+entry.Criterion.ID+"]"))
}

// printedOrder returns a criterion's controls as Section 4 prints them.
func (b *builder) printedOrder(entry *coverage.Entry) []*content.Control {
	var ordered []*content.Control
	for _, c := range b.x.controls {
		if entry.Maps(c.ID.Value) {
			ordered = append(ordered, c)
		}
	}
	return ordered
}

// throughParties says who is responsible where no own control is mapped.
func (b *builder) throughParties(entry *coverage.Entry) []prose.Inline {
	var groups [][]prose.Inline
	for _, p := range entry.Parties() {
		runs := []prose.Inline{authoredText(p.Name), plain(" is responsible for the controls assumed there; see ")}
		runs = append(runs, csocLinks(entry, p)...)
		if len(p.Monitoring) > 0 {
			runs = append(runs, plain("; monitored by "))
			runs = append(runs, b.controlLinks(p.Monitoring)...)
		}
		groups = append(groups, runs)
	}
	return join(". ", groups...)
}

func csocLinks(entry *coverage.Entry, p *content.Party) []prose.Inline {
	return idLinks(csocIDs(entry, p))
}

// csocIDs are the controls assumed at the organization, or at all of them, in
// the order of their numbers.
func csocIDs(entry *coverage.Entry, p *content.Party) []content.Text {
	var ids []content.Text
	for _, c := range entry.CSOCs {
		if p == nil || c.Party == p {
			ids = append(ids, c.ID)
		}
	}
	slices.SortStableFunc(ids, func(a, b content.Text) int {
		aWord, aNumber := numberOf(a.Value)
		bWord, bNumber := numberOf(b.Value)
		return cmp.Or(strings.Compare(aWord, bWord), cmp.Compare(len(aNumber), len(bNumber)), strings.Compare(aNumber, bNumber))
	})
	return ids
}

// numberOf parts an id before the digits it ends with; zeros before them do not
// count.
func numberOf(id string) (word, number string) {
	word = strings.TrimRight(id, "0123456789")
	return word, strings.TrimLeft(id[len(word):], "0")
}

// complementaryCell lists the controls assumed elsewhere.
func (b *builder) complementaryCell(entry *coverage.Entry) render.Cell {
	return runCell(complementaryLinks(entry)...)
}

func complementaryLinks(entry *coverage.Entry) []prose.Inline {
	var cuecs []content.Text
	for _, c := range entry.CUECs {
		cuecs = append(cuecs, c.ID)
	}
	return join(", ", csocLinks(entry, nil), idLinks(cuecs))
}
