package requests

import (
	"fmt"

	"github.com/socdraft/socdraft/content"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// evidenceList is the index of the files handed over or to be handed over.
func evidenceList(in Input) *render.Sheet {
	items := in.Engagement.RequestList.Evidence
	sheet := &render.Sheet{
		Name: evidenceSheet,
		Intro: fmt.Sprintf("Files: %d, indexed with their SHA-256, so that a file that was exchanged later is seen. The files are handed over beside this workbook.",
			len(items)),
		Columns: []render.SheetColumn{
			{Head: "File", Bold: true, Width: 52}, {Head: "Request ID", Width: 16, Links: requestSheet}, {Head: "Control ID", Width: 11, Links: controlSheet},
			{Head: "Covers from", Kind: render.DateCell, Width: 11}, {Head: "Covers to", Kind: render.DateCell, Width: 11},
			{Head: "Captured on", Kind: render.DateCell, Width: 11}, {Head: "Source system", Width: 18}, {Head: "Captured by (role)", Width: 18},
			{Head: "Bytes", Kind: render.NumberCell, Width: 10}, {Head: "SHA-256", Width: 72},
		},
		Freeze:  1,
		Printed: 9,
		Filter:  true,
		Rows:    make([]render.SheetRow, 0, len(items)),
	}
	if len(items) == 0 {
		sheet.Intro = in.noEvidence()
	}
	find := derived.Finder(in.Requests)
	for _, item := range items {
		sheet.Rows = append(sheet.Rows, evidenceRow(find, item))
	}
	return sheet
}

// noEvidence says why the sheet is empty: nothing was handed over yet, or what
// the requests name was not indexed.
func (in Input) noEvidence() string {
	named := map[string]bool{}
	for _, r := range in.Requests {
		if r.Answer == nil {
			continue
		}
		for _, file := range r.Answer.Evidence {
			named[file.Value] = true
		}
	}
	if len(named) > 0 {
		return fmt.Sprintf("Not indexed. The sheet %s names files: %d. Once they are indexed, each has a row here with its SHA-256, so that a file that was exchanged later is seen.",
			requestSheet, len(named))
	}
	return "No files yet. One row for each file of " + in.short() + "’s evidence, with its SHA-256, once the evidence is indexed."
}

func evidenceRow(find func(string) *derived.Request, item *content.EvidenceItem) render.SheetRow {
	request := item.Request.Value
	if r := find(request); r != nil {
		request = r.ID
	}
	return render.SheetRow{Cells: []render.SheetCell{
		{Text: item.File.Value}, {Text: request}, {Text: item.Control.Value},
		dateCell(item.From), dateCell(item.To), dateCell(item.CapturedOn),
		{Text: item.Source.Value}, {Text: item.CapturedBy.Value}, number(item.Size), {Text: item.SHA256.Value},
	}}
}
