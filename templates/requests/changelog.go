package requests

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// A LogEntry is a line of the change log: what one side changed from an issue
// to the next.
type LogEntry struct {
	On      content.Date
	Draft   string // "Round 2"
	Request string // id, or ""
	Side    content.RequestSide
	What    string
}

// changeLog says which draft this is, and what changed in it and in the issues
// before, the newest first.
func changeLog(in Input) *render.Sheet {
	sheet := &render.Sheet{
		Name:  changeSheet,
		Intro: "What changed in this list since it was first issued, each change once and in its round, and by which side. Generated from the sources and what was issued.",
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
		add(l.On, l.Draft, l.Request, sideName(in, l.Side), l.What)
	}
	return sheet
}

// sideName names who changed something.
func sideName(in Input, side content.RequestSide) string {
	switch side {
	case content.CompanySide:
		return in.short()
	case content.ServiceAuditorSide:
		return derived.AuditorName
	case derived.BothSides:
		return "Either side"
	}
	return "Generated"
}

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
