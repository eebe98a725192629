package diagram

import (
	"slices"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// A canvas takes the marks of one part.
type canvas struct {
	*part
	scene  Scene
	top    int       // across the flow, where the part begins
	places []rect    // of nodes
	framed []rect    // of groups
	routes [][]Point // by place in edges, with sharp corners
}

// A rect is an upright rectangle.
type rect struct{ x, y, w, h int }

// draw turns a part that has its places into marks.
func (q *part) draw() *Scene {
	c := &canvas{part: q, places: make([]rect, len(q.d.Nodes))}
	low, high := q.breadth()
	c.top = low
	c.scene.Width, c.scene.Height = q.length, high-low
	if q.down {
		c.scene.Width, c.scene.Height = c.scene.Height, c.scene.Width
	}
	for _, n := range q.nodes {
		c.places[n] = c.place(n)
	}
	c.frames()
	for i, e := range q.edges {
		c.routes = append(c.routes, c.route(e, q.chains[i]))
		atStart, atEnd := q.heads(e)
		c.line(e, c.routes[i], atStart, atEnd)
	}
	for g, r := range c.framed {
		if q.spans[g].first >= 0 {
			c.caption(g, r)
		}
	}
	for i := range q.vs {
		if v := &q.vs[i]; v.kind == note {
			c.note(v)
		}
	}
	for _, n := range q.nodes {
		c.loop(n)
		c.node(n)
	}
	return &c.scene
}

// breadth returns from where to where the part reaches across the flow.
func (q *part) breadth() (low, high int) {
	low, high = 1<<40, -1<<40
	for i := range q.vs {
		v := &q.vs[i]
		at := q.vars[v.on].pos
		low, high = min(low, at-v.before), max(high, at+v.after)
	}
	for _, g := range q.order {
		low, high = min(low, q.vars[q.spans[g].left].pos), max(high, q.vars[q.spans[g].right].pos)
	}
	return low, high
}

// point returns the point so far along and across the flow.
func (c *canvas) point(u, v int) Point {
	v -= c.top
	if c.back {
		u = c.length - u
	}
	if c.down {
		return Point{v, u}
	}
	return Point{u, v}
}

// middle returns the point of a vertex along and across the flow.
func (q *part) middle(v *vertex) (along, across int) {
	return q.starts[v.rank] + q.depth[v.rank]/2, q.vars[v.on].pos
}

// place returns the rectangle of a node.
func (c *canvas) place(n int) rect {
	at := c.point(c.middle(&c.vs[c.at[n]]))
	b := &c.boxes[n]
	return rect{at.X - b.w/2, at.Y - b.h/2, b.w, b.h}
}

// add adds a mark with points of its own, since each mark is moved alone.
func (c *canvas) add(m Mark) {
	m.Points = slices.Clone(m.Points)
	c.scene.Marks = append(c.scene.Marks, m)
}

// ground returns the fill on which stands what is in a group: frames are pale,
// and those in them white again.
func (q *part) ground(g int) render.Color {
	color := q.look.paper
	for ; g >= 0; g = q.parent(g) {
		if color == q.look.paper {
			color = q.look.frame
		} else {
			color = q.look.paper
		}
	}
	return color
}

// frames draws the groups, outer ones first.
func (c *canvas) frames() {
	c.framed = make([]rect, len(c.spans))
	for g := range c.spans {
		s := &c.spans[g]
		if s.first < 0 {
			continue
		}
		from, to := c.frameAlong(g)
		a, b := c.point(from, c.vars[s.left].pos), c.point(to, c.vars[s.right].pos)
		r := rect{min(a.X, b.X), min(a.Y, b.Y), max(a.X-b.X, b.X-a.X), max(a.Y-b.Y, b.Y-a.Y)}
		c.framed[g] = r
		box := rounded(r.x, r.y, r.w, r.h, corner)
		c.add(Mark{Kind: Polygon, Part: PartGroup, Index: g, Points: box, Color: c.ground(g)})
		line := Mark{Kind: Polygon, Part: PartGroup, Index: g, Points: box, Stroke: c.look.hairline, Color: c.look.frameLine}
		if c.d.Groups[g].Dashed {
			line.Color, line.Dash = c.look.outside, c.look.dash
		}
		c.add(line)
	}
}

// text sets a label from its top, left or around x.
func (c *canvas) text(l *label, part Part, index, x, top int, centered bool) {
	cap := c.look.fonts.Font(l.style.face).CapHeight * l.style.size / 1000
	for i := range l.lines {
		n := &l.lines[i]
		at := x
		if centered {
			at -= n.w / 2
		}
		y := top + i*l.style.leading + (l.style.leading+cap)/2
		for _, r := range n.runs {
			c.add(Mark{Kind: Text, Part: part, Index: index, Color: l.style.color, X: at, Y: y, W: r.w,
				Text: r.text, Face: r.face, Size: l.style.size, Link: r.link})
			at += r.w
		}
	}
}

// route returns the corners of an edge, in the direction of the flow.
func (c *canvas) route(e int, chain []int) []Point {
	from, to := c.ends(e)
	var points []Point
	for k, i := range chain {
		l := &c.links[i]
		v, _ := c.placesOf(l)
		along, _ := c.middle(&c.vs[l.from])
		if k == 0 {
			points = append(points, c.rim(from, along, v, true))
		}
		for _, t := range c.turnsOf(i) {
			u := c.tracks[c.vs[l.from].rank].first + t.track*c.look.track
			points = append(points, c.point(u, t.from), c.point(u, t.to))
		}
	}
	last := &c.links[chain[len(chain)-1]]
	_, v := c.placesOf(last)
	along, _ := c.middle(&c.vs[last.to])
	points = append(points, c.rim(to, along, v, false))
	return straightened(points)
}

// turnsOf returns the turns of a link in the order of the flow.
func (q *part) turnsOf(link int) []turn {
	var out []turn
	for _, t := range q.tracks[q.vs[q.links[link].from].rank].turns {
		if t.link == link {
			out = append(out, t)
		}
	}
	return out
}

// rim returns where an edge at a place across the flow meets the outline of a
// node, at the end of the flow or at its start.
func (c *canvas) rim(n, along, across int, end bool) Point {
	p := c.point(along, across)
	r := c.places[n]
	at := p.Y
	if c.down {
		at = p.X
	}
	low, high := meets(c.look.outlineOf(c.outline(n), r.x, r.y, r.w, r.h), c.down, at)
	side := low
	if end != c.back {
		side = high
	}
	if c.down {
		return Point{p.X, side}
	}
	return Point{side, p.Y}
}

// line draws a polyline with its arrowheads.
func (c *canvas) line(e int, points []Point, atStart, atEnd bool) {
	stroke, dash := c.look.stroke, 0
	switch c.d.Edges[e].Line {
	case prose.Thick:
		stroke = c.look.thick
	case prose.Dashed:
		dash = c.look.dash
	}
	n := len(points)
	if n < 2 {
		return
	}
	tips := [2]Point{points[0], points[n-1]}
	backs := [2]Point{points[1], points[n-2]}
	drawn := append([]Point(nil), points...)
	if atStart {
		drawn[0] = toward(tips[0], backs[0], min(c.look.arrow/2, length(tips[0], backs[0])))
	}
	if atEnd {
		drawn[n-1] = toward(tips[1], backs[1], min(c.look.arrow/2, length(tips[1], backs[1])))
	}
	c.add(Mark{Kind: Polyline, Part: PartEdge, Index: e, Points: bent(drawn, c.look.bend), Stroke: stroke, Dash: dash, Color: c.look.edgeLine})
	half := c.look.arrowHalf + (stroke-c.look.stroke)/2
	for i, head := range [2]bool{atStart, atEnd} {
		if !head {
			continue
		}
		tip, base := tips[i], toward(tips[i], backs[i], c.look.arrow)
		dx, dy := half, 0
		if tip.Y == base.Y {
			dx, dy = 0, half
		}
		c.add(Mark{Kind: Polygon, Part: PartEdge, Index: e, Color: c.look.edgeLine,
			Points: []Point{tip, {base.X + dx, base.Y + dy}, {base.X - dx, base.Y - dy}}})
	}
}

// note draws the label of an edge on a ground that interrupts it.
func (c *canvas) note(v *vertex) {
	n := c.notes[v.edge]
	at := c.point(c.middle(v))
	x, y := at.X-n.w/2-noteX, at.Y-n.h/2-noteY
	c.add(Mark{Kind: Polygon, Part: PartEdge, Index: v.edge, Color: c.ground(v.group),
		Points: []Point{{x, y}, {x + n.w + 2*noteX, y}, {x + n.w + 2*noteX, y + n.h + 2*noteY}, {x, y + n.h + 2*noteY}}})
	c.text(n, PartEdge, v.edge, at.X, at.Y-n.h/2, true)
}

// node draws a node.
func (c *canvas) node(n int) {
	l, r, node := c.look, c.places[n], &c.d.Nodes[n]
	box := l.outlineOf(node.Outline, r.x, r.y, r.w, r.h)
	c.add(Mark{Kind: Polygon, Part: PartNode, Index: n, Points: box, Color: l.paper})
	line := Mark{Kind: Polygon, Part: PartNode, Index: n, Points: box, Stroke: l.stroke, Color: l.line}
	middle := r.y + r.h/2
	switch node.Outline {
	case prose.Outside:
		line.Color, line.Dash = l.outside, l.dash
	case prose.Store:
		lid := arc(nil, r.x+r.w/2, r.y+l.rim, r.w/2, l.rim, 0)
		lid = arc(lid, r.x+r.w/2, r.y+l.rim, r.w/2, l.rim, 1)
		c.add(Mark{Kind: Polyline, Part: PartNode, Index: n, Points: lid, Stroke: l.stroke, Color: l.line})
		middle += l.rim / 2
	}
	c.add(line)
	text := c.boxes[n].label
	c.text(text, PartNode, n, r.x+r.w/2, middle-text.h/2, true)
	if node.Link != "" {
		c.scene.Links = append(c.scene.Links, Link{r.x, r.y, r.w, r.h, node.Link, n})
	}
}

// loop draws the edges of a node to itself, one around the other, and their
// labels beyond them.
func (c *canvas) loop(n int) {
	loops := c.loops[n]
	if len(loops) == 0 {
		return
	}
	r, l := c.places[n], c.look
	outline := l.outlineOf(c.outline(n), r.x, r.y, r.w, r.h)
	// They stand below the node, or right of it where the flow goes down.
	x, size, edge := r.x+r.w/2, r.w, r.y+r.h
	if c.down {
		x, size, edge = r.y+r.h/2, r.h, r.x+r.w
	}
	flip := func(p Point) Point {
		if c.down {
			return Point{p.Y, p.X}
		}
		return p
	}
	for i, e := range loops {
		half := (i + 1) * size / (2 * (len(loops) + 1)) * 3 / 4
		far := edge + (i+2)*l.loop/2
		_, a := meets(outline, !c.down, x-half)
		_, b := meets(outline, !c.down, x+half)
		c.line(e, []Point{flip(Point{x - half, a}), flip(Point{x - half, far}), flip(Point{x + half, far}), flip(Point{x + half, b})},
			c.d.Edges[e].Tail, c.d.Edges[e].Head)
	}
	far := edge + (len(loops)+1)*l.loop/2 + noteX
	_, h := c.loopLabels(n)
	top := far
	if c.down {
		top = r.y + r.h/2 - h/2
	}
	for _, e := range loops {
		if c.down {
			c.text(c.notes[e], PartEdge, e, far, top, false)
		} else {
			c.text(c.notes[e], PartEdge, e, x, top, true)
		}
		top += c.notes[e].h
	}
}
