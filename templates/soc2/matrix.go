package soc2

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/render"
)

// matrix adds the overview of criteria and controls. It flags exceptions, or
// its reader would take a mapped control for one without (4.2).
func (b *builder) matrix() {
	printed := b.x.controls
	if len(printed) == 0 {
		return
	}
	m := &render.Matrix{
		By: render.By{Whose: render.ByManagement}, ID: "controls/matrix", Caption: "Matrix of criteria and controls",
		Legend: b.legend(), Note: b.titlesNote(),
	}
	for _, c := range printed {
		m.Controls = append(m.Controls, render.MatrixControl{ID: c.ID.Value, Link: "#" + c.ID.Value})
	}
	for _, entry := range b.in.Coverage.Entries {
		m.Rows = append(m.Rows, b.matrixRow(entry, printed))
	}
	b.add(m)
}

// titlesNotice says whose words the titles of criteria are where their text is
// not in ours.
const titlesNotice = "The titles of the criteria are in our own words, not in those of TSP section 100."

// titlesNote says whose words the matrix has, which shows titles alone.
func (b *builder) titlesNote() string {
	if len(b.e.CriteriaText) > 0 {
		return titlesNotice
	}
	return b.e.Editions.SummaryNotice
}

func (b *builder) legend() []render.LegendEntry {
	entries := []render.LegendEntry{{Mark: render.Mapped, Text: "control mapped to the criterion"}}
	if len(b.x.exceptions) > 0 {
		entries = append(entries, render.LegendEntry{Mark: render.Exception, Text: "mapped; exception in the results"})
	}
	if b.type2() && b.anyAwaited() {
		entries = append(entries, render.LegendEntry{Mark: render.Pending, Text: "mapped; result not yet provided"})
	}
	if len(b.e.CSOCs()) > 0 {
		entries = append(entries, render.LegendEntry{Ring: true, Text: "addressed in part or whole through controls at a subservice organization"})
	}
	return entries
}

func (b *builder) matrixRow(entry *coverage.Entry, printed []*content.Control) render.MatrixRow {
	row := render.MatrixRow{
		ID: entry.Criterion.ID, Series: entry.Criterion.Series, Title: entry.Criterion.Title,
		Marks: make([]render.Mark, len(printed)),
	}
	for i, c := range printed {
		if entry.Maps(c.ID.Value) {
			row.Marks[i] = b.markOf(c)
		}
	}
	var through []string
	for _, id := range csocIDs(entry, nil) {
		through = append(through, id.Value)
	}
	row.Through = strings.Join(through, ", ")
	if entry.NotRelevant != nil {
		row.Note = "not relevant – see " + b.number(sectionDescription)
	}
	return row
}

func (b *builder) markOf(c *content.Control) render.Mark {
	switch {
	case b.x.excepted[c.ID.Value]:
		return render.Exception
	case b.type2() && b.awaited(c):
		return render.Pending
	}
	return render.Mapped
}

// awaited reports whether a result of the control has not been provided.
func (b *builder) awaited(c *content.Control) bool {
	tests := b.x.auditors[c.ID.Value]
	for _, t := range tests {
		if awaits(t) {
			return true
		}
	}
	return len(tests) == 0
}

func (b *builder) anyAwaited() bool {
	for _, c := range b.x.controls {
		if b.awaited(c) {
			return true
		}
	}
	return false
}
