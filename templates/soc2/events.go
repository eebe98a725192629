package soc2

import (
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// incidents adds the system incidents, or the explicit statement that there
// are none (DC 4).
func (b *builder) incidents(int) {
	switch {
	case len(b.e.Incidents.List) > 0:
		b.introduce("incidents", "incidents")
		b.add(b.incidentTable())
	case b.e.Incidents.Declared:
		b.speak("incidents-none", nil)
	default:
		b.missing("open/incidents", "system incidents, or the statement that none qualified (DC 4)")
	}
}

func (b *builder) incidentTable() *render.Table {
	table := managementTable("table/incidents", "System incidents",
		render.Column{Head: "Incident", Share: 180, Names: true}, render.Column{Head: "Nature", Share: 270},
		render.Column{Head: "Extent or effect", Share: 260}, render.Column{Head: "Disposition", Share: 290})
	for _, i := range b.e.Incidents.List {
		first := runCell(strong(i.ID), plain(" "), authoredText(i.Title))
		first.Blocks = append(first.Blocks, meta(render.ByManagement, plain(spanOfDates(i.Started, i.Resolved))))
		table.Rows = append(table.Rows, render.PlainRow(i.ID.Value, i.ID.Value, first,
			proseCell(i.Nature), proseCell(i.Effect), b.aboutControls(proseCell(i.Disposition), i.Controls)))
	}
	return table
}

// spanOfDates says from when to when an incident lasted.
func spanOfDates(from, to content.Date) string {
	switch {
	case to.IsZero():
		return "From " + from.Long() + ", not resolved"
	case to.Compare(from) == 0:
		return from.Long()
	}
	return from.Long() + " to " + to.Long()
}

// aboutControls adds the controls concerned below a cell's text.
func (b *builder) aboutControls(c render.Cell, ids []content.Text) render.Cell {
	if len(ids) > 0 {
		runs := append([]prose.Inline{plain("Controls: ")}, b.controlLinks(ids)...)
		c.Blocks = append(c.Blocks, meta(render.ByManagement, runs...))
	}
	return c
}

// changes adds the significant changes within the period, or the explicit
// statement that there are none (DC 9). What management judged not significant
// prints in the working edition only, with the reason.
func (b *builder) changes(int) {
	var significant, other []*content.Change
	for _, c := range b.e.Changes.List {
		if c.Significant {
			significant = append(significant, c)
		} else {
			other = append(other, c)
		}
	}
	for _, list := range [][]*content.Change{significant, other} {
		slices.SortStableFunc(list, func(x, y *content.Change) int { return x.Date.Compare(y.Date) })
	}
	switch {
	case len(significant) > 0:
		b.introduce("changes", "changes")
		b.add(b.changeTable(significant))
	case b.e.Changes.Declared:
		b.speak("changes-none", nil)
	default:
		b.missing("open/changes", "significant changes during the period, or the statement that there are none (DC 9)")
	}
	if len(other) > 0 && b.working() {
		b.add(b.insignificantTable(other))
	}
}

func (b *builder) changeTable(changes []*content.Change) *render.Table {
	table := managementTable("table/changes", "Significant changes during the period",
		render.Column{Head: "Change", Share: 220, Names: true}, render.Column{Head: "Description", Share: 430},
		render.Column{Head: "Effect", Share: 350})
	for _, c := range changes {
		table.Rows = append(table.Rows, render.PlainRow(c.ID.Value, c.ID.Value,
			changeCell(c), proseCell(c.Description), b.aboutControls(proseCell(c.Effect), c.Controls)))
	}
	return table
}

func (b *builder) insignificantTable(changes []*content.Change) *render.Table {
	table := managementTable("table/changes-internal", "Changes judged not significant (working edition only)",
		render.Column{Head: "Change", Share: 220, Names: true, Internal: true}, render.Column{Head: "Description", Share: 430, Internal: true},
		render.Column{Head: "Why it is not significant", Share: 350, Internal: true})
	for _, c := range changes {
		table.Rows = append(table.Rows, render.PlainRow(c.ID.Value, c.ID.Value,
			changeCell(c), b.aboutControls(proseCell(c.Description), c.Controls), textCell(c.Reason)))
	}
	return table
}

func changeCell(c *content.Change) render.Cell {
	first := runCell(strong(c.ID), plain(" "), authoredText(c.Title))
	first.Blocks = append(first.Blocks, meta(render.ByManagement, plain(c.Date.Long())))
	return first
}

// criteriaNotRelevant adds the criteria that are not relevant, with reasons
// (DC 8).
func (b *builder) criteriaNotRelevant(int) {
	table := managementTable("table/not-relevant", "Criteria not relevant to the system",
		render.Column{Head: "Criterion", Share: 340, Names: true}, render.Column{Head: "Why it is not relevant", Share: 660})
	var shown []*content.Criterion
	for _, entry := range b.in.Coverage.Entries {
		if entry.NotRelevant == nil {
			continue
		}
		c := entry.Criterion
		shown = append(shown, c)
		table.Rows = append(table.Rows, render.PlainRow(reasonAnchor(c.ID), c.ID, b.criterionCell(c), proseCell(entry.NotRelevant.Reason)))
	}
	if len(table.Rows) == 0 {
		b.speak("criteria-relevant", nil)
		return
	}
	table.Note = b.criteriaNote(shown)
	b.introduce("criteria-not-relevant", "criteria-not-relevant")
	b.add(table)
}
