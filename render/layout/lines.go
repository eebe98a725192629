package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render/structure"
)

// paragraph sets inlines in a column from x on, w wide, as lines that stay
// together in twos.
func (c *composer) paragraph(inlines []prose.Inline, s *style, x, w int, a align) strip {
	outer := c.in
	if c.tree.At(outer).Tag.Groups() {
		c.enter(structure.P)
	}
	c.tokenize(s, inlines)
	c.in = outer
	if len(c.words) == 0 {
		return nil
	}
	w = max(w, s.size)
	c.fit(w)
	if a == alignJustify && w < justified*s.size {
		a = alignLeft
	}
	ends := c.breaks(w, s, a)
	lines := make(strip, 0, len(ends))
	start := 0
	for _, end := range ends {
		// A page does not end within a word.
		divided := end < len(c.words) && c.words[end].hyphen > 0
		lines = append(lines, elem{height: s.leading, keep: divided, items: c.line(start, end, s, x, w, a)})
		start = end
	}
	lines.holdTogether()
	c.noteParagraph(len(lines), s)
	return lines
}

// justified is how many times its type size a column must be wide for its text
// to be set to both edges: in narrower ones the spaces would gape.
const justified = 26

// breaks returns the ends of the lines of a paragraph, from one forced break
// to the next.
func (c *composer) breaks(w int, s *style, a align) []int {
	ends := c.ends[:0]
	for start := 0; start < len(c.words); {
		end := start + 1
		for end < len(c.words) && !c.words[end].forced {
			end++
		}
		if a == alignJustify {
			ends, start = c.justify(start, end, w, s, ends)
		} else {
			ends, start = c.evenly(start, end, w, s, ends)
		}
	}
	c.ends = ends
	return ends
}

// text sets built-in text without marks.
func (c *composer) text(text string, s *style, x, w int, a align) strip {
	return c.paragraph([]prose.Inline{{Text: text}}, s, x, w, a)
}

// holdTogether keeps the first two and the last two lines on one page.
func (s strip) holdTogether() {
	if n := len(s); n > 1 {
		s[0].keep = true
		s[n-2].keep = true
	}
}

// fit makes sure that every stretch without a place to break is at most w
// wide: it first breaks at its spaces, then anywhere.
func (c *composer) fit(w int) {
	wide := false
	for i := range c.words {
		if c.words[i].width > w || !c.words[i].breaks && i > 0 {
			wide = true
			break
		}
	}
	if !wide {
		return
	}
	words := c.words
	c.words = make([]word, 0, len(words)+8)
	for i := 0; i < len(words); {
		j, total := i+1, words[i].width
		for ; j < len(words) && !words[j].breaks && !words[j].forced; j++ {
			total = min(total+words[j].space+words[j].width, endless)
		}
		for k := i; k < j; k++ {
			if total > w {
				words[k].breaks = true
			}
			if words[k].width > w {
				c.cutWord(&words[k], w)
			} else {
				c.words = append(c.words, words[k])
			}
		}
		i = j
	}
}

// cutWord appends a word that is wider than w in parts: with hyphens where they
// may stand, else cut anywhere.
func (c *composer) cutWord(long *word, w int) {
	from := len(c.words)
	if c.divide(long) {
		fit := true
		for i := from; i < len(c.words) && fit; i++ {
			fit = c.words[i].width+c.words[len(c.words)-1].hyphen <= w
		}
		if fit {
			return
		}
		c.words = c.words[:from]
	}
	c.split(long, w)
}

// split appends a word in pieces of at most w.
func (c *composer) split(long *word, w int) {
	piece := word{breaks: true, forced: long.forced, space: long.space}
	flush := func() {
		c.words = append(c.words, piece)
		piece = word{breaks: true}
	}
	long.each(func(f *frag) {
		r := &c.runs[f.run]
		start := int(f.start)
		for start < int(f.end) {
			cut, width := c.prefix(r, r.text[start:f.end], w-piece.width, piece.n > 0)
			if cut > 0 {
				piece.add(frag{f.run, int32(start), int32(start + cut), int32(utf8.RuneCountInString(r.text[start : start+cut])), width})
				start += cut
			}
			if start < int(f.end) {
				flush()
			}
		}
	})
	if piece.n > 0 {
		flush()
	}
}

// prefix returns how much of a text fits a width, and how wide it is. It
// prefers to cut after a separator, and takes at least one rune unless
// something stands on the line already.
func (c *composer) prefix(r *run, text string, w int, started bool) (cut, width int) {
	f := c.fonts.Font(r.style.face)
	em, track := 0, 0
	good, goodWidth := 0, 0
	prev := rune(-1)
	for i, ch := range text {
		next := em + f.Width(ch)
		if prev >= 0 {
			next += f.Kern(prev, ch)
		}
		nextWidth := (next*r.style.size+500)/1000 + track + r.style.track
		if nextWidth > w {
			if i == 0 && !started {
				return utf8.RuneLen(ch), nextWidth
			}
			if good > 0 && goodWidth > w/2 {
				return good, goodWidth
			}
			return i, width
		}
		em, track, width = next, track+r.style.track, nextWidth
		if strings.ContainsRune("/-_.,;:?&=", ch) {
			good, goodWidth = i+utf8.RuneLen(ch), width
		}
		prev = ch
	}
	return len(text), width
}

// fits reports whether words stand side by side in a width.
func fits(words []word, w int) bool {
	for i := range words {
		if i > 0 {
			w -= words[i].space
		}
		if w -= words[i].width; w < 0 {
			return false
		}
	}
	return true
}

// extent returns the width of the words of a line.
func extent(words []word) int {
	total := -words[0].kern
	for i := range words {
		if i > 0 {
			total += words[i].space
		}
		total += words[i].width
	}
	return total
}
