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
	l := liner{c: c, x: x, y: c.baseline(s), anchor: a, divided: end < len(c.words) && c.words[end].hyphen > 0}
	switch a {
	case alignRight:
		l.x += w - extent(words)
	case alignCenter:
		l.x += (w - extent(words)) / 2
	case alignJustify:
		if end == len(c.words) || c.words[end].forced {
			l.anchor = alignLeft
		}
		l.spread(words, end, w, s)
	}
	for i := range words {
		if i > 0 {
			l.space(words[i].space)
		}
		words[i].each(l.frag)
		if i == 0 {
			l.x -= words[0].kern
		}
	}
	if l.divided {
		l.flush(softHyphen)
	} else if end < len(c.words) && c.words[end].space > 0 {
		l.flush(" ")
	} else {
		l.flush("")
	}
	return l.items
}

// A liner joins the parts of words that share a run into items.
type liner struct {
	c       *composer
	x, y    int
	anchor  align
	divided bool // a hyphen ends the line
	wider   int  // added to each space of a justified line
	track   int  // and to each letter
	items   []Item

	run        int32 // of the part in hand
	start, end int32
	from       int // x of the part in hand
	held       bool
	white      bool // a space came after the part in hand
	gap        int  // its width
}

// spread gives the white that is left over on a line to its spaces, and a
// little of it to its letters, so that the line ends at the edge. A last line
// is only ever made tighter, and one that would gape stays as it is.
func (l *liner) spread(words []word, end, w int, s *style) {
	c := l.c
	over, white, spaces, runes := w-extent(words), 0, 0, 0
	for i := range words {
		runes += words[i].runes
		if i > 0 && words[i].space > 0 {
			white += words[i].space
			spaces++
			runes++
		}
	}
	if l.anchor == alignJustify {
		if l.divided {
			over -= c.words[end].hyphen / 2
		} else {
			over += c.hang(&words[len(words)-1])
		}
	}
	if spaces == 0 || over > 0 && l.anchor != alignJustify {
		return
	}
	byLetter, bySpace := runes*s.size/1000*stretchLetter, white*stretchSpace/100
	if over < 0 {
		byLetter, bySpace = runes*s.size/1000*shrinkLetter, white*shrinkSpace/100
	}
	if over*1000 > worst*(byLetter+bySpace) {
		return
	}
	letters := scaled(over, byLetter, byLetter+bySpace)
	letters = min(max(letters, -byLetter), byLetter)
	l.track = letters / runes
	l.wider = (over - l.track*(runes-1)) / spaces
}

func (l *liner) space(width int) {
	if width > 0 {
		width += l.wider + l.track
		l.x += width
		l.white, l.gap = true, width
	}
}

func (l *liner) frag(f *frag) {
	width := f.width + int(f.runes)*l.track
	if l.held && f.run == l.run {
		if gap := f.start - l.end; gap == 0 && !l.white || gap == 1 && l.white {
			l.end = f.end
			l.x += width
			l.white = false
			return
		}
	}
	if l.white {
		l.flush(" ")
	} else {
		l.flush("")
	}
	l.run, l.start, l.end, l.from = f.run, f.start, f.end, l.x
	l.held, l.white = true, false
	l.x += width
}

// flush makes an item of the part in hand, with what comes after it on the
// line: a space, a hyphen or nothing.
func (l *liner) flush(after string) {
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
	switch {
	case after == "":
	case after == " " && int(l.end) < len(r.text) && r.text[l.end] == ' ':
		text = r.text[l.start : l.end+1]
	default:
		text += after
		if after == softHyphen {
			width += c.width(&r.style, softHyphen)
		}
	}
	l.items = append(l.items, Item{
		Kind: Text, X: l.from, Y: l.y - r.rise, W: width, Text: text,
		Face: r.style.face, Size: r.style.size, Color: r.style.color, Track: r.style.track + l.track, Space: l.wider,
		Node: r.node, link: r.link, slot: r.slot, line: c.lines, anchor: l.anchor,
	})
	l.ornaments(r, width)
}

// ornaments adds the line through struck text and the fine line under links
// that leave the document.
func (l *liner) ornaments(r *run, width int) {
	rule := Item{Kind: Rule, X: l.from, W: width, Color: r.style.color, line: l.c.lines}
	if r.strike {
		rule.Y, rule.Stroke = l.y-r.style.size*240/1000, max(r.style.size/16, l.c.theme.Length("strike-rule"))
		l.items = append(l.items, rule)
	}
	if r.link > 0 && !strings.HasPrefix(l.c.links[r.link-1], "#") {
		rule.Y, rule.Stroke = l.y+r.style.size*150/1000, l.c.theme.Length("link-rule")
		l.items = append(l.items, rule)
	}
}
