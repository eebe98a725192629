package layout

import (
	"cmp"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/structure"
)

// cover paints the first page: what this is and is not at the top, whose it is,
// the title at a third, and the quiet facts at the foot.
func (p *pager) cover(b *render.Cover) {
	c := p.c
	p.newPage()
	c.newSection()
	p.pages[len(p.pages)-1].cover = true
	p.y = p.coverBand(b)
	y := p.putStrip(c.coverName(b), c.left, p.y)

	l := column{x: c.measureX, w: c.measure, text: c.style("fact")}
	sect := c.in
	c.in = c.tree.Add(0, structure.Div)
	after := c.in
	facts := c.factRows(b.Facts, l, "fact-label", "fact", true)
	c.in = sect
	foot := p.bottom - facts.height() - c.theme.Length("cover-facts-below")
	y = max(y+c.theme.Length("cover-name-below"), c.theme.Length("cover-title-drop"))
	title := c.coverTitle(b, "cover-title")
	room := foot - c.theme.Length("cover-facts-above") - y
	if title.height() > room {
		title = c.coverTitle(b, "cover-title-long")
	}
	c.tree.Adopt(sect, after)
	fits := title.height() <= room
	y = p.putStrip(title, c.left, y)
	if fits {
		p.putStrip(facts, c.left, foot)
		return
	}
	// Too much for one page: the facts flow on from here.
	p.y = y
	p.stack.add(facts, c.theme.Length("cover-facts-above"), 0)
	p.flush()
}

// coverName sets the name, small beneath a logo that stands for it.
func (c *composer) coverName(b *render.Cover) strip {
	k := stack{}
	style := "cover-name"
	if logo, ok := c.logo(b.Logo); ok {
		k.add(logo, 0, c.theme.Length("cover-logo-below"))
		style = "cover-name-small"
	}
	k.add(c.text(b.Name, c.style(style), 0, c.full, alignLeft), 0, 0)
	return k.strip
}

// logo sets a logo at 96 pixels an inch, or as much smaller as its place asks:
// enlarged it would only blur.
func (c *composer) logo(l render.Logo) (strip, bool) {
	image, ok := c.doc.Images[l.Name]
	if !ok || image.Width <= 0 || image.Height <= 0 {
		return nil, false
	}
	w, h := fitted(image, c.theme.Length("logo-width"), c.theme.Length("logo-height"))
	node := c.part(c.in, structure.Figure)
	c.tree.At(node).Alt = cmp.Or(l.Alt, c.doc.Footer, l.Name)
	return strip{{height: h, items: []Item{{Kind: Image, W: w, H: h, Art: &Art{Name: l.Name, Alt: l.Alt}, Node: node}}}}, true
}

// fitted returns the size of an image at 96 pixels an inch, reduced in
// proportion to what may be.
func fitted(image render.Image, maxWidth, maxHeight int) (w, h int) {
	w, h = image.Width*750, image.Height*750
	if w > maxWidth {
		w, h = maxWidth, int(int64(maxWidth)*int64(image.Height)/int64(image.Width))
	}
	if h > maxHeight {
		w, h = int(int64(maxHeight)*int64(image.Width)/int64(image.Height)), maxHeight
	}
	return max(w, 1), max(h, 1)
}

// coverTitle sets what stands between the name and the facts, the title in the
// given style.
func (c *composer) coverTitle(b *render.Cover, style string) strip {
	k := stack{}
	k.add(c.text(b.Kind, c.style("cover-kind"), c.measureX, c.measure, alignLeft), 0, c.theme.Length("cover-kind-below"))
	k.add(c.text(b.Title, c.style(style), c.measureX, c.measure, alignLeft), 0, c.theme.Length("cover-title-below"))
	for _, line := range b.Lines {
		k.add(c.text(line, c.style("cover-line"), c.measureX, c.measure, alignLeft), 0, c.theme.Length("cover-line-below"))
	}
	return k.strip
}

// coverBand paints the band and returns the y below it.
func (p *pager) coverBand(b *render.Cover) int {
	c := p.c
	fill := "band-fill"
	if b.Public {
		fill = "warm-fill"
	}
	top := p.top - c.theme.Length("cover-band-rise")
	if len(b.Band) == 0 {
		return p.top
	}
	frame := &box{x: -c.left, w: c.pageW, fill: c.theme.Color(fill)}
	s := c.paragraph(b.Band, c.style("cover-band"), 0, c.full, alignLeft).inBox(frame, c.theme.Length("cover-band-y"))
	return p.putStrip(s, c.left, top) + c.theme.Length("cover-band-below")
}

// glance sets facts at the left and the report's shape at the right.
func (c *composer) glance(k *stack, b *render.Glance, l column) {
	c.newSection()
	outer := c.enterHeading(1)
	title := c.text(b.Title, c.style("h1"), 0, c.full, alignLeft)
	c.in = outer
	if len(title) == 0 {
		title = strip{{}}
	}
	title[0].marks = []mark{{id: b.ID, title: b.Title, level: 1}}
	title = append(title, c.text(b.Label, c.style("section-label"), 0, c.full, alignLeft)...)
	for i := range title {
		title[i].keep = true
	}
	k.addHeading(title, 0, c.theme.Length("glance-below-title"))

	gap := c.theme.Length("glance-gap")
	left := c.full * 57 / 100
	right := c.full - left - gap
	facts := c.factRows(b.Facts, column{w: left, text: c.style("fact")}, "fact-label", "fact", true)
	shape := c.shapeRows(b.Shape, right)
	g := &grid{width: c.full, hairline: c.theme.Color("hairline")}
	r := &row{table: g, bands: []band{{{w: left, strip: facts}, {x: left + gap, w: right, strip: shape}}}}
	k.add(strip{{row: r, height: r.height(), full: true}}, 0, c.theme.Length("around-block"))
	l.x, l.w = 0, c.full
	l.fullX, l.full = 0, c.full
	for _, inner := range b.Blocks {
		c.block(k, inner, l)
	}
}

// shapeRows sets the parts of the report with their pages at the right.
func (c *composer) shapeRows(shape []render.Fact, w int) strip {
	var n need
	for _, f := range shape {
		value := append([]prose.Inline(nil), f.Value...)
		for i := range value {
			if value[i].PageOf != "" {
				value[i] = prose.Inline{Text: c.slotText}
			}
		}
		c.needOf(&n, c.style("fact"), value)
	}
	number := min(n.most, w/3)
	first := w - number - c.theme.Length("cell-x")
	g := &grid{width: w, hairline: c.theme.Color("hairline")}
	var out strip
	outer := c.enter(structure.L)
	for _, f := range shape {
		list := c.enter(structure.LI)
		label, page := c.part(c.in, structure.Lbl), c.part(c.in, structure.LBody)
		c.in = page
		value := c.paragraph(f.Value, c.style("fact"), 0, number, alignRight)
		c.fold()
		c.in = label
		name := c.paragraph([]prose.Inline{{Text: f.Label}}, c.style("fact"), 0, first, alignLeft)
		c.in = list
		r := &row{table: g, top: c.theme.Length("fact-top"), bottom: c.theme.Length("fact-bottom"), rule: c.theme.Length("hairline"),
			bands: []band{{{w: first, strip: name}, {x: w - number, w: number, strip: value}}}}
		out = append(out, elem{row: r, height: r.height()})
	}
	c.in = outer
	return out
}
