package mermaid

import (
	"strings"

	"github.com/socdraft/socdraft/content/prose"
)

// A stroke is a way to write an edge: its opening, then as many of mid as the
// author likes, then its closing.
type stroke struct {
	open  string
	mid   byte
	close string // before an arrowhead
	bare  string // without one
	line  prose.Line
}

var strokes = []stroke{
	{"--", '-', "", "-", prose.Solid},
	{"==", '=', "", "=", prose.Thick},
	{"-.", '.', "-", "-", prose.Dashed},
}

// link reads an edge with its label, which may begin the next line. It reports
// false where the statement ends.
func (p *parser) link() (e prose.DiagramEdge, ok bool) {
	before := p.at
	p.space()
	start := p.at
	if p.foreign(start) {
		return e, false
	}
	e.Tail = p.take("<")
	for _, s := range strokes {
		if !p.take(s.open) {
			continue
		}
		e.Line = s.line
		if !p.ended(s, &e) {
			p.inline(s, &e, start)
		}
		if e.Tail && !e.Head {
			p.fail(start, p.at, "edge has an arrowhead at its start alone").Help = "write it from the other node, or <--> for both ways"
		}
		e.Span = p.text.Slice(start, p.at)
		p.piped(&e, start)
		return e, !p.failed
	}
	p.at = before
	return e, false
}

// foreign fails at edges that end in circles and crosses or are not seen.
func (p *parser) foreign(start int) bool {
	if strings.HasPrefix(p.rest(), "~~~") || strings.HasPrefix(p.rest(), "x--") || strings.HasPrefix(p.rest(), "o--") {
		p.fail(start, start+3, "edge %q is not drawn", p.src[start:start+3]).Help = edges
		return true
	}
	return false
}

const edges = "the edges drawn are -->, ---, -.->, -.-, ==>, === and <-->"

// ended steps over the end of an edge, after its opening.
func (p *parser) ended(s stroke, e *prose.DiagramEdge) bool {
	start := p.at
	n := p.takes(s.mid)
	switch {
	case p.take(s.close + ">"):
		e.Head = true
	case s.line == prose.Dashed && p.take(s.bare):
	case s.line != prose.Dashed && n > 0:
	default:
		p.at = start
		if p.has("x") || p.has("o") {
			p.fail(start-len(s.open), start+1, "edge %q is not drawn", p.src[start-len(s.open):start+1]).Help = edges
			return true
		}
		return false
	}
	if p.has("x") || p.has("o") {
		p.fail(start-len(s.open), p.at+1, "edge %q is not drawn", p.src[start-len(s.open):p.at+1]).Help = edges
	}
	return true
}

// inline reads a label within an edge, and the rest of the edge.
func (p *parser) inline(s stroke, e *prose.DiagramEdge, start int) {
	from, to := p.line(p.at)
	opening := s.open
	if s.line == prose.Dashed {
		opening = ".-"
	}
	for at := from; ; at++ {
		n := strings.Index(p.src[at:to], opening)
		if n < 0 {
			p.fail(start, to, "edge %q does not end on its line", excerpt(p.src[start:to])).Help = edges
			return
		}
		at += n
		p.at = at + len(opening)
		if s.line == prose.Dashed {
			for at > from && p.src[at-1] == '.' {
				at--
			}
			p.at = at
		}
		if p.ended(s, e) {
			e.Label = p.quotable(from, at)
			return
		}
		if p.failed {
			return
		}
	}
}

// piped reads the label of an edge that stands after it between bars.
func (p *parser) piped(e *prose.DiagramEdge, start int) {
	if p.failed || !p.accepts("|") {
		return
	}
	label, ok := p.enclosed(start, "|")
	if ok && e.Label != nil {
		p.fail(start, p.at, "edge has two labels").Help = "keep one of them"
	}
	e.Label = label
}
