package layout

import (
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/structure"
)

// entry sets a line of a contents list: what the margin column says, the text
// and, at the right, the page. The page number is a slot of fixed width, so
// the list is as long as it will ever be before anything has a page.
func (c *composer) entry(margin string, text []prose.Inline, id string, s *style, x int) strip {
	if margin != "" && c.measureX == 0 { // no column to say it in
		text, margin = append(prose.Plain(margin+" – "), text...), ""
	}
	number := c.width(s, c.slotText)
	w := c.full - x - number - c.theme.Length("contents-gutter")
	outer := c.enter(structure.TOCI)
	defer func() { c.in = outer }()
	label := c.part(c.in, structure.Lbl)
	c.enter(structure.Reference)
	if id != "" {
		c.enter(structure.Link)
	}
	text = unmarked(text)
	runs := make([]prose.Inline, len(text))
	for i, in := range text {
		if in.Link = ""; id != "" {
			in.Link = "#" + id
		}
		runs[i] = in
	}
	lines := c.quietLinks(runs, s, x, w)
	if len(lines) == 0 || id == "" {
		return lines
	}
	page := c.quietLinks([]prose.Inline{{PageOf: id}}, s, 0, c.full)
	last := len(lines) - 1
	for _, it := range page[0].items {
		it.move(c.full-it.W, 0)
		it.anchor = alignRight
		lines[last].items = append(lines[last].items, it)
	}
	if n := len(lines[last].items); n > 1 {
		lines[last].items[n-2].Text += " "
	}
	for i := range last {
		lines[i].keep = true
	}
	if margin != "" {
		ms := s.in(c.theme.Color("accent"))
		c.in = label
		beside := c.text(margin, ms, 0, c.theme.Page.Column.Len(), alignLeft)
		if len(beside) > 0 {
			beside[0].items[len(beside[0].items)-1].Text += " "
			lines[0].items = append(beside[0].items, lines[0].items...)
		}
	}
	return lines
}

// quietLinks sets linked text in the colour of the style: a list in which
// everything is a link needs no colour for it.
func (c *composer) quietLinks(runs []prose.Inline, s *style, x, w int) strip {
	lines := c.paragraph(runs, s, x, w, alignLeft)
	for i := range lines {
		for j := range lines[i].items {
			lines[i].items[j].Color = s.color
		}
	}
	return lines
}

// contents lists sections and headings with their pages, then further lists.
func (c *composer) contents(k *stack, b *render.Contents, l column) {
	c.newSection()
	sect := c.enterHeading(1)
	title := c.text(b.Title, c.style("h1"), l.x, l.w, alignLeft)
	c.in = sect
	for i := range title {
		title[i].keep = true
	}
	k.addHeading(title, 0, c.theme.Length("contents-below-title"))
	list := c.part(sect, structure.TOC)
	inner := int32(0) // the list of a section's headings
	c.in = list
	for _, block := range c.doc.Blocks {
		switch block := block.(type) {
		case *render.Section:
			c.in, inner = list, 0
			s := c.entry(block.Number, prose.Plain(block.Title), block.ID, c.style("contents-1"), l.x)
			if len(s) > 0 {
				s[len(s)-1].keep = b.Levels > 1
			}
			k.add(s, c.theme.Length("contents-above-1"), c.theme.Length("contents-below-1"))
		case *render.Heading:
			if block.Level == 2 && b.Levels > 1 {
				if inner == 0 {
					inner = c.part(max(c.tree.At(list).Last, list), structure.TOC)
				}
				c.in = inner
				k.add(c.entry("", block.Text, block.ID, c.style("contents-2"), l.x), 0, 0)
			}
		}
	}
	c.in = sect
	for _, list := range b.Lists {
		if len(list.Entries) == 0 {
			continue
		}
		c.enterHeading(2)
		head := c.text(list.Title, c.style("h3"), l.x, l.w, alignLeft)
		c.in = c.part(sect, structure.TOC)
		for i := range head {
			head[i].keep = true
		}
		k.addHeading(head, c.theme.Length("contents-above-list"), c.theme.Length("contents-below-list"))
		for _, e := range list.Entries {
			k.add(c.entry("", prose.Plain(e.Text), e.ID, c.style("contents-3"), l.x), 0, 0)
		}
		c.in = sect
	}
	k.below = c.theme.Length("above-h2")
}
