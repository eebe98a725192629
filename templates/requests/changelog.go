package requests

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// A LogEntry is a line of the change log that the sources do not tell: what
// differs from the issue before.
type LogEntry struct {
	On      content.Date
	Request string // id, or ""
	What    string
}

// changeLog says which draft this is, what the service auditor changed, and
// what differs from the issue before.
func changeLog(in Input) *render.Sheet {
	sheet := &render.Sheet{
		Name:  changeSheet,
		Intro: "What changed in this list, and by which side. Generated from the sources.",
		Columns: []render.SheetColumn{
			{Head: "Change", Bold: true, Kind: render.NumberCell, Width: 14}, {Head: "Date", Kind: render.DateCell, Width: 11},
			{Head: "Draft", Width: 24}, {Head: "Request ID", Width: 20, Links: requestSheet}, {Head: "By", Width: 18}, {Head: "What changed", Width: 80},
		},
		Freeze: 1,
		Filter: true,
	}
	add := func(on content.Date, draft, request, by, what string) {
		cells := []render.SheetCell{{Number: len(sheet.Rows) + 1, IsNum: true}, dateCell(on)}
		sheet.Rows = append(sheet.Rows, render.SheetRow{Cells: append(cells, row(draft, request, by, what).Cells...)})
	}
	add(in.today(), draftWords(in), "", "Generated", fmt.Sprintf("This workbook, with %d requests", len(in.Requests)))
	for _, l := range in.Log {
		add(l.On, "", l.Request, "Generated", l.What)
	}
	for _, r := range in.Requests {
		if what := changedBy(r); what != "" {
			add(r.RequestedOn, "", r.ID, auditorWords, what)
		}
	}
	return sheet
}

const auditorWords = "Service auditor"

// draftWords names the draft: "Round 2 · draft 3 · revision 3f9a".
func draftWords(in Input) string {
	var words []string
	if in.Round > 0 {
		words = append(words, fmt.Sprintf("Round %d", in.Round))
	}
	if n := in.Engagement.Draft.Number; n.Given() || n.Value > 0 {
		words = append(words, fmt.Sprintf("draft %d", n.Value))
	}
	if r := in.Engagement.Revision; r != "" {
		words = append(words, "revision "+r)
	}
	return strings.Join(words, " · ")
}

// changedBy says what the service auditor did to a request, "" where nothing.
func changedBy(r *derived.Request) string {
	if r.Asked != nil {
		return "Asked: " + r.Title
	}
	c := r.Change
	if c == nil {
		return ""
	}
	if c.Withdrawn {
		return "Not asked for: " + r.Title
	}
	var parts []string
	for _, part := range []struct {
		words string
		given bool
	}{
		{"taken over under the service auditor’s number " + c.Ref.Value, c.Ref.Value != ""},
		{"title reworded", c.Title.Value != ""}, {"request reworded", c.What.Value != ""},
		{"phase set", c.Phase.Value != ""}, {"due date set", !c.DueOn.IsZero()},
		{"risk set", c.Risk.Value != ""}, {"size of the sample set", c.SampleSize.Value > 0},
		{"follows " + c.FollowUpOf.Value, c.FollowUpOf.Value != ""},
	} {
		if part.given {
			parts = append(parts, part.words)
		}
	}
	if len(parts) == 0 {
		return "Taken over"
	}
	words := strings.Join(parts, ", ")
	return strings.ToUpper(words[:1]) + words[1:]
}
