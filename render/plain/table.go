package plain

import (
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// table writes a table: rows of short cells as one line, others a cell a line.
func (w *writer) table(t *render.Table) {
	if t.Caption != "" {
		w.line("Table: " + t.Caption)
	}
	w.line(t.Note)
	heads := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head
	}
	w.line("| " + strings.Join(heads, " | ") + " |")
	for _, row := range t.Rows {
		switch {
		case row.Group != "":
			w.gap()
			w.line("-- " + row.Group + " --")
		case len(row.Across) > 0:
			for _, b := range row.Across {
				w.block(nil, b)
			}
		case simple(row):
			w.line(rowLine(row))
		default:
			w.row(heads, row)
		}
	}
}

// simple reports whether each cell of the row is one short line at most.
func simple(row render.Row) bool {
	if len(row.Lead) > 0 || len(row.Bands) != 1 {
		return false
	}
	for _, c := range row.Bands[0] {
		if len(c.Blocks) > 1 || c.Bar {
			return false
		}
		for _, b := range c.Blocks {
			p, ok := b.(*render.Prose)
			if !ok || len(p.Blocks) > 1 {
				return false
			}
			for _, inner := range p.Blocks {
				if _, ok := inner.(*prose.Paragraph); !ok {
					return false
				}
			}
		}
	}
	return true
}

func rowLine(row render.Row) string {
	var b strings.Builder
	b.WriteString("|")
	for _, c := range row.Bands[0] {
		text := ""
		for _, block := range c.Blocks {
			for _, inner := range block.(*render.Prose).Blocks {
				text = words(inner.(*prose.Paragraph).Inlines)
			}
		}
		b.WriteString(" " + strings.ReplaceAll(text, "|", "\\|") + " |")
	}
	return b.String()
}

// row writes a row a cell a line, each under the head of its column.
func (w *writer) row(heads []string, row render.Row) {
	w.gap()
	w.line("+ " + row.Key)
	w.within("  ", func() {
		for i, c := range row.Lead {
			w.cell(headAt(heads, i), c)
		}
		for _, band := range row.Bands {
			for i, c := range band {
				w.cell(headAt(heads, len(row.Lead)+i), c)
			}
		}
	})
	w.gap()
}

func headAt(heads []string, i int) string {
	if i < len(heads) {
		return heads[i]
	}
	return ""
}

// cell writes the head, marked where an exception stands, and the blocks.
func (w *writer) cell(head string, c render.Cell) {
	if len(c.Blocks) == 0 {
		return
	}
	mark := ""
	if c.Bar {
		mark = "▲ "
	}
	w.line(mark + "[" + head + "]")
	w.within("  ", func() {
		for _, b := range c.Blocks {
			switch b := b.(type) {
			case *render.Prose:
				w.blocks(b.Blocks)
			case *render.Meta:
				w.line("(" + words(b.Inlines) + ")")
			case *render.Placeholder:
				w.placeholder(b)
			}
		}
	})
}

// marks are the characters of the marks of a matrix.
var marks = map[render.Mark]string{render.Mapped: "●", render.Exception: "▲", render.Pending: "◌"}

// ring stands where a criterion is addressed through controls elsewhere.
const ring = "○"

// matrix writes a line a criterion with the controls behind each mark: columns
// of marks cannot be compared line by line.
func (w *writer) matrix(m *render.Matrix) {
	w.line("Matrix: " + m.Caption)
	w.line(m.Note)
	for _, l := range m.Legend {
		mark := marks[l.Mark]
		if l.Ring {
			mark = ring
		}
		w.line(mark + " " + l.Text)
	}
	series := ""
	for _, row := range m.Rows {
		if row.Series != series {
			series = row.Series
			w.gap()
			w.line("-- " + series + " --")
		}
		w.line(matrixLine(m, row))
	}
}

func matrixLine(m *render.Matrix, row render.MatrixRow) string {
	parts := []string{row.ID + " " + row.Title}
	for i, mark := range row.Marks {
		if mark != render.NoMark && i < len(m.Controls) {
			parts = append(parts, marks[mark]+" "+m.Controls[i].ID)
		}
	}
	if row.Through != "" {
		parts = append(parts, ring+" "+row.Through)
	}
	if row.Note != "" {
		parts = append(parts, row.Note)
	}
	return "| " + strings.Join(parts, " | ") + " |"
}
