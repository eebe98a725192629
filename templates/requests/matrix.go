package requests

import (
	"strings"
	"unicode"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/render"
)

// Marks of the matrix.
const (
	mappedMark    = "●"
	exceptionMark = "▲"
	throughMark   = "○"
)

// matrix shows which controls are mapped to which applicable criteria.
func matrix(in Input) *render.Sheet {
	e := in.Engagement
	first := map[string]string{}
	for _, n := range in.Coverage.Entries {
		if len(n.Controls) > 0 {
			first[n.Criterion.ID] = n.Controls[0].ID.Value
		}
	}
	sheet := &render.Sheet{
		Name: matrixSheet,
		Intro: mappedMark + " control mapped to the criterion     " + exceptionMark + " mapped, with an exception in the service auditor’s results     " +
			throughMark + " addressed in part or whole through controls assumed at a subservice organization",
		Columns: []render.SheetColumn{
			{Head: "Criterion", Bold: true, Width: 11, Links: controlSheet, To: first}, {Head: "Title", Width: 36},
			{Head: "CSOC", Width: 16}, {Head: "CUEC", Width: 16}, {Head: "Not relevant", Width: 13},
		},
		Freeze: 2,
		Turned: true,
	}
	var controls []*content.Control
	heads := map[string]bool{"criterion": true, "title": true, "csoc": true, "cuec": true, "not relevant": true}
	for _, c := range e.Controls {
		// A duplicate id is a finding; a second column of the name is not a workbook.
		head := headOf(c.ID.Value)
		if key := strings.ToLower(head); e.InScope(c) && key != "" && !heads[key] {
			heads[key] = true
			controls = append(controls, c)
			sheet.Columns = append(sheet.Columns, render.SheetColumn{Head: head, Kind: render.MarkCell, Width: 2,
				Links: controlSheet, To: map[string]string{mappedMark: c.ID.Value}})
		}
	}
	for _, n := range in.Coverage.Entries {
		sheet.Rows = append(sheet.Rows, matrixRow(in, n, controls))
	}
	return sheet
}

// headOf returns the id as the head of a column: a malformed one is a finding,
// and a line break in a head is not a workbook.
func headOf(id string) string {
	return strings.Join(strings.FieldsFunc(id, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsGraphic(r) }), " ")
}

func matrixRow(in Input, n *coverage.Entry, controls []*content.Control) render.SheetRow {
	var csocs, cuecs []string
	for _, c := range n.CSOCs {
		csocs = append(csocs, c.ID.Value)
	}
	for _, c := range n.CUECs {
		cuecs = append(cuecs, c.ID.Value)
	}
	through := strings.Join(csocs, ", ")
	if through != "" {
		through = throughMark + " " + through
	}
	not := ""
	if n.NotRelevant != nil {
		not = "See section 3"
	}
	out := row(n.Criterion.ID, n.Criterion.Title, through, strings.Join(cuecs, ", "), not)
	for _, c := range controls {
		out.Cells = append(out.Cells, markOf(in, n, c))
	}
	return out
}

// markOf returns the mark of a control against a criterion.
func markOf(in Input, n *coverage.Entry, c *content.Control) render.SheetCell {
	switch {
	case !n.Maps(c.ID.Value):
		return render.SheetCell{}
	case in.Coverage.Exception[c.ID.Value]:
		return render.SheetCell{Text: exceptionMark, Alert: true}
	}
	return render.SheetCell{Text: mappedMark}
}
