package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/mermaid"
	"github.com/socdraft/socdraft/content/prose"
)

// diagram converts a block of Mermaid. One that is not understood is shown as
// code, so that nothing of it is lost.
func (c *converter) diagram(n *ast.FencedCodeBlock) prose.Block {
	c.marked(n)
	b := mermaid.Parse(c.lines(n))
	if len(b.Problems) > 0 {
		c.undrawn(b)
		return c.code(n, mermaid.Language)
	}
	if !b.NoAlt.IsZero() {
		c.list.Add(MissingAltText, b.NoAlt, "diagram has no alternative text").Suggest("%s", sayAlt)
	}
	return b.Diagram
}

const sayAlt = "say what a reader who cannot see it needs to know, in a line of the block: accDescr: Records flow from customers to …"

// marked reports a word other than that by which code hosts know diagrams.
func (c *converter) marked(n *ast.FencedCodeBlock) {
	if word := string(n.Language(c.src)); word != mermaid.Language {
		at := n.Info.Segment.Start
		c.list.Add(MismarkedDiagram, c.at(at, at+len(word)), "diagram is marked as %q, by which code hosts do not know it", word).
			Suggest("write %s, in small letters", mermaid.Language)
	}
}

// undrawn reports the problems of a block, those of one kind together. Its
// alternative text, which code needs not, is missing as soon as it is drawn.
func (c *converter) undrawn(b mermaid.Block) {
	for i, first := range b.Problems {
		same := func(p *mermaid.Problem) bool { return p.Message == first.Message }
		if slices.ContainsFunc(b.Problems[:i], same) {
			continue
		}
		f := c.list.Add(UndrawnDiagram, first.Span, "%s", first.Message).
			Suggest("%s; until then the block prints as code", first.Help)
		var more []diag.Span
		for _, p := range b.Problems[i+1:] {
			if same(p) {
				more = append(more, p.Span)
			}
		}
		if len(more) > 0 {
			f.Note(more[0], "%s", repeated(more))
		}
		if i == 0 && !b.NoAlt.IsZero() {
			f.Note(b.NoAlt, "the diagram has no alternative text either, which a figure must have; %s", sayAlt)
		}
	}
}

// repeated counts further places of a problem, and lists their lines.
func repeated(places []diag.Span) string {
	var lines []string
	for _, p := range places {
		line, _ := p.Position()
		if s := strconv.Itoa(line); !slices.Contains(lines, s) {
			lines = append(lines, s)
		}
	}
	times, in := "once", "line"
	if len(places) > 1 {
		times = strconv.Itoa(len(places)) + " times"
	}
	if len(lines) > 1 {
		in = "lines"
	}
	return "and " + times + " more, in " + in + " " + strings.Join(lines, ", ")
}

// lines returns the lines of a block, each byte with its place.
func (c *converter) lines(n ast.Node) diag.Text {
	var b diag.TextBuilder
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		text := bytes.TrimRight(c.src[line.Start:line.Stop], "\r\n")
		end := line.Start + len(text)
		if len(text) > 0 {
			b.Verbatim(string(text), c.at(line.Start, end).Start)
		}
		ending := c.at(end, max(line.Stop, end))
		b.Atom("\n", ending.Start, ending.End)
	}
	start, stop := c.extent(n)
	return b.Text(c.at(start, stop))
}
