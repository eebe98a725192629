package render

import "time"

// A Workbook is a spreadsheet before it is written.
type Workbook struct {
	Name   string    // "request-list"
	Title  string    // for the document properties
	Date   time.Time // of the draft; zero is the epoch
	Status string    // status line of Read me and the print headers: "DRAFT · …"
	Footer string    // print footer, left: organization
	Paper  Paper
	Sheets []*Sheet
}

// ListSheet is the name of the sheet with the values of drop-downs, one list a
// column.
const ListSheet = "Lists"

// A Sheet holds either a letter (Read me) or one table.
type Sheet struct {
	Name    string
	Letter  []LetterLine // Read me
	Intro   string       // one line above the table, or ""
	Sides   []string     // a band above the heads: what stands over the columns of each Side; nil: no band
	Columns []SheetColumn
	Rows    []SheetRow
	Freeze  int  // columns kept in view at the left, with the head; repeated on printed pages
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
	List  string // head of the column of sheet ListSheet that the drop-down offers, or ""
	Open  bool   // the drop-down suggests; other values are allowed
	Bold  bool
	Help  string // input hint of the cells, or ""
	Tones []ValueTone
	Due   *Due // of a date column, or nil
}

// A ValueTone gives the cells that hold exactly Value a pale fill.
type ValueTone struct {
	Value string
	Tone  Tone
}

// Tone is a pale fill that doubles what a status says.
type Tone uint8

// The tones of a status.
const (
	ToneGrey Tone = iota
	ToneBlue
	ToneAmber
	ToneGreen
)

// Due marks dates that have passed while the row is not done.
type Due struct {
	Status string   // head of the column that tells
	Done   []string // its values by which the row is done
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
	Sheet  string // link: sheet and the key in its first column; for texts of one line
	Key    string
	Alert  bool // in the colour of exceptions; the text says so too
}
