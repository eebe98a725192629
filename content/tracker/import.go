package tracker

import (
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/merge"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// maxAsked is how many new requests one list may ask for: more are a population
// and no list of requests.
const maxAsked = 5000

// A Taken is somebody's list in the columns of ours.
type Taken struct {
	List    merge.List
	Reports []merge.Report // what does not fit
}

// Take puts a list into the columns of ours by the map. What the map names and
// the file does not have becomes findings at the map; there is nothing then.
func (m *Map) Take(book *returned.Book, e *content.Engagement, list []*requests.Request, found *diag.List) (*Taken, error) {
	sheet, head := m.locate(book, found)
	if sheet == nil {
		return nil, nil
	}
	t := &taker{Map: m, e: e, list: list, find: requests.Finder(list), sheet: sheet, head: head, out: &Taken{}}
	if !t.places(found) {
		return nil, nil
	}
	t.unmapped()
	t.rows()
	t.misfits()
	return t.out, t.limit()
}

// locate finds the sheet and the row of the heads.
func (m *Map) locate(book *returned.Book, found *diag.List) (best *returned.Sheet, head int) {
	var names []string
	most := 0
	for _, s := range book.Sheets {
		names = append(names, s.Name)
		if m.sheet.Value != "" && fold(s.Name) != fold(m.sheet.Value) {
			continue
		}
		for i, row := range s.Rows {
			if m.headRow == 0 && i == headRows {
				break
			}
			if m.headRow != 0 && row.Number != m.headRow {
				continue
			}
			if n := m.known(row); n > most {
				best, head, most = s, row.Number, n
			}
		}
	}
	if best != nil {
		return best, head
	}
	span := m.columns[0].head.Span
	switch {
	case m.sheet.Value != "" && !slices.ContainsFunc(names, func(name string) bool { return fold(name) == fold(m.sheet.Value) }):
		f := found.Add(tomlfile.UnknownValue, m.sheet.Span, "the file has no sheet %q", m.sheet.Value)
		if near := diag.Nearest(m.sheet.Value, names); near != "" {
			f.Suggest("a similar one is %q", near)
		} else {
			f.Suggest("it has: %s", quotedList(names))
		}
	case m.headRow != 0:
		found.Add(tomlfile.UnknownValue, m.headAt, "row %d holds none of the heads that are mapped", m.headRow).Suggest("leave head_row out to have it found")
	default:
		f := found.Add(tomlfile.UnknownValue, span, "none of the heads that are mapped is in the first %d rows of the file", headRows)
		if near := diag.Nearest(m.columns[0].head.Value, topTexts(book)); near != "" {
			f.Suggest("a similar text is %q", near)
		} else {
			f.Suggest("run the import without --map to see its heads")
		}
	}
	return nil, 0
}

// topTexts returns what stands in the rows in which heads are looked for.
func topTexts(book *returned.Book) (texts []string) {
	for _, s := range book.Sheets {
		for _, row := range s.Rows[:min(headRows, len(s.Rows))] {
			for _, cell := range row.Cells {
				texts = append(texts, oneLine(cell.Text))
			}
		}
	}
	return texts
}

// known counts the mapped heads in a row.
func (m *Map) known(row *returned.Row) (n int) {
	for _, c := range m.columns {
		if slices.ContainsFunc(row.Cells, func(cell returned.Cell) bool { return fold(cell.Text) == fold(c.head.Value) }) {
			n++
		}
	}
	return n
}

// A taker makes one Taken.
type taker struct {
	*Map
	e     *content.Engagement
	list  []*requests.Request
	find  func(string) *requests.Request
	sheet *returned.Sheet
	head  int
	out   *Taken

	at      map[int]*requests.Column // by column of theirs
	strange []misfit                 // in the order of the file
	fresh   int                      // rows without a request
}

func (t *taker) report(where, what, help string) {
	t.out.Reports = append(t.out.Reports, merge.Report{Where: where, What: what, Help: help})
}

func (t *taker) place(column, row int) string { return merge.Place(t.sheet.Name, column, row) }

// headCells returns the cells of the heads.
func (t *taker) headCells() []returned.Cell {
	for _, row := range t.sheet.Rows {
		if row.Number == t.head {
			return row.Cells
		}
	}
	return nil
}

// places finds each mapped column by its head.
func (t *taker) places(found *diag.List) bool {
	t.at = map[int]*requests.Column{}
	t.out.List = merge.List{Head: t.head, At: map[string]int{}}
	ok := true
	for _, c := range t.columns {
		var at []int
		var heads []string
		for _, cell := range t.headCells() {
			heads = append(heads, oneLine(cell.Text))
			if fold(cell.Text) == fold(c.head.Value) {
				at = append(at, cell.Column)
			}
		}
		switch len(at) {
		case 1:
			t.at[at[0]] = c.column
			t.out.List.At[c.column.Key] = at[0]
			continue
		case 0:
			f := found.Add(tomlfile.UnknownValue, c.head.Span, "the file has no column %q", c.head.Value)
			if near := diag.Nearest(c.head.Value, heads); near != "" {
				f.Suggest("a similar one is %q", near)
			} else {
				f.Suggest("it has: %s", quotedList(heads))
			}
		default:
			found.Add(tomlfile.UnknownValue, c.head.Span, "%d columns of the file are headed %q: %s and %s", len(at), c.head.Value, t.place(at[0], t.head), t.place(at[1], t.head)).
				Suggest("give each a head of its own in the file")
		}
		ok = false
	}
	return ok
}

// unmapped reports the columns with something in them that the map leaves out.
func (t *taker) unmapped() {
	heads, filled := map[int]string{}, map[int]int{}
	var order []int
	for _, row := range t.sheet.Rows {
		for _, cell := range row.Cells {
			switch {
			case t.at[cell.Column] != nil || row.Number < t.head:
			case row.Number == t.head:
				heads[cell.Column] = oneLine(cell.Text)
			case strings.TrimSpace(cell.Text) != "":
				if filled[cell.Column] == 0 {
					order = append(order, cell.Column)
				}
				filled[cell.Column]++
			}
		}
	}
	slices.Sort(order)
	for _, x := range order {
		what := fmt.Sprintf("the column %q is not mapped", heads[x])
		if heads[x] == "" {
			what = "a column without a head cannot be mapped"
		}
		cells := "1 cell of it is"
		if n := filled[x]; n != 1 {
			cells = fmt.Sprintf("%d cells of it are", n)
		}
		t.report(t.place(x, t.head), what, cells+" not taken")
	}
}

// rows translates the rows and finds the request of each.
func (t *taker) rows() {
	sheet := *t.sheet
	sheet.Rows = nil
	for _, row := range t.sheet.Rows {
		if row.Number <= t.head {
			continue
		}
		next := &returned.Row{Number: row.Number, Hidden: row.Hidden}
		for _, cell := range row.Cells {
			if col := t.at[cell.Column]; col != nil {
				if cell, ok := t.cell(col, cell, row.Number); ok {
					next.Cells = append(next.Cells, cell)
				}
			}
		}
		if len(next.Cells) > 0 {
			sheet.Rows = append(sheet.Rows, next)
		}
	}
	t.out.List.Sheet = &sheet
	t.identify(&sheet)
}

// limit refuses a file that is no list of requests.
func (t *taker) limit() error {
	if t.fresh > maxAsked {
		return fmt.Errorf("it asks for %d new requests, more than the %d of one list: is it a population, or the wrong sheet?", t.fresh, maxAsked)
	}
	return nil
}

func quotedList(texts []string) string {
	const most = 12
	var all []string
	for i, text := range texts {
		if i == most {
			all = append(all, fmt.Sprintf("%d more", len(texts)-most))
			break
		}
		all = append(all, fmt.Sprintf("%q", text))
	}
	return strings.Join(all, ", ")
}
