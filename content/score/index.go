package score

import (
	"cmp"
	"slices"

	"github.com/socdraft/socdraft/content/diag"
)

// An index finds which of some places, which do not overlap, holds another.
type index struct {
	by map[*diag.Source][]indexed
}

type indexed struct {
	diag.Span
	item int
}

func (x *index) add(item int, places ...diag.Span) {
	if x.by == nil {
		x.by = map[*diag.Source][]indexed{}
	}
	for _, p := range places {
		if !p.IsZero() {
			x.by[p.Source] = append(x.by[p.Source], indexed{p, item})
		}
	}
}

func (x *index) sort() {
	for _, list := range x.by {
		slices.SortStableFunc(list, func(a, b indexed) int { return cmp.Compare(a.Start, b.Start) })
	}
}

// at returns the item whose place holds the start of the span, or -1.
func (x *index) at(span diag.Span) int {
	list := x.by[span.Source]
	i, found := slices.BinarySearchFunc(list, span.Start, func(p indexed, start int) int { return cmp.Compare(p.Start, start) })
	if !found {
		i--
	}
	if i < 0 || span.Start >= max(list[i].End, list[i].Start+1) {
		return -1
	}
	return list[i].item
}
