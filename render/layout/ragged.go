package layout

import (
	"slices"

	"github.com/socdraft/socdraft/render"
)

// balanced is the size from which the last line of a title should not be much
// shorter than the others.
const balanced = 15 * render.Point

// runt is how many times the type size a last line must be wide at least,
// wherever there is a way.
const runt = 3

// evenly appends the ends of the lines of the words from start up to end, for
// text with a ragged edge, and returns the end of the words. It finds the
// breaks with the least sum of squared white at the right, which is one walk
// over the words with a short look back at each.
func (c *composer) evenly(start, end, w int, s *style, ends []int) ([]int, int) {
	if fits(c.words[start:end], w) {
		return append(ends, end), end
	}
	first := len(ends)
	ends, gapes := c.leastWhite(start, end, w, s, ends)
	if !gapes || w > hyphenated*s.size {
		return ends, end
	}
	// Parts of words close the gaps of a narrow column.
	grown := c.divideWords(start, end)
	if grown == end {
		return ends, end
	}
	ends, _ = c.leastWhite(start, grown, w, s, ends[:first])
	return ends, grown
}

// hyphenated is how many times the type size a column with a ragged edge may
// be wide for words to be divided in it.
const hyphenated = 18

// leastWhite appends the ends of the lines, and reports whether one is less
// than half full, or the last one is a runt.
func (c *composer) leastWhite(start, end, w int, s *style, ends []int) ([]int, bool) {
	n := end - start
	words := c.words[start:end]
	at := c.nodes(n + 1)
	for j := 1; j <= n; j++ {
		at[j] = node{pos: at[j-1].pos + words[j-1].space + words[j-1].width, demerits: -1}
		if j < n && !words[j].breaks {
			continue
		}
		hyphen := 0
		if j < n {
			hyphen = words[j].hyphen
		}
		for i := j - 1; i >= 0; i-- {
			if at[i].demerits < 0 || i > 0 && !words[i].breaks {
				continue
			}
			white := w - (at[j].pos - at[i].pos - words[i].space - words[i].kern + hyphen)
			if white < 0 && at[j].demerits >= 0 {
				break
			}
			cost := at[i].demerits + raggedCost(white, w, s, j == n)
			if hyphen > 0 {
				cost += int64(w) * int64(w) / 25
			}
			if at[j].demerits < 0 || cost < at[j].demerits {
				at[j].demerits, at[j].from = cost, int32(i)
			}
			if white < 0 {
				break
			}
		}
	}
	gapes := false
	first := len(ends)
	for j := n; j > 0; j = int(at[j].from) {
		ends = append(ends, start+j)
		i := int(at[j].from)
		full := at[j].pos - at[i].pos - words[i].space - words[i].kern
		gapes = gapes || j < n && full < w/3 || j == n && full < runt*s.size
	}
	slices.Reverse(ends[first:])
	return ends, gapes
}

// raggedCost is the cost of a line with so much white: none for the last one,
// unless hardly anything stands on it, or the lines are to be of like length.
func raggedCost(white, w int, s *style, last bool) int64 {
	square := int64(white) * int64(white)
	switch {
	case white < 0:
		return 16 * int64(w) * int64(w)
	case !last:
		return square
	case w-white < runt*s.size:
		return 4 * int64(w) * int64(w)
	case s.size >= balanced:
		return square / 2
	case w-white < w/7:
		return int64(w) * int64(w) / 12
	}
	return 0
}
