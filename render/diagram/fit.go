package diagram

import "github.com/socdraft/socdraft/content/prose"

// tall is the part of the height, in hundredths, from which on a scene is set
// tighter: a figure should leave its page to the words about it.
const tall = 55

// hopeless is the scale below which less white would not make a scene legible.
const hopeless = 450

// fit fills the scene with the first way that fits, or with the one that has
// to shrink least.
func fit(s *Scene, d *prose.Diagram, o *Options) {
	f := fitter{d: d, o: o, wide: newLook(o.Theme, o.Fonts)}
	f.tight = f.wide.compact()
	f.both(d.Direction)
	if f.best.Scale < Whole {
		f.both(turnedAside(d.Direction))
	}
	if f.best.Scale < Whole && len(d.Nodes) <= folded {
		f.fold(d.Direction)
		f.fold(turnedAside(d.Direction))
	}
	if f.best.Scale < Whole {
		f.best.shrink(f.best.Scale)
	}
	f.best.Title, f.best.Description, f.best.said = s.Title, s.Description, s.said
	*s = *f.best
}

// A fitter keeps the best of the scenes that were tried.
type fitter struct {
	d           *prose.Diagram
	o           *Options
	wide, tight *look
	best        *Scene
}

// both tries a direction with much white and with less.
func (f *fitter) both(to prose.Direction) {
	for _, l := range []*look{f.wide, f.tight} {
		got := f.try(newPlan(f.d, l, to))
		if got.Scale < hopeless && l == f.wide || f.best.Scale == Whole && f.best.Height <= f.o.MaxHeight*tall/100 {
			return
		}
	}
}

// folded is how many nodes a diagram may have whose ranks are folded.
const folded = 100

// fold tries ranks of like length that have no more nodes than there is room
// side by side, and full ones, or one less where edges to the rank behind need
// room between them.
func (f *fitter) fold(to prose.Direction) {
	p := newPlan(f.d, f.tight, to)
	room, each := f.o.MaxHeight, f.tight.apart
	for _, b := range p.boxes {
		if p.down {
			room, each = f.o.Width, max(each, b.w+f.tight.apart)
		} else {
			each = max(each, b.h+f.tight.apart)
		}
	}
	most := room / each
	if most < 2 {
		return
	}
	ranks := (len(f.d.Nodes) + most - 1) / most
	for _, n := range []int{(len(f.d.Nodes) + ranks - 1) / ranks, most - 1, most} {
		p := newPlan(f.d, f.tight, to)
		p.abreast = n
		f.try(p)
	}
}

// try lays a plan out and keeps the scene where it is better.
func (f *fitter) try(p *plan) *Scene {
	got := p.scene(f.o.Width)
	got.Turned = p.to != f.d.Direction
	got.Scale = got.scaleFor(f.o)
	if f.best == nil || got.Scale > f.best.Scale || got.Scale == Whole && got.Height < f.best.Height*9/10 {
		f.best = got
	}
	return got
}

// scaleFor returns the scale at which a scene fits.
func (s *Scene) scaleFor(o *Options) int {
	scale := Whole
	if s.Width > o.Width {
		scale = max(o.Width, 0) * Whole / s.Width
	}
	if s.Height > o.MaxHeight {
		scale = min(scale, max(o.MaxHeight, 0)*Whole/s.Height)
	}
	return scale
}

// scene lays out the parts and puts them beside each other, as many in a line
// as the width allows.
func (p *plan) scene(width int) *Scene {
	var parts []*Scene
	nodes, bare := p.parts()
	for _, n := range nodes {
		parts = append(parts, p.drawPart(n, nil))
	}
	for len(bare) > 0 {
		root := bare[0]
		for p.parent(root) >= 0 {
			root = p.parent(root)
		}
		var own, rest []int
		for _, g := range bare {
			if top := p.top(g); top == root {
				own = append(own, g)
			} else {
				rest = append(rest, g)
			}
		}
		parts = append(parts, p.drawPart(nil, own))
		bare = rest
	}
	all := &Scene{}
	x, y, high := 0, 0, 0
	for _, s := range parts {
		if x > 0 && x+s.Width > width-2*margin {
			x, y, high = 0, y+high+p.look.parts, 0
		}
		all.take(s, x+margin, y+margin)
		x += s.Width + p.look.parts
		high = max(high, s.Height)
	}
	return all
}

// top returns the outermost group around a group.
func (p *plan) top(g int) int {
	for p.parent(g) >= 0 {
		g = p.parent(g)
	}
	return g
}

// margin keeps half a line and the tips of arrows within the scene.
const margin = 1000

// take adds the marks of a part at a place.
func (s *Scene) take(part *Scene, x, y int) {
	for _, m := range part.Marks {
		for i := range m.Points {
			m.Points[i].X += x
			m.Points[i].Y += y
		}
		if m.Kind == Text {
			m.X, m.Y = m.X+x, m.Y+y
		}
		s.Marks = append(s.Marks, m)
	}
	for _, l := range part.Links {
		l.X, l.Y = l.X+x, l.Y+y
		s.Links = append(s.Links, l)
	}
	s.Width = max(s.Width, x+part.Width+margin)
	s.Height = max(s.Height, y+part.Height+margin)
}

// drawPart lays out one part.
func (p *plan) drawPart(nodes, bare []int) *Scene {
	q := newPart(p, nodes, bare)
	q.arrange()
	q.placeAll()
	if q.fitCaptions() {
		q.setPorts()
		q.placeAll()
		q.fitCaptions()
	}
	q.makeTracks()
	q.along()
	return q.draw()
}
