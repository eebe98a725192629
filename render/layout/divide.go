package layout

import (
	"strings"

	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/hyphen"
)

// divideWords divides the words from start up to end where a hyphen may stand,
// in place, and returns the end of what they are then.
func (c *composer) divideWords(start, end int) int {
	c.whole = append(c.whole[:0], c.words[start:]...)
	tail := len(c.words) - end
	c.words = c.words[:start]
	for i := range c.whole {
		w := &c.whole[i]
		held := i+1 < len(c.whole) && !c.whole[i+1].breaks // "section 100"
		compound := held || w.space == 0 && i > 0 || i+1 < len(c.whole) && c.whole[i+1].space == 0 && !c.whole[i+1].forced
		if i >= end-start || compound || !c.divide(w) {
			c.words = append(c.words, *w)
		}
	}
	return len(c.words) - tail
}

// leastPart is how many letters stand before a hyphen at least. The patterns
// allow two, but a word such as "be-tween" is not worth the hyphen.
const leastPart = 3

// divide appends the parts of a word. It reports false where it has none: it
// is short, no plain English word, or a name.
func (c *composer) divide(w *word) bool {
	if w.n == 0 || w.runes < 5 {
		return false
	}
	f := w.frags[0]
	r := &c.runs[f.run]
	text := r.text[f.start:f.end]
	core := strings.TrimLeft(text, "([“‘\"'")
	before := len(text) - len(core)
	n := 0
	for n < len(core) && core[n] >= 'a' && core[n] <= 'z' {
		n++
	}
	if n < 5 || r.style.face == font.Mono || r.slot != 0 || !plainEnd(c, w, core[n:]) {
		return false
	}
	c.points = hyphen.Points(core[:n], c.points[:0])
	if len(c.points) > 0 && c.points[0] < leastPart {
		c.points = append(c.points[:0], c.points[1:]...)
	}
	if len(c.points) == 0 {
		return false
	}
	c.parts(w, f, r, before)
	return true
}

// plainEnd reports whether what follows the letters of a word is nothing but
// marks or an apostrophe's s.
func plainEnd(c *composer, w *word, rest string) bool {
	plain := func(text string) bool {
		text = strings.TrimPrefix(strings.TrimPrefix(text, "’s"), "'s")
		return strings.Trim(text, ".,;:!?)]”’\"'—–") == ""
	}
	if !plain(rest) || len(w.rest) > 0 {
		return false
	}
	for i := 1; i < w.n; i++ {
		f := &w.frags[i]
		if c.runs[f.run].slot != 0 || !plain(c.runs[f.run].text[f.start:f.end]) {
			return false
		}
	}
	return true
}

// parts appends a word cut at c.points, which count from before.
func (c *composer) parts(w *word, f frag, r *run, before int) {
	text := r.text[f.start:f.end]
	dash := c.width(&r.style, softHyphen)
	part := word{space: w.space, breaks: w.breaks, forced: w.forced}
	done, doneWidth := 0, 0
	for i := 0; i <= len(c.points); i++ {
		to := len(text)
		if i < len(c.points) {
			to = before + c.points[i]
		}
		upTo, _ := c.measured(&r.style, text[:to])
		alone, runes := c.measured(&r.style, text[done:to])
		part.add(frag{f.run, f.start + int32(done), f.start + int32(to), int32(runes), upTo - doneWidth})
		if done > 0 {
			part.kern = upTo - doneWidth - alone
		}
		if i == len(c.points) {
			for k := 1; k < w.n; k++ {
				part.add(w.frags[k])
			}
		}
		c.words = append(c.words, part)
		part = word{breaks: true, hyphen: dash}
		done, doneWidth = to, upTo
	}
}

// softHyphen is painted where a line ends within a word. It looks like a
// hyphen, but readers of the page know that the word goes on.
const softHyphen = "\u00ad"
