package layout

import "strings"

// baseline returns where text of a style stands in its line, from the line's
// top: capitals are in the middle.
func (c *composer) baseline(s *style) int {
	return s.leading/2 + c.fonts.Font(s.face).CapHeight*s.size/2000
}

// line returns the items of the words from start up to end. The space that a
// line break swallows is painted too, so that text extracted from the page
// keeps its words apart.
func (c *composer) line(start, end int, s *style, x, w int, a align) []Item {
	c.lines++
	words := c.words[start:end]
	left := x
	switch a {
	case alignRight:
		left = x + w - extent(words)
	case alignCenter:
		left = x + (w-extent(words))/2
	}
	l := liner{c: c, x: left, y: c.baseline(s), anchor: a}
	for i := range words {
		if i > 0 {
			l.space(words[i].space)
		}
		words[i].each(l.frag)
	}
	l.flush(end < len(c.words) && c.words[end].space > 0)
	return l.items
}

// A liner joins the parts of words that share a run into items.
type liner struct {
	c      *composer
	x, y   int
	anchor align
	items  []Item

	run        int32 // of the part in hand
	start, end int32
	from       int // x of the part in hand
	held       bool
	white      bool // a space came after the part in hand
	gap        int  // its width
}

func (l *liner) space(width int) {
	if width > 0 {
		l.x += width
		l.white, l.gap = true, width
	}
}

func (l *liner) frag(f *frag) {
	if l.held && f.run == l.run {
		if gap := f.start - l.end; gap == 0 && !l.white || gap == 1 && l.white {
			l.end = f.end
			l.x += f.width
			l.white = false
			return
		}
	}
	l.flush(l.white)
	l.run, l.start, l.end, l.from = f.run, f.start, f.end, l.x
	l.held, l.white = true, false
	l.x += f.width
}

// flush makes an item of the part in hand, with a space at its end when white
// comes after it.
func (l *liner) flush(white bool) {
	if !l.held {
		return
	}
	l.held = false
	c := l.c
	r := &c.runs[l.run]
	width := l.x - l.from
	if l.white {
		width -= l.gap
	}
	text := r.text[l.start:l.end]
	if white {
		if int(l.end) < len(r.text) && r.text[l.end] == ' ' {
			text = r.text[l.start : l.end+1]
		} else {
			text += " "
		}
	}
	l.items = append(l.items, Item{
		Kind: Text, X: l.from, Y: l.y - r.rise, W: width, Text: text,
		Face: r.style.face, Size: r.style.size, Color: r.style.color, Track: r.style.track,
		link: r.link, slot: r.slot, line: c.lines, anchor: l.anchor,
	})
	l.ornaments(r, width)
}

// ornaments adds the line through struck text and the fine line under links
// that leave the document.
func (l *liner) ornaments(r *run, width int) {
	rule := Item{Kind: Rule, X: l.from, W: width, Color: r.style.color, line: l.c.lines}
	if r.strike {
		rule.Y, rule.Stroke = l.y-r.style.size*240/1000, max(r.style.size/16, 300)
		l.items = append(l.items, rule)
	}
	if r.link > 0 && !strings.HasPrefix(l.c.links[r.link-1], "#") {
		rule.Y, rule.Stroke = l.y+r.style.size*150/1000, 350
		l.items = append(l.items, rule)
	}
}
