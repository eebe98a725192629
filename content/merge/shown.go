package merge

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content/returned"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// shownSheets are sheets that nobody fills in and people write into all the
// same: what they wrote is not taken and must not be lost without a word.
var shownSheets = []string{"Populations", "Samples", "Controls"}

// mostShown is how many rows of such a sheet are reported one by one.
const mostShown = 10

// keptShown returns the rows to keep, when a workbook is issued, of the sheets that
// nobody fills in.
func keptShown(book *returned.Book) [][]tomlfile.Pair {
	var rows [][]tomlfile.Pair
	for _, s := range sheetsShown(book) {
		for _, row := range s.Rows {
			rows = append(rows, []tomlfile.Pair{{Key: "sheet", Value: s.Name}, {Key: "id", Value: row.ID}})
		}
	}
	return rows
}

// sheetsShown returns these sheets with a row for each different one of the
// workbook, known by a hash.
func sheetsShown(book *returned.Book) []*Sheet {
	var sheets []*Sheet
	for _, name := range shownSheets {
		s := &Sheet{Name: name}
		if sheet := book.Sheet(name); sheet != nil {
			for _, row := range sheet.Rows {
				if id := hash(rowWords(row)); s.row(id) == nil {
					s.add(&Row{ID: id})
				}
			}
		}
		sheets = append(sheets, s)
	}
	return sheets
}

// rowWords joins what a row says, without what programs compute.
func rowWords(row *returned.Row) string {
	var all []string
	for _, cell := range row.Cells {
		if text := plain(cell.Text); text != "" && !cell.Formula {
			all = append(all, text)
		}
	}
	return strings.Join(all, " · ")
}

// shown reports the rows that are not as they were issued.
func (c *comparer) shown() {
	for _, name := range shownSheets {
		base, sheet := c.bySet[name], c.Book.Sheet(name)
		if base == nil || sheet == nil {
			continue
		}
		n := 0
		for _, row := range sheet.Rows {
			text := rowWords(row)
			if text == "" || base.row(hash(text)) != nil {
				continue
			}
			if n++; n <= mostShown {
				c.report(place(sheet.Name, row.Cells[0].Column, row.Number), fmt.Sprintf("the row is not as it was issued, and nobody fills this sheet in: %q", text),
					"it is not taken; write it into the sources, or say it in the sheet Requests")
			}
		}
		if n > mostShown {
			c.report(sheet.Name, fmt.Sprintf("%d more rows are not as they were issued", n-mostShown), "compare the sheet with the issue")
		}
	}
}
