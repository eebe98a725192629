package diagram

import "github.com/socdraft/socdraft/content/prose"

// slidePorts moves the ends of edges along the sides of nodes where that makes
// an edge straight that would turn by a little.
func (q *part) slidePorts() {
	for _, chain := range q.chains {
		q.slideChain(chain)
	}
	for i := range q.links {
		l := &q.links[i]
		from, to := q.placesOf(l)
		off := to - from
		if off == 0 {
			continue
		}
		a, b := q.slack(&q.vs[l.from], q.vs[l.from].out, i, off), q.slack(&q.vs[l.to], q.vs[l.to].in, i, -off)
		if abs(a)+abs(b) < abs(off) {
			continue
		}
		// Both ends give way, the one that can do more does the rest.
		half := off / 2
		switch {
		case abs(a) < abs(half):
			half = a
		case abs(b) < abs(off-half):
			half = off + b
		}
		l.leave += half
		l.end -= off - half
	}
}

// slideChain puts an edge whose bends are in one line between two nodes in line
// with the end that it leaves, or else the one it reaches, if the other can
// give way.
func (q *part) slideChain(chain []int) {
	first, last := &q.links[chain[0]], &q.links[chain[len(chain)-1]]
	wire := q.vs[first.to].on
	for _, i := range chain[1:] {
		if q.vs[q.links[i].from].on != wire {
			return
		}
	}
	from := q.vars[q.vs[first.from].on].pos + first.leave
	to := q.vars[q.vs[last.to].on].pos + last.end
	if at := q.vars[wire].pos; len(chain) < 2 || at == from && at == to {
		return
	}
	off := to - from
	if end := &q.vs[last.to]; q.slack(end, end.in, chain[len(chain)-1], -off) == -off && q.moveTo(wire, from) {
		last.end -= off
	} else if end := &q.vs[first.from]; q.slack(end, end.out, chain[0], off) == off && q.moveTo(wire, to) {
		first.leave += off
	}
}

// slack returns how far the end of a link at a side of a vertex can move, up
// to the given distance: not near the next one, nor far from the middle.
func (q *part) slack(v *vertex, side []int, link, far int) int {
	if v.kind != body || q.outline(v.node) == prose.Decision {
		return 0
	}
	port := func(i int) int {
		if l := &q.links[i]; q.vs[l.from].node == v.node {
			return l.leave
		}
		return q.links[i].end
	}
	size := q.boxes[v.node].h
	if q.down {
		size = q.boxes[v.node].w
	}
	low, high := -size*slide/100, size*slide/100
	for k, i := range side {
		if i != link {
			continue
		}
		if k > 0 {
			low = max(low, port(side[k-1])+2*leastPort)
		}
		if k < len(side)-1 {
			high = min(high, port(side[k+1])-2*leastPort)
		}
	}
	at := port(link)
	if far < 0 {
		return min(max(far, low-at), 0)
	}
	return max(min(far, high-at), 0)
}

// slide is how far from the middle of a side an edge may end, in hundredths of
// it.
const slide = 32

func abs(n int) int { return max(n, -n) }
