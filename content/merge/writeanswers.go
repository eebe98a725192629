package merge

import (
	"time"

	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// termKeys are the columns that are the service auditor's terms and no answer.
var termKeys = []string{"ref", "title", "what", "phase", "requested_on", "due_on", "follow_up_of"}

// answerKeys are the columns of an answer, in the order in which a new one has
// them.
var answerKeys = []string{"owner_role", "source_system", "status", "submitted_on", "evidence", "comment", "na_reason",
	"auditor_status", "accepted_on", "auditor_comment"}

// answers writes where the requests stand, with the comments at their cells.
func (w *writer) answers() error {
	notes := map[string][]*NewNote{}
	var order []string
	for _, n := range w.plan.Notes {
		if notes[n.Request] == nil {
			order = append(order, n.Request)
		}
		notes[n.Request] = append(notes[n.Request], n)
	}
	for _, g := range w.grouped(requestSheet, answerKeys) {
		if err := w.answer(g.row.request, g.row.ID, g, notes[g.row.ID]); err != nil {
			return err
		}
		delete(notes, g.row.ID)
	}
	for _, n := range w.plan.Asked {
		g := group{}
		for _, key := range answerKeys[len(answerKeys)-3:] {
			if v := n.values[key]; v != "" {
				g.changes = append(g.changes, &Change{Column: requests.ColumnOf(key), value: v})
			}
		}
		if len(g.changes) == 0 && notes[n.ID] == nil {
			continue
		}
		if err := w.answer(nil, n.ID, g, notes[n.ID]); err != nil {
			return err
		}
		delete(notes, n.ID)
	}
	for _, id := range order {
		if left := notes[id]; left != nil {
			if err := w.answer(left[0].request, id, group{}, left); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writer) answer(r *requests.Request, id string, g group, notes []*NewNote) error {
	e, err := w.edit(answerFile)
	if err != nil {
		return err
	}
	if r == nil || r.Answer == nil {
		pairs := append([]tomlfile.Pair{{Key: "request", Value: id}}, g.pairs(answerKeys)...)
		var all [][]tomlfile.Pair
		for _, n := range notes {
			all = append(all, n.pairs())
		}
		if len(all) > 0 {
			pairs = append(pairs, tomlfile.Pair{Key: "note", Value: all})
		}
		e.Append(e.Root(), "answer", pairs)
		return nil
	}
	t := e.At("answer", r.Answer.Span)
	set(e, t, g.changes)
	for _, n := range notes {
		if n.Resolved == nil {
			e.Append(t, "note", n.pairs())
			continue
		}
		for _, have := range t.Tables("note") {
			if have.Span().Start == n.Resolved.Span.Start {
				e.Set(have, "resolved", true)
			}
		}
	}
	return nil
}

func (n *NewNote) pairs() []tomlfile.Pair {
	pairs := []tomlfile.Pair{{Key: "side", Value: string(n.Side)}}
	if n.Column != "" {
		pairs = append(pairs, tomlfile.Pair{Key: "column", Value: n.Column})
	}
	pairs = append(pairs, tomlfile.Pair{Key: "text", Value: n.Text})
	if !n.note.On.IsZero() {
		pairs = append(pairs, tomlfile.Pair{Key: "on", Value: dateValue(n.note.On.Format(time.DateOnly))})
	}
	if n.note.Reply {
		pairs = append(pairs, tomlfile.Pair{Key: "reply", Value: true})
	}
	if n.note.Resolved {
		pairs = append(pairs, tomlfile.Pair{Key: "resolved", Value: true})
	}
	return pairs
}
