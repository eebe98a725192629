package figures

import (
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
)

// A link is what connects two nodes of the network: flows in one direction, or
// flows that go both ways. What goes out and what comes in are two links.
type link struct {
	ends
	protocols [][]prose.Inline
	told      []told
	known     map[string]bool
	first     *content.Flow
}

// told is what flows over a link, with the protocols of the flow.
type told struct {
	what      content.Text
	protocols []content.Text
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
			Label: joined(", ", l.protocols), Detail: enclosed(l.detail()), Head: true, Tail: l.bothWays, Span: l.first.Span,
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
			l.take(told{f.What, h.protocols})
		}
	}
	return all
}

// take adds a flow, where the link does not have one that says the same.
func (l *link) take(t told) {
	for _, p := range t.protocols {
		if !l.known[p.Value] {
			l.known[p.Value] = true
			l.protocols = append(l.protocols, written(p))
		}
	}
	same := func(o told) bool { return o.what.Value == t.what.Value && o.alike(t) }
	if t.what.Value != "" && !slices.ContainsFunc(l.told, same) {
		l.told = append(l.told, t)
	}
}

// alike reports whether two flows have the same protocols.
func (t told) alike(o told) bool {
	return slices.EqualFunc(t.protocols, o.protocols, func(a, b content.Text) bool { return a.Value == b.Value })
}

// detail says what flows. Each flow has its own protocols behind it where they
// are not those of all.
func (l *link) detail() []prose.Inline {
	mixed := slices.ContainsFunc(l.told, func(t told) bool { return !t.alike(l.told[0]) })
	var whats [][]prose.Inline
	for _, t := range l.told {
		what := written(t.what)
		if mixed {
			what = append(what, over(" over ", t.protocols)...)
		}
		whats = append(whats, what)
	}
	return joined("; ", whats)
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
