package layout

import "slices"

// Text set to both edges is broken as Knuth and Plass taught: each way to break
// a paragraph has demerits, from how far the white of its lines must be
// stretched or shrunk, from hyphens, and from tight lines beside loose ones.
// The way with the least is found in one walk over the words. Words are
// divided only where the lines are not good enough without.

// A node is a place to break, with the best way to it.
type node struct {
	pos      int   // width of all words before, with their spaces
	white    int   // of it, spaces
	runes    int   // letters before
	demerits int64 // of the best way here; -1: there is none
	from     int32 // where its last line starts
	class    int8  // how loose that line is
	divided  bool  // the line ends within a word
}

// nodes returns n nodes of scratch. The first stands before all words, the
// others hold what was there.
func (c *composer) nodes(n int) []node {
	if cap(c.at) < n {
		c.at = make([]node, n+n/2)
	}
	at := c.at[:n]
	at[0] = node{}
	return at
}

// How far white may stretch and shrink before a line counts as bad, in
// percent of a space, and how much letters may move apart and together, in
// thousandths of the type size, which nobody sees but which saves a third of
// the stretching.
const (
	stretchSpace  = 75
	shrinkSpace   = 20
	stretchLetter = 8
	shrinkLetter  = 3
)

// The limits of a line's ratio, in thousandths of what it may stretch: words
// are divided where a line exceeds the first, and ends short of the edge where
// it exceeds the last.
const (
	goodRatio = 1000
	poorRatio = 2600
	worst     = 4500
	unlimited = 1 << 30
)

// The demerits of a line in TeX's measure.
const (
	linePenalty   = 10
	hyphenPenalty = 70
	partedPenalty = 10_000 // of neighbouring lines of unlike looseness
	ladderPenalty = 80_000 // of two hyphens in a row, and of one before a last line
	runtPenalty   = 1 << 50
)

// justify appends the ends of the lines of the words from start up to end, and
// returns the end of the words, which are more where some were divided.
func (c *composer) justify(start, end, w int, s *style, ends []int) ([]int, int) {
	if fits(c.words[start:end], w) {
		return append(ends, end), end
	}
	j := justifier{c: c, w: w, size: s.size}
	if j.pass(start, end, goodRatio) {
		return j.ends(start, end, ends), end
	}
	end = c.divideWords(start, end)
	for _, limit := range [...]int{poorRatio, unlimited} {
		if j.pass(start, end, limit) {
			break
		}
	}
	return j.ends(start, end, ends), end
}

type justifier struct {
	c       *composer
	w, size int
	at      []node
}

// pass finds the best breaks with no line looser than limit. It reports false
// where there are none, or none without a runt.
func (b *justifier) pass(start, end, limit int) bool {
	words := b.c.words[start:end]
	n := len(words)
	b.at = b.c.nodes(n + 1)
	at := b.at
	for j := 1; j <= n; j++ {
		w := &words[j-1]
		at[j] = node{pos: at[j-1].pos + w.space + w.width, white: at[j-1].white + w.space, runes: at[j-1].runes + w.runes, demerits: -1}
		if j == n || words[j].breaks {
			b.best(words, j, limit)
		}
	}
	return at[n].demerits >= 0 && at[n].demerits < runtPenalty
}

// best finds the best line that ends before word j.
func (b *justifier) best(words []word, j, limit int) {
	at, n := b.at, len(words)
	end := &at[j]
	last := j == n
	hang, hyphen, divided := 0, 0, false
	if !last {
		hang = b.c.hang(&words[j-1])
		hyphen, divided = words[j].hyphen, words[j].space == 0
		if hyphen > 0 {
			hang = hyphen / 2
		}
	}
	for i := j - 1; i >= 0; i-- {
		from := &at[i]
		if i > 0 && !words[i].breaks {
			continue
		}
		width := end.pos - from.pos - words[i].space - words[i].kern + hyphen - hang
		over := b.w - width
		ratio := 0
		if over < 0 || !last {
			ratio = b.ratio(over, end.white-from.white-words[i].space, end.runes-from.runes)
		}
		if ratio < -1000 && (limit < unlimited || end.demerits >= 0) {
			break // and so are all lines that start before
		}
		if from.demerits < 0 {
			continue
		}
		ratio = max(ratio, -1000) // nothing shorter fits
		if ratio > limit {
			continue
		}
		cost, class := b.cost(from, ratio, divided, last)
		if last && width < runt*b.size {
			cost += runtPenalty
		}
		if end.demerits < 0 || cost < end.demerits {
			end.demerits, end.from, end.class, end.divided = cost, int32(i), class, divided
		}
	}
}

// ratio returns how far the white of a line must give, in thousandths of how
// far it may.
func (b *justifier) ratio(over, white, runes int) int {
	if over >= 0 {
		return scaled(over, 1000, max(white*stretchSpace/100+runes*b.size/1000*stretchLetter, 1))
	}
	return scaled(over, 1000, max(white*shrinkSpace/100+runes*b.size/1000*shrinkLetter, 1))
}

// cost returns the demerits of a line after the way to where it starts, and
// how loose it is.
func (b *justifier) cost(from *node, ratio int, divided, last bool) (int64, int8) {
	r := int64(min(max(ratio, -ratio), 20_000))
	badness := 100 * r * r / 1000 * r / 1_000_000
	cost := from.demerits + (linePenalty+badness)*(linePenalty+badness)
	class := int8(1)
	switch {
	case ratio < -500:
		class = 0
	case ratio > 1000:
		class = 3
	case ratio > 500:
		class = 2
	}
	if d := class - from.class; from.pos > 0 && (d > 1 || d < -1) {
		cost += partedPenalty
	}
	if divided {
		cost += hyphenPenalty * hyphenPenalty
	}
	if from.divided && (divided || last) {
		cost += ladderPenalty
	}
	return cost, class
}

// ends appends the ends of the lines that pass found.
func (b *justifier) ends(start, end int, ends []int) []int {
	first := len(ends)
	for j := end - start; j > 0; j = int(b.at[j].from) {
		ends = append(ends, start+j)
	}
	slices.Reverse(ends[first:])
	return ends
}

// hang returns how far the last glyph of a word hangs over the edge, so that
// lines that end in a stop or a hyphen look as long as the others.
func (c *composer) hang(w *word) int {
	f := w.last()
	if f == nil || f.end == f.start {
		return 0
	}
	r := &c.runs[f.run]
	switch b := r.text[f.end-1]; b {
	case '.', ',', '-':
		return c.fonts.Font(r.style.face).Width(rune(b)) * r.style.size / 2000
	case ':', ';':
		return c.fonts.Font(r.style.face).Width(rune(b)) * r.style.size / 4000
	}
	return 0
}
