package tracker

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// identify finds the request of each row and drops those of which it is not
// certain. Ids find theirs in the merge, which knows how people type them.
func (t *taker) identify(sheet *returned.Sheet) {
	at := t.out.List.At[t.match]
	if t.match == "id" {
		for _, row := range sheet.Rows {
			if t.find(oneLine(row.Cell(at).Text)) == nil {
				t.asks(row)
			}
		}
		return
	}
	t.out.List.At["id"] = 0
	byName := map[string][]*returned.Row{}
	var nameless []*returned.Row
	for _, row := range sheet.Rows {
		if name := fold(row.Cell(at).Text); name != "" {
			byName[name] = append(byName[name], row)
		} else {
			nameless = append(nameless, row)
		}
	}
	var kept []*returned.Row
	known := t.byName()
	for _, row := range sheet.Rows {
		cell := row.Cell(at)
		name := fold(cell.Text)
		if name == "" {
			continue
		}
		if rows := byName[name]; len(rows) > 1 {
			if rows[0] == row {
				t.report(t.place(at, row.Number), fmt.Sprintf("%q stands in rows %s", oneLine(cell.Text), numbers(rows)), "nothing is taken from them; make them differ, or match by another column")
			}
			continue
		}
		switch found := known[name]; {
		case len(found) > 1:
			t.report(t.place(at, row.Number), fmt.Sprintf("%q is the %s of %s and %s", oneLine(cell.Text), t.match, found[0].ID, found[1].ID), "nothing is taken from the row; match by another column")
			continue
		case len(found) == 1:
			kept = append(kept, identified(row, found[0].ID))
		default:
			kept = append(kept, t.byOurs(row, at))
		}
	}
	if len(nameless) > 0 {
		t.report(t.sheet.Name, fmt.Sprintf("without %q: rows %s", t.column(t.match).head.Value, numbers(nameless)), "nothing is taken from them; fill the column, or match by another one")
	}
	sheet.Rows = kept
}

// byName returns the requests by the name that rows bear.
func (t *taker) byName() map[string][]*requests.Request {
	known := map[string][]*requests.Request{}
	for _, r := range t.list {
		name := r.Ref
		if t.match == "title" {
			name = r.Title
		}
		if name = fold(name); name != "" {
			known[name] = append(known[name], r)
		}
	}
	return known
}

// byOurs returns a row that bears no known number of the service auditor's: it
// may bear one of ours in its place.
func (t *taker) byOurs(row *returned.Row, at int) *returned.Row {
	if r := t.find(oneLine(row.Cell(at).Text)); r != nil && t.match == "ref" {
		row = identified(row, r.ID)
		for i, cell := range row.Cells {
			if cell.Column == at {
				row.Cells = append(row.Cells[:i:i], row.Cells[i+1:]...)
				break
			}
		}
		return row
	}
	t.asks(row)
	return row
}

// asks takes a row for a new request.
func (t *taker) asks(row *returned.Row) {
	t.fresh++
	t.knownIDs(row)
}

// identified returns the row with the id of its request, in a column before the
// first.
func identified(row *returned.Row, id string) *returned.Row {
	next := *row
	next.Cells = append([]returned.Cell{{Text: id}}, row.Cells...)
	return &next
}

// numbers joins the numbers of rows, of many the first.
func numbers(rows []*returned.Row) string {
	const most = 12
	var all []string
	for i, row := range rows {
		if i == most {
			return strings.Join(all, ", ") + fmt.Sprintf(" and %d more", len(rows)-most)
		}
		all = append(all, fmt.Sprint(row.Number))
	}
	return strings.Join(all, ", ")
}
