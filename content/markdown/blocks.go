package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/mermaid"
	"github.com/socdraft/socdraft/content/prose"
)

// converter makes prose of goldmark's tree. Offsets are those of src; only at
// turns them into places of the source.
type converter struct {
	text diag.Text
	src  []byte
	base int   // of src in text.Value: the byte order mark
	cuts []cut // what was cut out of text.Value since
	opts Options
	list *diag.List

	figures   []*prose.Figure      // lifted out of running text, to follow its block
	footnotes []*footnote          // every definition in authored order
	byLabel   map[string]*footnote // made on first use
	numbers   map[*footnote]int    // made from 1 on
	numbered  []*footnote          // in the order of their numbers
	linkDefs  []*ast.LinkReferenceDefinition
	usedLinks map[string]bool // by normalized label
}

// line returns the place of the line that holds the offset, from it on.
func (c *converter) line(offset int) (start, stop int) {
	offset = min(max(offset, 0), len(c.src))
	stop = len(c.src)
	if i := bytes.IndexByte(c.src[offset:], '\n'); i >= 0 {
		stop = offset + i
	}
	return offset, offset + len(bytes.TrimRight(c.src[offset:stop], " \t\r"))
}

// extent returns the offsets of a block's own lines, or of the rest of the line
// it starts on.
func (c *converter) extent(n ast.Node) (start, stop int) {
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		return lines.At(0).Start, lines.At(lines.Len() - 1).Stop
	}
	return c.line(n.Pos())
}

// children converts the blocks in n; figures lifted out of a block follow it.
func (c *converter) children(n ast.Node) []prose.Block {
	var blocks []prose.Block
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		blocks = append(blocks, c.block(child)...)
		blocks = c.lifted(blocks)
	}
	return blocks
}

func (c *converter) lifted(blocks []prose.Block) []prose.Block {
	for _, f := range c.figures {
		blocks = append(blocks, f)
	}
	c.figures = nil
	return blocks
}

func (c *converter) block(n ast.Node) []prose.Block {
	if c.opts.Limited && c.unsupported(n) {
		return c.reduced(n)
	}
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return c.paragraph(n)
	case *ast.Heading:
		return c.heading(n)
	case *ast.List:
		return one(c.bullets(n))
	case *ast.Blockquote:
		if kind, ok := n.AttributeString(kindAlert); ok {
			return one(&prose.Alert{Kind: kind.(string), Blocks: c.children(n)})
		}
		return one(&prose.Quote{Blocks: c.children(n)})
	case *ast.CodeBlock:
		return one(c.code(n, ""))
	case *ast.FencedCodeBlock:
		if lang := string(n.Language(c.src)); !mermaid.Marks(lang) {
			return one(c.code(n, lang))
		}
		return one(c.diagram(n))
	case *ast.ThematicBreak:
		return one(&prose.Break{})
	case *ast.HTMLBlock:
		return c.htmlBlock(n)
	case *ast.LinkReferenceDefinition:
		c.linkDefs = append(c.linkDefs, n)
		return nil
	case *footnote:
		return nil
	case *extast.Table:
		return one(c.table(n))
	case *extast.DefinitionList:
		return one(c.definitions(n))
	}
	return c.children(n)
}

func one(b prose.Block) []prose.Block { return []prose.Block{b} }

// paragraph returns nothing for one that held images or comments alone.
func (c *converter) paragraph(n ast.Node) []prose.Block {
	inlines := c.inlines(n)
	if len(inlines) == 0 {
		return nil
	}
	return one(&prose.Paragraph{Inlines: inlines})
}

func (c *converter) heading(n *ast.Heading) []prose.Block {
	start, stop := c.extent(n)
	return one(&prose.Heading{Level: n.Level, Inlines: c.inlines(n), Span: c.at(start, stop)})
}

func (c *converter) bullets(n *ast.List) *prose.List {
	l := &prose.List{Ordered: n.IsOrdered(), Start: n.Start}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		item := prose.Item{}
		if first := child.FirstChild(); first != nil {
			if box, ok := first.FirstChild().(*extast.TaskCheckBox); ok {
				item.Task = prose.TaskOpen
				if box.IsChecked {
					item.Task = prose.TaskDone
				}
			}
		}
		item.Blocks = c.children(child)
		l.Items = append(l.Items, item)
	}
	return l
}

func (c *converter) code(n ast.Node, lang string) *prose.Code {
	var text []byte
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		text = append(text, bytes.TrimRight(line.Value(c.src), "\r\n")...)
		text = append(text, '\n')
	}
	text = bytes.ReplaceAll(text, []byte{0}, []byte("\uFFFD"))
	start, stop := c.extent(n)
	return &prose.Code{Text: string(text), Lang: lang, Span: c.at(start, stop)}
}

func (c *converter) definitions(n *extast.DefinitionList) *prose.Definitions {
	d := &prose.Definitions{}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if child.Kind() == extast.KindDefinitionTerm {
			term := &prose.Paragraph{Inlines: c.inlines(child)}
			d.Items = append(d.Items, prose.Definition{Term: term, Blocks: c.lifted(nil)})
			continue
		}
		if len(d.Items) == 0 {
			d.Items = append(d.Items, prose.Definition{Term: &prose.Paragraph{}})
		}
		last := &d.Items[len(d.Items)-1]
		last.Blocks = c.lifted(append(last.Blocks, c.children(child)...))
	}
	return d
}

func (c *converter) table(n *extast.Table) *prose.Table {
	t := &prose.Table{}
	for _, a := range n.Alignments {
		align := prose.AlignLeft
		switch a {
		case extast.AlignCenter:
			align = prose.AlignCenter
		case extast.AlignRight:
			align = prose.AlignRight
		}
		t.Aligns = append(t.Aligns, align)
	}
	start, _ := c.line(n.Pos())
	stop := start
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells := c.row(row, len(t.Aligns))
		if row.Kind() == extast.KindTableHeader {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
		if row.Pos() >= 0 {
			_, stop = c.line(row.Pos())
		}
	}
	t.Span = c.at(start, max(stop, start))
	return t
}

// row converts the cells of a row. Text after the last column's cell, which
// goldmark leaves out, is kept in that cell.
func (c *converter) row(n ast.Node, columns int) []prose.Cell {
	cells := make([]prose.Cell, columns)
	i, last := 0, -1
	for child := n.FirstChild(); child != nil && i < columns; child = child.NextSibling() {
		cells[i].Inlines = c.inlines(child)
		if lines := child.Lines(); lines.Len() > 0 {
			last = lines.At(0).Stop
		}
		i++
	}
	if n.Kind() == extast.KindTableHeader || last < 0 || n.ChildCount() < columns || n.LastChild().Lines().Len() == 0 {
		return cells
	}
	_, stop := c.line(last)
	rest := bytes.TrimLeft(c.src[last:stop], " \t")
	rest, found := bytes.CutPrefix(rest, []byte("|"))
	if !found || util.IsBlank(rest) {
		return cells
	}
	start := stop - len(rest)
	c.list.Add(ExtraCell, c.at(start, stop), "table row has more than %d cells", columns).
		Suggest("a vertical bar that is text is written \\|; until then the rest prints in the last cell")
	r := &runs{c: c, items: reopen(cells[columns-1].Inlines)}
	r.atom(" | ", start-1, start)
	r.literal(start, stop)
	cells[columns-1].Inlines = r.done()
	return cells
}

// unsupported reports whether limited text may not hold the block.
func (c *converter) unsupported(n ast.Node) bool {
	what := ""
	switch n.(type) {
	case *ast.Heading:
		what = "a heading"
	case *ast.Blockquote:
		what = "a quote"
	case *ast.FencedCodeBlock:
		what = "a block of code"
	case *ast.ThematicBreak:
		what = "a thematic break"
	case *extast.Table:
		what = "a table"
	default:
		return false
	}
	start, stop := c.line(n.Pos())
	c.list.Add(UnsupportedMarkup, c.at(start, stop), "%s has no place in this text", what).
		Suggest("this text takes paragraphs, lists and links; until then the block prints as plain text")
	return true
}

// reduced returns an unsupported block as paragraphs.
func (c *converter) reduced(n ast.Node) []prose.Block {
	switch n := n.(type) {
	case *ast.Heading:
		return c.paragraph(n)
	case *extast.Table:
		var blocks []prose.Block
		for row := n.FirstChild(); row != nil; row = row.NextSibling() {
			start, stop := c.line(row.Pos())
			blocks = append(blocks, c.plain(start, stop)...)
		}
		return blocks
	case *ast.Blockquote:
		return c.children(n)
	}
	if n.Lines() == nil || n.Lines().Len() == 0 {
		start, stop := c.extent(n)
		return c.plain(start, stop)
	}
	p := &paragraphs{c: c}
	for i := range n.Lines().Len() {
		p.line(n.Lines().At(i).Start, n.Lines().At(i).Stop)
	}
	p.flush()
	return p.blocks
}
