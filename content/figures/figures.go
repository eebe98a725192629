// Package figures makes diagrams of what a project says is connected with what:
// the flow of data between the parts of the system and those outside, and the
// network that it takes. Where things stand on the page is the layout's to say.
//
// Start at Of, then Draw.
package figures

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
)

// A Model is what a project says, by id.
type Model struct {
	e          *content.Engagement
	components map[string]*content.Component
	parties    map[string]*content.Party
	externals  map[string]*content.External
	zones      map[string]*content.Zone
}

// Of returns the model of a project. Of things with one id the first counts.
func Of(e *content.Engagement) *Model {
	return &Model{
		e:          e,
		components: byID(e.Components.All(), func(c *content.Component) content.Text { return c.ID }),
		parties:    byID(e.Parties, func(p *content.Party) content.Text { return p.ID }),
		externals:  byID(e.Components.Externals, func(x *content.External) content.Text { return x.ID }),
		zones:      byID(e.Components.Zones, func(z *content.Zone) content.Text { return z.ID }),
	}
}

func byID[T any](all []*T, id func(*T) content.Text) map[string]*T {
	by := make(map[string]*T, len(all))
	for _, one := range all {
		if by[id(one).Value] == nil {
			by[id(one).Value] = one
		}
	}
	return by
}

// Draw returns the diagram that the project asks for.
func (m *Model) Draw(d *content.Diagram) *prose.Diagram {
	w := m.drawer(d)
	if d.Kind.Value == content.NetworkDiagram {
		w.network()
	} else {
		w.dataFlow()
	}
	return w.out
}

// Shows reports whether diagrams of the kind show the flow.
func (m *Model) Shows(kind string, f *content.Flow) bool {
	switch {
	case !m.known(f):
		return true // what it leads to has its finding
	case kind == content.NetworkDiagram:
		return len(m.hops(f)) > 0
	}
	return len(f.Data) > 0
}

// known reports whether both ends of a flow are there.
func (m *Model) known(f *content.Flow) bool { return m.has(f.From.Value) && m.has(f.To.Value) }

func (m *Model) has(id string) bool {
	return id == content.UserEntitiesEnd || m.components[id] != nil || m.parties[id] != nil || m.externals[id] != nil
}

// A drawer makes one diagram.
type drawer struct {
	*Model
	out    *prose.Diagram
	nodes  map[string]int // by id
	groups map[string]int // by id of the zone
}

func (m *Model) drawer(d *content.Diagram) *drawer {
	w := &drawer{Model: m, nodes: map[string]int{}, groups: map[string]int{}, out: &prose.Diagram{
		Caption: written(d.Caption), Alt: oneLine(d.Alt), Span: d.Span,
	}}
	if d.Direction.Value == "down" {
		w.out.Direction = prose.Downward
	}
	if len(w.out.Caption) == 0 {
		w.out.Caption = prose.Plain(captions[d.Kind.Value])
	}
	return w
}

// captions stand in for those that the author leaves out.
var captions = map[string]string{
	content.DataFlowDiagram: "Flow of data",
	content.NetworkDiagram:  "Network and connections",
}

// dataFlow draws each flow of data between its ends.
func (w *drawer) dataFlow() {
	for _, f := range w.e.Components.Flows {
		if len(f.Data) == 0 || !w.known(f) {
			continue
		}
		edge := prose.DiagramEdge{
			From: w.node(f.From), To: w.node(f.To), Label: written(f.What), Detail: w.carried(f),
			Head: true, Tail: f.BothWays, Span: f.Span,
		}
		w.out.Edges = append(w.out.Edges, edge)
	}
}

// carried says which data a flow carries, and how.
func (w *drawer) carried(f *content.Flow) []prose.Inline {
	var names [][]prose.Inline
	for _, id := range f.Data {
		if c := w.components[id.Value]; c != nil {
			names = append(names, written(c.Name))
		}
	}
	return append(enclosed(joined(", ", names)), over(", over ", f.Protocols)...)
}

// over names protocols, any of which may be taken.
func over(before string, protocols []content.Text) []prose.Inline {
	var runs []prose.Inline
	for _, p := range protocols {
		runs = append(append(runs, prose.Inline{Text: before}), written(p)...)
		before = " or "
	}
	return runs
}

// oneLine returns the words of long text.
func oneLine(p content.Prose) []prose.Inline {
	var paragraphs [][]prose.Inline
	prose.EachInlines(p.Blocks, func(runs *[]prose.Inline) { paragraphs = append(paragraphs, *runs) })
	return joined(" ", paragraphs)
}

func written(t content.Text) []prose.Inline {
	if t.Value == "" {
		return nil
	}
	return []prose.Inline{{Text: t.Value, Span: t.Span}}
}

// joined puts the separator between what has words.
func joined(separator string, groups [][]prose.Inline) []prose.Inline {
	var runs []prose.Inline
	for _, g := range groups {
		if len(runs) > 0 && len(g) > 0 {
			runs = append(runs, prose.Inline{Text: separator})
		}
		runs = append(runs, g...)
	}
	return runs
}

// enclosed puts words in brackets after others.
func enclosed(runs []prose.Inline) []prose.Inline {
	if len(runs) == 0 {
		return nil
	}
	return append(append([]prose.Inline{{Text: " ("}}, runs...), prose.Inline{Text: ")"})
}
