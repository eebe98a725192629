package render

import "time"

// A Workbook is a spreadsheet before it is written.
type Workbook struct {
	Name   string    // "request-list"
	Title  string    // for the document properties
	Date   time.Time // of the draft; zero is the epoch
	Status string    // status line of Read me and the print headers: "DRAFT · …"
	Footer string    // print footer, left: organization
	Sheets []*Sheet
}

// A Sheet holds either a letter (Read me) or one table.
type Sheet struct {
	Name    string
	Letter  []LetterLine // Read me
	Intro   string       // one line above the table, or ""
	Columns []SheetColumn
	Rows    []SheetRow
	Freeze  int  // columns kept in view at the left, with the head
	Filter  bool // table with filter buttons
	Turned  bool // column heads turned 90°: the matrix
}

// A LetterLine is a line of a letter: a title, a heading, a fact or text.
type LetterLine struct {
	Kind  LetterKind
	Label string // of a fact
	Text  string
}

// LetterKind is what a line of a letter is.
type LetterKind uint8

// The kinds of a letter's lines.
const (
	LetterTitle LetterKind = iota
	LetterStatus
	LetterHeading
	LetterFact
	LetterText
	LetterSpace
)

// CellKind is how a column's cells are written.
type CellKind uint8

// The kinds of cells. All but dates and numbers are strings, never formulas.
const (
	TextCell CellKind = iota
	DateCell
	NumberCell
	MarkCell // centred: the matrix
)

// Side tells who fills a column.
type Side uint8

// The sides of a request list.
const (
	ToolSide Side = iota
	CompanySide
	AuditorSide
)

// A SheetColumn is a column of a sheet's table.
type SheetColumn struct {
	Head  string // unique in its sheet, whatever the case
	Kind  CellKind
	Side  Side
	Width int    // characters; 0: by content, capped at 60
	List  string // name of the list on sheet Lists that the drop-down offers, or ""
	Bold  bool
	Help  string // input hint of the cells, or ""
}

// A SheetRow is one row.
type SheetRow struct {
	Cells []SheetCell // one for each column
}

// A SheetCell is one value. The zero cell is empty.
type SheetCell struct {
	Text   string
	Date   time.Time // DateCell
	Number int       // NumberCell, with IsNum
	IsNum  bool
	Sheet  string // link: sheet and the key in its first column
	Key    string
}
