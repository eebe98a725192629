package mermaid

import "github.com/socdraft/socdraft/content/prose"

// A frame is a subgraph that is not at its end yet.
type frame struct {
	group     int
	from, to  int   // its first words
	mentioned []int // nodes
}

// openFrame reads the id and title of a subgraph.
func (p *parser) openFrame(start int) {
	p.blanks()
	from := p.at
	g := prose.DiagramGroup{Parent: p.group(), ID: p.id()}
	switch {
	case g.ID != "" && p.accepts("["):
		g.Label, _ = p.enclosed(start, "]")
	default:
		_, to := p.line(from)
		if semicolon := p.find(";"); semicolon >= 0 {
			to = min(to, semicolon)
		}
		p.at = to
		g.Label = p.quotable(from, to)
		g.ID = prose.Text(g.Label)
	}
	g.Span = p.text.Slice(start, p.at)
	switch {
	case p.failed:
		return
	case g.ID == "":
		p.fail(start, p.at, "subgraph has no title").Help = "write subgraph id [title]"
		return
	case len(p.d.Groups) == prose.MaxDiagramGroups:
		p.halt(p.fail(start, p.at, "diagram has more than %d subgraphs", prose.MaxDiagramGroups)).Help = tooLarge
		return
	}
	for _, other := range p.d.Groups {
		if other.ID == g.ID {
			p.fail(start, p.at, "two subgraphs have the id %q", g.ID).Help = "give one of them another id"
			return
		}
	}
	p.frames = append(p.frames, frame{group: len(p.d.Groups), from: start, to: p.at})
	p.d.Groups = append(p.d.Groups, g)
}

// group returns the innermost group at hand, -1 outside of all.
func (p *parser) group() int {
	if n := len(p.frames); n > 0 {
		return p.frames[n-1].group
	}
	return -1
}

// mention notes that a node is named in the frame at hand.
func (p *parser) mention(node int) {
	if n := len(p.frames); n > 0 {
		p.frames[n-1].mentioned = append(p.frames[n-1].mentioned, node)
	}
}

// closeFrame gives a subgraph the nodes that it names and no subgraph before its
// end has.
func (p *parser) closeFrame(start int) {
	n := len(p.frames)
	if n == 0 && p.torn {
		return // what it closes failed
	}
	if n == 0 {
		p.fail(start, p.at, "\"end\" closes no subgraph").Help = "delete it, or give a node of this id another one"
		return
	}
	f := p.frames[n-1]
	p.frames = p.frames[:n-1]
	for _, i := range f.mentioned {
		if p.d.Nodes[i].Group < 0 {
			p.d.Nodes[i].Group = f.group
		}
	}
}
