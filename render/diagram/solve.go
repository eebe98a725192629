package diagram

// A variable is a place across the flow: the middle of a node, the line of an
// edge over all ranks that it passes straight, or the side of a frame.
type variable struct {
	pos         int
	left, right []limit
	ties        []tie
}

// A limit keeps another variable at a distance.
type limit struct{ to, least int }

// A tie draws another variable to where it stands apart by so much.
type tie struct{ to, apart, weight int }

// limit keeps b to the right of a.
func (s *solver) limit(a, b, least int) {
	s.vars[a].right = append(s.vars[a].right, limit{b, least})
	s.vars[b].left = append(s.vars[b].left, limit{a, least})
}

// tie makes it better that b stands so far right of a.
func (s *solver) tie(a, b, apart, weight int) {
	s.vars[a].ties = append(s.vars[a].ties, tie{b, apart, weight})
	s.vars[b].ties = append(s.vars[b].ties, tie{a, -apart, weight})
}

// A solver finds places that keep all limits and pull little at the ties.
type solver struct {
	vars  []variable
	mark  []int // by variable: the last set it was in
	stamp int
	set   []int
	work  int // what may be done yet
}

func (s *solver) add() int {
	s.vars = append(s.vars, variable{})
	return len(s.vars) - 1
}

// solve moves variables, each with those that it would run into, as long as
// that lessens the pull of all ties.
func (s *solver) solve() {
	s.mark = make([]int, len(s.vars))
	s.begin()
	s.work = 6_000_000
	for moved := true; moved && s.work > 0; {
		moved = false
		for i := range s.vars {
			for _, to := range []int{1, -1} {
				for _, glued := range []bool{false, true} {
					for s.work > 0 && s.shift(i, to, glued) {
						moved = true
					}
				}
			}
		}
	}
}

// begin puts everything midway between as far left and as far right as it can
// be.
func (s *solver) begin() {
	sorted := s.sorted()
	width := 0
	for _, i := range sorted {
		for _, l := range s.vars[i].left {
			s.vars[i].pos = max(s.vars[i].pos, s.vars[l.to].pos+l.least)
		}
		width = max(width, s.vars[i].pos)
	}
	most := make([]int, len(s.vars))
	for k := range sorted {
		i := sorted[len(sorted)-1-k]
		most[i] = width
		for _, l := range s.vars[i].right {
			most[i] = min(most[i], most[l.to]-l.least)
		}
	}
	for i := range s.vars {
		s.vars[i].pos = (s.vars[i].pos + most[i]) / 2
	}
}

// sorted returns the variables so that those to the left come first.
func (s *solver) sorted() []int {
	left := make([]int, len(s.vars))
	var ready []int
	for i := range s.vars {
		if left[i] = len(s.vars[i].left); left[i] == 0 {
			ready = append(ready, i)
		}
	}
	for k := 0; k < len(ready); k++ {
		for _, l := range s.vars[ready[k]].right {
			if left[l.to]--; left[l.to] == 0 {
				ready = append(ready, l.to)
			}
		}
	}
	return ready
}

// limits returns what keeps a variable from moving in a direction.
func (v *variable) limits(to int) []limit {
	if to > 0 {
		return v.right
	}
	return v.left
}

// shift moves a variable in a direction, to 1 or -1, with all that it touches,
// and where glued with all that it is in line with. It reports whether that
// was of use.
func (s *solver) shift(i, to int, glued bool) bool {
	s.gather(i, to, glued)
	gain, far := 0, 1<<40
	for _, k := range s.set {
		v := &s.vars[k]
		for _, t := range v.ties {
			if s.mark[t.to] == s.stamp {
				continue
			}
			if off := (s.vars[t.to].pos - v.pos - t.apart) * to; off > 0 {
				gain += t.weight
				far = min(far, off)
			} else {
				gain -= t.weight
			}
		}
	}
	if gain <= 0 {
		return false
	}
	for _, k := range s.set {
		v := &s.vars[k]
		for _, l := range v.limits(to) {
			if s.mark[l.to] != s.stamp {
				far = min(far, (s.vars[l.to].pos-v.pos)*to-l.least)
			}
		}
	}
	for _, k := range s.set {
		s.vars[k].pos += far * to
	}
	return true
}

// gather collects what must move with a variable.
func (s *solver) gather(i, to int, glued bool) {
	s.stamp++
	s.mark[i] = s.stamp
	s.set = append(s.set[:0], i)
	take := func(k int) {
		if s.mark[k] != s.stamp {
			s.mark[k] = s.stamp
			s.set = append(s.set, k)
		}
	}
	for k := 0; k < len(s.set); k++ {
		v := &s.vars[s.set[k]]
		for _, l := range v.limits(to) {
			if (s.vars[l.to].pos-v.pos)*to <= l.least {
				take(l.to)
			}
		}
		if glued {
			for _, t := range v.ties {
				if s.vars[t.to].pos-v.pos == t.apart {
					take(t.to)
				}
			}
		}
		s.work -= 4 + len(v.ties)
	}
}
