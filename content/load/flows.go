package load

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/markdown"
)

// flows reads what components.toml says for the figures that are drawn from it:
//
//	[[zone]]     id, name, parent (zone), provider (third party)
//	[[external]] id, name
//	[[flow]]     from, to (ids, or "user-entities"), what, through (infrastructure), data (ids of data), protocol (text or list), both_ways
//	[[diagram]]  kind, caption, alt (prose), direction
func (l *loader) flows(t *table) {
	c := &l.e.Components
	l.ids.order[external] = append(l.ids.order[external], content.UserEntitiesEnd) // for suggestions
	for _, z := range t.tables("zone") {
		z.Require("id", "name")
		c.Zones = append(c.Zones, &content.Zone{
			ID: z.id(zone), Name: z.Text("name"), Parent: z.ref("parent", zone), Provider: z.ref("provider", party), Span: z.Span(),
		})
	}
	for _, x := range t.tables("external") {
		x.Require("id", "name")
		c.Externals = append(c.Externals, &content.External{ID: x.id(external), Name: x.Text("name"), Span: x.Span()})
	}
	for _, f := range t.tables("flow") {
		f.RequireAs("from", endValues)
		f.RequireAs("to", endValues)
		f.Require("what")
		c.Flows = append(c.Flows, &content.Flow{
			From: f.end("from"), To: f.end("to"), Through: f.ref("through", infrastructure), What: f.Text("what"),
			Data: f.refs("data", data), Protocols: f.oneOrMore("protocol"), BothWays: f.Bool("both_ways", false), Span: f.Span(),
		})
	}
	for i, d := range t.tables("diagram") {
		if i == maxDiagrams {
			l.tooMany(d.Span(), maxDiagrams, "diagrams")
			break
		}
		c.Diagrams = append(c.Diagrams, d.diagram())
	}
}

// endValues is what stands at an end of a flow, in the words of findings.
const endValues = "the id of a component, third party or [[external]], or \"" + content.UserEntitiesEnd + "\""

// maxDiagrams is how many diagrams are drawn from the flows.
const maxDiagrams = 20

// drawn reads where a component stands in figures.
func (t *table) drawn(c *content.Component) {
	c.Zone = t.ref("zone", zone)
	c.Store = t.Bool("store", false)
}

// end reads the id of what a flow comes from or goes to.
func (t *table) end(key string) content.Text {
	id := t.Text(key)
	if id.Value != content.UserEntitiesEnd {
		t.l.ids.cite(t.owner, key, id, []kind{component, party, external})
	}
	return id
}

// oneOrMore returns the key's text, or its list of texts.
func (t *table) oneOrMore(key string) []content.Text {
	if t.IsList(key) {
		return t.Set(key)
	}
	if text := t.Text(key); text.Value != "" {
		return []content.Text{text}
	}
	return nil
}

// diagram reads a figure. The alternative text is as needed as that of an image.
func (t *table) diagram() *content.Diagram {
	t.Require("kind")
	d := &content.Diagram{
		Kind: t.Choice("kind", content.DiagramKinds...), Caption: t.Text("caption"), Alt: t.prose("alt"),
		Direction: t.Choice("direction", "right", "down"), Span: t.Span(),
	}
	if d.Alt.IsZero() {
		where := d.Span
		if !d.Alt.Raw.IsZero() {
			where = d.Alt.Raw.Span
		}
		t.l.list.Add(markdown.MissingAltText, where, "diagram has no alternative text").
			Suggest("say what a reader who cannot see it needs to know: alt = \"Records flow from customers to …\"")
	}
	return d
}
