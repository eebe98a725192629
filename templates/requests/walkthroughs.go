package requests

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// walkthroughList has a row for each meeting that was held and for each that is
// asked for.
func walkthroughList(in Input) *render.Sheet {
	sheet := &render.Sheet{
		Name:  walkthroughSheet,
		Sides: sides(in),
		Columns: recordColumns(derived.WalkthroughColumns, map[string]render.SheetColumn{
			"id": {Bold: true, Width: 18, Links: requestSheet}, "title": {Bold: true, Width: 26}, "area": {Width: 16},
			"controls": {Width: 22, Links: controlSheet}, "owner_role": {Width: 18}, "held_on": {Width: 11},
			"attendees": {Width: 28, Help: "Roles, not people."},
			"outcome":   {Width: 48, Help: "What was shown and what is still to be handed over. No conclusion."},
		}),
		Freeze: 2,
		Filter: true,
	}
	find, held := derived.Finder(in.Requests), map[*derived.Request][]*content.WalkthroughRecord{}
	n := 0
	for _, w := range in.Engagement.RequestList.Walkthroughs {
		if r := find(w.Request.Value); r != nil {
			held[r] = append(held[r], w)
			n++
		}
	}
	asked := 0
	for _, r := range in.Requests {
		records := held[r]
		if r.Kind == derived.Walkthrough {
			asked++
			if len(records) == 0 {
				records = []*content.WalkthroughRecord{{}}
			}
		}
		for _, w := range records {
			sheet.Rows = append(sheet.Rows, walkthroughRow(r, w))
		}
	}
	sheet.Intro = fmt.Sprintf("Walkthroughs asked for: %d. Meetings held: %d. %s enters each meeting, with roles instead of names.", asked, n, in.short())
	return sheet
}

func walkthroughRow(r *derived.Request, w *content.WalkthroughRecord) render.SheetRow {
	out := row(r.ID, r.Title, r.Area, strings.Join(r.Controls, ", "), r.Owner)
	out.Cells = append(out.Cells, dateCell(w.HeldOn))
	out.Cells = append(out.Cells, row(lines(w.Attendees), w.Outcome.Value).Cells...)
	return out
}
