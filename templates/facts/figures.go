package facts

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/figures"
	"github.com/socdraft/socdraft/content/prose"
)

// figures tells the diagrams in the order in which the report shows them.
func (t *teller) figures() []figure {
	all := []figure{}
	model := figures.Of(t.e)
	for _, kind := range []string{content.NetworkDiagram, content.DataFlowDiagram} {
		for _, d := range model.Printed(kind) {
			all = append(all, figureOf(d))
		}
	}
	return all
}

func figureOf(d *prose.Diagram) figure {
	one := figure{Caption: prose.Text(d.Caption), Alt: prose.Text(d.Alt), Zones: []zone{}, Parts: []part{}, Connections: []connection{}}
	named := func(group int) string {
		if group < 0 {
			return ""
		}
		return prose.Text(d.Groups[group].Label)
	}
	for _, g := range d.Groups {
		one.Zones = append(one.Zones, zone{prose.Text(g.Label), named(g.Parent)})
	}
	for _, n := range d.Nodes {
		one.Parts = append(one.Parts, part{prose.Text(n.Label), named(n.Group)})
	}
	for _, e := range d.Edges {
		from, to := d.Nodes[e.From].Label, d.Nodes[e.To].Label
		if e.Tail && !e.Head {
			from, to = to, from
		}
		one.Connections = append(one.Connections, connection{prose.Text(from), prose.Text(to), e.Tail && e.Head,
			prose.Text(e.Label), strings.TrimLeft(prose.Text(e.Detail), ", ")})
	}
	return one
}
