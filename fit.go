package socdraft

import (
	"cmp"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/xlsx"
)

var ruleCutCell = diag.AtHandoff("RD-004", "cut-cell", "a text is longer than a cell of a workbook can be")

// shownOfCell is how much of a text too long for a cell is shown at most, in
// bytes: well below the limit of the format, which counts in another way.
const shownOfCell = 32_000

// cutMark ends a text that is not shown as a whole.
const cutMark = " … [the rest does not fit into a cell; it stands in the sources]"

// fitCells cuts the texts that no cell can hold and reports each at the control
// that the row is about.
func fitCells(book *render.Workbook, r *run, list *diag.List) {
	for _, sheet := range book.Sheets {
		for i := range sheet.Letter {
			line := &sheet.Letter[i]
			fitText(&line.Text, r.engagement.Root, sheet.Name, line.Label, list)
		}
		for _, row := range sheet.Rows {
			for i := range row.Cells {
				if !xlsx.Fits(row.Cells[i].Text) {
					fitText(&row.Cells[i].Text, r.placeOf(row), sheet.Name, sheet.Columns[i].Head, list)
				}
			}
		}
	}
}

// fitText cuts one text where it is too long, and reports it.
func fitText(text *string, place diag.Span, sheet, column string, list *diag.List) {
	if xlsx.Fits(*text) {
		return
	}
	whole := utf8.RuneCountInString(*text)
	shown := prefix(*text, shownOfCell)
	for !xlsx.Fits(shown + cutMark) {
		shown = prefix(shown, len(shown)/2) // escapes of the format
	}
	list.Add(ruleCutCell, place, "%q on sheet %s of the request list has %d characters and shows the first %d",
		cmp.Or(column, "text"), sheet, whole, utf8.RuneCountInString(shown)).
		Suggest("a cell holds 32,767 characters at most: shorten the text, or name fewer things in it")
	*text = shown + cutMark
}

// prefix returns at most the given number of bytes, whole runes.
func prefix(text string, size int) string {
	if len(text) <= size {
		return text
	}
	for size > 0 && !utf8.RuneStart(text[size]) {
		size--
	}
	return text[:size]
}

// placeOf returns the place of the control whose id, or the id of whose
// request, begins the row, else that of the project.
func (r *run) placeOf(row render.SheetRow) diag.Span {
	key := row.Cells[0].Text // a row has a cell that is too long
	if c := r.engagement.Control(key); c != nil {
		return c.ID.Span
	}
	for _, q := range r.requests {
		if q.ID == key && len(q.Controls) > 0 {
			if c := r.engagement.Control(q.Controls[0]); c != nil {
				return c.ID.Span
			}
		}
	}
	return r.engagement.Root
}
