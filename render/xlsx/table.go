package xlsx

import (
	"fmt"
	"io"
	"slices"

	"github.com/socdraft/socdraft/render"
	"github.com/xuri/excelize/v2"
)

// maxLinks is how many links a sheet gets; the format ends a little above.
const maxLinks = 60000

// headRow returns the row of the heads: below the intro and the band.
func headRow(s *render.Sheet) int {
	row := 1
	if s.Intro != "" {
		row++
	}
	if s.Sides != nil {
		row++
	}
	return row
}

// turned reports whether the column's head is turned: those over marks.
func turned(s *render.Sheet, x int) bool { return s.Turned && s.Columns[x].Kind == render.MarkCell }

// keyRows returns where links lead: for each sheet that is linked to, the row of
// each key in the first column.
func keyRows(wb *render.Workbook) map[string]map[string]int {
	all := map[string]map[string]int{}
	for _, s := range wb.Sheets {
		for _, c := range s.Columns {
			all[c.Links] = map[string]int{}
		}
	}
	for _, s := range wb.Sheets {
		rows := all[s.Name]
		if rows == nil {
			continue
		}
		for y, row := range s.Rows {
			if len(row.Cells) > 0 {
				if _, taken := rows[row.Cells[0].Text]; !taken {
					rows[row.Cells[0].Text] = headRow(s) + 1 + y
				}
			}
		}
	}
	return all
}

// table writes a sheet that holds one table.
func (w *writer) table(s *render.Sheet) error {
	if len(s.Columns) == 0 {
		return fmt.Errorf("there are no columns")
	}
	wide := widths(s)
	if err := w.file.SetSheetDimension(s.Name, "A1:"+name(len(s.Columns), lastRow(s))); err != nil {
		return err
	}
	for _, step := range []func(*render.Sheet, []int) error{
		w.columns, w.above, w.heads, w.cells, w.asTable, w.rules, w.freeze, w.print, w.names, w.notes,
	} {
		if err := step(s, wide); err != nil {
			return err
		}
	}
	return nil
}

// names gives the columns' cells, and those people add below, their names.
func (w *writer) names(s *render.Sheet, _ []int) error {
	for x, c := range s.Columns {
		if c.Range == "" {
			continue
		}
		col := column(x)
		if err := w.file.SetDefinedName(&excelize.DefinedName{
			Name: c.Range, RefersTo: fmt.Sprintf("'%s'!$%s$%d:$%s$%d", s.Name, col, headRow(s)+1, col, lastRow(s)+spare),
		}); err != nil {
			return err
		}
	}
	return nil
}

// notes writes the comments at cells.
func (w *writer) notes(s *render.Sheet, _ []int) error {
	for _, n := range s.Notes {
		if err := w.file.AddComment(s.Name, excelize.Comment{
			Cell: name(n.Column+1, headRow(s)+1+n.Row), Author: n.Author, Width: noteWidth,
			Height:    uint(noteLine * (1 + lineCount(n.Text, noteWidth/7, false))),
			Paragraph: []excelize.RichTextRun{{Text: clean(n.Text), Font: &excelize.Font{Family: family, Size: 10, Color: ink}}},
		}); err != nil {
			return err
		}
	}
	return nil
}

// The size of notes, in pixels.
const (
	noteWidth = 260
	noteLine  = 18
)

// column returns the letters of the column, counted from 0: validate keeps
// their number below the format's limit.
func column(x int) string {
	letters, err := excelize.ColumnNumberToName(x + 1)
	if err != nil {
		panic(err)
	}
	return letters
}

// columns sets the widths, a run of equal ones at once: the library takes its
// time for each call.
func (w *writer) columns(s *render.Sheet, wide []int) error {
	for x := 0; x < len(wide); {
		end := x
		for end < len(wide) && wide[end] == wide[x] {
			end++
		}
		first, err := excelize.ColumnNumberToName(x + 1)
		if err != nil {
			return err
		}
		last, err := excelize.ColumnNumberToName(end)
		if err != nil {
			return err
		}
		if err := w.file.SetColWidth(s.Name, first, last, float64(wide[x])+padding); err != nil {
			return err
		}
		x = end
	}
	return nil
}

// above writes the intro line and the band that tells who fills what, once for
// each side and again where a printed page begins.
func (w *writer) above(s *render.Sheet, wide []int) error {
	if s.Intro != "" {
		if err := w.intro(s); err != nil {
			return err
		}
	}
	if s.Sides == nil {
		return nil
	}
	row, strips := headRow(s)-1, w.strips(s, wide)
	for x, c := range s.Columns {
		text := ""
		if slices.Contains(strips, x) || s.Columns[x-1].Side != c.Side {
			text = s.Sides[c.Side]
		}
		if err := w.put(s.Name, x+1, row, text, style{role: bandCell, side: c.Side}); err != nil {
			return err
		}
	}
	return w.file.SetRowHeight(s.Name, row, 20)
}

// intro writes the sheet's name and, beside the frozen columns, which repeat on
// printed pages, its one line.
func (w *writer) intro(s *render.Sheet) error {
	if err := w.put(s.Name, 1, 1, s.Name, style{role: nameCell}); err != nil {
		return err
	}
	col := s.Freeze + 1
	if s.Freeze == 0 {
		col = 2
	}
	if err := w.put(s.Name, col, 1, s.Intro, style{role: introCell}); err != nil {
		return err
	}
	return w.file.SetRowHeight(s.Name, 1, 30)
}

func (w *writer) heads(s *render.Sheet, wide []int) error {
	row := headRow(s)
	for x, c := range s.Columns {
		look := style{role: headCell, side: c.Side}
		if turned(s, x) {
			look.role = turnedHead
		}
		if err := w.put(s.Name, x+1, row, c.Head, look); err != nil {
			return err
		}
	}
	return w.file.SetRowHeight(s.Name, row, headHeight(s, wide))
}

// cells sees to the looks of the table's cells, which are written when the file
// is packed.
func (w *writer) cells(s *render.Sheet, wide []int) error {
	b := &tableBody{sheet: s, wide: wide, rowsOf: w.rows, looks: make([][4]int, len(s.Columns))}
	for x, variants := range b.variants() {
		c := s.Columns[x]
		b.formulas = append(b.formulas, parseFormula(s, c.Formula))
		edge := x > 0 && s.Columns[x-1].Side != c.Side
		for v, seen := range variants {
			if !seen {
				continue
			}
			id, err := w.style(style{kind: c.Kind, side: c.Side, bold: c.Bold, link: v&linked != 0, warn: v&warned != 0, edge: edge})
			if err != nil {
				return err
			}
			b.looks[x][v] = id
		}
	}
	w.finish[w.part] = func(out io.Writer, part []byte) error { return complete(out, part, b) }
	return nil
}

// put writes text as a string, never as a formula, with its look.
func (w *writer) put(sheet string, col, row int, text string, look style) error {
	at := name(col, row)
	if text != "" {
		if err := w.file.SetCellStr(sheet, at, literal(text)); err != nil {
			return err
		}
	}
	return w.dress(sheet, at, look)
}

func (w *writer) dress(sheet, at string, look style) error {
	id, err := w.style(look)
	if err != nil {
		return err
	}
	return w.file.SetCellStyle(sheet, at, at, id)
}

// asTable makes the range a table with filter buttons, in no style of the
// application's own.
func (w *writer) asTable(s *render.Sheet, _ []int) error {
	if !s.Filter {
		return nil
	}
	w.tables++
	yes, no := true, false
	table := tableName(s.Name, w.tables)
	w.finish[fmt.Sprintf("xl/tables/table%d.xml", w.tables)] = func(out io.Writer, part []byte) error {
		return calculated(out, part, s, table)
	}
	return w.file.AddTable(s.Name, &excelize.Table{
		Range:         fmt.Sprintf("%s:%s", name(1, headRow(s)), name(len(s.Columns), lastRow(s))),
		Name:          table,
		ShowHeaderRow: &yes, ShowRowStripes: &no,
	})
}

// lastRow returns the last row of the table, which has one row at least.
func lastRow(s *render.Sheet) int { return headRow(s) + max(len(s.Rows), 1) }

// tableName makes a name the application accepts from the sheet's.
func tableName(sheet string, n int) string {
	out := []byte("Table")
	for _, r := range sheet {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			out = append(out, byte(r))
		}
	}
	return fmt.Sprintf("%s%d", out, n)
}
