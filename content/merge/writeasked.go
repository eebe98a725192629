package merge

import (
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// asked adds the requests of the service auditor's own.
func (w *writer) asked() error {
	for _, n := range w.plan.Asked {
		e, err := w.edit(auditorFile)
		if err != nil {
			return err
		}
		pairs := []tomlfile.Pair{{Key: "id", Value: n.ID}}
		add := func(keys ...string) {
			for _, key := range keys {
				if v := n.values[key]; v != "" {
					pairs = append(pairs, tomlfile.Pair{Key: key, Value: typedPair(requests.ColumnOf(key), v)})
				}
			}
		}
		add("ref", "title", "what", "kind", "area")
		if len(n.controls) > 0 {
			pairs = append(pairs, tomlfile.Pair{Key: "controls", Value: n.controls})
		}
		if len(n.criteria) > 0 {
			pairs = append(pairs, tomlfile.Pair{Key: "criteria", Value: n.criteria})
		}
		switch {
		case n.from != "":
			pairs = append(pairs, tomlfile.Pair{Key: "covers", Value: []tomlfile.Pair{{Key: "start", Value: dateValue(n.from)}, {Key: "end", Value: dateValue(n.to)}}})
		case n.to != "":
			pairs = append(pairs, tomlfile.Pair{Key: "as_of", Value: dateValue(n.to)})
		}
		add("source_system", "format", "ipe", "owner_role", "phase", "requested_on", "due_on", "follow_up_of")
		e.Append(e.Root(), "request", pairs)
	}
	return nil
}

// terms writes what the service auditor set for a request: into the request of
// its own, else into a change of an expected one.
func (w *writer) terms() error {
	for _, g := range w.grouped(requestSheet, termKeys) {
		e, err := w.edit(auditorFile)
		if err != nil {
			return err
		}
		r := g.row.request
		switch {
		case r.Asked != nil:
			set(e, e.At("request", r.Asked.Span), g.changes)
		case r.Change != nil:
			set(e, e.At("change", r.Change.Span), g.changes)
		default:
			e.Append(e.Root(), "change", append([]tomlfile.Pair{{Key: "request", Value: r.ID}}, g.pairs(termKeys)...))
		}
	}
	return nil
}
