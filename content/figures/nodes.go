package figures

import (
	"slices"
	"strings"
	"unicode"

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
		return prose.DiagramNode{Label: append(written(p.Name), method(p)...), Outline: prose.Outside, Group: -1}
	}
	return prose.DiagramNode{Label: written(w.externals[id.Value].Name), Outline: prose.Outside, Group: -1}
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

// method says in brackets by which method a subservice organization is
// presented, behind its own name alone.
func method(p *content.Party) []prose.Inline {
	switch {
	case p == nil:
		return nil
	case p.IsCarveOut():
		return prose.Plain(" (carved out)")
	case p.IsInclusive():
		return prose.Plain(" (included)")
	}
	return nil
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
	label := append(written(z.Name), hostedAt(z, w.parties[z.Provider.Value])...)
	w.groups[id] = len(w.out.Groups)
	w.out.Groups = append(w.out.Groups, prose.DiagramGroup{ID: id, Label: label, Parent: parent, Span: z.Span})
	return w.groups[id]
}

// hostedAt says who runs a zone, unless its name does: what the organization
// keeps there is its own, so no zone is carved out.
func hostedAt(z *content.Zone, p *content.Party) []prose.Inline {
	if p == nil || names(z.Name.Value, p.Name.Value) {
		return nil
	}
	return append(prose.Plain(", hosted at "), written(p.Name)...)
}

// names reports whether words hold the first word of a party's name, by which
// it is known: "Corvane" for Corvane Cloud, Inc.
func names(words, party string) bool {
	called := strings.Fields(strings.ToLower(party))
	return len(called) == 0 || slices.Contains(strings.FieldsFunc(strings.ToLower(words), notInName), strings.Trim(called[0], ","))
}

func notInName(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:/()'’", r) }
