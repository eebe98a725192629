package layout

import (
	"slices"
	"strconv"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/structure"
)

func (c *composer) list(k *stack, b *prose.List, l column) {
	indent := c.theme.Length("list-indent") * l.text.size / c.style("body").size
	if b.Ordered {
		widest := strconv.Itoa(b.Start+len(b.Items)) + "."
		indent = max(indent, c.width(l.text, widest)+l.text.size*45/100)
	}
	inner := l.inset(indent)
	inner.gap = c.theme.Length("list-item") * l.gap / max(c.theme.Length("paragraph"), 1)
	above := l.gap
	if l.depth > 0 {
		above = inner.gap
	}
	outer := c.enter(structure.L)
	c.markers(b)
	for i, item := range b.Items {
		list := c.enter(structure.LI)
		label, text := c.part(c.in, structure.Lbl), c.part(c.in, structure.LBody)
		var body stack
		c.in = text
		c.blocks(&body, item.Blocks, inner)
		c.fold()
		s := body.strip
		if len(s) == 0 || s[0].row != nil || s[0].height < l.text.leading/2 {
			s = append(strip{{height: l.text.leading, keep: true}}, s...)
		}
		if inner.x == l.x { // too deep to be moved in: the marker stands above
			s = append(strip{{height: l.text.leading, keep: true}}, s...)
		}
		c.in = label
		marker := c.marker(b, i, l.text, l.x, indent)
		c.in = list
		s[0].items = append(marker, s[0].items...)
		if i == 0 {
			k.add(s, above, inner.gap)
		} else {
			k.add(s, inner.gap, inner.gap)
		}
	}
	c.in = outer
	k.below = max(k.below, above)
}

// markers notes what stands before the items of a list.
func (c *composer) markers(b *prose.List) {
	e := c.tree.At(c.in)
	switch {
	case b.Ordered:
		e.Marker = structure.Decimal
	case !slices.ContainsFunc(b.Items, func(item prose.Item) bool { return item.Task != prose.NoTask }):
		e.Marker = structure.Disc
	}
}

// marker returns the bullet, number or task box of an item.
func (c *composer) marker(b *prose.List, i int, s *style, x, w int) []Item {
	text, a, right := "•", alignLeft, 0
	switch item := &b.Items[i]; {
	case item.Task == prose.TaskOpen:
		text = "☐"
	case item.Task == prose.TaskDone:
		text = "☑"
	case b.Ordered:
		text, a, right = strconv.Itoa(b.Start+i)+".", alignRight, s.size*40/100
	default:
		x += s.size * 25 / 100
	}
	lines := c.text(text, s, x, w-right, a)
	if len(lines) == 0 {
		return nil
	}
	items := lines[0].items
	if n := len(items); items[n-1].Text != "" {
		items[n-1].Text += " "
	}
	return items
}

func (c *composer) definitions(k *stack, b *prose.Definitions, l column) {
	bold := l.text.with(font.Semibold)
	inner := l.inset(c.theme.Length("list-indent"))
	outer := c.enter(structure.L)
	list, entry := c.in, int32(0)
	for _, d := range b.Items {
		if d.Term != nil || entry == 0 {
			entry = c.part(list, structure.LI)
		}
		if d.Term != nil {
			c.in = c.part(entry, structure.Lbl)
			term := c.paragraph(d.Term.Inlines, bold, l.x, l.w, alignLeft)
			for i := range term {
				term[i].keep = true
			}
			k.addHeading(term, l.gap, c.theme.Length("below-term"))
		}
		c.in = c.part(entry, structure.LBody)
		c.blocks(k, d.Blocks, inner)
		c.fold()
		k.exact = false
	}
	c.in = outer
}
