package diagram

import (
	"cmp"
	"slices"
)

// How much it matters that edges are straight, and that frames are tight.
const (
	betweenNodes = 8
	toBend       = 4
	betweenBends = 12
	frameSides   = 1
)

// place finds where everything stands across the flow.
func (q *part) place() {
	s := &solver{}
	for _, g := range q.order {
		q.spans[g].left, q.spans[g].right = s.add(), s.add()
	}
	q.makeWires(s)
	q.limitFrames(s)
	for r := range q.rows {
		w := walker{q: q, s: s, rank: r, last: -1}
		w.group(-1)
	}
	for i := range q.links {
		l := &q.links[i]
		a, b := &q.vs[l.from], &q.vs[l.to]
		if a.on == b.on {
			continue
		}
		weight := betweenNodes
		switch {
		case a.kind != body && b.kind != body:
			weight = betweenBends
		case a.kind != body || b.kind != body:
			weight = toBend
		}
		s.tie(a.on, b.on, l.leave-l.end, weight)
	}
	for _, g := range q.order {
		s.tie(q.spans[g].left, q.spans[g].right, 0, frameSides)
	}
	s.solve()
	q.vars = s.vars
	q.snapWires()
}

// snapWires puts the bends that stand between two others, where no place is
// better than the next, in line with the later one or else with the earlier:
// an edge with one turn is easier to follow than one with two.
func (q *part) snapWires() {
	for _, chain := range q.chains {
		for k := 0; k < len(chain)-1; k++ {
			first, last := &q.links[chain[k]], k+1
			on := q.vs[first.to].on
			for last < len(chain)-1 && q.vs[q.links[chain[last]].to].on == on {
				last++
			}
			end := &q.links[chain[last]]
			from := q.vars[q.vs[first.from].on].pos + first.leave
			to := q.vars[q.vs[end.to].on].pos + end.end
			at := q.vars[on].pos
			if at > min(from, to) && at < max(from, to) && !q.moveTo(on, to) {
				q.moveTo(on, from)
			}
			k = last - 1
		}
	}
}

// moveTo puts a variable somewhere if its limits allow it.
func (q *part) moveTo(on, to int) bool {
	v := &q.vars[on]
	for _, l := range v.left {
		if to-q.vars[l.to].pos < l.least {
			return false
		}
	}
	for _, l := range v.right {
		if q.vars[l.to].pos-to < l.least {
			return false
		}
	}
	v.pos = to
	return true
}

// makeWires gives each vertex a variable, and the bends of an edge that can
// stand in one line the same one.
func (q *part) makeWires(s *solver) {
	for i := range q.vs {
		q.vs[i].on = -1
	}
	straight := q.straight()
	byRank := make([]int, len(q.vs))
	for i := range byRank {
		byRank[i] = i
	}
	slices.SortStableFunc(byRank, func(a, b int) int { return cmp.Compare(q.vs[a].rank, q.vs[b].rank) })
	for _, i := range byRank {
		v := &q.vs[i]
		if v.on < 0 {
			v.on = s.add()
		}
		for _, l := range v.out {
			if straight[l] {
				q.vs[q.links[l].to].on = v.on
			}
		}
	}
}

// straight returns which links between bends can be straight: those that cross
// neither a side of a frame nor each other.
func (q *part) straight() []bool {
	kept := make([][]strand, q.ranks)
	for _, g := range q.order {
		s := &q.spans[g]
		for r := s.first; r < s.last; r++ {
			i := r - s.first
			kept[r] = append(kept[r], strand{s.posLeft[i], s.posLeft[i+1], 0}, strand{s.posRight[i], s.posRight[i+1], 0})
		}
	}
	out := make([]bool, len(q.links))
	for i := range q.links {
		a, b := &q.vs[q.links[i].from], &q.vs[q.links[i].to]
		if a.kind == body || b.kind == body {
			continue
		}
		crosses := func(s strand) bool { return (s.from < a.pos) != (s.to < b.pos) }
		if !slices.ContainsFunc(kept[a.rank], crosses) {
			out[i] = true
			kept[a.rank] = append(kept[a.rank], strand{a.pos, b.pos, 0})
		}
	}
	return out
}

// limitFrames says how far the sides of frames are apart at least.
func (q *part) limitFrames(s *solver) {
	for _, g := range q.order {
		f := &q.spans[g]
		f.before = q.look.pad + max(f.extra, 0)
		f.room = 2 * q.look.pad
		if c := q.captions[g]; c.h > 0 && q.down {
			f.room = q.narrow(g) + 2*captionX + 1
		} else if c.h > 0 {
			f.before = captionAbove + c.h + captionBelow
		}
		s.limit(f.left, f.right, f.room)
	}
}

// From the side of a frame to its caption, and from there to what is in it.
const (
	captionX     = 6000
	captionAbove = 3500
	captionBelow = 3500
)

// A walker goes along a rank and says how far each thing is from the one
// before it.
type walker struct {
	q    *part
	s    *solver
	rank int

	last    int // the variable before, -1 at the start
	vertex  int // it is of a vertex, else -1
	opening int // it is the left side of a group, else -1
}

func (w *walker) group(g int) {
	for _, item := range w.q.rows[w.rank][g+1] {
		child, ok := groupOf(item)
		if !ok {
			w.step(w.q.vs[item].on, item, -1, -1)
			continue
		}
		f := &w.q.spans[child]
		w.step(f.left, -1, child, -1)
		w.group(child)
		w.step(f.right, -1, -1, child)
	}
}

// step keeps the next variable away from the last: that of a vertex, or of the
// side that opens or closes a group.
func (w *walker) step(on, vertex, opens, closes int) {
	if w.last >= 0 {
		least := w.white(vertex, opens, closes)
		if w.vertex >= 0 {
			least += w.q.vs[w.vertex].after
		}
		if vertex >= 0 {
			least += w.q.vs[vertex].before
		}
		w.s.limit(w.last, on, least)
		w.hold(on, vertex, least)
	}
	w.last, w.vertex, w.opening = on, vertex, opens
}

// hold draws nodes without edges to what stands beside them.
func (w *walker) hold(on, vertex, least int) {
	for _, v := range []int{vertex, w.vertex} {
		if v >= 0 && len(w.q.vs[v].in)+len(w.q.vs[v].out) == 0 {
			w.s.tie(w.last, on, least, 1)
			return
		}
	}
}

// white returns the white between the last thing and the next.
func (w *walker) white(vertex, opens, closes int) int {
	l := w.q.look
	switch {
	case w.opening >= 0 && closes >= 0:
		return 2 * l.pad
	case w.opening >= 0:
		return w.q.spans[w.opening].before
	case closes >= 0 && w.vertex >= 0:
		return l.pad
	case closes >= 0:
		return l.step
	case w.vertex < 0 || vertex < 0:
		return l.apart * 3 / 4
	}
	a, b := &w.q.vs[w.vertex], &w.q.vs[vertex]
	switch {
	case a.kind == body && b.kind == body:
		return l.apart
	case a.kind == bend && b.kind == bend:
		return l.track
	}
	return l.wire
}

// placeAll places everything, and makes of small turns straight lines.
func (q *part) placeAll() {
	q.place()
	q.slidePorts()
}
