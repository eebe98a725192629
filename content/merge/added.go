package merge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/returned"
)

// The limits of a sheet that is kept: it stands in a source from then on.
const (
	keptRows    = 2000
	keptColumns = 100
	keptBytes   = 1 << 20
	keptSheets  = 50
)

// An AddedSheet is a sheet that somebody added or changed.
type AddedSheet struct {
	Name string
	Rows [][]string

	have *content.AddedSheet // that it replaces, or nil
}

// addedSheets keeps the sheets that are not ours.
func (c *comparer) addedSheets(known map[*returned.Sheet]bool) {
	c.notesElsewhere(known)
	kept := len(c.Engagement.RequestList.AddedSheets)
	for _, sheet := range c.Book.Sheets {
		if known[sheet] || c.isOurs(sheet.Name) || len(sheet.Rows) == 0 {
			continue
		}
		for _, row := range sheet.Rows {
			for _, cell := range row.Cells {
				if cell.Formula && cell.Text == "" {
					c.report(place(sheet.Name, cell.Column, row.Number), "the cell has a formula whose value was not saved", "open the file in a spreadsheet program and save it, or write the value")
				}
			}
		}
		rows, problem := textOf(sheet)
		have := c.addedSheet(sheet.Name)
		if have == nil && problem == "" {
			if kept++; kept > keptSheets {
				problem = fmt.Sprintf("it is beyond the %d sheets that are kept", keptSheets)
			}
		}
		switch {
		case problem != "":
			c.report(sheet.Name, "the sheet is not ours and is not kept: "+problem, "keep it in a file of its own")
		case have == nil || !slices.EqualFunc(trimmed(have.Rows), rows, func(a []content.Text, b []string) bool { return slices.Equal(words(a), b) }):
			c.plan.Sheets = append(c.plan.Sheets, &AddedSheet{Name: sheet.Name, Rows: rows, have: have})
		}
	}
}

func (c *comparer) addedSheet(name string) *content.AddedSheet {
	for _, s := range c.Engagement.RequestList.AddedSheets {
		if sameName(s.Name.Value, name) {
			return s
		}
	}
	return nil
}

// textOf returns the cells of a sheet as text, with the empty ones between.
func textOf(sheet *returned.Sheet) (rows [][]string, problem string) {
	size, above := 0, 0
	for i, row := range sheet.Rows {
		if i == 0 && lettered(row) {
			above = 1
			continue
		}
		row := &returned.Row{Number: row.Number - above, Cells: row.Cells}
		if row.Number > keptRows || row.Cells[len(row.Cells)-1].Column > keptColumns {
			return nil, fmt.Sprintf("it has more than %d rows or %d columns", keptRows, keptColumns)
		}
		for len(rows) < row.Number {
			rows = append(rows, nil)
		}
		for _, cell := range row.Cells {
			for len(rows[row.Number-1]) < cell.Column {
				rows[row.Number-1] = append(rows[row.Number-1], "")
			}
			text := whole(cell.Text)
			rows[row.Number-1][cell.Column-1] = text
			if size += len(text); size > keptBytes {
				return nil, fmt.Sprintf("it holds more than %d bytes", keptBytes)
			}
		}
	}
	for len(rows) > 0 && strings.Join(rows[len(rows)-1], "") == "" {
		rows = rows[:len(rows)-1]
	}
	return rows, ""
}

// trimmed returns rows without the empty ones at their end: a sheet that got
// shorter has such.
func trimmed(rows [][]content.Text) [][]content.Text {
	for len(rows) > 0 && strings.Join(words(rows[len(rows)-1]), "") == "" {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// lettered reports whether a row only names the columns, as the row that the
// list puts above a sheet without heads.
func lettered(row *returned.Row) bool {
	for i, cell := range row.Cells {
		if row.Number != 1 || cell.Column != i+1 || cell.Text != letters(i+1) {
			return false
		}
	}
	return true
}
