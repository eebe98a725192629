package diagram

// A channel is what turns between a rank and the next.
type channel struct {
	turns []turn // in the order of the flow
	width int    // how many tracks
	first int    // where the first one runs along the flow
}

// A turn is where a link changes its place across the flow.
type turn struct {
	link     int
	from, to int
	track    int
	after    int // the turn of the same link before this one, -1: none
}

// clearance is how near to each other lines may run in one direction.
const clearance = 3000

// placesOf returns where a link leaves and where it ends.
func (q *part) placesOf(l *link) (from, to int) {
	return q.vars[q.vs[l.from].on].pos + l.leave, q.vars[q.vs[l.to].on].pos + l.end
}

// makeTracks gives every turn a track, so that no two of them lie on each
// other and few cross.
func (q *part) makeTracks() {
	q.tracks = make([]channel, q.ranks)
	for i := range q.links {
		l := &q.links[i]
		if from, to := q.placesOf(l); from != to {
			c := &q.tracks[q.vs[l.from].rank]
			c.turns = append(c.turns, turn{link: i, from: from, to: to, after: -1})
		}
	}
	for i := range q.tracks {
		q.tracks[i].settle()
	}
}

// settle puts the turns in order, and into tracks.
func (c *channel) settle() {
	o := &turnOrder{left: c.turns}
	o.count()
	for len(o.left) > 0 {
		o.take(o.next())
	}
	c.turns = o.done
	c.width = 0
	for i := range c.turns {
		t := &c.turns[i]
		for k := range c.turns[:i] {
			if s := &c.turns[k]; t.after == k || s.beside(t) || t.runsInto(s) {
				t.track = max(t.track, s.track+1)
			}
		}
		c.width = max(c.width, t.track+1)
	}
}

// beside reports whether two turns need tracks of their own.
func (t *turn) beside(s *turn) bool {
	return min(t.from, t.to) < max(s.from, s.to)+clearance && min(s.from, s.to) < max(t.from, t.to)+clearance
}

// runsInto reports whether a turn that stands before another would lie on it:
// where the one goes on, the other comes from.
func (t *turn) runsInto(s *turn) bool {
	off := t.to - s.from
	return off > -clearance && off < clearance
}

// crossings counts how often two turns cross when the first stands before the
// second.
func (t *turn) crossings(s *turn) int {
	within := func(at int, r *turn) bool { return at > min(r.from, r.to) && at < max(r.from, r.to) }
	n := 0
	if within(s.from, t) {
		n++
	}
	if within(t.to, s) {
		n++
	}
	return n
}

// A turnOrder takes one turn after another, at each step the one that may
// stand first with the fewest crossings.
type turnOrder struct {
	left   []turn
	cost   []int // of each turn left: crossings more if it goes first
	waits  []int // how many others must go before it
	done   []turn
	splits int
}

func (o *turnOrder) count() {
	o.cost, o.waits = make([]int, len(o.left)), make([]int, len(o.left))
	for i := range o.left {
		for k := range i {
			o.pair(i, k, 1)
		}
	}
}

// pair adds what two turns mean for each other, or takes it away.
func (o *turnOrder) pair(i, k, sign int) {
	a, b := &o.left[i], &o.left[k]
	if a.runsInto(b) {
		o.waits[i] += sign
	}
	if b.runsInto(a) {
		o.waits[k] += sign
	}
	if a.beside(b) {
		more := sign * (a.crossings(b) - b.crossings(a))
		o.cost[i] += more
		o.cost[k] -= more
	}
}

func (o *turnOrder) next() int {
	best := 0
	for i := range o.left {
		if o.waits[i] < o.waits[best] || o.waits[i] == o.waits[best] && o.cost[i] < o.cost[best] {
			best = i
		}
	}
	return best
}

// take moves a turn to those that are done. One that has to wait for another
// that waits for it is cut: it goes half of its way now and the rest later.
func (o *turnOrder) take(i int) {
	t := o.left[i]
	if mid, ok := o.midway(&t); ok && o.waits[i] > 0 {
		o.splits++
		for k := range o.left {
			if k != i {
				o.pair(i, k, -1)
			}
		}
		o.left[i] = turn{link: t.link, from: mid, to: t.to, after: len(o.done)}
		for k := range o.left {
			if k != i {
				o.pair(i, k, 1)
			}
		}
		t.to = mid
		o.done = append(o.done, t)
		return
	}
	for k := range o.left {
		if k != i {
			o.pair(i, k, -1)
		}
	}
	last := len(o.left) - 1
	o.left[i], o.cost[i], o.waits[i] = o.left[last], o.cost[last], o.waits[last]
	o.left, o.cost, o.waits = o.left[:last], o.cost[:last], o.waits[:last]
	o.done = append(o.done, t)
}

// midway returns a place between the ends of a turn where no other has one.
func (o *turnOrder) midway(t *turn) (int, bool) {
	if t.after >= 0 {
		return 0, false
	}
	for k := 1; k < 32; k++ {
		// The middle first, then to both sides of it.
		part := 16 + (k/2)*(1-2*(k%2))
		at := t.from + (t.to-t.from)*part/32
		if o.free(o.left, at) && o.free(o.done, at) {
			return at, true
		}
	}
	return 0, false
}

func (o *turnOrder) free(turns []turn, at int) bool {
	near := func(n int) bool { return at-n < clearance && n-at < clearance }
	for i := range turns {
		if near(turns[i].from) || near(turns[i].to) {
			return false
		}
	}
	return true
}
