package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// paragraph sets inlines in a column from x on, w wide, as lines that stay
// together in twos.
func (c *composer) paragraph(inlines []prose.Inline, s *style, x, w int, a align) strip {
	c.tokenize(s, inlines)
	if len(c.words) == 0 {
		return nil
	}
	w = max(w, s.size)
	c.fit(w)
	ends := c.breaks(w, s.size >= balanced)
	lines := make(strip, 0, len(ends))
	start := 0
	for _, end := range ends {
		lines = append(lines, elem{height: s.leading, items: c.line(start, end, s, x, w, a)})
		start = end
	}
	lines.holdTogether()
	return lines
}

// balanced is the size from which the last line of a title should not be much
// shorter than the others.
const balanced = 15 * render.Point

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
				c.split(&words[k], w)
			} else {
				c.words = append(c.words, words[k])
			}
		}
		i = j
	}
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
				piece.add(frag{f.run, int32(start), int32(start + cut), width})
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

// breaks returns the ends of the lines of a paragraph, chosen so that its
// ragged edge is as even as can be.
func (c *composer) breaks(w int, balance bool) []int {
	var ends []int
	start := 0
	for i := 1; i <= len(c.words); i++ {
		if i == len(c.words) || c.words[i].forced {
			ends = c.evenly(start, i, w, balance, ends)
			start = i
		}
	}
	return ends
}

// evenly appends the ends of the lines of the words from start up to end. It
// finds the breaks with the least sum of squared white at the right, which is
// one walk over the words with a short look back at each.
func (c *composer) evenly(start, end, w int, balance bool, ends []int) []int {
	n := end - start
	words := c.words[start:end]
	if fits(words, w) {
		return append(ends, end)
	}
	type best struct {
		cost int64
		from int
		pos  int64 // width of all words before, with their spaces
	}
	at := make([]best, n+1)
	for j := 1; j <= n; j++ {
		at[j].pos = at[j-1].pos + int64(words[j-1].space+words[j-1].width)
		at[j].cost = -1
		if j < n && !words[j].breaks {
			continue
		}
		for i := j - 1; i >= 0; i-- {
			if at[i].cost < 0 || i > 0 && !words[i].breaks {
				continue
			}
			white := int64(w+words[i].space) - (at[j].pos - at[i].pos)
			if white < 0 && at[j].cost >= 0 {
				break
			}
			cost := at[i].cost + white*white
			if j == n {
				cost = at[i].cost + runt(white, int64(w), balance)
			}
			if white < 0 {
				cost = at[i].cost + int64(w)*int64(w)
			}
			if at[j].cost < 0 || cost < at[j].cost {
				at[j].cost, at[j].from = cost, i
			}
			if white < 0 {
				break
			}
		}
	}
	first := len(ends)
	for j := n; j > 0; j = at[j].from {
		ends = append(ends, start+j)
	}
	slices.Reverse(ends[first:])
	return ends
}

// runt is the cost of a last line with so much white: none, unless hardly
// anything stands on it, or the lines are to be of like length.
func runt(white, w int64, balance bool) int64 {
	switch full := w - white; {
	case balance:
		return white * white / 2
	case full < w/7:
		return w * w / 12
	}
	return 0
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
	total := 0
	for i := range words {
		if i > 0 {
			total += words[i].space
		}
		total += words[i].width
	}
	return total
}
