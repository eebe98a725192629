package mermaid

import (
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
)

// chain reads nodes, and the edges that lead from each to the next.
func (p *parser) chain() {
	from := p.list()
	for !p.failed {
		e, ok := p.link()
		if !ok {
			return
		}
		p.space()
		to := p.list()
		p.connect(from, to, e)
		from = to
	}
}

// connect adds an edge from each node to each.
func (p *parser) connect(from, to []int, e prose.DiagramEdge) {
	for _, a := range from {
		for _, b := range to {
			if len(p.d.Edges) == prose.MaxDiagramEdges {
				p.halt(p.failAt(e.Span, "diagram has more than %d edges", prose.MaxDiagramEdges)).Help = tooLarge
				return
			}
			one := e
			one.From, one.To = a, b
			one.Label = slices.Clone(e.Label)
			p.d.Edges = append(p.d.Edges, one)
		}
	}
}

// list reads nodes that are joined by "&".
func (p *parser) list() []int {
	var nodes []int
	for !p.failed {
		nodes = append(nodes, p.node())
		end := p.at
		p.blanks()
		if !p.has("&") {
			p.at = end
			break
		}
		if p.at == end || strings.TrimLeft(p.rest()[1:], " \t") == p.rest()[1:] {
			p.fail(p.at, p.at+1, "\"&\" has no space around it").Help = "write A & B"
			break
		}
		p.at++
		p.blanks()
	}
	return nodes
}

// node reads a node's id with its outline and label, and returns its index.
func (p *parser) node() int {
	start := p.at
	id := p.id()
	if id == "" {
		p.unknown()
		return 0
	}
	i, ok := p.nodes[id]
	if !ok {
		i = len(p.d.Nodes)
		if i == prose.MaxDiagramNodes {
			p.halt(p.fail(start, p.at, "diagram has more than %d nodes", prose.MaxDiagramNodes)).Help = tooLarge
			return 0
		}
		p.nodes[id] = i
		p.d.Nodes = append(p.d.Nodes, prose.DiagramNode{ID: id, Group: -1, Span: p.text.Slice(start, p.at)})
	}
	p.mention(i)
	p.outline(i, start)
	p.class()
	return i
}

// An outline is how the label of a node is written.
type outline struct {
	open, close string
	outline     prose.Outline
}

// outlines lists those that are drawn, longer before shorter.
var outlines = []outline{
	{"([", "])", prose.Rounded},
	{"((", "))", prose.Rounded},
	{"[(", ")]", prose.Store},
	{"[", "]", prose.Box},
	{"(", ")", prose.Rounded},
	{"{", "}", prose.Decision},
}

// undrawn are the beginnings of outlines that are not drawn.
var undrawn = []string{"(((", "[[", "[/", "[\\", "{{", ">", "@{"}

// outline reads what follows the id of node i, which stands from start on.
func (p *parser) outline(i, start int) {
	for _, u := range undrawn {
		if p.has(u) {
			p.fail(p.at, p.at+len(u), "%q of a diagram is not drawn", u).Help =
				"the outlines drawn are [box], (rounded), ([rounded]), ((round)), [(store)] and {decision}"
			return
		}
	}
	n := &p.d.Nodes[i]
	for _, o := range outlines {
		if !p.take(o.open) {
			continue
		}
		label, ok := p.enclosed(start, o.close)
		switch {
		case !ok:
		case n.Label == nil:
			n.Label, n.Outline = label, o.outline
		case prose.Text(n.Label) != prose.Text(label) || n.Outline != o.outline:
			p.fail(start, p.at, "node %q has two labels", n.ID).Help = "give the label where the node is first named, and name it by its id from then on"
		}
		return
	}
}

// unknown fails at what stands where a node should.
func (p *parser) unknown() {
	_, to := p.line(p.at)
	what := strings.TrimSpace(p.src[p.at:to])
	if what == "" {
		p.fail(p.at, to, "diagram ends a line where a node is expected")
		return
	}
	p.fail(p.at, p.at+len(what), "%q of a diagram is not drawn", excerpt(what))
}

// endStatement fails at what stands after a statement.
func (p *parser) endStatement() {
	p.blanks()
	if !p.failed && p.at < len(p.src) && p.src[p.at] != '\n' && p.src[p.at] != ';' {
		p.unknown()
	}
}

// excerpt is what a message repeats of a line.
func excerpt(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
