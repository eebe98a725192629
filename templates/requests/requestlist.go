package requests

import (
	"fmt"

	"github.com/socdraft/socdraft/content"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// A look is how a column of the list looks, besides what it holds.
type look struct {
	width int
	bold  bool
	list  string // of the drop-down
	open  bool   // other values than those of the drop-down are allowed
	help  string
	tones []render.ValueTone
	due   *render.Due
}

// looks tells by the key of a column how it looks.
// Printed, the first columns stand on one page and those that people fill,
// beside the repeated id and title, on the page at its right: the two are about
// as wide.
var looks = map[string]look{
	"id":       {width: 27, bold: true},
	"title":    {width: 22, bold: true},
	"area":     {width: 13, list: areaList, open: true},
	"what":     {width: 60},
	"kind":     {width: 15, list: kindList},
	"controls": {width: 14},
	"criteria": {width: 14},
	"covers":   {width: 15},
	"ipe":      {width: 35},
	"format":   {width: 19},
	"sample":   {width: 14, help: "A planning estimate. The service auditor decides on the size and selects the items."},
	"origin":   {width: 9, list: originList},

	"source_system": {width: 16, help: "The system of record the evidence comes from."},
	"owner_role":    {width: 15, list: ownerList, open: true, help: "A role, not a person."},
	"status":        {width: 13, list: companyList, tones: companyTones},
	"submitted_on":  {width: 12, help: dateHelp},
	"evidence":      {width: 13, help: "Names of the files handed over, formed as “File names” in the sheet Read me says: each begins with our request ID."},
	"comment":       {width: 16},
	"na_reason":     {width: 12, help: "Needed with the status “Not applicable proposed”."},

	"ref":             {width: 9, help: "The service auditor’s own number."},
	"phase":           {width: 10, list: phaseList, open: true},
	"requested_on":    {width: 12, help: dateHelp},
	"due_on":          {width: 12, help: dateHelp, due: &render.Due{Status: auditorList, Done: done()}},
	"auditor_status":  {width: 13, list: auditorList, tones: auditorTones},
	"accepted_on":     {width: 12, help: dateHelp},
	"auditor_comment": {width: 16},
	"follow_up_of":    {width: 12, help: "The request ID this request follows."},
}

const dateHelp = "Date, as 2026-06-30."

// requestColumns are the columns of the list: what the tool says, what the
// company fills in, what the service auditor fills in.
func requestColumns() []render.SheetColumn {
	var columns []render.SheetColumn
	for _, c := range derived.Columns {
		l := looks[c.Key]
		column := render.SheetColumn{Head: c.Head, Side: sideOf(c), Width: l.width, Bold: l.bold, List: l.list, Open: l.open,
			Help: l.help, Tones: l.tones, Due: l.due}
		if c.Value == derived.DateValue {
			column.Kind = render.DateCell
		}
		columns = append(columns, column)
	}
	return columns
}

func sideOf(c *derived.Column) render.Side {
	switch c.Side {
	case content.CompanySide:
		return render.CompanySide
	case content.ServiceAuditorSide:
		return render.AuditorSide
	}
	return render.ToolSide
}

// sides says what stands over the columns of each side.
func sides(in Input) []string {
	return []string{"Generated from the sources", "Filled in by " + in.Engagement.Organization.ShortName.Value,
		"Filled in by the service auditor"}
}

func requestList(in Input) *render.Sheet {
	sheet := &render.Sheet{
		Name:    requestSheet,
		Intro:   requestIntro(in),
		Sides:   sides(in),
		Columns: requestColumns(),
		Freeze:  2,
		Filter:  true,
	}
	for _, r := range in.Requests {
		sheet.Rows = append(sheet.Rows, requestRow(r))
	}
	return sheet
}

func requestIntro(in Input) string {
	whole := 0
	for _, r := range in.Requests {
		if r.Engagement {
			whole++
		}
	}
	return fmt.Sprintf("%d requests: %d for the engagement as a whole, %d for controls. The service auditor decides what is requested.",
		len(in.Requests), whole, len(in.Requests)-whole)
}

func requestRow(r *derived.Request) render.SheetRow {
	var out render.SheetRow
	for _, c := range derived.Columns {
		cell := render.SheetCell{}
		if c.Value != derived.DateValue {
			cell.Text = c.Text(r)
		} else if d := c.Date(r); !d.IsZero() {
			cell.Date = d.Time()
		}
		out.Cells = append(out.Cells, cell)
	}
	return out
}
