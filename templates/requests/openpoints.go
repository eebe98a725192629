package requests

import (
	"cmp"
	"fmt"

	"github.com/socdraft/socdraft/content"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// Where an open point comes from. A test of management's own is no result of
// the examination, and says so in its row.
const ownTest = "Management’s own test. Not a result of the service auditor"

// openPoints lists the questions of both sides, and in the working edition the
// deviations management found in its own tests.
func openPoints(in Input) *render.Sheet {
	sheet := &render.Sheet{
		Name:  openSheet,
		Sides: sides(in),
		Columns: recordColumns(derived.PointColumns, map[string]render.SheetColumn{
			"id": {Bold: true, Width: 13}, "from": {Bold: true, Width: 18}, "request": {Width: 14, Links: requestSheet},
			"control": {Width: 10, Links: controlSheet}, "text": {Width: 54}, "owner": {Width: 15}, "raised_on": {Width: 10},
			"resolution": {Width: 40, Help: "How the point is answered, by either side."},
			"closed_on":  {Width: 10, Help: "By the side that raised the point. " + dateHelp},
			"title":      {Width: 24}, "tested": {Kind: render.NumberCell, Width: 9}, "deviations": {Kind: render.NumberCell, Width: 11},
			"cause": {Width: 30}, "effect": {Width: 30},
		}),
		Freeze:  2,
		Printed: 9,
		Filter:  true,
	}
	sheet.Rows = append(sheet.Rows, raised(in)...)
	own := deviations(in)
	sheet.Rows = append(sheet.Rows, own...)
	sheet.Intro = openIntro(in, len(own))
	return sheet
}

func openIntro(in Input, own int) string {
	points, closed := in.Engagement.RequestList.OpenPoints, 0
	for _, p := range points {
		if !p.ClosedOn.IsZero() {
			closed++
		}
	}
	intro := fmt.Sprintf("Follow-up questions and potential exceptions: %d open, %d closed.", len(points)-closed, closed)
	if len(points) == 0 {
		intro = "Nothing under discussion yet. One row for each follow-up question or potential exception that either side raises."
	}
	if own > 0 {
		intro += fmt.Sprintf(" Below them: deviations in management’s own tests (%d), internal, no results of the service auditor, and not in the auditor edition.", own)
	}
	return intro
}

// raised returns the rows of the points that the two sides raised.
func raised(in Input) []render.SheetRow {
	var rows []render.SheetRow
	find := derived.Finder(in.Requests)
	for _, p := range in.Engagement.RequestList.OpenPoints {
		request := p.Request.Value
		title, owner := control(in.Engagement, p.Control.Value)
		if r := find(request); r != nil {
			request, owner = r.ID, cmp.Or(r.Owner, owner)
		}
		from := "Raised by " + in.short()
		if p.Side.Value == string(content.ServiceAuditorSide) {
			from = "Raised by the service auditor"
		}
		out := row(p.ID.Value, from, request, p.Control.Value, p.Text.Value, owner)
		out.Cells = append(out.Cells, dateCell(p.RaisedOn), render.SheetCell{Text: p.Resolution.Value}, dateCell(p.ClosedOn), render.SheetCell{Text: title})
		rows = append(rows, out)
	}
	return rows
}

// deviations returns the rows of what management found in its own tests.
func deviations(in Input) []render.SheetRow {
	if !in.working() {
		return nil
	}
	var rows []render.SheetRow
	for _, f := range in.Engagement.TestFiles {
		if f.Source.Value != content.FromManagement {
			continue
		}
		for _, t := range f.Tests {
			if t.IsException() || t.Deviations.Value > 0 {
				rows = append(rows, deviation(in.Engagement, t))
			}
		}
	}
	return rows
}

func deviation(e *content.Engagement, t *content.Test) render.SheetRow {
	title, owner := control(e, t.Control.Value)
	response := ""
	if r := e.Response(t.ID.Value); r != nil {
		response = Words(r.Text.Blocks)
	}
	out := row(t.ID.Value, ownTest, "", t.Control.Value, found(t), owner, "", response, "", title)
	out.Cells = append(out.Cells, number(t.Tested), number(t.Deviations))
	out.Cells = append(out.Cells, row(t.Cause.Value, t.Effect.Value).Cells...)
	return out
}

// control returns the title and owner of a control, "" where there is none.
func control(e *content.Engagement, id string) (title, owner string) {
	if c := e.Control(id); c != nil {
		return c.Title.Value, c.OwnerRole.Value
	}
	return "", ""
}

// found returns the words of the result; without any, its nature.
func found(t *content.Test) string {
	text := Words(t.Text.Blocks)
	if nature := t.Nature.Value; nature != "" {
		if text != "" {
			text += "\n"
		}
		text += "Nature: " + nature
	}
	if text == "" {
		text = fmt.Sprintf("Deviation in test %s of %s", t.ID, t.Control)
	}
	return text
}

func number(i content.Int) render.SheetCell {
	return render.SheetCell{Number: i.Value, IsNum: i.Given() || i.Value != 0}
}
