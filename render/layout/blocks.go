package layout

import (
	"strconv"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/structure"
)

// block sets a block that flows: all but covers, sections and matrices, which
// the pager gives pages of their own.
func (c *composer) block(k *stack, b render.Block, l column) {
	c.attend(b)
	switch b := b.(type) {
	case *render.Heading:
		c.heading(k, b, l)
	case *render.Prose:
		if b.Quiet {
			l.text, l.gap = c.style("quiet"), c.theme.Length("cell-paragraph")
		}
		c.blocks(k, b.Blocks, l)
	case *render.Facts:
		c.facts(k, b, l)
	case *render.Placeholder:
		c.placeholder(k, b, l, "placeholder", c.theme.Length("box-x"), c.theme.Length("box-y"))
	case *render.Notice:
		c.notice(k, b, l)
	case *render.Table:
		c.table(k, b, l)
	case *render.Meta:
		k.add(c.paragraph(b.Inlines, c.style("meta"), l.x, l.w, alignLeft), l.gap, l.gap)
	case *render.Contents:
		c.contents(k, b, l)
	case *render.Glance:
		c.glance(k, b, l)
	}
}

// heading sets a heading and, beside it, what the margin column says.
func (c *composer) heading(k *stack, b *render.Heading, l column) {
	level := min(max(b.Level, 2), 4)
	name := "h" + strconv.Itoa(level)
	s := c.style(name)
	outer := c.enterHeading(level)
	lines := c.paragraph(b.Text, s, l.x, l.w, alignLeft)
	c.in = outer
	if len(lines) == 0 {
		lines = strip{{}}
	}
	for i := range lines {
		lines[i].keep = true
	}
	above, below := c.theme.Length("above-"+name), c.theme.Length("below-"+name)
	if len(b.Margin) > 0 && !(l.x == c.measureX && c.measureX > 0 && c.marginNotes(&lines[0], b.Margin, c.baseline(s))) {
		for _, note := range b.Margin {
			k.addHeading(c.text(note, c.style("margin"), l.x, l.w, alignLeft), above, 0)
		}
		if len(k.strip) > 0 {
			above = 0
		}
		k.hold()
	}
	m := mark{id: b.ID}
	if l.depth == 0 {
		m.title, m.level = prose.Text(unmarked(b.Text)), level
	}
	lines[0].marks = []mark{m}
	k.addHeading(lines, above, below)
}

// marginNotes hangs quiet lines in the margin column, the first on the
// baseline given. It reports false where there are too many of them.
func (c *composer) marginNotes(e *elem, notes []string, baseline int) bool {
	s := c.style("margin")
	y := baseline - c.baseline(s)
	var items []Item
	for _, note := range notes {
		for _, line := range c.text(note, s, 0, c.theme.Page.Column.Len(), alignLeft) {
			for _, it := range line.items {
				it.move(0, y)
				items = append(items, it)
			}
			y += s.leading
		}
	}
	if y > c.pageH/4 {
		return false
	}
	e.items = append(e.items, items...)
	e.hang = y + s.leading/2
	e.full = true
	return true
}

// facts sets labels and what is so, side by side.
func (c *composer) facts(k *stack, b *render.Facts, l column) {
	if b.Title != "" {
		title := c.text(b.Title, c.style("table-caption"), l.x, l.w, alignLeft)
		for i := range title {
			title[i].keep = true
		}
		k.addHeading(title, c.theme.Length("around-block"), c.theme.Length("below-title"))
	}
	k.add(c.factRows(b.Facts, l, "fact-label", "fact", true).whole(), l.gap, c.theme.Length("around-block"))
	k.exact = false
}

// factRows sets facts as rows of two columns, with hairlines when ruled.
func (c *composer) factRows(facts []render.Fact, l column, label, value string, ruled bool) strip {
	gap := 2 * c.theme.Length("cell-x")
	var n need
	for _, f := range facts {
		c.needOf(&n, c.style(label), prose.Plain(f.Label))
	}
	first := max(min(n.most, l.w*2/5), 1)
	second := max(l.w-first-gap, 1)
	g := &grid{width: l.w, hairline: c.theme.Color("hairline")}
	var out strip
	outer := c.enter(structure.L)
	defer func() { c.in = outer }()
	for _, f := range facts {
		r := &row{x: l.x, table: g, top: c.theme.Length("fact-tight"), bottom: c.theme.Length("fact-tight")}
		if ruled {
			r.top, r.bottom, r.rule = c.theme.Length("fact-top"), c.theme.Length("fact-bottom"), c.theme.Length("hairline")
		}
		list := c.enter(structure.LI)
		name, text := c.part(c.in, structure.Lbl), c.part(c.in, structure.LBody)
		c.in = name
		cells := band{{w: first, strip: c.text(f.Label, c.style(label), 0, first, alignLeft)}}
		c.in = text
		cells = append(cells, cell{x: first + gap, w: second, strip: c.paragraph(f.Value, c.style(value), 0, second, alignLeft)})
		c.fold()
		c.in = list
		r.bands = []band{cells}
		out = append(out, elem{row: r, height: r.height()})
	}
	return out
}

// placeholder sets a filled box with the words that are missing and the facts
// to write them from.
func (c *composer) placeholder(k *stack, b *render.Placeholder, l column, text string, padX, padY int) {
	s := c.style(text)
	frame := &box{x: l.x, w: l.w, fill: c.theme.Color("placeholder-fill"),
		bar: c.theme.Color("placeholder-edge"), barW: c.theme.Length("box-edge"), bleed: padY / 2}
	padX = min(padX, l.w/6)
	inner := column{x: l.x + padX, w: max(l.w-2*padX, s.size), text: s, gap: l.gap, depth: l.depth + 1}
	outer := c.enter(structure.Div)
	body := stack{}
	body.add(c.text(b.Text, s, inner.x, inner.w, alignLeft), 0, padY/2)
	if len(b.Facts) > 0 {
		label, value := "fact-label", "fact"
		if l.depth > 0 {
			label, value = "meta", "table"
		}
		body.add(c.factRows(b.Facts, inner, label, value, false), padY/2, 0)
	}
	c.in = outer
	around := c.theme.Length("around-block") * 2 / 3
	if l.depth > 0 {
		around = l.gap
	}
	out := body.strip.inBox(frame, padY).whole()
	if len(out) > 0 {
		out[0].marks = append(out[0].marks, mark{id: b.ID})
	}
	k.add(out, around, around)
}

func (c *composer) notice(k *stack, b *render.Notice, l column) {
	inner := l.inset(c.theme.Length("box-x"))
	outer := c.enter(structure.Div)
	title := c.text(b.Title, c.style("h4"), inner.x, inner.w, alignLeft)
	for i := range title {
		title[i].keep = true
	}
	frame := &box{fill: c.theme.Color("notice-fill"), bar: c.theme.Color("rule"), barW: c.theme.Length("box-edge")}
	l.text = &style{face: l.text.face, size: c.style("fact").size, leading: c.style("fact").leading, color: l.text.color}
	c.framed(k, b.Blocks, title, l, frame, c.theme.Length("box-y"))
	c.in = outer
}
