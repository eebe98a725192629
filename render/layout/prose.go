package layout

import (
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// A column is where blocks are set and in which type.
type column struct {
	x, w  int
	text  *style // of paragraphs
	gap   int    // between paragraphs
	full  int    // width that tables and figures may take, from fullX on
	fullX int
	depth int
}

// page returns the column of running text.
func (c *composer) page() column {
	return column{x: c.measureX, w: c.measure, text: c.style("body"), gap: c.theme.Length("paragraph"), full: c.full}
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
		k.add(c.paragraph(b.Inlines, l.text, l.x, l.w, alignLeft), l.gap, l.gap)
	case *prose.Heading:
		c.heading(k, &render.Heading{ID: b.ID, Level: min(max(b.Level, 2), 4), Text: b.Inlines}, l)
	case *prose.List:
		c.list(k, b, l)
	case *prose.Definitions:
		c.definitions(k, b, l)
	case *prose.Quote:
		c.framed(k, b.Blocks, nil, l, &box{clear: true, bar: c.theme.Color("hairline"), barW: 2 * render.Point}, 1*render.Point)
	case *prose.Alert:
		c.alert(k, b, l)
	case *prose.Code:
		c.code(k, b, l)
	case *prose.Table:
		c.proseTable(k, b, l)
	case *prose.Figure:
		c.figure(k, b, l)
	case *prose.Break:
		rule := Item{Kind: Rule, X: l.x, Y: 0, W: min(l.w, 72*render.Point), Stroke: 500, Color: c.theme.Color("hairline")}
		k.add(strip{{height: 500, items: []Item{rule}}}, 2*l.gap, 2*l.gap)
	case *prose.Notes:
		c.notes(k, b, l)
	}
}

func endsInColon(p *prose.Paragraph) bool {
	n := len(p.Inlines)
	return n > 0 && strings.HasSuffix(p.Inlines[n-1].Text, ":")
}

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
	for i, item := range b.Items {
		var body stack
		c.blocks(&body, item.Blocks, inner)
		s := body.strip
		if len(s) == 0 || s[0].row != nil || s[0].height < l.text.leading/2 {
			s = append(strip{{height: l.text.leading, keep: true}}, s...)
		}
		if inner.x == l.x { // too deep to be moved in: the marker stands above
			s = append(strip{{height: l.text.leading, keep: true}}, s...)
		}
		marker := c.marker(b, i, l.text, l.x, indent)
		s[0].items = append(marker, s[0].items...)
		if i == 0 {
			k.add(s, above, inner.gap)
		} else {
			k.add(s, inner.gap, inner.gap)
		}
	}
	k.below = max(k.below, above)
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
	bold := l.text.with(c.faces["semibold"])
	inner := l.inset(c.theme.Length("list-indent"))
	for _, d := range b.Items {
		if d.Term != nil {
			term := c.paragraph(d.Term.Inlines, bold, l.x, l.w, alignLeft)
			for i := range term {
				term[i].keep = true
			}
			k.addHeading(term, l.gap, render.Point)
		}
		c.blocks(k, d.Blocks, inner)
		k.exact = false
	}
}

// framed sets blocks in a box, under an optional first line.
func (c *composer) framed(k *stack, blocks []prose.Block, title strip, l column, b *box, pad int) {
	inset := c.theme.Length("box-x")
	inner := l.inset(inset)
	b.x, b.w = l.x, l.w
	if !b.clear {
		inner.w -= min(inset, inner.w/8)
		inner.full = inner.w
	}
	b.bleed = c.theme.Length("box-y") / 2
	var body stack
	body.addHeading(title, 0, 2*render.Point)
	c.blocks(&body, blocks, inner)
	k.add(body.strip.inBox(b, pad), c.theme.Length("around-block")*2/3, c.theme.Length("around-block")*2/3)
}

func (c *composer) alert(k *stack, b *prose.Alert, l column) {
	color := c.theme.Color("accent")
	if b.Kind == "warning" || b.Kind == "caution" {
		color = c.theme.Color("exception")
	}
	name := "Note"
	if b.Kind != "" {
		name = strings.ToUpper(b.Kind[:1]) + b.Kind[1:]
	}
	inner := l.inset(c.theme.Length("box-x"))
	title := c.text(name, l.text.with(c.faces["semibold"]).in(color), inner.x, inner.w, alignLeft)
	for i := range title {
		title[i].keep = true
	}
	c.framed(k, b.Blocks, title, l, &box{fill: c.theme.Color("notice-fill"), bar: color, barW: 2 * render.Point}, c.theme.Length("box-y"))
}

func (c *composer) code(k *stack, b *prose.Code, l column) {
	s := c.style("code")
	pad := c.theme.Length("box-x")
	frame := &box{x: l.x, w: l.w, fill: c.theme.Color("code-fill"), bleed: c.theme.Length("box-y") / 2}
	var lines strip
	offset := 0
	for line := range strings.Lines(b.Text) {
		in := prose.Inline{Text: strings.TrimRight(line, "\r\n"), Span: b.Span}
		lines = append(lines, c.codeLine(&in, s, l.x+pad, l.w-2*pad)...)
		offset += len(line)
	}
	lines.holdTogether()
	around := c.theme.Length("around-block") * 2 / 3
	k.add(lines.inBox(frame, c.theme.Length("box-y")), around, around)
}

// codeLine sets a line of code with its white, cut anywhere.
func (c *composer) codeLine(in *prose.Inline, s *style, x, w int) strip {
	in.Text = strings.ReplaceAll(in.Text, "\t", "    ")
	text := c.clean(in)
	w = max(w, s.size)
	var out strip
	for {
		r := run{style: *s}
		cut, _ := c.prefix(&r, text, w, false)
		c.words, c.runs = c.words[:0], c.runs[:0]
		t := tokenizer{c: c}
		// White stays as it is, so the line is one word.
		r.text = strings.ReplaceAll(text[:cut], " ", "\u00a0")
		t.faces(r)
		e := elem{height: s.leading}
		if len(c.words) > 0 {
			e.items = c.line(0, len(c.words), s, x, w, alignLeft)
		}
		out = append(out, e)
		if text = text[cut:]; text == "" {
			return out
		}
	}
}

func (c *composer) notes(k *stack, b *prose.Notes, l column) {
	if len(b.Notes) == 0 {
		return
	}
	s := c.style("quiet")
	rule := Item{Kind: Rule, X: l.x, Y: 0, W: min(l.w, 72*render.Point), Stroke: 400, Color: c.theme.Color("rule")}
	k.addHeading(strip{{height: 400, keep: true, items: []Item{rule}}}, 2*c.theme.Length("paragraph"), 4*render.Point)
	widest := strconv.Itoa(b.Notes[len(b.Notes)-1].Number)
	inner := l.inset(max(c.width(s, widest)+5*render.Point, 12*render.Point))
	inner.text, inner.gap = s, 2*render.Point
	for _, n := range b.Notes {
		var body stack
		c.blocks(&body, n.Blocks, inner)
		lines := body.strip
		if len(lines) == 0 || lines[0].row != nil {
			lines = append(strip{{height: s.leading, keep: true}}, lines...)
		}
		number := c.text(strconv.Itoa(n.Number), s, l.x, inner.x-l.x, alignLeft)
		if len(number) > 0 {
			number[0].items[0].Text += " "
			lines[0].items = append(number[0].items, lines[0].items...)
		}
		lines[0].marks = append(lines[0].marks, mark{id: n.ID})
		k.add(lines, inner.gap, inner.gap)
	}
	k.below = l.gap
}

func (c *composer) figure(k *stack, b *prose.Figure, l column) {
	caption := c.paragraph(b.Caption, c.style("caption"), l.x, l.w, alignLeft)
	around := c.theme.Length("around-block")
	image, ok := c.doc.Images[b.Path]
	if !ok || image.Width <= 0 || image.Height <= 0 {
		c.noImage(k, b, caption, l)
		return
	}
	x, w := l.x, image.Width*750 // at 96 pixels an inch
	if w > l.w {
		x, w = l.fullX, min(w, l.full)
	}
	h := int(int64(w) * int64(image.Height) / int64(image.Width))
	if limit := c.pageH * 58 / 100; h > limit {
		w, h = max(int(int64(w)*int64(limit)/int64(h)), 1), limit
	}
	for i := range caption {
		for j := range caption[i].items {
			caption[i].items[j].move(x-l.x, 0)
		}
		caption[i].keep = i < len(caption)-1
	}
	item := Item{Kind: Image, X: x, W: w, H: max(h, 1), Name: b.Path, Alt: b.Alt}
	s := strip{{height: h, keep: len(caption) > 0, full: x < c.measureX, items: []Item{item}, shrinks: true}}
	var figure stack
	figure.addHeading(s, 0, 6*render.Point)
	figure.add(caption, 0, 0)
	k.add(figure.strip, around, around)
}

// noImage keeps the words of a figure whose picture is not there.
func (c *composer) noImage(k *stack, b *prose.Figure, caption strip, l column) {
	c.findings.Add(missingImage, b.Span, "image %q is not shown", b.Path)
	inner := l.inset(c.theme.Length("box-x"))
	lines := c.paragraph([]prose.Inline{{Text: "[" + b.Alt + "]", Style: prose.Italic, Span: b.Span}}, c.style("caption"), inner.x, inner.w-c.theme.Length("box-x"), alignLeft)
	frame := &box{x: l.x, w: l.w, fill: c.theme.Color("notice-fill")}
	around := c.theme.Length("around-block")
	s := lines.inBox(frame, c.theme.Length("box-y"))
	s[len(s)-1].keep = len(caption) > 0
	k.addHeading(s, around, 6*render.Point)
	k.add(caption, around, around)
	k.exact = false
	k.below = around
}
