package requests

import (
	"cmp"
	"fmt"

	"github.com/socdraft/socdraft/content"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// A look is how a column of the list looks, besides what it holds.
type look struct {
	key     string
	width   int
	bold    bool
	list    string // of the drop-down
	open    bool   // other values than those of the drop-down are allowed
	help    string
	tones   []render.ValueTone
	formula string
	warn    string
	name    string // of the column's cells, for the dashboard
	links   string // sheet
}

// printed is how many columns paper shows: what people carry to a meeting, at a
// size they can read. The others are filled and looked up on a screen.
const printed = 11

// looks tells how the columns look, in the order in which they stand: what a
// meeting needs, what the two sides fill in besides, what is looked up.
var looks = []look{
	{key: "id", width: 18, bold: true, name: "request_id", links: evidenceSheet},
	{key: "title", width: 20, bold: true},
	{key: "origin", width: 9, list: originList, name: "request_origin"},
	{key: "attention", width: 11, tones: attentionTones, formula: attentionFormula, warn: lateCondition, name: "request_attention",
		help: "Follows from the due date and the two statuses."},
	{key: "what", width: 54},
	{key: "controls", width: 13, links: controlSheet},
	{key: "covers", width: 13},
	{key: "owner_role", width: 14, list: ownerList, open: true, help: "A role, not a person.", name: "request_owner"},
	{key: "status", width: 12, list: companyList, tones: companyTones, name: "request_company_status"},
	{key: "due_on", width: 10, help: dateHelp, warn: lateCondition},
	{key: "auditor_status", width: 11, list: auditorList, tones: auditorTones, name: "request_auditor_status"},

	{key: "submitted_on", width: 11, help: dateHelp},
	{key: "evidence", width: 24, links: evidenceSheet,
		help: "Names of the files handed over, one a line, formed as “File names” in the sheet Read me says."},
	{key: "comment", width: 30},
	{key: "na_reason", width: 18, help: "Needed with the status “Not applicable proposed”."},
	{key: "source_system", width: 18, help: "The system of record the evidence comes from."},

	{key: "auditor_comment", width: 30},
	{key: "accepted_on", width: 11, help: dateHelp},
	{key: "ref", width: 10, help: "The service auditor’s own number."},
	{key: "phase", width: 11, list: phaseList, open: true},
	{key: "requested_on", width: 11, help: dateHelp},
	{key: "follow_up_of", width: 12, help: "The request ID this request follows."},

	{key: "ipe", width: 90},
	{key: "format", width: 24},
	{key: "sample", width: 18, help: "A planning estimate. The service auditor decides on the size and selects the items."},
	{key: "kind", width: 14, list: kindList},
	{key: "area", width: 16, list: areaList, open: true, name: "request_area"},
	{key: "criteria", width: 16, links: matrixSheet},
	{key: "stage", width: 14, formula: stageFormula, name: "request_stage", help: "Follows from the two statuses."},
}

const dateHelp = "Date, as 2026-06-30."

// requestColumns are the columns of the list: what the tool says, what the
// company fills in, what the service auditor fills in.
func requestColumns(in Input) []render.SheetColumn {
	var columns []render.SheetColumn
	for _, l := range looks {
		c := derived.ColumnOf(l.key)
		column := render.SheetColumn{Head: c.Head, Side: sideOf(c), Width: l.width, Bold: l.bold, List: l.list, Open: l.open,
			Help: l.help, Tones: l.tones, Formula: l.formula, Warn: l.warn, Range: l.name, Links: l.links}
		if c.Value == derived.DateValue {
			column.Kind = render.DateCell
		}
		if l.key == "id" {
			column.To = firstFiles(in)
		}
		columns = append(columns, column)
	}
	return columns
}

// recordColumns returns the columns of a sheet beside the list, with how they
// look besides what they hold.
func recordColumns(columns []*derived.Column, looks map[string]render.SheetColumn) []render.SheetColumn {
	var all []render.SheetColumn
	for _, c := range columns {
		column := looks[c.Key]
		column.Head, column.Side = c.Head, sideOf(c)
		if c.Value == derived.DateValue {
			column.Kind, column.Help = render.DateCell, cmp.Or(column.Help, dateHelp)
		}
		all = append(all, column)
	}
	return all
}

// firstFiles returns the first file of each request.
func firstFiles(in Input) map[string]string {
	files, find := map[string]string{}, derived.Finder(in.Requests)
	for _, item := range in.Engagement.RequestList.Evidence {
		if r := find(item.Request.Value); r != nil && files[r.ID] == "" {
			files[r.ID] = item.File.Value
		}
	}
	return files
}

func sideOf(c *derived.Column) render.Side {
	switch c.Side {
	case content.CompanySide:
		return render.CompanySide
	case content.ServiceAuditorSide:
		return render.AuditorSide
	case derived.BothSides, derived.Raiser:
		return render.BothSides
	}
	return render.ToolSide
}

// sides says what stands over the columns of each side.
func sides(in Input) []string {
	return []string{"Generated from the sources", "Filled in by " + in.short(),
		"Filled in by the service auditor", "Added to the workbook", "Filled in by both"}
}

func requestList(in Input) *render.Sheet {
	sheet := &render.Sheet{
		Name:    requestSheet,
		Intro:   requestIntro(in),
		Sides:   sides(in),
		Columns: requestColumns(in),
		Freeze:  2,
		Printed: printed,
		Filter:  true,
	}
	for _, r := range in.Requests {
		sheet.Rows = append(sheet.Rows, requestRow(in, r))
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

func requestRow(in Input, r *derived.Request) render.SheetRow {
	var out render.SheetRow
	for _, l := range looks {
		switch c := derived.ColumnOf(l.key); {
		case l.key == "attention":
			out.Cells = append(out.Cells, render.SheetCell{Text: r.Attention(in.today())})
		case c.Value == derived.DateValue:
			out.Cells = append(out.Cells, dateCell(c.Date(r)))
		default:
			out.Cells = append(out.Cells, render.SheetCell{Text: c.Text(r)})
		}
	}
	return out
}

// dateCell returns the cell of a date; one that no spreadsheet knows is text.
func dateCell(d content.Date) render.SheetCell {
	if d.IsZero() {
		return render.SheetCell{}
	}
	if day := render.DayOf(d.Time()); day > 0 {
		return render.SheetCell{Date: day}
	}
	return render.SheetCell{Text: d.String()}
}
