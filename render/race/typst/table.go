package typst

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// table writes a table of the report over the full width.
func (w *writer) table(t *render.Table) {
	if t.Caption != "" {
		w.anchor(t.ID)
		w.f("#caption(%s, %s)\n", content(t.Caption), orNone(t.Note))
	} else {
		w.anchor(t.ID)
	}
	needs := make([]need, len(t.Columns))
	for i, c := range t.Columns {
		needs[i].share = c.Share
		needs[i].words(w, "table-head", c.Head)
	}
	widths := divide(needs, w.full, 2*w.theme.Length("cell-x"))
	w.f("#wide(cells-table(%s, (", lengthList(widths))
	headed := false
	for _, c := range t.Columns {
		headed = headed || c.Head != ""
	}
	if headed {
		for _, c := range t.Columns {
			align, fill := "left", "none"
			if c.Numeric {
				align = "right"
			}
			if c.Internal {
				fill = "colors.internal-fill"
			}
			w.f("(%s, %s, %s), ", content(c.Head), align, fill)
		}
	}
	w.f("),\n")
	w.within(func() {
		for i := range t.Rows {
			w.row(t, &t.Rows[i])
		}
	})
	w.f("))\n\n")
}

// row writes the cells of a row: the lead ones span all bands.
func (w *writer) row(t *render.Table, r *render.Row) {
	if r.Group != "" {
		name, _ := w.label(r.ID)
		w.f("group(%d, %s, %s),\n", len(t.Columns), name, content(r.Group))
		return
	}
	if len(r.Across) > 0 {
		name, _ := w.label(r.ID)
		w.f("across(%d, %s)[\n", len(t.Columns), name)
		for _, b := range r.Across {
			w.block(b, nil)
		}
		w.f("],\n")
		return
	}
	id := r.ID
	for i := range r.Lead {
		if len(r.Bands) > 1 {
			w.f("table.cell(rowspan: %d, ", len(r.Bands))
			w.cell(t, i, []render.Cell{r.Lead[i]}, id)
			w.f("), ")
		} else {
			w.cell(t, i, []render.Cell{r.Lead[i]}, id)
			w.f(", ")
		}
		id = ""
	}
	for _, band := range r.Bands {
		for i := len(r.Lead); i < len(t.Columns); i++ {
			at := i - len(r.Lead)
			last := at + 1
			if i == len(t.Columns)-1 {
				last = len(band) // those too many stand below each other in the last column
			}
			var cells []render.Cell
			if at < len(band) {
				cells = band[at:max(last, at+1)]
			}
			w.cell(t, i, cells, id)
			w.f(", ")
			id = ""
		}
		w.f("\n")
	}
}

func (w *writer) cell(t *render.Table, column int, cells []render.Cell, id string) {
	c := &t.Columns[column]
	switch {
	case c.Internal:
		w.f("table.cell(fill: colors.internal-fill)")
	case c.Numeric:
		w.f("align(right)")
	}
	w.f("[")
	w.anchor(id)
	for i := range cells {
		w.anchor(cells[i].ID)
		if cells[i].Bar {
			w.f("#barred[")
		}
		for _, b := range cells[i].Blocks {
			if p, ok := b.(*render.Placeholder); ok {
				w.placeholder(p, "placeholder-cell")
				continue
			}
			w.block(b, nil)
		}
		if cells[i].Bar {
			w.f("]")
		}
	}
	w.f("]")
}

// proseTable writes an authored table: in the column of prose where it fits,
// else over the full width.
func (w *writer) proseTable(t *prose.Table) {
	needs := make([]need, len(t.Head))
	for i := range t.Head {
		needs[i].words(w, "table-head", prose.Text(t.Head[i].Inlines))
	}
	for _, row := range t.Rows {
		for i := range min(len(row), len(needs)) {
			needs[i].words(w, "table", prose.Text(row[i].Inlines))
		}
	}
	gap := 2 * w.theme.Length("cell-x")
	width, total := w.text, gap*(len(needs)-1)
	for _, n := range needs {
		total += n.most
	}
	open, end := "#", ""
	if total > width && w.depth == 0 {
		width, open, end = w.full, "#wide(", ")"
	}
	w.f("%scells-table(%s, (", open, lengthList(divide(needs, width, gap)))
	aligns := [...]string{prose.AlignLeft: "left", prose.AlignCenter: "center", prose.AlignRight: "right"}
	align := func(i int) string {
		if i < len(t.Aligns) {
			return aligns[t.Aligns[i]]
		}
		return "left"
	}
	for i, c := range t.Head {
		w.f("(%s, %s, none), ", w.bracketed(c.Inlines), align(i))
	}
	w.f("),\n")
	for _, row := range t.Rows {
		for i, c := range row {
			if a := align(i); a != "left" {
				w.f("align(%s)", a)
			}
			w.f("%s, ", w.bracketed(c.Inlines))
		}
		w.f("\n")
	}
	w.f(")%s\n\n", end)
}

func lengthList(lengths []int) string {
	var b strings.Builder
	for _, l := range lengths {
		fmt.Fprintf(&b, "%s, ", pt(l))
	}
	return "(" + b.String() + ")"
}
