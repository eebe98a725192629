package xlsx

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/render"
	"github.com/xuri/excelize/v2"
)

// The grid of a board, in characters and rows: labels, columns of counts, a
// gap, then room for the charts.
const (
	boardLabelWidth = 28
	countWidth      = 8
	gapWidth        = 1
	roomWidth       = 8
	roomColumns     = 8
	figureStep      = 2 // columns of counts that a figure takes

	figureRow = 3 // of the numbers; the labels stand below
	tableRow  = 6 // of the first table's title

	countHeight = 18.0 // points, of a row of counts
	chartRows   = 12   // that a chart takes at least, with its table's title and heads
)

// A boardBody is the cells of a board.
type boardBody struct {
	sheet *render.Sheet
	looks map[style]int
	tops  []int // row of each table's title
	end   int   // row below the last table
	gap   int   // column between the tables and the charts
}

// board writes a sheet of figures, tables of counts and charts.
func (w *writer) board(s *render.Sheet) error {
	b := &boardBody{sheet: s, looks: w.styles}
	columns := 1
	row := tableRow
	for _, t := range s.Board.Tables {
		b.tops = append(b.tops, row)
		columns = max(columns, 1+len(t.Columns))
		row += tableRows(t) + 2
	}
	b.end, b.gap = row, columns+1
	if err := w.boardColumns(s, columns); err != nil {
		return err
	}
	for _, look := range boardLooks() {
		if _, err := w.style(look); err != nil {
			return err
		}
	}
	drawn := w.charts
	for i, t := range s.Board.Tables {
		if err := w.boardTable(s, t, b.tops[i], columns); err != nil {
			return err
		}
	}
	if err := w.boardWarnings(b); err != nil {
		return err
	}
	if w.charts > drawn {
		w.drawings++
		w.finish[fmt.Sprintf("xl/drawings/drawing%d.xml", w.drawings)] = sized
	}
	w.finish[w.part] = func(out io.Writer, part []byte) error { return complete(out, part, b) }
	if err := w.file.SetSheetDimension(s.Name, "A1:"+name(columns, b.end)); err != nil {
		return err
	}
	if err := w.view(s.Name); err != nil {
		return err
	}
	return w.page(s.Name, "landscape", 1)
}

// boardWarnings sets numbers that are not 0 in the colour of exceptions, where
// that is what they count.
func (w *writer) boardWarnings(b *boardBody) error {
	var areas []string
	for i, f := range b.sheet.Board.Figures {
		if f.Warn {
			areas = append(areas, name(b.figureColumn(i), figureRow))
		}
	}
	for i, t := range b.sheet.Board.Tables {
		for x, c := range t.Columns {
			if c.Warn && len(t.Rows) > 0 {
				areas = append(areas, fmt.Sprintf("%s:%s", name(x+2, b.tops[i]+2), name(x+2, b.tops[i]+1+len(t.Rows))))
			}
		}
	}
	for _, area := range areas {
		id, err := w.file.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Color: alert}})
		if err != nil {
			return err
		}
		if err := w.file.SetConditionalFormat(b.sheet.Name, area, []excelize.ConditionalFormatOptions{
			{Type: "cell", Criteria: ">", Value: "0", Format: &id},
		}); err != nil {
			return err
		}
	}
	return nil
}

// tableRows is how many rows a table takes, with its title and heads, or its
// chart where that is taller.
func tableRows(t render.CountTable) int {
	n := 2 + len(t.Rows)
	if t.Chart != nil {
		n = max(n, chartRows)
	}
	return n
}

func (w *writer) boardColumns(s *render.Sheet, columns int) error {
	set := func(from, to, width int) error {
		return w.file.SetColWidth(s.Name, column(from), column(to), float64(width)+padding)
	}
	if err := set(0, 0, boardLabelWidth); err != nil {
		return err
	}
	if columns > 1 {
		if err := set(1, columns-1, countWidth); err != nil {
			return err
		}
	}
	if err := set(columns, columns, gapWidth); err != nil {
		return err
	}
	return set(columns+1, columns+roomColumns, roomWidth)
}

// boardTable adds what is more than cells: the chart and the break of pages.
func (w *writer) boardTable(s *render.Sheet, t render.CountTable, top, columns int) error {
	if t.NewPage {
		if err := w.file.InsertPageBreak(s.Name, name(1, top)); err != nil {
			return err
		}
	}
	if t.Chart == nil {
		return nil
	}
	return w.chart(s, t, top, columns)
}

func boardLooks() []style {
	return []style{
		{role: nameCell}, {role: introCell}, {role: figureNumber}, {role: figureLabel},
		{role: boardTitle}, {role: boardHead}, {role: boardHead, kind: render.NumberCell}, {role: boardLabel},
		{role: boardCount},
	}
}

func (b *boardBody) area() string { return "" }

func (b *boardBody) look(s style) int { return b.looks[s] }

func (b *boardBody) rows(w *rowWriter) {
	w.begin(1, 30)
	w.text(1, b.look(style{role: nameCell}), b.sheet.Name)
	w.text(2, b.look(style{role: introCell}), b.sheet.Intro)
	w.end()
	b.figures(w)
	for i, t := range b.sheet.Board.Tables {
		b.table(w, t, b.tops[i])
	}
}

func (b *boardBody) figures(w *rowWriter) {
	w.begin(figureRow, 38)
	for i, f := range b.sheet.Board.Figures {
		w.number(b.figureColumn(i), b.look(style{role: figureNumber}), f.Value, f.Formula)
	}
	w.end()
	w.begin(figureRow+1, 2*lineHeight)
	for i, f := range b.sheet.Board.Figures {
		w.text(b.figureColumn(i), b.look(style{role: figureLabel}), f.Label)
	}
	w.end()
}

// figureColumn returns the column of a figure, counted from 1.
func (b *boardBody) figureColumn(i int) int {
	col := max(1, figureStep*i)
	if col == b.gap {
		col++
	}
	return col
}

func (b *boardBody) table(w *rowWriter, t render.CountTable, top int) {
	w.begin(top, 24)
	w.text(1, b.look(style{role: boardTitle}), t.Title)
	w.end()
	tallest := 1
	for _, c := range t.Columns {
		tallest = max(tallest, lineCount(c.Head, countWidth, true))
	}
	w.begin(top+1, float64(tallest)*lineHeight+6)
	w.text(1, b.look(style{role: boardHead}), t.Head)
	for x, c := range t.Columns {
		w.text(x+2, b.look(style{role: boardHead, kind: render.NumberCell}), c.Head)
	}
	w.end()
	for y, r := range t.Rows {
		row := top + 2 + y
		w.begin(row, max(countHeight, float64(lineCount(r.Label, boardLabelWidth, false))*lineHeight+4))
		w.text(1, b.look(style{role: boardLabel}), r.Label)
		for x, c := range t.Columns {
			n := 0
			if x < len(r.Values) {
				n = r.Values[x]
			}
			w.number(x+2, b.look(style{role: boardCount}), n, countFormula(c, r, row, top+1, x))
		}
		w.end()
	}
}

// countFormula is the formula of a count, which looks at its label and head.
func countFormula(c render.CountColumn, r render.CountRow, row, heads, x int) string {
	label := "$A" + strconv.Itoa(row)
	if r.Empty {
		label = `""`
	}
	return strings.NewReplacer("[label]", label, "[head]", fmt.Sprintf("%s$%d", column(x+1), heads)).Replace(c.Formula)
}
