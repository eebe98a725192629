package xlsx

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/render"
	"github.com/xuri/excelize/v2"
)

// spare is how many rows below the table the drop-downs and tones reach, for
// rows people add.
const spare = 200

// The days between which a date is one: in 2000 and 2099.
const firstDay, lastDay = 36526, 73050

// rules adds drop-downs, input hints, and the fills that double a status.
func (w *writer) rules(s *render.Sheet, _ []int) error {
	for x, c := range s.Columns {
		area := fmt.Sprintf("%s:%s", name(x+1, headRow(s)+1), name(x+1, lastRow(s)+spare))
		if err := w.validation(s, c, area); err != nil {
			return err
		}
		if err := w.tones(s, c, area); err != nil {
			return err
		}
		if err := w.warn(s, c, area); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) validation(s *render.Sheet, c render.SheetColumn, area string) error {
	values, typed := w.listRange(c.List), c.Kind == render.DateCell && c.Side != render.ToolSide
	if values == "" && c.Help == "" && !typed {
		return nil
	}
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(area)
	if values != "" {
		dv.SetSqrefDropList(values)
		dv.ShowErrorMessage = !c.Open
	}
	if typed {
		if err := dv.SetRange(firstDay, lastDay, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
		dv.SetError(excelize.DataValidationErrorStyleWarning, c.Head, "This is text, not a date. Type it as 2026-06-30, so that it can be sorted and merged.")
	}
	if c.Help != "" {
		dv.SetInput(c.Head, c.Help)
	}
	return w.file.AddDataValidation(s.Name, dv)
}

// listRange returns the range with the values of a list, "" where the workbook
// has none of the name.
func (w *writer) listRange(list string) string {
	if list == "" {
		return ""
	}
	for _, s := range w.wb.Sheets {
		if s.Name != render.ListSheet {
			continue
		}
		for x, c := range s.Columns {
			n := 0
			for n < len(s.Rows) && x < len(s.Rows[n].Cells) && s.Rows[n].Cells[x].Text != "" {
				n++
			}
			if col := column(x); c.Head == list && n > 0 {
				return fmt.Sprintf("%s!$%s$%d:$%s$%d", s.Name, col, headRow(s)+1, col, headRow(s)+n)
			}
		}
	}
	return ""
}

func (w *writer) tones(s *render.Sheet, c render.SheetColumn, area string) error {
	for _, t := range c.Tones {
		id, err := w.file.NewConditionalStyle(&excelize.Style{
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{toneFill[t.Tone]}},
		})
		if err != nil {
			return err
		}
		if err := w.file.SetConditionalFormat(s.Name, area, []excelize.ConditionalFormatOptions{
			{Type: "cell", Criteria: "=", Value: quote(t.Value), Format: &id},
		}); err != nil {
			return err
		}
	}
	return nil
}

// warn sets cells in bold while the column's condition holds.
func (w *writer) warn(s *render.Sheet, c render.SheetColumn, area string) error {
	if c.Warn == "" {
		return nil
	}
	id, err := w.file.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Color: alert}})
	if err != nil {
		return err
	}
	return w.file.SetConditionalFormat(s.Name, area, []excelize.ConditionalFormatOptions{
		{Type: "formula", Criteria: parseFormula(s, c.Warn).at(headRow(s) + 1), Format: &id},
	})
}

// quote returns the text as a formula's string.
func quote(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }
