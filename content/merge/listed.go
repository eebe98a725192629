package merge

import (
	"fmt"
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// A List is a list of the service auditor's own, whose cells stand in columns
// of ours.
type List struct {
	Sheet *returned.Sheet
	Head  int            // row of the heads
	At    map[string]int // column by key of ours; that of the ids is 0 where they were found otherwise
}

// Listed returns what a list of the service auditor's own does to the sources:
// nobody issued it, so its word in the service auditor's columns stands against
// what the sources say now, the title and what is requested among them. What it
// does not say it takes from nowhere.
func Listed(in Input, list List) *Plan {
	main := inTheAuditorsWords(Present(in.Engagement, in.Requests)[0])
	c := &comparer{Input: &in, plan: &Plan{}, find: requests.Finder(in.Requests), bySet: map[string]*Sheet{main.Name: main}, partial: true}
	t := &table{name: main.Name, sheet: list.Sheet, head: list.Head, at: map[*requests.Column]int{}, columns: map[int]*requests.Column{}, merged: map[[2]int]bool{}}
	for _, col := range main.Columns {
		if x, ok := list.At[col.Key]; ok {
			t.at[col], t.columns[x] = x, col
		}
	}
	t.below()
	c.listed(main, t)
	return c.plan
}

// inTheAuditorsWords returns the sheet with the columns that a service auditor
// words as its own.
func inTheAuditorsWords(s *Sheet) *Sheet {
	s.Columns = slices.Clone(s.Columns)
	for i, col := range s.Columns {
		if col.Key == "title" || col.Key == "what" {
			own := *col
			own.Side = content.ServiceAuditorSide
			s.Columns[i] = &own
		}
	}
	return s
}

// listed compares the rows of a list.
func (c *comparer) listed(s *Sheet, t *table) {
	byID, strange := c.rowsByID(s, t)
	c.strangers(s, t, byID, strange)
	for _, row := range s.Rows {
		rows := byID[row.ID]
		if len(rows) == 0 {
			continue
		}
		c.twins(t, row.ID, rows)
		for _, col := range s.Columns[1:] {
			if col.Side == content.ServiceAuditorSide {
				c.cell(t, row, s.row(row.ID), col, rows)
			}
		}
		c.notAccepted(row)
	}
	for _, col := range s.Columns[1:] {
		if col.Side != content.ServiceAuditorSide {
			c.kept(s, t, col, byID)
		}
	}
}

// kept reports the cells of a column that say something else than the sources,
// which go by their own: the company's, and what follows from the controls.
func (c *comparer) kept(s *Sheet, t *table, col *requests.Column, byID map[string][]*returned.Row) {
	x, ok := t.at[col]
	if !ok || col.Computed {
		return
	}
	var differ []string
	for _, row := range s.Rows {
		for _, r := range byID[row.ID] {
			value := c.value(col, r.Cell(x).Text)
			if value != "" && !c.saysNoMore(col, value, c.value(col, row.Cells[col.Key])) && !slices.Contains(differ, row.ID) {
				differ = append(differ, row.ID)
			}
		}
	}
	if len(differ) == 0 {
		return
	}
	why, help := "which follows from the sources", "it is not taken; a request of the service auditor's own is changed in requests/auditor.toml"
	if col.Side == content.CompanySide {
		why, help = "which is for the company to say", "it is not taken"
	}
	c.report(place(t.sheet.Name, x, t.head), fmt.Sprintf("%s differs, %s: %s", col.Head, why, someOf(differ)), help)
}

// saysNoMore reports whether a value holds nothing that ours does not: of ids,
// whether ours has each.
func (c *comparer) saysNoMore(col *requests.Column, value, ours string) bool {
	if col.Key != "controls" && col.Key != "criteria" {
		return c.same(col, value, ours)
	}
	have := parts(ours)
	return !slices.ContainsFunc(parts(value), func(id string) bool { return !slices.Contains(have, id) })
}
