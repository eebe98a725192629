package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/mermaid"
	"github.com/socdraft/socdraft/content/prose"
)

// diagram converts a block of Mermaid. One that is not understood is shown as
// code, so that nothing of it is lost.
func (c *converter) diagram(n *ast.FencedCodeBlock) prose.Block {
	d, problem := mermaid.Parse(c.lines(n))
	if problem != nil {
		c.list.Add(UndrawnDiagram, problem.Span, "%s", problem.Message).
			Suggest("%s; until then the block prints as code", problem.Help)
		return c.code(n, mermaid.Language)
	}
	if len(d.Alt) == 0 {
		c.list.Add(MissingAltText, d.Span, "diagram has no alternative text").
			Suggest("say what a reader who cannot see it needs to know, in a line of the block: accDescr: Records flow from customers to …")
	}
	return d
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
