package soc2

import (
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// otherControls is the group of the controls that stand under no criterion.
const otherControls = "series/other"

// controlsByCriterion adds the controls under each criterion they are mapped
// to, a table for each series of criteria. The first row of a control bears its
// anchors; the others are the same row once more.
func (b *builder) controlsByCriterion() {
	var shown []*content.Criterion
	for _, entry := range b.in.Coverage.Entries {
		shown = append(shown, entry.Criterion)
	}
	b.add(&render.Prose{By: render.By{Whose: render.ByTool}, Quiet: true, Blocks: []prose.Block{prose.Para(plain(b.criteriaNote(shown)))}})
	stated := map[string]bool{}
	for _, s := range seriesOf(b.in.Coverage.Entries) {
		first := s[0].Criterion
		id := "series/" + first.Series
		b.heading(render.ByManagement, 2, id, first.Series+dot+first.Group)
		b.seriesTable(id, s, stated)
	}
	if rest := b.unstated(stated); len(rest) > 0 {
		b.heading(render.ByManagement, 2, otherControls, "Other controls")
		b.speak("controls-other", nil)
		b.controlTable(otherControls, rest)
	}
}

// seriesOf groups entries by the series of their criteria.
func seriesOf(entries []*coverage.Entry) [][]*coverage.Entry {
	var all [][]*coverage.Entry
	for _, entry := range entries {
		if n := len(all); n > 0 && all[n-1][0].Criterion.Series == entry.Criterion.Series {
			all[n-1] = append(all[n-1], entry)
		} else {
			all = append(all, []*coverage.Entry{entry})
		}
	}
	return all
}

// seriesTable adds the table of one series and records which controls it
// states.
func (b *builder) seriesTable(series string, entries []*coverage.Entry, stated map[string]bool) {
	table := b.newControlTable(series)
	open, controls := 0, 0
	for _, entry := range entries {
		table.Rows = append(table.Rows, b.criterionRow(entry))
		for _, c := range b.statedUnder(entry) {
			row, n := b.controlRow(c, stated[c.ID.Value])
			stated[c.ID.Value] = true
			table.Rows = append(table.Rows, row)
			open += n
			controls++
		}
	}
	if controls == 0 {
		table.Columns = []render.Column{{Share: 1000}}
	}
	b.add(table)
	b.awaitTests(series, open)
}

// statedUnder returns the controls that stand under a criterion.
func (b *builder) statedUnder(entry *coverage.Entry) []*content.Control {
	if entry.NotRelevant != nil {
		return nil
	}
	return b.printedOrder(entry)
}

// criterionRow heads the rows of the controls mapped to a criterion. It says
// through whom else the criterion is addressed.
func (b *builder) criterionRow(entry *coverage.Entry) render.Row {
	c := entry.Criterion
	title := prose.Plain(c.ID + " " + c.Title)
	blocks := []render.Block{&render.Heading{By: render.By{Whose: render.ByTool}, ID: criterionAnchor(c.ID), Level: 3, Text: title}}
	blocks = append(blocks, b.criterionText(c)...)
	if len(b.statedUnder(entry)) == 0 {
		blocks = append(blocks, b.withoutControls(entry).Blocks...)
	}
	if links := complementaryLinks(entry); len(links) > 0 {
		blocks = append(blocks, meta(render.ByManagement, append(prose.Plain("Complementary controls: "), links...)...))
	}
	return render.Row{Key: c.ID + " " + c.Title, Across: blocks}
}

// unstated returns the controls that print and have not been stated.
func (b *builder) unstated(stated map[string]bool) []*content.Control {
	return slices.DeleteFunc(slices.Clone(b.x.controls), func(c *content.Control) bool { return stated[c.ID.Value] })
}

// inStatedOrder returns the controls in the order in which Section 4 first
// states them.
func (b *builder) inStatedOrder() []*content.Control {
	if !b.e.Report.ByCriterion() {
		return b.x.controls
	}
	var ordered []*content.Control
	stated := map[string]bool{}
	for _, entry := range b.in.Coverage.Entries {
		for _, c := range b.statedUnder(entry) {
			if !stated[c.ID.Value] {
				stated[c.ID.Value] = true
				ordered = append(ordered, c)
			}
		}
	}
	return append(ordered, b.unstated(stated)...)
}
