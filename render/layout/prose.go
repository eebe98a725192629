package layout

import (
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/structure"
)

// A column is where blocks are set and in which type.
type column struct {
	x, w  int
	text  *style // of paragraphs
	align align  // of their lines
	gap   int    // between paragraphs
	full  int    // width that tables and figures may take, from fullX on
	fullX int
	depth int

	filled bool // it lies on the fill of a box
}

// page returns the column of running text.
func (c *composer) page() column {
	return column{x: c.measureX, w: c.measure, text: c.body, align: alignJustify, gap: c.theme.Length("paragraph"), full: c.full}
}

// inset returns the column moved to the right. It stops where too little would
// be left for words.
func (l column) inset(by int) column {
	l.depth++
	if l.w-by >= 90*render.Point {
		l.x += by
		l.w -= by
	}
	l.fullX, l.full = l.x, l.w
	return l
}

// blocks sets prose in a column.
func (c *composer) blocks(k *stack, blocks []prose.Block, l column) {
	for i, b := range blocks {
		c.proseBlock(k, b, l)
		if p, ok := b.(*prose.Paragraph); ok && i+1 < len(blocks) && announces(p, blocks[i+1]) {
			k.hold()
		}
	}
}

// announces reports whether a paragraph ends in a colon before what it
// announces, and so must not be left behind at the foot of a page.
func announces(p *prose.Paragraph, next prose.Block) bool {
	if !endsInColon(p) {
		return false
	}
	switch next.(type) {
	case *prose.List, *prose.Table, *prose.Code, *prose.Definitions, *prose.Quote:
		return true
	}
	return false
}

func (c *composer) proseBlock(k *stack, b prose.Block, l column) {
	switch b := b.(type) {
	case *prose.Paragraph:
		k.add(c.paragraph(b.Inlines, l.text, l.x, l.w, l.align), l.gap, l.gap)
	case *prose.Heading:
		c.heading(k, &render.Heading{ID: b.ID, Level: min(max(b.Level, 2), 4), Text: b.Inlines}, l)
	case *prose.List:
		c.list(k, b, l)
	case *prose.Definitions:
		c.definitions(k, b, l)
	case *prose.Quote:
		outer := c.enter(structure.BlockQuote)
		c.framed(k, b.Blocks, nil, l, &box{clear: true, bar: c.theme.Color("hairline"), barW: c.theme.Length("bar")}, c.theme.Length("quote-y"))
		c.in = outer
	case *prose.Alert:
		c.alert(k, b, l)
	case *prose.Code:
		c.code(k, b, l)
	case *prose.Table:
		c.proseTable(k, b, l)
	case *prose.Figure:
		c.figure(k, b, l)
	case *prose.Diagram:
		c.diagram(k, b, l)
	case *prose.Break:
		rule := Item{Kind: Rule, X: l.x, Y: 0, W: min(l.w, c.theme.Length("short-rule")), Stroke: c.theme.Length("break-rule"), Color: c.theme.Color("hairline")}
		k.add(strip{{height: rule.Stroke, items: []Item{rule}}}, 2*l.gap, 2*l.gap)
	case *prose.Notes:
		c.notes(k, b, l)
	}
}

func endsInColon(p *prose.Paragraph) bool {
	n := len(p.Inlines)
	return n > 0 && strings.HasSuffix(p.Inlines[n-1].Text, ":")
}

// framed sets blocks in a box, under an optional first line. Too deep to be
// moved in, it has no bar, which would stand on the words, and takes nothing
// from their width.
func (c *composer) framed(k *stack, blocks []prose.Block, title strip, l column, b *box, pad int) {
	inset := c.theme.Length("box-x")
	inner := l.inset(inset)
	b.x, b.w = l.x, l.w
	switch {
	case inner.x == l.x:
		b.barW = 0
	case !b.clear:
		inner.w -= min(inset, inner.w/8)
		inner.full = inner.w
	}
	inner.filled = l.filled || !b.clear
	b.bleed = c.theme.Length("box-y") / 2
	var body stack
	body.addHeading(title, 0, c.theme.Length("below-title"))
	c.blocks(&body, blocks, inner)
	k.add(body.strip.inBox(b, pad).whole(), c.theme.Length("around-block")*2/3, c.theme.Length("around-block")*2/3)
}
