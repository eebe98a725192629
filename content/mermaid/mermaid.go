// Package mermaid reads diagrams that authors write as text: the part of
// Mermaid's flowcharts that says what is connected with what. The same block
// shows as a figure where the sources are read, on code hosts.
//
// The one entry is Parse. Its rule: a block is understood as a whole or not at
// all, so that no line of it is silently left out of the figure.
package mermaid

import (
	"cmp"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// Language is the word that marks a block of code as such a diagram.
const Language = "mermaid"

// Marks reports whether a word is meant to mark such a block: Language in any
// letter case or in braces, or the name that its files have.
func Marks(word string) bool {
	word = strings.ToLower(strings.Trim(word, "{.}"))
	return word == Language || word == "mmd"
}

// maxBytes is the longest block that is read. The most nodes and edges with
// their labels are shorter.
const maxBytes = 32 << 10

// maxProblems is how many things of one block are told: who mends so many sees
// the rest then.
const maxProblems = 50

// A Block is what was read of a block of Mermaid.
type Block struct {
	Diagram  *prose.Diagram // nil where there are problems
	Problems []*Problem
	NoAlt    diag.Span // where alternative text is missing; zero where it stands, or the end was not read
}

// A Problem is something of a block that is not drawn.
type Problem struct {
	Span    diag.Span
	Message string // one sentence, as findings have it
	Help    string // what to do
}

// Parse reads a block. Each label knows where it stands in the text.
func Parse(t diag.Text) Block {
	p := &parser{text: t, cursor: cursor{src: t.Value}, d: &prose.Diagram{}, nodes: map[string]int{}}
	if len(p.src) > maxBytes {
		p.halt(p.fail(0, 0, "diagram has more than %d KiB", maxBytes>>10)).Help = tooLarge
	} else {
		p.header()
	}
	p.resume()
	for p.more() {
		p.statement()
		p.resume()
	}
	if !p.torn {
		p.whole()
	}
	return p.block()
}

// block returns what was read.
func (p *parser) block() Block {
	b := Block{Problems: p.problems}
	if len(p.problems) == 0 {
		b.Diagram = p.d
	}
	if len(p.d.Alt) == 0 && !p.halted {
		b.NoAlt = cmp.Or(p.emptyAlt, p.d.Span)
	}
	return b
}

const tooLarge = "divide the diagram into several that a page can hold"

// A parser makes a diagram of a block. After a failure it comes to the end of
// the statement, and goes on in the next line.
type parser struct {
	cursor
	text     diag.Text
	d        *prose.Diagram
	nodes    map[string]int // indexes of nodes by id
	frames   []frame        // open, outer before inner
	emptyAlt diag.Span      // an alternative text that says nothing

	problems []*Problem
	failed   bool // the statement at hand failed
	next     int  // where the statement after it begins
	torn     bool // a statement failed, so that what it says is missing
	halted   bool // the rest of the block is not read
}

// header reads the kind of the diagram and its direction.
func (p *parser) header() {
	p.more()
	for p.frontMatter() || p.directive() {
		p.more()
	}
	if p.halted {
		return
	}
	start := p.at
	kind := p.id()
	if kind != "flowchart" && kind != "graph" {
		_, to := p.line(start)
		p.halt(p.fail(start, to, "diagram does not begin with \"flowchart\" or \"graph\"")).Help =
			"a flowchart is drawn; show a diagram of another kind as an image"
		return
	}
	p.d.Direction = prose.Downward
	p.d.Span = p.text.Slice(start, p.at)
	p.blanks()
	at := p.at
	if word := p.id(); word != "" {
		p.d.Span = p.text.Slice(start, p.at)
		d, ok := directions[word]
		if !ok {
			p.fail(at, p.at, "unknown direction %q", word).Help = "the directions are TD, TB, BT, LR and RL"
		}
		p.d.Direction = d
	}
	p.endStatement()
}

var directions = map[string]prose.Direction{
	"TD": prose.Downward, "TB": prose.Downward, "BT": prose.Upward, "LR": prose.Rightward, "RL": prose.Leftward,
}

// statement reads one statement.
func (p *parser) statement() {
	if p.directive() {
		return
	}
	start := p.at
	switch word := p.id(); {
	case word == "subgraph":
		p.openFrame(start)
	case word == "end":
		p.closeFrame(start)
	case word == "accTitle" && p.accepts(":"):
		p.accessible(&p.d.Caption, word, start)
		return
	case word == "accDescr" && p.accepts(":"):
		p.accessible(&p.d.Alt, word, start)
		return
	case word == "accDescr" && p.accepts("{"):
		p.accessibleBlock(start)
	case looks[word] != "":
		p.refuse(start, p.at, word).Help = looks[word]
		_, p.at = p.line(p.at)
		return
	default:
		p.at = start
		p.chain()
	}
	p.endStatement()
}

// accessible reads what follows a colon, up to the end of the line.
func (p *parser) accessible(into *[]prose.Inline, word string, start int) {
	from, to := p.line(p.at)
	p.at = to
	p.say(into, word, start, from, to)
}

// accessibleBlock reads an alternative text of several lines.
func (p *parser) accessibleBlock(start int) {
	from := p.at
	to := p.find("}")
	if to < 0 {
		p.halt(p.fail(start, from, "alternative text of a diagram does not end")).Help = "close it by }"
		return
	}
	p.at = to + 1
	p.say(&p.d.Alt, "accDescr", start, from, to)
}

// say takes caption or alternative text, which a diagram has once.
func (p *parser) say(into *[]prose.Inline, word string, start, from, to int) {
	if len(*into) > 0 {
		p.fail(start, to, "diagram has two of %q", word).Help = "keep one of them"
		return
	}
	*into = p.runs(from, to)
	if len(*into) == 0 && into == &p.d.Alt {
		p.emptyAlt = p.text.Slice(start, to)
	}
}

// whole settles what only the end of the block tells.
func (p *parser) whole() {
	if n := len(p.frames); n > 0 {
		f := p.frames[n-1]
		p.fail(f.from, f.to, "subgraph does not end").Help = "close it by a line \"end\""
		return
	}
	for i := range p.d.Nodes {
		if n := &p.d.Nodes[i]; n.Label == nil {
			n.Label = []prose.Inline{{Text: n.ID, Span: n.Span}}
		}
	}
	held := make([]bool, len(p.d.Groups))
	for _, n := range p.d.Nodes {
		for g := n.Group; g >= 0; g = p.d.Groups[g].Parent {
			held[g] = true
		}
	}
	for i, g := range p.d.Groups {
		if n, ok := p.nodes[g.ID]; ok {
			p.add(p.d.Nodes[n].Span, "node %q has the id of a subgraph", g.ID).Help = "an edge leads to a node of the subgraph"
		}
		if !held[i] {
			p.add(g.Span, "subgraph holds no node").Help = "put nodes into it, or delete it"
		}
	}
	if len(p.d.Nodes) == 0 && len(p.problems) == 0 {
		p.add(p.d.Span, "diagram has no nodes").Help = "write what is connected with what: A[Customer] --> B[Platform]"
	}
}
