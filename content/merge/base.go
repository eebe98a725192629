package merge

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// Round returns the sheets of an issue that the project kept.
func Round(issued *content.IssuedRound) []*Sheet {
	byName := map[string]*Sheet{}
	var sheets []*Sheet
	for _, r := range issued.Rows {
		s := byName[r.Sheet.Value]
		if s == nil {
			s = &Sheet{Name: r.Sheet.Value}
			byName[s.Name] = s
			sheets = append(sheets, s)
		}
		row := &Row{ID: r.ID.Value, Cells: map[string]string{}, Hashes: map[string]string{}}
		for _, cell := range r.Values {
			row.Cells[cell.Column] = cell.Text
		}
		for _, cell := range r.Generated {
			row.Hashes[cell.Column] = cell.Text
		}
		row.taken = words(r.Taken)
		s.add(row)
	}
	return sheets
}

// Book returns the sheets of a workbook as it was issued.
func Book(e *content.Engagement, list []*requests.Request, book *returned.Book) []*Sheet {
	c := &comparer{Input: &Input{Engagement: e, Requests: list, Book: book}, plan: &Plan{}, find: requests.Finder(list), bySet: map[string]*Sheet{}}
	var sheets []*Sheet
	for _, s := range Present(e, list) {
		t := c.locate(s)
		if t == nil {
			continue
		}
		issued := &Sheet{Name: s.Name, Columns: s.Columns}
		for _, row := range t.rows {
			id := row.Cell(t.at[s.Columns[0]]).Text
			if id == "" || issued.row(id) != nil {
				continue
			}
			next := &Row{ID: id, Cells: map[string]string{}}
			for col, x := range t.at {
				next.Cells[col.Key] = row.Cell(x).Text
				if col.Value == requests.DateValue {
					next.Cells[col.Key], _, _ = dateOf(row.Cell(x))
				}
			}
			issued.add(next)
		}
		sheets = append(sheets, issued)
	}
	return append(sheets, sheetsShown(book)...)
}

// Issue returns what is to be kept of the list when it is issued, as the rows
// of a round, and a hash of all of it. The book is the workbook with all that
// nobody fills in.
func Issue(e *content.Engagement, list []*requests.Request, book *returned.Book) (rows [][]tomlfile.Pair, sum string) {
	c := &comparer{Input: &Input{Engagement: e, Requests: list}, find: requests.Finder(list)}
	digest := sha256.New()
	for _, s := range Present(e, list) {
		for _, row := range s.Rows {
			values, generated := []tomlfile.Pair{}, []tomlfile.Pair{}
			for _, col := range s.Columns[1:] {
				text := row.Cells[col.Key]
				if col.Computed || text == "" {
					continue
				}
				fmt.Fprintf(digest, "%q %q %q %q\n", s.Name, row.ID, col.Key, text)
				if col.Filled() || isAdded(col) {
					values = append(values, tomlfile.Pair{Key: col.Key, Value: text})
				} else {
					generated = append(generated, tomlfile.Pair{Key: col.Key, Value: hash(c.value(col, text))})
				}
			}
			rows = append(rows, []tomlfile.Pair{{Key: "sheet", Value: s.Name}, {Key: "id", Value: row.ID},
				{Key: "values", Value: values}, {Key: "generated", Value: generated}})
		}
	}
	for _, row := range keptShown(book) {
		fmt.Fprintf(digest, "%q\n", row)
		rows = append(rows, row)
	}
	return rows, hex.EncodeToString(digest.Sum(nil))[:16]
}
