package layout

import "github.com/socdraft/socdraft/render"

// A row is cells side by side. Lead cells stand at the left of all bands; each
// band holds its own cells. A plain row has one band.
type row struct {
	x           int // of the table, from the strip's left edge
	table       *grid
	lead        []cell
	bands       []band
	key         string // named again at the top of a page that continues the row
	prefix      strip  // "AC-03 (continued)", over the first cell
	top, bottom int    // white inside the row, above and below its cells
	rule        int    // stroke of the rule below; 0: none
	head        bool   // the table's head
	cut         bool   // goes on on the next page: no rule below
	over        *row   // what heads it in its table, again on each page it starts
	marks       []mark
}

type band []cell

// A cell is a strip in its column.
type cell struct {
	x, w  int // of the column, from the table's left edge
	strip strip
	fill  render.Color
	tint  bool
	marks []mark
}

// A grid is what the rows of a table share.
type grid struct {
	width    int
	head     *row
	hairline render.Color
	ruleInk  render.Color
	bandX    int // where the rules between bands start
}

func (r *row) height() int {
	h := 0
	for i := range r.lead {
		h = max(h, r.cellHeight(&r.lead[i], i == 0))
	}
	bands := 0
	for b := range r.bands {
		bands += r.bandHeight(b)
	}
	return max(h, bands)
}

// cellHeight returns the height of a cell with the row's white; the first cell
// of a continued row bears the key.
func (r *row) cellHeight(c *cell, first bool) int {
	h := r.top + c.strip.height() + r.bottom
	if first {
		h += r.prefix.height()
	}
	return h
}

func (r *row) bandHeight(b int) int {
	h := 0
	for i := range r.bands[b] {
		h = max(h, r.cellHeight(&r.bands[b][i], i == 0 && b == 0 && len(r.lead) == 0))
	}
	return h
}

// cutAt divides a row at a height. It reports false where nothing sensible
// fits; with force it always takes something.
func (r *row) cutAt(height int, force bool, continued func(*row) strip) (head, tail *row, ok bool) {
	first, rest := *r, *r
	first.cut, rest.marks = true, nil
	first.lead, rest.lead = make([]cell, len(r.lead)), make([]cell, len(r.lead))
	taken, left := 0, 0
	for i := range r.lead {
		room := height - r.top - r.bottom
		if i == 0 {
			room -= r.prefix.height()
		}
		first.lead[i], rest.lead[i] = r.lead[i].cutAt(room, force)
		if !force && lonely(first.lead[i].strip, rest.lead[i].strip) {
			return nil, nil, false
		}
		taken += len(first.lead[i].strip)
		left += len(rest.lead[i].strip)
	}
	first.bands, rest.bands = nil, nil
	used := 0
	for b := range r.bands {
		h := r.bandHeight(b)
		if rest.bands == nil && used+h <= height {
			first.bands = append(first.bands, r.bands[b])
			for i := range r.bands[b] {
				taken += len(r.bands[b][i].strip)
			}
			used += h
			continue
		}
		if rest.bands != nil {
			rest.bands = append(rest.bands, r.bands[b])
			left++
			continue
		}
		top, below, n, m := r.cutBand(b, height-used, force && taken == 0)
		if n > 0 {
			first.bands = append(first.bands, top)
			taken += n
		}
		left += m
		rest.bands = append(rest.bands, below)
		used = height
	}
	if rest.bands == nil {
		rest.bands = []band{r.emptyBand()}
	}
	if taken == 0 || left == 0 || !force && first.meagre() {
		return nil, nil, false
	}
	rest.prefix = continued(r)
	return &first, &rest, true
}

// meagre is the height of less than two lines.
const meagre = 20 * render.Point

// meagre reports whether a part of a row shows no more than a line: such a cut
// helps nobody.
func (r *row) meagre() bool {
	h := 0
	for i := range r.lead {
		h = max(h, r.lead[i].strip.height())
	}
	for _, b := range r.bands {
		for i := range b {
			h = max(h, b[i].strip.height())
		}
	}
	return h < meagre
}

// lonely reports whether a cut leaves less than two lines of a cell above it,
// with more below.
func lonely(above, below strip) bool {
	return len(below) > 0 && above.height() < meagre
}

// cutBand divides the cells of a band. All of them that have words must have
// two lines above the cut, or none has: a result does not stand on the page
// before its test.
func (r *row) cutBand(b, height int, force bool) (top, below band, taken, left int) {
	top, below = make(band, len(r.bands[b])), make(band, len(r.bands[b]))
	for i := range r.bands[b] {
		room := height - r.top - r.bottom
		if i == 0 && b == 0 && len(r.lead) == 0 {
			room -= r.prefix.height()
		}
		top[i], below[i] = r.bands[b][i].cutAt(room, force)
		if !force && lonely(top[i].strip, below[i].strip) {
			return nil, r.bands[b], 0, 1
		}
		taken += len(top[i].strip)
		left += len(below[i].strip)
	}
	return top, below, taken, left
}

func (r *row) emptyBand() band {
	if len(r.bands) == 0 {
		return nil
	}
	last := r.bands[len(r.bands)-1]
	empty := make(band, len(last))
	for i := range last {
		empty[i] = last[i]
		empty[i].strip, empty[i].marks = nil, nil
	}
	return empty
}

func (c *cell) cutAt(height int, force bool) (head, tail cell) {
	head, tail = *c, *c
	head.strip, tail.strip = c.strip.take(height, force)
	tail.marks = nil
	return head, tail
}
