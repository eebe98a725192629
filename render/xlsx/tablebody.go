package xlsx

import (
	"strings"

	"github.com/socdraft/socdraft/render"
)

// A tableBody is the rows of a table below its heads.
type tableBody struct {
	sheet    *render.Sheet
	wide     []int
	rowsOf   map[string]map[string]int // targets of links
	looks    [][4]int                  // styles of each column's cells, by variant
	formulas []formula
}

// The variants of a column's look.
const (
	linked = 1 << iota
	warned
)

// variants returns which variants the cells of each column have.
func (b *tableBody) variants() [][4]bool {
	seen := make([][4]bool, len(b.sheet.Columns))
	for _, row := range b.sheet.Rows {
		for x := range seen {
			v, _ := b.variant(x, cellOf(row, x))
			seen[x][v] = true
		}
	}
	if len(b.sheet.Rows) == 0 {
		for x := range seen {
			seen[x][0] = true
		}
	}
	return seen
}

// variant returns the variant of a cell and the row its link leads to.
func (b *tableBody) variant(x int, c *render.SheetCell) (variant, target int) {
	if c.Alert {
		variant = warned
	}
	if target = b.target(x, b.text(x, c)); target > 0 {
		variant |= linked
	}
	return variant, target
}

// target returns the row a cell's link leads to, or 0. A text of several lines
// gets no link: LibreOffice shows the first line of a link alone.
func (b *tableBody) target(x int, text string) int {
	column := &b.sheet.Columns[x]
	rows := b.rowsOf[column.Links]
	if rows == nil || text == "" {
		return 0
	}
	id := firstID(text)
	if to, ok := column.To[id]; ok {
		id = to
	}
	if rows[id] == 0 || lineCount(text, b.wide[x], column.Bold) > 1 {
		return 0
	}
	return rows[id]
}

// text returns a cell's text as it is written.
func (b *tableBody) text(x int, c *render.SheetCell) string {
	return inLines(&b.sheet.Columns[x], c.Text, b.wide[x])
}

var noCell render.SheetCell

func cellOf(row render.SheetRow, x int) *render.SheetCell {
	if x < len(row.Cells) {
		return &row.Cells[x]
	}
	return &noCell
}

// firstID returns the first of the ids a cell lists.
func firstID(text string) string {
	if end := strings.IndexAny(text, ",;\n"); end >= 0 {
		return text[:end]
	}
	return text
}

// area reaches as far as people may add rows.
func (b *tableBody) area() string {
	return name(1, headRow(b.sheet)+1) + ":" + name(len(b.sheet.Columns), lastRow(b.sheet)+spare)
}

func (b *tableBody) rows(w *rowWriter) {
	first := headRow(b.sheet) + 1
	for y, row := range b.sheet.Rows {
		w.beginFitted(first+y, rowHeight(b.sheet, row, b.wide))
		for x := range b.sheet.Columns {
			b.cell(w, x, cellOf(row, x))
		}
		w.end()
	}
	if len(b.sheet.Rows) == 0 { // a table has one row at least
		w.beginFitted(first, lineHeight+rowSlack)
		for x := range b.sheet.Columns {
			b.cell(w, x, &noCell)
		}
		w.end()
	}
}

func (b *tableBody) cell(w *rowWriter, x int, c *render.SheetCell) {
	column := &b.sheet.Columns[x]
	variant, target := b.variant(x, c)
	look, formula := b.looks[x][variant], b.formulas[x].at(w.row)
	switch {
	case column.Kind == render.DateCell && c.Date != 0:
		w.number(x+1, look, int(c.Date), formula)
	case column.Kind == render.NumberCell && c.IsNum:
		w.number(x+1, look, c.Number, formula)
	case formula != "":
		w.computed(x+1, look, c.Text, formula)
	default:
		w.text(x+1, look, b.text(x, c))
	}
	if target > 0 {
		w.link(x+1, column.Links, target)
	}
}
