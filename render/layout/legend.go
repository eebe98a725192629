package layout

import (
	"slices"

	"github.com/socdraft/socdraft/render"
)

// legend explains the marks in one line, or more where they do not fit.
func (s *matrixSheet) legend() {
	p, c := s.p, s.p.c
	st := c.style("caption")
	x := 0
	for _, e := range s.m.Legend {
		if !s.uses(e) {
			continue
		}
		lines := c.text(e.Text, st, 0, s.width-20*render.Point, alignLeft)
		if len(lines) == 0 {
			continue
		}
		w := 13*render.Point + lineWidth(lines[0])
		if x > 0 && x+w > s.width {
			x = 0
			p.y += st.leading + 2*render.Point
		}
		mid := p.y + st.leading/2
		if e.Ring {
			s.ring(c.left+x+4*render.Point, mid)
		} else {
			s.mark(e.Mark, c.left+x+4*render.Point, mid)
		}
		y := p.putStrip(lines, c.left+x+13*render.Point, p.y)
		if len(lines) > 1 {
			p.y = y - st.leading
		}
		x += w + 18*render.Point
	}
	p.y += st.leading
}

// uses reports whether the matrix has what a legend entry explains.
func (s *matrixSheet) uses(e render.LegendEntry) bool {
	return slices.ContainsFunc(s.m.Rows, func(r render.MatrixRow) bool {
		return e.Ring && r.Through != "" || !e.Ring && slices.Contains(r.Marks, e.Mark)
	})
}

func lineWidth(e elem) int {
	w := 0
	for _, it := range e.items {
		w = max(w, it.X+it.W)
	}
	return w
}

// mark paints a mark around its middle: a disc where mapped, a triangle where
// an exception stands, an empty circle where the result is not provided.
func (s *matrixSheet) mark(m render.Mark, x, y int) {
	const r = 2500
	over := &s.p.over
	switch m {
	case render.Mapped:
		*over = append(*over, Item{Kind: Circle, X: x, Y: y, W: r, Color: s.p.c.theme.Color("accent")})
	case render.Pending:
		*over = append(*over,
			Item{Kind: Polygon, Color: s.p.c.theme.Color("secondary"), Art: &Art{Points: diamond(x, y, 3100)}},
			Item{Kind: Polygon, Color: s.p.c.theme.Color("white"), Art: &Art{Points: diamond(x, y, 2000)}})
	case render.Exception:
		*over = append(*over, Item{Kind: Polygon, Color: s.p.c.theme.Color("exception"),
			Art: &Art{Points: []Point{{x, y - 3300}, {x + 3300, y + 2600}, {x - 3300, y + 2600}}}})
	}
}

func diamond(x, y, r int) []Point {
	return []Point{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}
}

// ring paints a heavy ring: addressed through others.
func (s *matrixSheet) ring(x, y int) {
	s.p.over = append(s.p.over, Item{Kind: Circle, X: x, Y: y, W: 2900, H: 1500, Color: s.p.c.theme.Color("rule")})
}
