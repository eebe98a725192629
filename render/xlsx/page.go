package xlsx

import (
	"fmt"
	"unicode/utf16"

	"github.com/socdraft/socdraft/render"
	"github.com/xuri/excelize/v2"
)

// Print set-up. A sheet is fitted to as many pages side by side as leave its
// text legible, with the frozen columns and the heads on each.
const (
	margin      = 0.3 // inches
	pixelInch   = 96
	leastScale  = 0.69 // 7.6 points, from 11
	spareRows   = 20   // printed below the last, for what people add
	maxHeader   = 250  // the format's limit is 255
	maxHeadPart = 100
)

// freeze keeps heads and key columns in view.
func (w *writer) freeze(s *render.Sheet, _ []int) error {
	row := headRow(s)
	pane := "bottomLeft"
	if s.Freeze > 0 {
		pane = "bottomRight"
	}
	corner := name(s.Freeze+1, row+1)
	if err := w.file.SetPanes(s.Name, &excelize.Panes{
		Freeze: true, XSplit: s.Freeze, YSplit: row, TopLeftCell: corner, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}},
	}); err != nil {
		return err
	}
	return w.view(s.Name)
}

// view hides the application's grid: the hairlines are ours.
func (w *writer) view(sheet string) error {
	no := false
	return w.file.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: &no})
}

func (w *writer) print(s *render.Sheet, wide []int) error {
	if err := w.page(s.Name, "landscape", len(w.strips(s, wide))); err != nil {
		return err
	}
	first := headRow(s)
	if s.Sides != nil {
		first--
	}
	titles := fmt.Sprintf("'%s'!$%d:$%d", s.Name, first, headRow(s))
	if s.Freeze > 0 {
		titles = fmt.Sprintf("'%s'!$A:$%s,%s", s.Name, column(s.Freeze-1), titles)
	}
	if s.Printed > 0 {
		// Whole columns would follow what is added, but openpyxl drops them.
		area := fmt.Sprintf("'%s'!$A$1:$%s$%d", s.Name, column(s.Printed-1), headRow(s)+len(s.Rows)+spareRows)
		if err := w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: s.Name}); err != nil {
			return err
		}
	}
	return w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: s.Name})
}

// pixels is the width of a column of n characters.
func pixels(n int) int { return n*7 + 14 }

// strips returns the columns with which the pages side by side begin: as few
// pages as leave the text legible, each filled as far as the others need.
func (w *writer) strips(s *render.Sheet, wide []int) []int {
	if s.Printed > 0 {
		return []int{0}
	}
	total, frozen := 0, 0
	for x, n := range wide {
		total += pixels(n)
		if x < s.Freeze {
			frozen += pixels(n)
		}
	}
	legible := int(float64(w.paperWidth()-2*margin) * pixelInch / leastScale)
	if total <= legible || frozen >= legible/2 {
		return []int{0}
	}
	starts := fill(wide, frozen, legible)
	// Both Excel and LibreOffice take the largest scale that does with the
	// number of pages, which breaks earlier than the least one.
	low, high := total/len(starts), legible
	for low < high {
		if room := (low + high) / 2; len(fill(wide, frozen, room)) > len(starts) {
			low = room + 1
		} else {
			high = room
		}
	}
	return fill(wide, frozen, high)
}

// fill returns the columns with which pages begin that have room for so many
// pixels, the frozen columns on each.
func fill(wide []int, frozen, room int) []int {
	starts, used := []int{0}, 0
	for x, n := range wide {
		if used+pixels(n) > room && used > frozen {
			starts = append(starts, x)
			used = frozen
		}
		used += pixels(n)
	}
	return starts
}

// paperWidth is the long side of the paper in inches.
func (w *writer) paperWidth() float64 {
	if w.wb.Paper == render.A4 {
		return 11.69
	}
	return 11
}

// page sets paper, margins, and what stands above and below every page.
func (w *writer) page(sheet, orientation string, pages int) error {
	size := 1 // letter
	if w.wb.Paper == render.A4 {
		size = 9
	}
	fit, tall, order := true, 0, "overThenDown"
	if err := w.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := w.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &pages, FitToHeight: &tall, PageOrder: &order,
	}); err != nil {
		return err
	}
	side, top, head := margin, 0.75, 0.35
	if err := w.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &head, Footer: &head,
	}); err != nil {
		return err
	}
	font := `&"` + family + `,Regular"&9 `
	return w.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + font + headText(w.wb.Title) + "&R" + font + headText(w.wb.Status),
		OddFooter: "&L" + font + headText(w.wb.Footer) + "&C" + font + "&A&R" + font + "Page &P of &N",
	})
}

// headText returns text as a header holds it: ampersands doubled, and short
// enough for the format's limit.
func headText(text string) string {
	out := []uint16{}
	for _, r := range clean(text) {
		next := utf16.Encode([]rune{r})
		if r == '&' {
			next = append(next, '&')
		}
		if len(out)+len(next) > maxHeadPart-1 {
			out = append(out, '…')
			break
		}
		out = append(out, next...)
	}
	return string(utf16.Decode(out))
}
