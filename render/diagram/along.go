package diagram

import "github.com/socdraft/socdraft/content/prose"

// along finds where the ranks and their tracks stand along the flow.
func (q *part) along() {
	q.padFrames()
	q.setRanks()
	// A caption may be wider than what it stands above.
	for i := len(q.order) - 1; i >= 0 && !q.down; i-- {
		s := &q.spans[q.order[i]]
		from, to := q.frameAlong(q.order[i])
		if more := q.captions[q.order[i]].w + 2*captionX - (to - from); more > 0 {
			s.start += more / 2
			s.end += more - more/2
			q.padParents(q.order[i])
		}
	}
	q.setRanks()
}

// padFrames says how far each frame reaches beyond its first and last rank.
func (q *part) padFrames() {
	for g := len(q.spans) - 1; g >= 0; g-- {
		s := &q.spans[g]
		if s.first < 0 {
			continue
		}
		s.start, s.end = max(s.start, q.look.pad), max(s.end, q.look.pad)
		if c := q.captions[g]; q.down && c.h > 0 {
			if q.back {
				s.end += c.h + captionBelow - q.look.pad/2
			} else {
				s.start += c.h + captionBelow - q.look.pad/2
			}
		}
		q.padParents(g)
	}
}

// padParents makes the frames around a group reach beyond it.
func (q *part) padParents(g int) {
	for up := q.parent(g); up >= 0; up = q.parent(up) {
		s, in := &q.spans[up], &q.spans[g]
		if s.first == in.first {
			s.start = max(s.start, in.start+q.look.step)
		}
		if s.last == in.last {
			s.end = max(s.end, in.end+q.look.step)
		}
		g = up
	}
}

// setRanks puts the ranks one after another, with room for the tracks.
func (q *part) setRanks() {
	q.depth = make([]int, q.ranks)
	q.starts = make([]int, q.ranks)
	bodies := make([]bool, q.ranks)
	for i := range q.vs {
		v := &q.vs[i]
		q.depth[v.rank] = max(q.depth[v.rank], v.depth)
		bodies[v.rank] = bodies[v.rank] || v.kind == body
	}
	ends, begins := q.pads()
	at := begins[0]
	for r := range q.ranks {
		q.starts[r] = at
		at += q.depth[r]
		c := &q.tracks[r]
		if r == q.ranks-1 {
			break
		}
		leave, arrive := q.straightEnds(r)
		c.first = max(leave, ends[r]+clearance)
		after := max(arrive, begins[r+1]+clearance)
		need := c.first + max(c.width-1, 0)*q.look.track + after
		if bodies[r] && bodies[r+1] && need < q.look.gap {
			c.first += (q.look.gap - need) / 2
			need = q.look.gap
		}
		c.first += at
		at += need
	}
	q.length = at + ends[q.ranks-1]
}

// pads returns how far frames reach beyond the ranks.
func (q *part) pads() (ends, begins []int) {
	ends, begins = make([]int, q.ranks), make([]int, q.ranks)
	for _, g := range q.order {
		s := &q.spans[g]
		begins[s.first] = max(begins[s.first], s.start)
		ends[s.last] = max(ends[s.last], s.end)
	}
	return ends, begins
}

// straightEnds returns how long the straight ends of the edges between a rank
// and the next must be.
func (q *part) straightEnds(r int) (leave, arrive int) {
	leave, arrive = q.look.leave, q.look.leave
	for i := range q.links {
		l := &q.links[i]
		a, b := &q.vs[l.from], &q.vs[l.to]
		if a.rank != r {
			continue
		}
		atStart, atEnd := q.heads(l.edge)
		if a.kind == body && atStart {
			leave = q.look.arrive
		}
		if b.kind == body && atEnd {
			arrive = q.look.arrive
		}
	}
	return leave, arrive
}

// heads reports whether an edge has arrowheads, in the direction of the flow.
func (q *part) heads(edge int) (atStart, atEnd bool) {
	e := &q.d.Edges[edge]
	if q.turned[edge] {
		return e.Head, e.Tail
	}
	return e.Tail, e.Head
}

// frameAlong returns from where to where a frame reaches along the flow.
func (q *part) frameAlong(g int) (from, to int) {
	s := &q.spans[g]
	return q.starts[s.first] - s.start, q.starts[s.last] + q.depth[s.last] + s.end
}

// direction returns the other direction across the first.
func turnedAside(to prose.Direction) prose.Direction {
	switch to {
	case prose.Rightward, prose.Leftward:
		return prose.Downward
	}
	return prose.Rightward
}
