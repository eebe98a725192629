package diagram

import "slices"

// captionClear is how near to a caption an edge may run.
const captionClear = 4000

// A gap is a stretch between edges that lead into a frame.
type gap struct{ from, to int }

// fitCaptions sets the captions of frames in lines that fit beside the edges
// that enter there. Where none fit it asks for room at the left, and reports
// that everything has to be placed anew.
func (q *part) fitCaptions() (again bool) {
	q.captionAt = make([]int, len(q.d.Groups))
	for _, g := range q.order {
		s := &q.spans[g]
		left, right := q.vars[s.left].pos+captionX, q.vars[s.right].pos-captionX
		q.captionAt[g] = left
		if c := q.captions[g]; !q.down || c.h == 0 {
			continue
		}
		lines := q.entering(g)
		if c, at, ok := q.between(g, q.gaps(lines, left, right)); ok {
			q.captions[g], q.captionAt[g] = c, at
			continue
		}
		if s.extra == 0 {
			s.extra = left + q.narrow(g) - (slices.Min(append(lines, right)) - captionClear) + 1
			again = true
		}
		q.captions[g] = q.look.set(q.d.Groups[g].Label, &q.look.zone, right-left)
	}
	return again
}

// narrow returns the least width in which a caption has two lines at most, or
// else as many as it has words.
func (p *plan) narrow(g int) int {
	runs, l := p.d.Groups[g].Label, p.look
	most := 0
	for _, w := range l.words(runs, &l.zone) {
		most = max(most, min(w.w, l.captionMost))
	}
	low, high := most, l.captionMost
	for low < high {
		if mid := (low + high) / 2; len(l.set(runs, &l.zone, mid).lines) <= 2 {
			high = mid
		} else {
			low = mid + 1
		}
	}
	if len(l.set(runs, &l.zone, low).lines) > 2 {
		return most
	}
	return low
}

// entering returns where edges cross the side of a frame that has the caption.
func (q *part) entering(g int) []int {
	var at []int
	for i := range q.links {
		l := &q.links[i]
		from, to := q.placesOf(l)
		v, place, rank := l.to, to, q.spans[g].first
		if q.back {
			v, place, rank = l.from, from, q.spans[g].last
		}
		if q.vs[v].rank == rank && q.common(q.vs[v].group, g) == g {
			at = append(at, place)
		}
	}
	return at
}

// gaps returns the stretches between two places that keep clear of others.
func (q *part) gaps(lines []int, from, to int) []gap {
	slices.Sort(lines)
	var out []gap
	for _, at := range lines {
		if at+captionClear <= from {
			continue
		}
		if at-captionClear > from {
			out = append(out, gap{from, min(at-captionClear, to)})
		}
		from = max(from, at+captionClear)
	}
	if from < to {
		out = append(out, gap{from, to})
	}
	return out
}

// between sets the caption of a group in the gap where it has the fewest lines.
func (q *part) between(g int, gaps []gap) (best *label, at int, ok bool) {
	most := 0
	runs := q.d.Groups[g].Label
	for _, w := range q.look.words(runs, &q.look.zone) {
		most = max(most, w.w)
	}
	for _, p := range gaps {
		if p.to-p.from < most {
			continue
		}
		l := q.look.set(runs, &q.look.zone, min(p.to-p.from, q.look.captionMost))
		if len(l.lines) <= 3 && (best == nil || len(l.lines) < len(best.lines)) {
			best, at = l, p.from
		}
	}
	return best, at, best != nil
}

// caption draws the caption of a frame, on a ground of its own where edges
// leave no room.
func (c *canvas) caption(g int, frame rect) {
	l := c.captions[g]
	if l.h == 0 {
		return
	}
	at := rect{frame.x + captionX, frame.y + captionAbove, l.w, l.h}
	if c.down {
		at.x = c.captionAt[g] - c.top
	} else {
		for _, p := range c.gaps(c.crossing(at.y, at.y+at.h), at.x, frame.x+frame.w-captionX) {
			if p.to-p.from >= l.w {
				at.x = p.from
				break
			}
		}
	}
	if c.struck(at) {
		c.add(Mark{Kind: Polygon, Part: PartGroup, Index: g, Color: c.ground(g), Points: []Point{
			{at.x - noteX, at.y}, {at.x + at.w + noteX, at.y}, {at.x + at.w + noteX, at.y + at.h}, {at.x - noteX, at.y + at.h}}})
	}
	c.text(l, PartGroup, g, at.x, at.y, false)
}

// crossing returns where edges run upright between two heights.
func (c *canvas) crossing(top, foot int) []int {
	var at []int
	for _, r := range c.routes {
		for i := 1; i < len(r); i++ {
			if a, b := r[i-1], r[i]; a.X == b.X && min(a.Y, b.Y) < foot && max(a.Y, b.Y) > top {
				at = append(at, a.X)
			}
		}
	}
	return at
}

// struck reports whether an edge runs through a rectangle.
func (c *canvas) struck(r rect) bool {
	for _, points := range c.routes {
		for i := 1; i < len(points); i++ {
			a, b := points[i-1], points[i]
			if min(a.X, b.X) < r.x+r.w && max(a.X, b.X) > r.x && min(a.Y, b.Y) < r.y+r.h && max(a.Y, b.Y) > r.y {
				return true
			}
		}
	}
	return false
}
