package content

import "github.com/socdraft/socdraft/content/diag"

// An IssuedRound is what stood in the workbook when it was issued: what a
// merge compares with what comes back. The tool writes it.
type IssuedRound struct {
	Number Int
	On     Date
	Issue  Text // hash of what was issued
	Rows   []*IssuedRow
	Span   diag.Span
}

// An IssuedRow is one row of a sheet. Of columns that nobody fills the hashes
// are kept, to tell whether somebody wrote there.
type IssuedRow struct {
	Sheet     Text
	ID        Text
	Values    []IssuedCell
	Generated []IssuedCell
	Taken     []Text // columns and hashes of what merges of this round took since
}

// An IssuedCell is the text or the hash of a cell, by the key of its column.
type IssuedCell struct{ Column, Text string }

// An AddedColumn is a column that somebody added to a sheet of the workbook. It
// is kept when the workbook is written again.
type AddedColumn struct {
	Sheet Text
	Head  Text
	Cells []AddedCell
	Span  diag.Span
}

// An AddedCell is a cell of an added column, in the row of an id.
type AddedCell struct{ Row, Text Text }

// An AddedSheet is a sheet that somebody added to the workbook, as text.
type AddedSheet struct {
	Name Text
	Rows [][]Text
	Span diag.Span
}
