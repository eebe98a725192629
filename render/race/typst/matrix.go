package typst

import (
	"slices"

	"github.com/socdraft/socdraft/render"
)

// matrix writes the matrix of controls and criteria, a table for each series.
func (w *writer) matrix(m *render.Matrix) {
	name, _ := w.label(m.ID)
	w.f("#matrix(%s, %s, %s)[\n#legend(", content(m.Caption), name, orNone(m.Note))
	for _, e := range m.Legend {
		if e.Ring {
			w.f("(ring, %s), ", content(e.Text))
		} else {
			w.f("(marks.at(%d), %s), ", e.Mark, content(e.Text))
		}
	}
	w.f(")\n")
	for i := 0; i < len(m.Rows); {
		j := i + 1
		for j < len(m.Rows) && m.Rows[j].Series == m.Rows[i].Series {
			j++
		}
		w.series(m, m.Rows[i:j])
		i = j
	}
	w.f("]\n\n")
}

// series writes a table with the controls that are mapped in it as columns,
// in parts where they do not fit side by side.
func (w *writer) series(m *render.Matrix, rows []render.MatrixRow) {
	var mapped []int
	for i := range m.Controls {
		if slices.ContainsFunc(rows, func(r render.MatrixRow) bool { return i < len(r.Marks) && r.Marks[i] != render.NoMark }) {
			mapped = append(mapped, i)
		}
	}
	_, height := w.theme.Size(w.doc.Paper)
	room := height - w.theme.Page.Left.Len() - w.theme.Page.Right.Len() - w.theme.Length("matrix-title") - 210*render.Point
	column := min(max(room/max(len(mapped), 1), w.theme.Length("matrix-column-least")), w.theme.Length("matrix-column"))
	fit := max(room/column, 1)
	for first := 0; first == 0 || first < len(mapped); first += fit {
		part := mapped[first:min(first+fit, len(mapped))]
		name := rows[0].Series
		if first > 0 {
			name += " (continued)"
		}
		w.f("#series(%s, %s, (", content(name), pt(column))
		for _, i := range part {
			c := &m.Controls[i]
			if id := c.Link; len(id) > 1 && w.known[id[1:]] {
				w.f("link(%s, %s), ", named(id[1:]), content(c.ID))
			} else {
				w.f("%s, ", content(c.ID))
			}
		}
		w.f("),\n")
		for i := range rows {
			w.matrixRow(&rows[i], part)
		}
		w.f(")\n")
	}
}

func (w *writer) matrixRow(r *render.MatrixRow, controls []int) {
	w.f("[")
	w.anchor(r.ID)
	w.f("#strong%s], %s, ", content(r.ID), content(r.Title))
	if r.Note != "" {
		w.f("table.cell(colspan: %d, align: left, emph%s), ", len(controls)+1, content(r.Note))
	} else {
		for _, i := range controls {
			w.f("marks.at(%d), ", markOf(r, i))
		}
		w.f("[], ")
	}
	if r.Through != "" {
		w.f("align(left)[#box(ring) %s], ", escaped(r.Through))
	} else {
		w.f("[], ")
	}
	w.f("strong%s,\n", content(r.ID))
}

func markOf(r *render.MatrixRow, i int) render.Mark {
	if i < len(r.Marks) {
		return r.Marks[i]
	}
	return render.NoMark
}
