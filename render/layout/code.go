package layout

import (
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render/structure"
)

// code sets text as it is in a box. Inside another box its fill is white, or
// nobody would see it.
func (c *composer) code(k *stack, b *prose.Code, l column) {
	s := c.style("code")
	pad := min(c.theme.Length("box-x"), l.w/6)
	frame := &box{x: l.x, w: l.w, fill: c.theme.Color("code-fill"), bleed: c.theme.Length("box-y") / 2}
	if l.filled {
		frame.fill = c.theme.Color("white")
	}
	outer := c.enter(structure.P)
	c.enter(structure.Code)
	var lines strip
	for line := range strings.Lines(b.Text) {
		in := prose.Inline{Text: strings.TrimRight(line, "\r\n"), Span: b.Span}
		rows := c.codeLine(&in, s, l.x+pad, l.w-2*pad)
		for i := 1; i < len(rows) && pad >= iconSize; i++ {
			rows[i].items = append(rows[i].items, continues(s, l.x, pad)...)
		}
		lines = append(lines, rows.spaced()...)
	}
	c.in = outer
	lines.holdTogether()
	around := c.theme.Length("around-block") * 2 / 3
	k.add(lines.inBox(frame, c.theme.Length("box-y")).whole(), around, around)
}

// continues returns the mark in the margin of the box that tells that a line
// goes on from the one above.
func continues(s *style, x, pad int) []Item {
	return icons["continued"].at(x+(pad-iconSize*82/100)/2, s.leading/2-iconSize/2, s.color)
}

// codeLine sets a line of code with its white, cut anywhere, at a space where
// one is near.
func (c *composer) codeLine(in *prose.Inline, s *style, x, w int) strip {
	in.Text = strings.ReplaceAll(in.Text, "\t", "    ")
	text := c.clean(in)
	w = max(w, s.size)
	var out strip
	for {
		r := run{style: *s, node: c.in}
		cut, _ := c.prefix(&r, text, w, false)
		if space := strings.LastIndexByte(text[:cut], ' ') + 1; cut < len(text) && space > cut*2/3 {
			cut = space
		}
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
