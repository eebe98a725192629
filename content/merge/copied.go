package merge

import (
	"fmt"
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// A copied row was copied from that of an id to ask for something else.
type copied struct {
	own *returned.Row
	id  string
}

// stateKeys are the columns beside the company's that tell where one request or
// point stands, not what is asked.
var stateKeys = []string{"ref", "auditor_status", "accepted_on", "auditor_comment", "follow_up_of", "resolution", "closed_on"}

// copy takes a copied row for what is asked anew.
func (c *comparer) copy(s *Sheet, t *table, row *returned.Row, where string, byID map[string][]*returned.Row) {
	from, what := t.copied[row.Number], "request"
	n := len(c.plan.Reports)
	if s.Name == pointSheet {
		what = "point"
		c.point(s, t, row, "", where, byID)
	} else {
		c.asked(s, t, row, "", where, byID)
	}
	c.plan.Reports = slices.Insert(c.plan.Reports, n, Report{where, fmt.Sprintf("%s stands in row %d, and here with other words: the row is taken for a new %s", from.id, from.own.Number, what),
		fmt.Sprintf("what it says like %s of where that stands is left out", from.id)})
}

// carried reports whether a cell of a copied row only came with the copy: it
// says of another request where that stands.
func (c *comparer) carried(t *table, row *returned.Row, col *requests.Column) bool {
	from := t.copied[row.Number]
	company := col.Side == content.CompanySide && col.Key != "owner_role" && col.Key != "source_system"
	if from == nil || !company && !slices.Contains(stateKeys, col.Key) {
		return false
	}
	x := t.at[col]
	value, problem, _ := c.typed(col, row.Cell(x))
	if problem != "" {
		return plain(row.Cell(x).Text) == plain(from.own.Cell(x).Text)
	}
	if other, problem, _ := c.typed(col, from.own.Cell(x)); problem == "" && c.same(col, value, other) {
		return true
	}
	base := c.bySet[t.name].row(from.id)
	return base != nil && c.same(col, value, c.value(col, base.Cells[col.Key]))
}

// carriedNote reports whether a comment only came with the copy of its row.
func (t *table) carriedNote(note returned.Note) bool {
	from := t.copied[note.Row]
	return from != nil && slices.ContainsFunc(t.sheet.Notes, func(n returned.Note) bool {
		return n.Row == from.own.Number && n.Column == note.Column && plain(n.Text) == plain(note.Text)
	})
}
