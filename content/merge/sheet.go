package merge

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
)

// RequestSheet is the name of the sheet with the requests.
const RequestSheet = "Requests"

// Names of the sheets that people fill in.
const (
	requestSheet     = RequestSheet
	walkthroughSheet = "Walkthroughs"
	pointSheet       = "Open points"
)

// A Sheet is a sheet that people fill in, as the sources say it or as it was
// issued.
type Sheet struct {
	Name    string
	Columns []*requests.Column // the first holds the ids
	Rows    []*Row

	byID map[string]*Row
}

// A Row is one row of a sheet.
type Row struct {
	ID     string
	Cells  map[string]string // text by key of the column
	Hashes map[string]string // of what nobody fills, where the text is not known

	taken []string // columns and hashes of what merges of the round took since

	request *requests.Request
	point   *content.OpenPoint
	meeting *content.WalkthroughRecord
}

// row returns the row of the id, or nil.
func (s *Sheet) row(id string) *Row {
	if s == nil {
		return nil
	}
	if s.byID == nil {
		s.byID = make(map[string]*Row, len(s.Rows))
		for _, r := range s.Rows {
			if s.byID[r.ID] == nil {
				s.byID[r.ID] = r
			}
		}
	}
	return s.byID[id]
}

// add adds a row.
func (s *Sheet) add(r *Row) {
	if s.byID == nil {
		s.byID = map[string]*Row{}
	}
	s.Rows, s.byID[r.ID] = append(s.Rows, r), r
}

// Present returns the sheets as the sources say them now.
func Present(e *content.Engagement, list []*requests.Request) []*Sheet {
	main := &Sheet{Name: requestSheet, Columns: requests.Columns}
	for _, r := range list {
		row := &Row{ID: r.ID, Cells: map[string]string{}, request: r}
		for _, c := range requests.Columns {
			row.Cells[c.Key] = c.Text(r)
		}
		main.Rows = append(main.Rows, row)
	}
	sheets := []*Sheet{main, meetings(e, list), points(e, list)}
	for _, s := range sheets {
		withAdded(e, s)
	}
	return sheets
}

// meetings returns the walkthroughs. A request with several meetings has no
// row: which of them a row that came back means is not certain.
func meetings(e *content.Engagement, list []*requests.Request) *Sheet {
	sheet := &Sheet{Name: walkthroughSheet, Columns: requests.WalkthroughColumns}
	find, held := requests.Finder(list), map[*requests.Request][]*content.WalkthroughRecord{}
	for _, w := range e.RequestList.Walkthroughs {
		if r := find(w.Request.Value); r != nil {
			held[r] = append(held[r], w)
		}
	}
	for _, r := range list {
		if len(held[r]) > 1 || r.Kind != requests.Walkthrough && len(held[r]) == 0 {
			continue
		}
		row := &Row{ID: r.ID, Cells: map[string]string{"id": r.ID}, request: r}
		for _, w := range held[r] {
			row.meeting = w
			row.Cells["held_on"] = w.HeldOn.String()
			row.Cells["attendees"] = strings.Join(words(w.Attendees), "\n")
			row.Cells["outcome"] = w.Outcome.Value
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	return sheet
}

func points(e *content.Engagement, list []*requests.Request) *Sheet {
	sheet := &Sheet{Name: pointSheet, Columns: requests.PointColumns}
	find := requests.Finder(list)
	for _, p := range e.RequestList.OpenPoints {
		id := p.Request.Value
		if r := find(id); r != nil {
			id = r.ID
		}
		sheet.Rows = append(sheet.Rows, &Row{ID: p.ID.Value, point: p, Cells: map[string]string{
			"id": p.ID.Value, "request": id, "control": p.Control.Value, "text": p.Text.Value,
			"raised_on": p.RaisedOn.String(), "resolution": p.Resolution.Value, "closed_on": p.ClosedOn.String(),
		}})
	}
	return sheet
}

func words(texts []content.Text) []string {
	var all []string
	for _, t := range texts {
		all = append(all, t.Value)
	}
	return all
}

// addedPrefix begins the keys of columns that people added; no key of ours has
// it.
const addedPrefix = "+"

// withAdded adds the columns that people added to a sheet before.
func withAdded(e *content.Engagement, s *Sheet) {
	for _, a := range e.RequestList.AddedColumns {
		if a.Sheet.Value != s.Name {
			continue
		}
		c := &requests.Column{Key: addedPrefix + a.Head.Value, Head: a.Head.Value}
		s.Columns = append(s.Columns[:len(s.Columns):len(s.Columns)], c)
		for _, cell := range a.Cells {
			if row := s.row(cell.Row.Value); row != nil {
				row.Cells[c.Key] = cell.Text.Value
			}
		}
	}
}

func isAdded(c *requests.Column) bool { return strings.HasPrefix(c.Key, addedPrefix) }

// hash tells texts of a cell apart in few characters.
func hash(text string) string {
	sum := sha256.Sum256([]byte(plain(text)))
	return hex.EncodeToString(sum[:4])
}
