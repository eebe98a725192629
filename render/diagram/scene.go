package diagram

import (
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// A Scene is a diagram as it is painted. Its origin is the top left corner.
type Scene struct {
	Width, Height int
	Marks         []Mark // in the order of painting, all within the scene
	Links         []Link

	Scale       int      // thousandths of the size that the theme gives; Whole unless it had to shrink
	Turned      bool     // the flow is across the direction the author asked for
	Title       string   // the caption
	Description string   // the alternative text
	said        []string // its connections
}

// Whole is the scale of a scene that has the size of the theme.
const Whole = 1000

// legible is the smallest size of letters that can be read on paper.
const legible = 6500

// Illegible reports whether the scene had to shrink so far that its letters
// can no longer be read on paper.
func (s *Scene) Illegible() bool {
	for i := range s.Marks {
		if m := &s.Marks[i]; m.Kind == Text && m.Part != PartEdge && m.Size < legible {
			return true
		}
	}
	return false
}

// Kind tells what a mark is.
type Kind uint8

// The kinds of marks.
const (
	Polygon  Kind = iota // closed, with the corners Points; filled, or outlined where Stroke > 0
	Polyline             // open, through Points, Stroke wide
	Text                 // a run of text with its baseline at X, Y
)

// A Mark is one thing to paint.
type Mark struct {
	Kind  Kind
	Part  Part // what it is a mark of
	Index int  // which one, in the slice of the diagram
	Color render.Color

	Points []Point
	Stroke int
	Dash   int // length of the dashes and of the gaps between them; 0: an unbroken line

	X, Y int
	W    int // width of the run, without a space at its end
	Text string
	Face font.Face
	Size int
	Link string // where this run leads, or ""
}

// A Point is a place in a scene.
type Point struct{ X, Y int }

// Part tells what a mark is a mark of.
type Part uint8

// The parts of a diagram.
const (
	PartGroup Part = iota
	PartEdge
	PartNode
)

// A Link is the area of a node that leads somewhere.
type Link struct {
	X, Y, W, H int
	Target     string
	Node       int
}

// scaled returns a length in a scale.
func scaled(n, scale int) int { return n * scale / Whole }

// shrink scales the whole scene.
func (s *Scene) shrink(scale int) {
	s.Scale = scale
	s.Width, s.Height = scaled(s.Width, scale), scaled(s.Height, scale)
	for i := range s.Marks {
		m := &s.Marks[i]
		for k := range m.Points {
			m.Points[k] = Point{scaled(m.Points[k].X, scale), scaled(m.Points[k].Y, scale)}
		}
		m.X, m.Y, m.W, m.Size = scaled(m.X, scale), scaled(m.Y, scale), scaled(m.W, scale), scaled(m.Size, scale)
		m.Dash = scaled(m.Dash, scale)
		if m.Stroke > 0 {
			m.Stroke = max(scaled(m.Stroke, scale), 1)
		}
	}
	for i := range s.Links {
		l := &s.Links[i]
		l.X, l.Y, l.W, l.H = scaled(l.X, scale), scaled(l.Y, scale), scaled(l.W, scale), scaled(l.H, scale)
	}
}
