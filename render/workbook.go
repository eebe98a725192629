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

	Properties []Property // of the document, beside the usual ones
}

// A Property is a custom property of the document: what a program that gets
// the workbook back can know it by.
type Property struct{ Name, Value string }

// ListSheet is the name of the sheet with the values of drop-downs, one list a
// column.
const ListSheet = "Lists"

// A Sheet holds a letter (Read me), a board (Dashboard) or one table.
type Sheet struct {
	Name    string
	Letter  []LetterLine // Read me
	Board   *Board       // Dashboard
	Intro   string       // one line above the table, or ""
	Sides   []string     // a band above the heads: what stands over the columns of each Side; nil: no band
	Columns []SheetColumn
	Rows    []SheetRow
	Freeze  int  // columns kept in view at the left, with the head; repeated on printed pages
	Printed int  // columns that paper shows, from the left, one page wide; 0: all
	Filter  bool // table with filter buttons
	Turned  bool // column heads turned 90°: the matrix
	Notes   []Note
}

// A Note is a comment at a cell.
type Note struct {
	Row, Column int // of Rows and Columns
	Author      string
	Text        string
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

// The sides of a request list, and what is beside them.
const (
	ToolSide Side = iota
	CompanySide
	AuditorSide
	AddedSide // columns that people added, which the list only keeps
	BothSides
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

	// Formula computes the cells, which hold what it gives on the date of the
	// draft. In it and in Warn, [Due on] is the row's cell below that head.
	Formula string
	Warn    string // condition by which a cell is bold in the colour of exceptions
	Range   string // name of the column's cells, for the formulas of a Board

	Links string            // sheet: a cell of one line links to the row of the first id in it
	To    map[string]string // where an id or mark leads to the row of another id
}

// A ValueTone gives the cells that hold exactly Value a pale fill.
type ValueTone struct {
	Value string
	Tone  Tone
}

// Tone is a pale fill, or the colour of a bar, that doubles what a status says.
type Tone uint8

// The tones of a status.
const (
	ToneNone Tone = iota
	ToneGrey
	ToneBlue
	ToneAmber
	ToneGreen
	ToneRed
	ToneAccent // in charts
)

// A SheetRow is one row.
type SheetRow struct {
	Cells []SheetCell // one for each column
}

// A SheetCell is one value. The zero cell is empty. It is small, since a sheet
// may have a million.
type SheetCell struct {
	Text   string
	Number int // NumberCell, with IsNum
	Date   Day // DateCell
	IsNum  bool
	Alert  bool // in the colour of exceptions; the text says so too
}

// A Day is a date as spreadsheets count: days since December 30, 1899. The zero
// day is none.
type Day int32

// dayZero is the day before the first that spreadsheets agree on.
var dayZero = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// DayOf returns the day of the time in UTC.
func DayOf(t time.Time) Day { return Day(t.UTC().Sub(dayZero) / (24 * time.Hour)) }

// Time returns the day's first moment in UTC.
func (d Day) Time() time.Time { return dayZero.AddDate(0, 0, int(d)) }
