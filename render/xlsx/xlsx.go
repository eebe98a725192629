// Package xlsx writes a render.Workbook as an Office Open XML workbook: real
// tables with filters, frozen heads, drop-downs from ranges, and a print
// set-up that a person could have made by hand. Write is its only entry.
//
// Its one rule is that nothing is lost and nothing runs: text cells are
// strings whatever they begin with, text too long for a cell is an error and
// not a cut, and the same workbook gives the same bytes. It is the only
// package that knows the spreadsheet library.
package xlsx

import (
	"fmt"
	"time"

	"github.com/socdraft/socdraft/render"
	"github.com/xuri/excelize/v2"
)

// application is what the document properties name as the writer.
const application = "socdraft"

// Write returns the workbook as the bytes of an .xlsx file, in the theme's
// accent. The error tells of a workbook no spreadsheet can hold: a bad or
// repeated name, a repeated head, or a cell that is too long.
func Write(wb *render.Workbook, theme *render.Theme) ([]byte, error) {
	if err := validate(wb); err != nil {
		return nil, fmt.Errorf("workbook %s: %w", wb.Name, err)
	}
	f := excelize.NewFile()
	defer f.Close()
	w := &writer{file: f, wb: wb, palette: paletteOf(theme), styles: map[style]int{}, rows: keyRows(wb), finish: map[string]finisher{}}
	f.SetZipWriter(packing(w.finish))
	if err := w.write(); err != nil {
		return nil, fmt.Errorf("workbook %s: %w", wb.Name, err)
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("workbook %s: %w", wb.Name, err)
	}
	return buf.Bytes(), nil
}

type writer struct {
	file     *excelize.File
	wb       *render.Workbook
	palette  palette
	styles   map[style]int
	rows     map[string]map[string]int // sheet to key to row, the targets of links
	part     string                    // of the sheet being written
	tables   int
	charts   int
	drawings int
	finish   map[string]finisher // parts that are more than the library writes
}

func (w *writer) write() error {
	if err := w.properties(); err != nil {
		return err
	}
	for i, s := range w.wb.Sheets {
		if err := w.addSheet(i, s.Name); err != nil {
			return err
		}
	}
	for i, s := range w.wb.Sheets {
		w.part = fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)
		if err := w.sheet(s); err != nil {
			return fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	w.file.SetActiveSheet(0)
	yes := true
	return w.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}) // what is overdue depends on the day
}

func (w *writer) addSheet(i int, name string) error {
	if i == 0 {
		return w.file.SetSheetName(w.file.GetSheetName(0), name)
	}
	_, err := w.file.NewSheet(name)
	return err
}

func (w *writer) sheet(s *render.Sheet) error {
	switch {
	case s.Letter != nil:
		return w.letter(s)
	case s.Board != nil:
		return w.board(s)
	}
	return w.table(s)
}

// properties sets the document's properties: no user, no clock.
func (w *writer) properties() error {
	date := w.wb.Date
	if date.IsZero() {
		date = time.Unix(0, 0)
	}
	stamp := date.UTC().Format(time.RFC3339)
	if err := w.file.SetDocProps(&excelize.DocProperties{
		Title: w.wb.Title, Language: "en-US", Created: stamp, Modified: stamp, Creator: application, LastModifiedBy: application,
	}); err != nil {
		return err
	}
	for _, p := range w.wb.Properties {
		if err := w.file.SetCustomProps(excelize.CustomProperty{Name: p.Name, Value: p.Value}); err != nil {
			return err
		}
	}
	return w.file.SetAppProps(&excelize.AppProperties{Application: application})
}
