package layout

import "slices"

// holdEnd keeps a box, a figure or a low table that ends a part together with
// what stands before it, the last lines of a paragraph most often, so that it
// is not alone on an otherwise empty page. It does so up to a height, and takes
// boxes on the way along.
func (s strip) holdEnd(limit int) {
	var starts []int // of the chains
	for i := 0; i < len(s); i += s[i:].chain() {
		starts = append(starts, i)
	}
	last := max(len(starts)-1, 0)
	for last > 0 && s[starts[last]:].height() == 0 {
		last-- // places for notes
	}
	if len(s) == 0 || !slices.ContainsFunc(s[starts[last]:], elem.standsOut) {
		return
	}
	for k := last; k > 0 && s[starts[k-1]:].height() <= limit; k-- {
		s[starts[k]-1].keep = true
		if slices.ContainsFunc(s[starts[k-1]:starts[k]], elem.runs) {
			return
		}
	}
}

// runs reports whether an element is a line of running text, or a row of a table
// that goes on.
func (e elem) runs() bool {
	return e.row != nil && len(e.boxes) == 0 || len(e.items) > 0 && !e.standsOut()
}

// standsOut reports whether an element is no running text.
func (e elem) standsOut() bool {
	return len(e.boxes) > 0 || e.row != nil || slices.ContainsFunc(e.items, func(it Item) bool { return it.Kind == Image })
}
