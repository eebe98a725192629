package layout

// putRow paints a row at the page's y and moves below it.
func (p *pager) putRow(r *row, dx int) {
	h := r.height()
	x := p.c.left + r.x + dx
	p.mark(r.marks, p.y)
	for i := range r.lead {
		p.putCell(r, &r.lead[i], x, p.y, h, i == 0)
	}
	y := p.y
	for b := range r.bands {
		bh := r.bandHeight(b)
		if b == len(r.bands)-1 {
			bh = max(bh, p.y+h-y)
		}
		for i := range r.bands[b] {
			p.putCell(r, &r.bands[b][i], x, y, bh, i == 0 && b == 0 && len(r.lead) == 0)
		}
		y += bh
		if b < len(r.bands)-1 {
			p.over = append(p.over, Item{Kind: Rule, X: x + r.table.bandX, Y: y, W: r.table.width - r.table.bandX,
				Stroke: p.c.theme.Length("hairline"), Color: r.table.hairline})
		}
	}
	p.y += h
	if r.rule > 0 && !r.cut {
		ink := r.table.hairline
		if r.head {
			ink = r.table.ruleInk
		}
		p.over = append(p.over, Item{Kind: Rule, X: x, Y: p.y, W: r.table.width, Stroke: r.rule, Color: ink})
	}
}

func (p *pager) putCell(r *row, c *cell, x, y, h int, first bool) {
	if c.tint {
		pad := p.c.theme.Length("cell-x")
		left, right := max(c.x-pad, 0), min(c.x+c.w+pad, r.table.width)
		p.under = append(p.under, Item{Kind: Rect, X: x + left, Y: y, W: right - left, H: h, Color: c.fill})
	}
	p.mark(c.marks, y)
	y += r.top
	if first {
		y = p.putStrip(r.prefix, x+c.x, y)
	}
	p.putStrip(c.strip, x+c.x, y)
}

// putStrip paints a strip and returns the y below it.
func (p *pager) putStrip(s strip, x, y int) int {
	for i := range s {
		if i > 0 {
			y += s[i].space
		}
		if r := s[i].row; r != nil {
			for _, b := range s[i].boxes {
				p.extend(b, x, y, r.height())
			}
			at := p.y
			p.y = y
			p.putRow(r, x-p.c.left)
			y, p.y = p.y, at
			continue
		}
		p.put(&s[i], x-p.c.left, y)
		y += s[i].height
	}
	return y
}

// put paints an element at dx from the left margin and y.
func (p *pager) put(e *elem, dx, y int) {
	dx += p.c.left
	for _, b := range e.boxes {
		p.extend(b, dx, y, e.height)
	}
	p.mark(e.marks, y)
	if e.late != nil {
		p.late = append(p.late, e.late)
	}
	for i := range e.items {
		it := e.items[i]
		it.move(dx, y)
		p.over = append(p.over, it)
	}
}

// extend makes a box reach around an element.
func (p *pager) extend(b *box, dx, y, h int) {
	page := len(p.pages) - 1
	o := p.open[b]
	if o == nil || o.page != page {
		if o != nil { // it comes from the page before
			stretch(p.pages[o.page].Items, o, b.bleed)
			y -= b.bleed
			h += b.bleed
		}
		o = &openBox{page: page, fill: -1, bar: -1, y: y}
		p.open[b] = o
		if !b.clear {
			o.fill = len(p.under)
			p.under = append(p.under, Item{Kind: Rect, X: dx + b.x, Y: y, W: b.w, Color: b.fill})
		}
		if b.barW > 0 {
			o.bar = len(p.under)
			p.under = append(p.under, Item{Kind: Rect, X: dx + b.x, Y: y, W: b.barW, Color: b.bar})
		}
	}
	for _, i := range [2]int{o.fill, o.bar} {
		if i >= 0 {
			p.under[i].H = max(p.under[i].H, y+h-o.y)
		}
	}
}

// stretch lengthens the parts of a box that a page break cut. Fills come first
// among the items of a page, so their indexes still hold.
func stretch(items []Item, o *openBox, by int) {
	for _, i := range [2]int{o.fill, o.bar} {
		if i >= 0 {
			items[headItems+i].H += by
		}
	}
}

func (p *pager) mark(marks []mark, y int) {
	for _, m := range marks {
		place := Place{Page: len(p.pages), Y: y}
		if m.id != "" {
			if _, taken := p.anchors[m.id]; !taken {
				p.anchors[m.id] = place
			}
		}
		if m.level > 0 {
			p.headings = append(p.headings, Heading{Text: m.title, Level: m.level, ID: m.id, Place: place})
		}
	}
}
