package diagram

import (
	"cmp"
	"slices"
)

// A strand is what leads from a place in a rank to one in the next.
type strand struct{ from, to, weight int }

// An edge that changes the side of a frame leads through it.
const frameWeight = 2

// crossings counts the crossings of all links, with each other and with the
// sides of frames.
func (q *part) crossings() int {
	between := make([][]strand, q.ranks)
	size := 0
	for i := range q.links {
		l := &q.links[i]
		from := &q.vs[l.from]
		between[from.rank] = append(between[from.rank], strand{from.pos, q.vs[l.to].pos, 1})
	}
	for _, g := range q.order {
		s := &q.spans[g]
		for r := s.first; r < s.last; r++ {
			i := r - s.first
			between[r] = append(between[r], strand{s.posLeft[i], s.posLeft[i+1], frameWeight},
				strand{s.posRight[i], s.posRight[i+1], frameWeight})
		}
	}
	for _, b := range between {
		for _, s := range b {
			size = max(size, s.to+2)
		}
	}
	n := 0
	sums := make([]int, size)
	for _, b := range between {
		n += inversions(b, sums)
	}
	return n
}

// inversions sums the weights of the pairs of strands that cross, by a tree of
// partial sums over where they end.
func inversions(strands []strand, sums []int) int {
	slices.SortFunc(strands, func(a, b strand) int {
		if c := cmp.Compare(a.from, b.from); c != 0 {
			return c
		}
		return cmp.Compare(a.to, b.to)
	})
	clear(sums)
	n, total := 0, 0
	for _, s := range strands {
		upTo := 0
		for i := s.to + 1; i > 0; i -= i & -i {
			upTo += sums[i]
		}
		n += s.weight * (total - upTo)
		total += s.weight
		for i := s.to + 1; i < len(sums); i += i & -i {
			sums[i] += s.weight
		}
	}
	return n
}
