package socdraft

import "github.com/socdraft/socdraft/content"

// listCoverage tells what is mapped to each applicable criterion and, in the
// table beside it, where the description criteria are answered; gaps first.
func listCoverage(r *run) *Listing {
	l := &Listing{
		Columns: []string{"id", "title", "gap", "controls", "tests", "exceptions", "csocs", "cuecs", "not_relevant", "to_do"},
		Beside:  listDescription(r),
	}
	for _, n := range r.coverage.GapsFirst() {
		l.Rows = append(l.Rows, []any{n.Criterion.ID, n.Criterion.Title, string(n.Gap()),
			idsOf(n.Controls, func(c *content.Control) content.Text { return c.ID }), n.Tests, n.Exceptions,
			idsOf(n.CSOCs, func(c *content.CSOC) content.Text { return c.ID }),
			idsOf(n.CUECs, func(c *content.CUEC) content.Text { return c.ID }), n.NotRelevant != nil, n.ToDo()})
	}
	return l
}

func listDescription(r *run) *Listing {
	l := &Listing{Columns: []string{"id", "title", "gap", "answered_in", "to_do"}}
	for _, d := range r.coverage.DescriptionGapsFirst() {
		gap := ""
		if d.IsGap() {
			gap = d.Unanswered()
		}
		l.Rows = append(l.Rows, []any{d.ID, d.Title, gap, d.Where, d.ToDo})
	}
	return l
}

func idsOf[T any](list []T, id func(T) content.Text) []string {
	var ids []string
	for _, item := range list {
		ids = append(ids, id(item).Value)
	}
	return ids
}
