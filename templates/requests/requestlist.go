package requests

import (
	"fmt"
	"strings"

	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// requestColumns are the columns of the list: what the tool says, what the
// company fills in, what the service auditor fills in.
// Printed, the first stand on one page and the others, beside the repeated id
// and title, on the page at its right: the two are about as wide.
func requestColumns() []render.SheetColumn {
	tool := []render.SheetColumn{
		{Head: "Request ID", Bold: true, Width: 27},
		{Head: "Title", Bold: true, Width: 22},
		{Head: "Area", Width: 13, List: areaList, Open: true},
		{Head: "What is requested", Width: 60},
		{Head: "Request kind", Width: 15, List: kindList},
		{Head: "Control IDs", Width: 14},
		{Head: "Criteria", Width: 14},
		{Head: "Covers", Width: 15},
		{Head: "IPE needed", Width: 35},
		{Head: "Format", Width: 19},
		{Head: "Sample size (planning estimate)", Width: 14,
			Help: "A planning estimate. The service auditor decides on the size and selects the items."},
		{Head: "Origin", Width: 9, List: originList},
	}
	company := []render.SheetColumn{
		{Head: "Source system", Width: 16, Help: "The system of record the evidence comes from."},
		{Head: "Owner (role)", Width: 15, List: ownerList, Open: true, Help: "A role, not a person."},
		{Head: "Company status", Width: 13, List: companyList, Tones: companyTones},
		{Head: "Submitted on", Kind: render.DateCell, Width: 12, Help: "Date, as 2026-06-30."},
		{Head: "Evidence IDs", Width: 13, Help: "Names of the files handed over, formed as “File names” in the sheet Read me says: each begins with our request ID."},
		{Head: "Company comment", Width: 16},
		{Head: "N/A reason", Width: 12, Help: "Needed with the status “Not applicable proposed”."},
	}
	auditor := []render.SheetColumn{
		{Head: "Auditor ref", Width: 9, Help: "The service auditor’s own number."},
		{Head: "Priority / phase", Width: 10, List: phaseList, Open: true},
		{Head: "Requested on", Kind: render.DateCell, Width: 12, Help: "Date, as 2026-06-30."},
		{Head: "Due on", Kind: render.DateCell, Width: 12, Help: "Date, as 2026-06-30.",
			Due: &render.Due{Status: auditorList, Done: done}},
		{Head: auditorList, Width: 13, List: auditorList, Tones: auditorTones},
		{Head: "Accepted on", Kind: render.DateCell, Width: 12, Help: "Date, as 2026-06-30."},
		{Head: "Auditor comment", Width: 16},
		{Head: "Follow-up of", Width: 12, Help: "The request ID this request follows."},
	}
	for i := range company {
		company[i].Side = render.CompanySide
	}
	for i := range auditor {
		auditor[i].Side = render.AuditorSide
	}
	return append(append(tool, company...), auditor...)
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
		sheet.Rows = append(sheet.Rows, requestRow(r, len(sheet.Columns)))
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

func requestRow(r *derived.Request, width int) render.SheetRow {
	out := row(r.ID, r.Title, r.Area, r.What, r.Kind.Words(), strings.Join(r.Controls, ", "), criteria(r), r.Covers.String(),
		proof(r), r.Format, r.Sample.Words(), r.Origin, r.SourceSystem, r.Owner, notStarted)
	for len(out.Cells) < width {
		out.Cells = append(out.Cells, render.SheetCell{})
	}
	return out
}

func criteria(r *derived.Request) string {
	var parts []string
	if len(r.Criteria) > 0 {
		parts = append(parts, strings.Join(r.Criteria, ", "))
	}
	if len(r.DC) > 0 {
		dc := strings.Join(r.DC, ", ")
		if n := len(r.DC); n > 3 { // all of them
			dc = r.DC[0] + " to " + r.DC[n-1]
		}
		parts = append(parts, strings.ReplaceAll(dc, "DC ", "DC\u00a0"))
	}
	if len(parts) == 0 && r.Engagement {
		return "All applicable"
	}
	return strings.Join(parts, "; ")
}

// proof answers whether proof of completeness and accuracy is needed, and
// which.
func proof(r *derived.Request) string {
	if r.IPE == "" {
		return "No"
	}
	return "Yes. " + strings.ReplaceAll(r.IPE, "\n", ".\n") + "."
}
