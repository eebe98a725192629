package diagram

import (
	"cmp"
	"slices"

	"github.com/socdraft/socdraft/content/prose"
)

// setPorts gives the links of each vertex places of their own at its sides, in
// the order of what they lead to.
func (q *part) setPorts() {
	for i := range q.vs {
		v := &q.vs[i]
		slices.SortStableFunc(v.in, func(a, b int) int {
			return cmp.Compare(q.vs[q.links[a].from].pos, q.vs[q.links[b].from].pos)
		})
		slices.SortStableFunc(v.out, func(a, b int) int {
			return cmp.Compare(q.vs[q.links[a].to].pos, q.vs[q.links[b].to].pos)
		})
		if v.kind != body {
			continue
		}
		apart := q.portsApart(i)
		for k, l := range v.in {
			q.links[l].end = (2*k - len(v.in) + 1) * apart / 2
		}
		for k, l := range v.out {
			q.links[l].leave = (2*k - len(v.out) + 1) * apart / 2
		}
	}
}

// leastPort is how near to each other edges may end.
const leastPort = 3000

// portsApart returns how far the ends of edges are from each other at the
// sides of a node, which grows where they need more room.
func (q *part) portsApart(i int) int {
	v := &q.vs[i]
	n := max(len(v.in), len(v.out)) - 1
	if n <= 0 {
		return 0
	}
	b := &q.boxes[v.node]
	size := &b.h
	if q.down {
		size = &b.w
	}
	room := func() int {
		switch q.outline(v.node) {
		case prose.Decision:
			return *size / 2
		case prose.Rounded:
			return *size - 2*min(q.look.round, min(b.w, b.h)/2)
		case prose.Store:
			if !q.down {
				return *size - 4*q.look.rim
			}
		}
		return *size - 8000
	}
	for room() < n*leastPort {
		grow := n*leastPort - room()
		*size += grow + 1000
		v.before += (grow + 1000) / 2
		v.after += (grow + 1001) / 2
	}
	return min(q.look.port, room()/n) &^ 1
}
