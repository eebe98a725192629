package requests

import (
	"fmt"
	"strconv"

	"github.com/socdraft/socdraft/content"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// sampleList has a row for each item that was selected. Draws that do not count
// never reach it.
func sampleList(in Input) *render.Sheet {
	sheet := &render.Sheet{
		Name: sampleSheet,
		Columns: []render.SheetColumn{
			{Head: "Item", Bold: true, Width: 17}, {Head: "Selected item", Bold: true, Width: 22}, {Head: "Request ID", Width: 18, Links: requestSheet},
			{Head: "Control IDs", Width: 14, Links: controlSheet}, {Head: "Population", Width: 18, Links: populationSheet},
			{Head: "Row in the file", Kind: render.NumberCell, Width: 9}, {Head: "Stratum", Width: 14},
			{Head: "Rows of the population", Kind: render.NumberCell, Width: 12}, {Head: "Seed", Width: 20}, {Head: "Seed received at", Width: 27},
			{Head: "Method", Width: 12}, {Head: "SHA-256 of the file", Width: 72}, {Head: "Engagement", Width: 84},
		},
		Freeze:  2,
		Printed: 11,
		Filter:  true,
	}
	find := derived.Finder(in.Requests)
	items := 0
	for _, d := range in.Engagement.RequestList.Draws {
		r := find(d.Request.Value)
		if r == nil {
			continue // a finding
		}
		for i, item := range d.Items {
			sheet.Rows = append(sheet.Rows, sampleRow(r, d, item, i+1))
			items++
		}
	}
	sheet.Intro = fmt.Sprintf("Items selected: %d. The service auditor selects: a draw stands here only where its seed came from the service auditor after the population’s hash was recorded.", items)
	if items == 0 {
		sheet.Intro = "No items yet. One row for each item the service auditor selects from a population, once its seed was received after the population’s hash was recorded."
	}
	return sheet
}

func sampleRow(r *derived.Request, d *content.Draw, item *content.DrawnItem, n int) render.SheetRow {
	out := row(r.ID+"/"+strconv.Itoa(n), item.Key.Value, r.ID, derived.ColumnOf("controls").Text(r), d.Population.Value)
	out.Cells = append(out.Cells, number(item.Row))
	out.Cells = append(out.Cells, row(item.Stratum.Value).Cells...)
	out.Cells = append(out.Cells, number(d.Rows))
	out.Cells = append(out.Cells, row(d.Seed.Value, d.ReceivedAt.Value, d.Method.Value, d.SHA256.Value, d.Engagement.Value).Cells...)
	return out
}
