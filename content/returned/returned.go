// Package returned holds what stands in a workbook that came back, as plain
// rows of cells: what a reader of workbooks fills and a merge compares. It has
// no code but what tells its own facts.
package returned

import "time"

// A Book is a workbook that somebody may have worked on in any program.
type Book struct {
	Sheets     []*Sheet
	Properties map[string]string // custom document properties
	Outside    bool              // it has links to other files, which are not followed
}

// Sheet returns the sheet of the name, or nil.
func (b *Book) Sheet(name string) *Sheet {
	for _, s := range b.Sheets {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// A Sheet is one sheet. A sheet that the reader was told to leave out has its
// name only.
type Sheet struct {
	Name          string
	Hidden        bool
	Rows          []*Row // those with something in them, from top to bottom
	HiddenColumns []int  // 1 for A, ascending
	Filtered      bool
	Merged        []Area
	Notes         []Note // in the order of the file: replies follow what they answer
}

// A Row is one row of a sheet.
type Row struct {
	Number int // 1 for the first
	Hidden bool
	Cells  []Cell // those with something in them, from left to right
}

// Cell returns the cell in a column, the zero Cell where it is empty.
func (r *Row) Cell(column int) Cell {
	for _, c := range r.Cells {
		if c.Column == column {
			return c
		}
	}
	return Cell{}
}

// Kind is what a cell holds.
type Kind uint8

// The kinds of cells.
const (
	Text Kind = iota
	Number
	Date
	Truth
	Fault // an error value: "#REF!"
)

// A Cell is one cell with its value; of a formula, the value that the last
// program computed.
type Cell struct {
	Column  int // 1 for A
	Kind    Kind
	Text    string // as text: of a number "12.5", of a date "2026-06-30"
	Number  float64
	Date    time.Time // of a Date
	Formula bool
	Link    string // where a link on the cell leads: an address, or "#" and a place in the workbook
}

// An Area is a rectangle of cells.
type Area struct{ FirstRow, FirstColumn, LastRow, LastColumn int }

// A Note is a comment at a cell. Who wrote it is not kept.
type Note struct {
	Row, Column int
	Text        string
	On          time.Time // zero where the program does not keep it
	Reply       bool      // to the note before it
	Resolved    bool
}
