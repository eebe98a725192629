package figures

import (
	"cmp"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
)

// A link is what connects two nodes of the network, in either direction.
type link struct {
	a, b        string // ids, in the direction of the first flow
	there, back bool
	protocols   [][]prose.Inline
	whats       [][]prose.Inline
	known       map[string]bool
	first       *content.Flow
}

// network draws infrastructure that stands in a zone, and what connects it: the
// flows of software become those of what it runs on.
func (w *drawer) network() {
	for _, c := range w.e.Components.Infrastructure {
		if w.zones[c.Zone.Value] != nil {
			w.node(c.ID)
		}
	}
	for _, l := range w.links() {
		w.out.Edges = append(w.out.Edges, prose.DiagramEdge{
			From: w.node(content.Text{Value: l.a}), To: w.node(content.Text{Value: l.b}),
			Label: joined(", ", l.protocols), Detail: enclosed(joined("; ", l.whats)), Head: l.there, Tail: l.back, Span: l.first.Span,
		})
	}
}

// links returns the connections in the order of their first flows.
func (w *drawer) links() []*link {
	var all []*link
	byEnds := map[[2]string]*link{}
	for _, f := range w.e.Components.Flows {
		a, b, ok := w.lifted(f)
		if !ok {
			continue
		}
		l := cmp.Or(byEnds[[2]string{a, b}], byEnds[[2]string{b, a}])
		if l == nil {
			l = &link{a: a, b: b, known: map[string]bool{}, first: f}
			byEnds[[2]string{a, b}] = l
			all = append(all, l)
		}
		l.there = l.there || l.a == a || f.BothWays
		l.back = l.back || l.a != a || f.BothWays
		l.add(&l.protocols, "protocol ", f.Protocol)
		l.add(&l.whats, "what ", f.What)
	}
	return all
}

// add takes words that the link does not have yet.
func (l *link) add(to *[][]prose.Inline, kind string, t content.Text) {
	if t.Value != "" && !l.known[kind+t.Value] {
		l.known[kind+t.Value] = true
		*to = append(*to, written(t))
	}
}

// lifted returns the nodes of the network between which a flow goes. It reports
// false where one of them is not known, or both are the same.
func (m *Model) lifted(f *content.Flow) (from, to string, ok bool) {
	from, to = m.lift(f.From.Value), m.lift(f.To.Value)
	return from, to, from != "" && to != "" && (from != to || f.From.Value == f.To.Value)
}

// lift returns what stands for an end in the network: software by what it runs
// on or who provides it, data by nothing.
func (m *Model) lift(id string) string {
	c := m.components[id]
	switch {
	case c == nil:
		return id
	case c.Kind == "data":
		return ""
	case c.Kind == "software":
		if on := m.components[c.RunsOn.Value]; on != nil && on.Kind == "infrastructure" {
			return on.ID.Value
		}
		if m.zones[c.Zone.Value] != nil {
			return id
		}
		if p := m.parties[c.Provider.Value]; p != nil {
			return p.ID.Value
		}
		return ""
	}
	return id
}
