package layout

import (
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/structure"
)

// A matrixTable is the elements of a band of a matrix, which is a table: the
// controls head its columns, the criteria its rows, and a drawn mark stands for
// words.
type matrixTable struct {
	body   int32
	series int32
	heads  []int32 // of the controls
	rows   []matrixCells
	row    matrixCells // in hand
}

// matrixCells is the elements of a row.
type matrixCells struct {
	id, title, note, through int32
	marks                    []int32
}

// enterTable starts the table of a band with its head.
func (s *matrixSheet) enterTable(controls []int) {
	c := s.p.c
	s.table = matrixTable{}
	table := c.part(s.element, structure.Table)
	head := c.part(c.part(table, structure.THead), structure.TR)
	c.in = head
	c.enterHead(structure.Column, 2)
	s.table.series = c.in
	for _, control := range controls {
		c.in = head
		c.enterHead(structure.Column, 1)
		node := c.in
		if s.m.Controls[control].Link != "" {
			node = c.linkElement()
		}
		s.table.heads = append(s.table.heads, node)
	}
	for len(s.table.heads) < s.columns(controls) {
		s.table.heads = append(s.table.heads, c.part(head, structure.TD))
	}
	c.part(head, structure.TD) // over what is addressed through others
	s.table.body = c.part(table, structure.TBody)
}

// columns returns how many columns stand between title and last column: where
// no control is mapped there is room for a note.
func (s *matrixSheet) columns(controls []int) int { return max(len(controls), 1) }

// enterRow adds a criterion's row to the table of the band.
func (s *matrixSheet) enterRow(r *render.MatrixRow, controls []int) {
	c := s.p.c
	row := c.part(s.table.body, structure.TR)
	var cells matrixCells
	c.in = row
	c.enterHead(structure.Row, 1)
	cells.id = c.in
	cells.title = c.part(row, structure.TD)
	if r.Note != "" && !s.marked(r, controls) {
		c.in = row
		c.enterCell(s.columns(controls))
		cells.note = c.in
	} else {
		for range s.columns(controls) {
			cells.marks = append(cells.marks, c.part(row, structure.TD))
		}
	}
	cells.through = c.part(row, structure.TD)
	if cells.note == 0 {
		cells.note = cells.title
	}
	s.table.rows = append(s.table.rows, cells)
	s.table.row = cells
}

// marked reports whether a row has a mark in one of the columns.
func (s *matrixSheet) marked(r *render.MatrixRow, controls []int) bool {
	for _, control := range controls {
		if control < len(r.Marks) && r.Marks[control] != render.NoMark {
			return true
		}
	}
	return false
}

// stands gives the shapes of a mark to its cell, with the words that they stand
// for.
func (s *matrixSheet) stands(items []Item, column int, m render.Mark) {
	if len(items) == 0 || column >= len(s.table.row.marks) {
		return
	}
	cell := s.table.row.marks[column]
	s.p.c.tree.At(cell).Actual = spoken[m]
	for i := range items {
		items[i].Node = cell
	}
}

// spoken is what a mark stands for.
var spoken = [...]string{render.Mapped: "mapped", render.Exception: "exception", render.Pending: "result pending"}
