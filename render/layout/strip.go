package layout

import "github.com/socdraft/socdraft/render"

// A strip is a column of elements, one below the other. Their items have x
// from the strip's left edge and y from the element's top.
type strip []elem

// An elem is what a page break cannot cut: a line, a rule, an image. The
// exception is a row, which knows how to cut itself.
type elem struct {
	space   int  // white above, dropped at the top of a page
	height  int  //
	keep    bool // stays with the next element
	full    bool // reaches into the margin column
	hang    int  // how deep its notes hang in the margin column, from its top
	items   []Item
	row     *row
	marks   []mark
	boxes   []*box     // the boxes it lies in, outer first
	late    *noteGroup // a place for its notes that no page has by then
	shrinks bool       // an image that may be made smaller to fit
}

// A mark is a place that others refer to.
type mark struct {
	id    string
	title string // with level, an entry of the outline
	level int
}

// A box is a fill or a bar behind elements that follow one another.
type box struct {
	x, w  int
	fill  render.Color
	clear bool // nothing is filled
	bar   render.Color
	barW  int
	bleed int // how far the fill reaches past text where a page break cuts it
}

// height returns the height of a strip without the white above it.
func (s strip) height() int {
	h := 0
	for i := range s {
		if i > 0 {
			h += s[i].space
		}
		h += s[i].height
	}
	return h
}

// chain returns how many elements from the first on stay together.
func (s strip) chain() int {
	for i := range s {
		if !s[i].keep {
			return i + 1
		}
	}
	return len(s)
}

// move moves an item.
func (it *Item) move(dx, dy int) {
	it.X += dx
	it.Y += dy
	if it.Art != nil && it.Art.Points != nil {
		moved := make([]Point, len(it.Art.Points))
		for i, p := range it.Art.Points {
			moved[i] = Point{p.X + dx, p.Y + dy}
		}
		it.Art = &Art{Points: moved, Dash: it.Art.Dash}
	}
}

// inBox puts the elements of a strip into a box, with white of pad above and
// below them that belongs to the box.
func (s strip) inBox(b *box, pad int) strip {
	if len(s) == 0 {
		return s
	}
	out := make(strip, 0, len(s)+2)
	space := s[0].space
	s[0].space = 0
	out = append(out, elem{space: space, height: pad, keep: true})
	out = append(out, s...)
	out[len(out)-1].keep = true
	out = append(out, elem{height: pad})
	for i := range out {
		out[i].boxes = append([]*box{b}, out[i].boxes...)
	}
	return out
}

// take cuts a strip at a height: head fits, tail is the rest. Elements that
// stay together are not parted unless force is set, and then at least one
// element is taken.
func (s strip) take(height int, force bool) (head, tail strip) {
	fits, h := 0, 0
	for i := 0; i < len(s); {
		n := s[i:].chain()
		for j := i; j < i+n; j++ {
			if j > 0 {
				h += s[j].space
			}
			h += s[j].height
		}
		if h > height {
			break
		}
		i += n
		fits = i
	}
	if fits == 0 && force {
		for h = 0; fits < len(s); fits++ {
			if fits > 0 {
				h += s[fits].space
			}
			if h += s[fits].height; h > height && fits > 0 {
				break
			}
		}
	}
	return s[:fits], s[fits:]
}

// shortRow is the height up to which a row of a table is not left alone at the
// foot of a page, or at the top of one.
const shortRow = 50 * render.Point

// pairRows keeps the first two and the last two rows of a table together where
// they are short. The rows start at the given element.
func (s strip) pairRows(first int) {
	for _, i := range [2]int{first, len(s) - 2} {
		if i >= first && i+1 < len(s) && s[i].height <= shortRow && s[i+1].height <= shortRow {
			s[i].keep = true
		}
	}
}

// wholeBox is the height up to which a frame or a table is not cut by a page
// break.
const wholeBox = 190 * render.Point

// whole keeps a low strip on one page. The last element stays free.
func (s strip) whole() strip {
	if s.height() <= wholeBox {
		for i := range s[:max(len(s)-1, 0)] {
			s[i].keep = true
		}
	}
	return s
}
