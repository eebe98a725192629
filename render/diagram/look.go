package diagram

import (
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// A look is how diagrams are drawn: type and colours of the theme, and the
// lengths that belong to them.
type look struct {
	setter
	node, edge, zone style

	line, edgeLine, frameLine render.Color // strokes
	outside                   render.Color
	paper, frame, store       render.Color // fills

	stroke, thick, hairline, dash int

	boxes            []int // widths of boxes, the first that serves is taken
	boxX, boxY       int   // from a box to its text
	labelMost        int   // width of an edge's label
	captionMost      int
	apart            int // boxes of one rank
	wire             int // between an edge and what stands beside it
	track            int // between parallel edges, beside each other
	port             int // between the ends of edges on one side
	gap              int // between two ranks at least
	leave, arrive    int // straight ends of an edge, without and with an arrowhead
	pad, step        int // from a frame to what is in it, and to a frame in it
	arrow, arrowHalf int
	round, bend      int // radius of people's corners, of an edge's bends
	rim              int // half the height of a cylinder's top
	loop             int // how far a loop stands out
	parts            int // between unconnected parts
}

// newLook takes the look from the theme.
func newLook(t *render.Theme, fonts *font.Set) *look {
	l := &look{setter: setter{fonts}}
	l.node = l.styleOf(t, "diagram", "caption")
	l.edge = l.styleOf(t, "diagram-edge", "matrix")
	l.zone = l.styleOf(t, "diagram-zone", "matrix-id")
	l.node.color, l.edge.color, l.zone.color = t.Colors["ink"], t.Colors["secondary"], t.Colors["secondary"]
	l.line, l.edgeLine, l.outside = t.Colors["accent"], t.Colors["secondary"], t.Colors["secondary"]
	l.frameLine = t.Colors["hairline"]
	l.paper, l.frame, l.store = t.Colors["white"], t.Colors["band-fill"], t.Colors["accent"].Tint()
	const pt = render.Point
	l.stroke, l.thick, l.hairline, l.dash = 700, 1500, 500, 2500
	l.boxes = []int{78 * pt, 88 * pt, 98 * pt, 110 * pt}
	l.boxX, l.boxY = 6*pt, 6*pt
	l.labelMost, l.captionMost = 76*pt, 150*pt
	l.apart, l.wire, l.track, l.port = 16*pt, 9*pt, 6*pt, 9*pt
	l.gap, l.leave, l.arrive = 26*pt, 7*pt, 14*pt
	l.pad, l.step = 9*pt, 7*pt
	l.arrow, l.arrowHalf = 5500, 2100
	l.round, l.bend, l.rim, l.loop = 14*pt, 3*pt, 4*pt, 10*pt
	l.parts = 22 * pt
	return l
}

// compact is the same look with less white, for diagrams that would not fit.
func (l *look) compact() *look {
	c := *l
	c.boxes = l.boxes[:1]
	c.boxX, c.boxY, c.labelMost = l.boxX*2/3, l.boxY*2/3, l.labelMost*3/4
	c.apart, c.gap, c.pad, c.parts = l.apart*5/8, l.gap*3/4, l.pad*2/3, l.parts*2/3
	c.track, c.wire, c.leave, c.arrive = l.track*3/4, l.wire*3/4, l.leave*3/4, l.arrive*5/7
	return &c
}

// styleOf takes a style of the theme, or the one that stands in for it.
func (l *look) styleOf(t *render.Theme, name, instead string) style {
	s, ok := t.Text[name]
	if !ok {
		s = t.Text[instead]
	}
	out := style{size: s.Size.Len(), leading: s.Leading.Len(), color: t.Colors[s.Color]}
	for f := range font.Faces {
		if f.String() == s.Face {
			out.face = f
		}
	}
	return out
}
