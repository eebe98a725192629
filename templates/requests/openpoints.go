package requests

import (
	"fmt"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/render"
)

// openPoints lists the deviations management found in its own tests, or
// returns nil where there are none. It stands in the working edition only.
func openPoints(in Input) *render.Sheet {
	if !in.working() {
		return nil
	}
	sheet := &render.Sheet{
		Name:  openSheet,
		Intro: "Deviations in management’s own tests. Internal; not the service auditor’s results, and not in the auditor edition.",
		Columns: []render.SheetColumn{
			{Head: "Test ID", Bold: true, Width: 14}, {Head: controlColumn, Bold: true, Width: 12}, {Head: "Control", Width: 28},
			{Head: "What was found", Width: 60}, {Head: "Tested", Kind: render.NumberCell, Width: 9},
			{Head: "Deviations", Kind: render.NumberCell, Width: 11}, {Head: "Cause", Width: 30}, {Head: "Effect", Width: 30},
			{Head: "Owner role", Width: 20}, {Head: "Response so far", Width: 44},
			{Head: "Next step", Side: render.CompanySide, Width: 30},
			{Head: "Settled on", Side: render.CompanySide, Kind: render.DateCell, Width: 13},
		},
		Freeze: 2,
		Filter: true,
	}
	for _, f := range in.Engagement.TestFiles {
		if f.Source.Value != content.FromManagement {
			continue
		}
		for _, t := range f.Tests {
			if t.IsException() || t.Deviations.Value > 0 {
				sheet.Rows = append(sheet.Rows, openPoint(in.Engagement, t))
			}
		}
	}
	if len(sheet.Rows) == 0 {
		return nil
	}
	return sheet
}

func openPoint(e *content.Engagement, t *content.Test) render.SheetRow {
	title, owner := "", ""
	if c := e.Control(t.Control.Value); c != nil {
		title, owner = c.Title.Value, c.OwnerRole.Value
	}
	out := row(t.ID.Value, t.Control.Value, title, found(t))
	out.Cells = append(out.Cells, number(t.Tested), number(t.Deviations))
	response := ""
	if r := e.Response(t.ID.Value); r != nil {
		response = Words(r.Text.Blocks)
	}
	out.Cells = append(out.Cells, row(t.Cause.Value, t.Effect.Value, owner, response, "", "").Cells...)
	out.Cells[1].Sheet, out.Cells[1].Key = controlSheet, t.Control.Value
	return out
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
