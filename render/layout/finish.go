package layout

import (
	"strings"

	"github.com/socdraft/socdraft/render/structure"
)

// finish ends the last page, fills in page numbers and adds what every page
// bears.
func (p *pager) finish() {
	p.flush()
	if len(p.pages) == 0 {
		p.newPage()
	}
	p.endPage()
	p.watermark = p.c.watermark()
	for len(p.pages) > 1 && len(p.pages[len(p.pages)-1].Items) == 0 {
		p.pages = p.pages[:len(p.pages)-1]
	}
	p.front = max(p.anchors[p.c.opening].Page-1, 0)
	for i := range p.pages {
		p.fillSlots(&p.pages[i])
		p.running(&p.pages[i], i+1)
		p.c.areas(&p.pages[i], p.anchors)
	}
}

func (p *pager) result() *Result {
	r := &Result{Pages: p.pages, Front: p.front, Headings: p.headings, Tree: p.c.tree, Anchors: make(map[string]int, len(p.anchors)), places: p.anchors, paragraphs: p.c.paragraphs}
	for id, place := range p.anchors {
		r.Anchors[id] = place.Page
	}
	return r
}

// fillSlots writes page numbers into their slots and closes the gaps: what
// stands on the same line behind a slot moves up, since the slot is wider than
// any number.
func (p *pager) fillSlots(page *Page) {
	c := p.c
	for i := 0; i < len(page.Items); i++ {
		it := &page.Items[i]
		if it.slot == 0 {
			continue
		}
		number := "–"
		if place, ok := p.anchors[c.slots[it.slot-1]]; ok {
			number = pageNumber(place.Page, p.front)
		}
		st := style{face: it.Face, size: it.Size, track: it.Track}
		gap := it.W - c.width(&st, number)
		tail := it.Text[len(strings.TrimRight(it.Text, " ")):]
		it.Text, it.W = number+tail, it.W-gap
		p.closeGap(page, i, gap)
	}
}

// closeGap moves the items of a line after a slot left by gap, or those before it
// to the right, as the line is anchored.
func (p *pager) closeGap(page *Page, at, gap int) {
	items := page.Items
	line, anchor := items[at].line, items[at].anchor
	first, last := at, at
	for first > 0 && items[first-1].line == line {
		first--
	}
	for last+1 < len(items) && items[last+1].line == line {
		last++
	}
	if anchor == alignJustify {
		spreadGap(items[first:last+1], at-first, gap)
		return
	}
	for i := first; i <= last; i++ {
		switch {
		case anchor == alignRight && i <= at:
			items[i].X += gap
		case anchor == alignCenter && i <= at:
			items[i].X += gap / 2
		case anchor == alignCenter:
			items[i].X -= gap / 2
		case anchor == alignLeft && i > at:
			items[i].X -= gap
		}
	}
}

// spreadGap closes a gap behind a slot of a justified line by giving it to the
// spaces of the line.
func spreadGap(items []Item, at, gap int) {
	spaces := 0
	for i := range items {
		if items[i].Kind == Text {
			spaces += strings.Count(items[i].Text, " ")
		}
	}
	spaces-- // the one at the end of the line
	if spaces < 1 {
		return
	}
	wider, shift := gap/spaces, 0
	for i := range items {
		it := &items[i]
		it.X += shift
		if it.Kind == Text {
			n := strings.Count(it.Text, " ")
			it.Space += wider
			it.W += wider * strings.Count(strings.TrimRight(it.Text, " "), " ")
			shift += wider * n
		}
		if i == at {
			shift -= gap
		}
	}
}

// running adds the running header and footer as text of the page.
func (p *pager) running(page *Page, number int) {
	c, doc := p.c, p.c.doc
	s := c.style("running")
	left := c.theme.Page.Left.Len()
	width := page.Width - left - c.theme.Page.Right.Len()
	gap := c.theme.Length("running-gap")
	top, foot := c.theme.Page.Header.Len(), page.Height-c.theme.Page.Footer.Len()

	mark := c.plain(doc.Mark)
	markW := c.width(s, mark)
	header := c.shorten(s, c.plain(doc.Header), width-markW-gap)
	count := p.count(number)
	countW := c.width(s, count)
	footer := c.shorten(s, c.plain(doc.Footer), width-countW-gap)

	rule := Item{Kind: Rule, X: left, W: width, Stroke: c.theme.Length("hairline"), Color: c.theme.Color("hairline"), Furniture: true}
	rule.Y = foot - c.theme.Length("footer-rule-above")
	strong := s.in(c.theme.Color("ink"))
	head := make([]Item, 0, headItems)
	if p.watermark != nil && !page.cover {
		head = append(head, c.watermarkOn(page, p.watermark))
	}
	if number > 1 {
		head = c.furniture(head, s, header, left, top)
	}
	head = c.furniture(head, strong, mark, left+width-markW, top)
	if len(page.Items) == 0 {
		page.Items = make([]Item, headItems, headItems+footItems)
	}
	page.Items = page.Items[headItems-len(head):]
	copy(page.Items, head)
	page.Items = append(page.Items, rule)
	page.Items = c.furniture(page.Items, s, footer, left, foot)
	page.Items = c.furniture(page.Items, s, count, left+width-countW, foot)
}

func (c *composer) furniture(items []Item, s *style, text string, x, y int) []Item {
	if text == "" {
		return items
	}
	return append(items, Item{Kind: Text, X: x, Y: y, W: c.width(s, text), Text: text + " ", Face: s.face, Size: s.size,
		Color: s.color, Track: s.track, Furniture: true})
}

// shorten cuts a running text that is wider than its place; the document says
// it in full elsewhere.
func (c *composer) shorten(s *style, text string, w int) string {
	if c.width(s, text) <= w {
		return text
	}
	r := run{style: *s}
	cut, _ := c.prefix(&r, text, max(w-c.width(s, "…"), 0), true)
	return strings.TrimRight(text[:cut], " -–·,") + "…"
}

// areas turns the links of a page's items into areas, one for each stretch of
// a line, and reports authored links that lead nowhere.
func (c *composer) areas(page *Page, anchors map[string]Place) {
	for i := range page.Items {
		it := &page.Items[i]
		if it.link == 0 || it.Node == 0 {
			continue
		}
		target := c.links[it.link-1]
		if id, internal := strings.CutPrefix(target, "#"); internal {
			if _, ok := anchors[id]; !ok {
				c.deadLink(it.link, id)
				c.tree.At(it.Node).Tag = structure.Span
				continue
			}
		}
		area := Link{X: it.X, Y: it.Y - it.Size*95/100, W: it.W, H: it.Size * 125 / 100, Target: target, Node: it.Node}
		if it.Turned {
			area = Link{X: it.X - it.Size*95/100, Y: it.Y - it.W, W: it.Size * 125 / 100, H: it.W, Target: target, Node: it.Node}
		}
		if n := len(page.Links); n > 0 && i > 0 && page.Items[i-1].link != 0 && page.Items[i-1].line == it.line {
			last := &page.Links[n-1]
			if last.Node == it.Node && last.X+last.W <= it.X {
				last.W = it.X + it.W - last.X
				continue
			}
		}
		page.Links = append(page.Links, area)
	}
}

func (c *composer) deadLink(link int32, id string) {
	in := &c.linkAt[link-1]
	if in.Span.IsZero() {
		return
	}
	key := reportKey{in.Span.Source, in.Span.Start, "unknown anchor"}
	if c.reported[key] {
		return
	}
	c.reported[key] = true
	c.findings.Add(unknownAnchor, in.Span, "link to %q leads nowhere in this document", "#"+id)
}
