package figures

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
)

// node returns the index of what has the id, which is added when it is first
// named.
func (w *drawer) node(id content.Text) int {
	if i, ok := w.nodes[id.Value]; ok {
		return i
	}
	n := w.made(id)
	n.ID, n.Span = id.Value, id.Span
	w.nodes[id.Value] = len(w.out.Nodes)
	w.out.Nodes = append(w.out.Nodes, n)
	return len(w.out.Nodes) - 1
}

func (w *drawer) made(id content.Text) prose.DiagramNode {
	if id.Value == content.UserEntitiesEnd {
		return prose.DiagramNode{Label: prose.Plain("User entities"), Outline: prose.Rounded, Group: -1}
	}
	if c := w.components[id.Value]; c != nil {
		return prose.DiagramNode{Label: written(c.Name), Outline: outlineOf(c), Group: w.group(w.zoneOf(c))}
	}
	if p := w.parties[id.Value]; p != nil {
		return prose.DiagramNode{Label: partyName(p), Outline: prose.Outside, Group: -1}
	}
	if x := w.externals[id.Value]; x != nil {
		return prose.DiagramNode{Label: written(x.Name), Outline: prose.Outside, Group: -1}
	}
	return prose.DiagramNode{Label: written(id), Group: -1} // loading told that nothing has it
}

func outlineOf(c *content.Component) prose.Outline {
	switch {
	case c.Kind == "role":
		return prose.Rounded
	case c.Store, c.Kind == "data":
		return prose.Store
	}
	return prose.Box
}

// partyName is the name of a third party, with the method by which a subservice
// organization is presented.
func partyName(p *content.Party) []prose.Inline {
	name := written(p.Name)
	switch {
	case p.IsCarveOut():
		name = append(name, prose.Inline{Text: " (carved out)"})
	case p.IsInclusive():
		name = append(name, prose.Inline{Text: " (included)"})
	}
	return name
}

// zoneOf returns the id of the zone that a component stands in, its own or that
// of what it runs on.
func (w *drawer) zoneOf(c *content.Component) string {
	if c.Zone.Value == "" {
		if on := w.components[c.RunsOn.Value]; on != nil {
			return on.Zone.Value
		}
	}
	return c.Zone.Value
}

// group returns the index of a zone's frame, which is added after those around
// it when it is first needed; -1 where there is no such zone.
func (w *drawer) group(id string) int {
	if i, ok := w.groups[id]; ok {
		return i
	}
	z := w.zones[id]
	if z == nil {
		return -1
	}
	w.groups[id] = -1 // a zone in itself has none around it
	parent := w.group(z.Parent.Value)
	label := written(z.Name)
	if p := w.parties[z.Provider.Value]; p != nil {
		label = append(append(label, prose.Inline{Text: " – "}), partyName(p)...)
	}
	w.groups[id] = len(w.out.Groups)
	w.out.Groups = append(w.out.Groups, prose.DiagramGroup{ID: id, Label: label, Parent: parent, Span: z.Span})
	return w.groups[id]
}
