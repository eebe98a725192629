package pdf

import (
	"strconv"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/render/structure"
)

// A stream writes the content of one page after the other, and keeps count of
// the glyphs in use.
type stream struct {
	fonts *font.Set
	names [font.Faces]string // resource names
	used  [font.Faces]runeSet

	tree  *structure.Tree
	marks []int32 // the element of each marked content of the page
	in    int32   // the element in hand; see unmarked

	b      []byte
	height int
	fill   render.Color
	inked  bool // fill was set
	face   font.Face
	size   int
	track  int
	set    bool // face and size were set
}

func (s *stream) begin(height int) {
	s.b, s.height = s.b[:0], height
	s.inked, s.set, s.track = false, false, 0
	s.marks, s.in = s.marks[:0], unmarked
}

func (s *stream) end() []byte { return s.b }

func (s *stream) item(it *layout.Item, images map[string]string) {
	switch it.Kind {
	case layout.Text:
		s.text(it)
	case layout.Rect:
		s.color(it.Color)
		s.nums(it.X, s.height-it.Y-it.H, it.W, it.H)
		s.op("re f")
	case layout.Rule:
		s.op("q")
		s.stroke(it.Color, it.Stroke)
		s.nums(it.X, s.height-it.Y)
		s.op("m")
		s.nums(it.X+it.W, s.height-it.Y-it.H)
		s.op("l S Q")
	case layout.Circle:
		s.circle(it)
	case layout.Polygon, layout.Polyline:
		s.polygon(it)
	case layout.Image:
		s.op("q")
		s.nums(it.W, 0, 0, it.H, it.X, s.height-it.Y-it.H)
		s.op("cm /" + images[it.Art.Name] + " Do Q")
	}
}

// text paints a run with its kerning. The code of a glyph is its code point.
func (s *stream) text(it *layout.Item) {
	if it.Text == "" {
		return
	}
	s.color(it.Color)
	s.op("BT")
	if !s.set || s.face != it.Face || s.size != it.Size {
		s.b = append(s.b, '/')
		s.b = append(s.b, s.names[it.Face]...)
		s.b = append(s.b, ' ')
		s.nums(it.Size)
		s.op("Tf")
		s.face, s.size, s.set = it.Face, it.Size, true
	}
	if s.track != it.Track {
		s.nums(it.Track)
		s.op("Tc")
		s.track = it.Track
	}
	if it.Turned {
		s.op("0 1 -1 0")
		s.nums(it.X, s.height-it.Y)
		s.op("Tm")
	} else {
		s.nums(it.X, s.height-it.Y)
		s.op("Td")
	}
	s.glyphs(it)
	s.op("ET")
}

func (s *stream) glyphs(it *layout.Item) {
	f := s.fonts.Font(it.Face)
	used := &s.used[it.Face]
	s.b = append(s.b, '[', '(')
	prev := rune(-1)
	for _, r := range it.Text {
		if r == '\u00a0' {
			r = ' ' // found by those who search for a space
		}
		if r >= 1<<16 {
			r = font.Substitute
		}
		if prev >= 0 && prev != ' ' && r != ' ' {
			if k := f.Kern(prev, r); k != 0 {
				s.b = append(s.b, ')')
				s.b = strconv.AppendInt(s.b, int64(-k), 10)
				s.b = append(s.b, '(')
			}
		}
		used.add(r)
		s.b = escape(escape(s.b, byte(r>>8)), byte(r))
		prev = r
		if r == ' ' && it.Space != 0 {
			s.b = append(s.b, ')')
			s.b = strconv.AppendInt(s.b, -int64(it.Space)*1000/int64(it.Size), 10)
			s.b = append(s.b, '(')
		}
	}
	s.op(")]TJ")
}

// escape appends a byte of a string.
func escape(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

// circle paints a disc, or a ring where the item has a height.
func (s *stream) circle(it *layout.Item) {
	r := it.W
	if it.H > 0 {
		r -= it.H / 2
	}
	k := r * 5523 / 10000
	x, y := it.X, s.height-it.Y
	s.op("q")
	if it.H > 0 {
		s.stroke(it.Color, it.H)
	} else {
		s.rgb(it.Color)
		s.op("rg")
	}
	s.nums(x+r, y)
	s.op("m")
	for _, c := range [4][6]int{
		{x + r, y + k, x + k, y + r, x, y + r},
		{x - k, y + r, x - r, y + k, x - r, y},
		{x - r, y - k, x - k, y - r, x, y - r},
		{x + k, y - r, x + r, y - k, x + r, y},
	} {
		s.nums(c[:]...)
		s.op("c")
	}
	if it.H > 0 {
		s.op("s Q")
	} else {
		s.op("f Q")
	}
}

// polygon fills a polygon, or draws its outline where the item has a stroke. A
// polyline stays open.
func (s *stream) polygon(it *layout.Item) {
	if it.Stroke > 0 {
		s.op("q 1 j") // round corners: a sharp one would reach far out
		s.stroke(it.Color, it.Stroke)
		s.dash(it.Art.Dash)
	} else {
		s.color(it.Color)
	}
	for i, p := range it.Art.Points {
		s.nums(p.X, s.height-p.Y)
		if i == 0 {
			s.op("m")
		} else {
			s.op("l")
		}
	}
	switch {
	case it.Kind == layout.Polyline:
		s.op("S Q")
	case it.Stroke > 0:
		s.op("s Q")
	default:
		s.op("f")
	}
}

// dash breaks the strokes that follow into dashes and gaps of a length.
func (s *stream) dash(length int) {
	if length > 0 {
		s.b = append(s.b, '[')
		s.nums(length, length)
		s.op("] 0 d")
	}
}

// color sets the colour of fills and text.
func (s *stream) color(c render.Color) {
	if s.inked && s.fill == c {
		return
	}
	s.fill, s.inked = c, true
	s.rgb(c)
	s.op("rg")
}

func (s *stream) stroke(c render.Color, width int) {
	s.rgb(c)
	s.op("RG")
	s.nums(width)
	s.op("w")
}

func (s *stream) rgb(c render.Color) {
	r, g, b := c.RGB()
	s.nums(level(r), level(g), level(b))
}

// level turns a byte of a colour into thousandths.
func level(v uint8) int { return (int(v)*1000 + 127) / 255 }

// nums appends numbers given in thousandths.
func (s *stream) nums(list ...int) {
	for _, n := range list {
		if n < 0 {
			s.b = append(s.b, '-')
			n = -n
		}
		s.b = strconv.AppendInt(s.b, int64(n/1000), 10)
		if f := n % 1000; f != 0 {
			s.b = append(s.b, '.', byte('0'+f/100))
			if f %= 100; f != 0 {
				s.b = append(s.b, byte('0'+f/10))
				if f %= 10; f != 0 {
					s.b = append(s.b, byte('0'+f))
				}
			}
		}
		s.b = append(s.b, ' ')
	}
}

func (s *stream) op(operator string) {
	s.b = append(s.b, operator...)
	s.b = append(s.b, '\n')
}
