package xlsx

import (
	"github.com/socdraft/socdraft/render"
)

// Widths of a letter in characters: labels, and what they label.
const (
	labelWidth  = 26
	letterWidth = 94
	bothWidth   = labelWidth + letterWidth
)

// letter writes a sheet that reads like a letterhead: facts and text in two
// columns.
func (w *writer) letter(s *render.Sheet) error {
	if err := w.file.SetColWidth(s.Name, "A", "A", labelWidth+padding); err != nil {
		return err
	}
	if err := w.file.SetColWidth(s.Name, "B", "B", letterWidth+padding); err != nil {
		return err
	}
	for i, l := range s.Letter {
		if err := w.letterLine(s.Name, i+1, l); err != nil {
			return err
		}
	}
	if err := w.file.SetSheetDimension(s.Name, "A1:"+name(2, max(len(s.Letter), 1))); err != nil {
		return err
	}
	if err := w.view(s.Name); err != nil {
		return err
	}
	return w.page(s.Name, "portrait", 1)
}

func (w *writer) letterLine(sheet string, row int, l render.LetterLine) error {
	height := lineHeight
	var err error
	switch l.Kind {
	case render.LetterSpace:
		height = 6
	case render.LetterFact:
		height = lineHeight*float64(max(lineCount(l.Label, labelWidth, true), lineCount(l.Text, letterWidth, false))) + 4
		if err = w.put(sheet, 1, row, l.Label, style{role: letterLabel}); err == nil {
			err = w.put(sheet, 2, row, l.Text, style{role: letterText})
		}
	case render.LetterText:
		height = lineHeight*float64(lineCount(l.Text, bothWidth, false)) + 6
		err = w.across(sheet, row, l.Text, style{role: letterText})
	case render.LetterTitle:
		height = 40
		err = w.across(sheet, row, l.Text, style{role: letterTitle})
	case render.LetterStatus:
		height = 20
		err = w.across(sheet, row, l.Text, style{role: letterStatus})
	case render.LetterHeading:
		height = 24
		err = w.across(sheet, row, l.Text, style{role: letterHeading})
	}
	if err != nil {
		return err
	}
	return w.file.SetRowHeight(sheet, row, min(height, maxRowHeight))
}

// across writes text over both columns.
func (w *writer) across(sheet string, row int, text string, look style) error {
	if err := w.put(sheet, 1, row, text, look); err != nil {
		return err
	}
	if err := w.put(sheet, 2, row, "", look); err != nil {
		return err
	}
	return w.file.MergeCell(sheet, name(1, row), name(2, row))
}
