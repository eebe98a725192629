package merge

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// headRows is how far down the heads of a sheet are looked for: people put
// lines of their own above them.
const headRows = 40

// A table is where a sheet of ours stands in the workbook that came back.
type table struct {
	name    string // of the sheet of ours
	sheet   *returned.Sheet
	head    int                      // row of the heads
	at      map[*requests.Column]int // column of each of ours that is there
	columns map[int]*requests.Column // the same the other way
	rows    []*returned.Row          // below the heads
	merged  map[[2]int]bool          // cells that a merged one covers, by row and column
	owner   map[int]string           // request that a row is of, by its number; "" for a refused row
	copied  map[int]*copied          // rows that were copied to ask for something else, by their number
}

// locate finds a sheet of ours, or reports that it is not there.
func (c *comparer) locate(s *Sheet) *table {
	var best *table
	for _, sheet := range c.Book.Sheets {
		t := c.heads(s, sheet)
		if t == nil {
			continue
		}
		if sameName(sheet.Name, s.Name) {
			best = t
			break
		}
		if best == nil && len(t.at)*2 > len(s.Columns) && !c.isOurs(sheet.Name) {
			best = t
		}
	}
	if best == nil {
		if c.bySet[s.Name] != nil && len(c.bySet[s.Name].Rows) > 0 || s.Name == requestSheet {
			c.report(s.Name, "the sheet is not in the file, or has no column "+quoted(s.Columns[0].Head), "nothing is taken from it; ask for the whole workbook")
		}
		return nil
	}
	if !sameName(best.sheet.Name, s.Name) {
		c.report(best.sheet.Name, fmt.Sprintf("the sheet is taken for %q", s.Name), "")
	}
	c.columns(s, best)
	best.below()
	return best
}

func sameName(a, b string) bool { return strings.EqualFold(oneLine(a), oneLine(b)) }

// isOurs reports whether a sheet bears the name of one that the workbook had.
func (c *comparer) isOurs(name string) bool {
	for _, known := range sheetNames {
		if sameName(name, known) {
			return true
		}
	}
	return false
}

// sheetNames are those of the workbook as it is issued.
var sheetNames = []string{"Read me", "Dashboard", requestSheet, "Populations", "Samples", walkthroughSheet, "Evidence", "Controls", "Matrix",
	pointSheet, "Change log", "Lists"}

// Issued reports whether the workbook as it is issued has a sheet of the name,
// and whether people fill it in.
func Issued(name string) (issued, filled bool) {
	for _, known := range sheetNames {
		if sameName(name, known) {
			return true, known == requestSheet || known == walkthroughSheet || known == pointSheet
		}
	}
	return false, false
}

// heads finds the row in which most heads of ours stand, with that of the ids
// among them; nil where there is none.
func (c *comparer) heads(s *Sheet, sheet *returned.Sheet) *table {
	var best *table
	for i, row := range sheet.Rows {
		if i == headRows {
			break
		}
		t := &table{name: s.Name, sheet: sheet, head: row.Number, at: map[*requests.Column]int{}, columns: map[int]*requests.Column{}, merged: map[[2]int]bool{},
			owner: map[int]string{}, copied: map[int]*copied{}}
		for _, cell := range row.Cells {
			for _, col := range s.Columns {
				if _, taken := t.at[col]; !taken && sameName(cell.Text, col.Head) {
					t.at[col], t.columns[cell.Column] = cell.Column, col
					break
				}
			}
		}
		if _, ok := t.at[s.Columns[0]]; ok && (best == nil || len(t.at) > len(best.at)) {
			best = t
		}
	}
	return best
}

// columns settles the heads that are not ours: renamed ones, and columns that
// somebody added.
func (c *comparer) columns(s *Sheet, t *table) {
	var row *returned.Row
	for _, r := range t.sheet.Rows {
		if r.Number == t.head {
			row = r
		}
	}
	var missing []string
	byHead := map[string]*requests.Column{}
	for _, col := range s.Columns {
		if _, ok := t.at[col]; !ok {
			missing = append(missing, col.Head)
			byHead[col.Head] = col
		}
	}
	for _, cell := range row.Cells {
		head := oneLine(cell.Text)
		if t.columns[cell.Column] != nil || head == "" {
			continue
		}
		where := place(t.sheet.Name, cell.Column, t.head)
		if col := byHead[diag.Nearest(head, missing)]; col != nil && !isAdded(col) && t.columns[cell.Column] == nil {
			if _, taken := t.at[col]; !taken {
				t.at[col], t.columns[cell.Column] = cell.Column, col
				c.report(where, fmt.Sprintf("the column %q is taken for %q", head, col.Head), "")
				continue
			}
		}
		if twice(s, head) || len(head) > 255 {
			c.report(where, fmt.Sprintf("a second column is headed %q", head), "nothing is taken from it; give it a head of its own")
			continue
		}
		col := &requests.Column{Key: addedPrefix + head, Head: head}
		s.Columns = append(s.Columns[:len(s.Columns):len(s.Columns)], col)
		t.at[col], t.columns[cell.Column] = cell.Column, col
	}
	for _, col := range s.Columns {
		if _, ok := t.at[col]; !ok && col.Filled() && (c.from(col.Side) || col.Side == requests.BothSides || col.Side == requests.Raiser) {
			c.report(t.sheet.Name, fmt.Sprintf("the column %q is not there", col.Head), "nothing is taken from it; its cells stay as they are")
		}
	}
}

// twice reports whether the sheet has a column of the head.
func twice(s *Sheet, head string) bool {
	for _, col := range s.Columns {
		if sameName(col.Head, head) {
			return true
		}
	}
	return false
}

// below takes the rows below the heads, and marks what merged cells cover.
func (t *table) below() {
	for _, row := range t.sheet.Rows {
		if row.Number > t.head {
			t.rows = append(t.rows, row)
		}
	}
	budget := 100_000
	for _, a := range t.sheet.Merged {
		for y := max(a.FirstRow, t.head); y <= a.LastRow; y++ {
			for x := a.FirstColumn; x <= a.LastColumn; x++ {
				if budget--; budget < 0 {
					return
				}
				if y != a.FirstRow || x != a.FirstColumn {
					t.merged[[2]int{y, x}] = true
				}
			}
		}
	}
}

// place names a cell: "Requests!W14".
func place(sheet string, column, row int) string {
	return fmt.Sprintf("%s!%s%d", sheet, letters(column), row)
}

// letters returns how spreadsheets name a column: A, Z, AA.
func letters(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

func quoted(text string) string { return fmt.Sprintf("%q", text) }

// Place names a cell, "Requests!W14"; of column 0, the row.
func Place(sheet string, column, row int) string { return place(sheet, column, row) }
