package figures

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
)

// A link is what connects two nodes of the network: flows in one direction, or
// flows that go both ways. What goes out and what comes in are two links.
type link struct {
	ends
	protocols [][]prose.Inline
	whats     [][]prose.Inline
	known     map[string]bool
	first     *content.Flow
}

// ends are the ids of two nodes, and whether what is between them goes both ways.
type ends struct {
	a, b     string
	bothWays bool
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
			Label: joined(", ", l.protocols), Detail: enclosed(joined("; ", l.whats)), Head: true, Tail: l.bothWays, Span: l.first.Span,
		})
	}
}

// links returns the connections in the order of their first flows.
func (w *drawer) links() []*link {
	var all []*link
	byEnds := map[ends]*link{}
	for _, f := range w.e.Components.Flows {
		for _, h := range w.hops(f) {
			between := ends{h.a, h.b, f.BothWays}
			l := byEnds[between]
			if l == nil && f.BothWays {
				l = byEnds[ends{h.b, h.a, true}]
			}
			if l == nil {
				l = &link{ends: between, known: map[string]bool{}, first: f}
				byEnds[between] = l
				all = append(all, l)
			}
			for _, p := range h.protocols {
				l.add(&l.protocols, "protocol ", p)
			}
			l.add(&l.whats, "what ", f.What)
		}
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

// A hop is a flow between two nodes of the network that are connected.
type hop struct {
	a, b      string
	protocols []content.Text
}

// hops returns how a flow goes through the network: none where an end is not
// known in it, or both are the same. Where it passes something on its way to or
// from the outside, the protocols are those of the way outside.
func (m *Model) hops(f *content.Flow) []hop {
	from, to, through := m.lift(f.From.Value), m.lift(f.To.Value), m.lift(f.Through.Value)
	switch {
	case !m.known(f), from == "" || to == "" || from == to && f.From.Value != f.To.Value:
		return nil
	case !m.has(through) || through == from || through == to:
		return []hop{{from, to, f.Protocols}}
	}
	hops := []hop{{from, through, f.Protocols}, {through, to, f.Protocols}}
	if first, second := m.components[from] == nil, m.components[to] == nil; first != second {
		if first {
			hops[1].protocols = nil
		} else {
			hops[0].protocols = nil
		}
	}
	return hops
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
