package font

// An Op tells what a segment of an outline does.
type Op uint8

// What a segment does.
const (
	MoveTo Op = iota // start a contour; the one before is closed
	LineTo
	CurveTo // a cubic curve
)

// A Point is in thousandths of an em, y upward from the baseline.
type Point struct{ X, Y int }

// A Segment leads from where the last one ended to To. From and Into are the
// control points of a curve.
type Segment struct {
	Op             Op
	From, Into, To Point
}

// An Outline is closed contours, filled by the nonzero rule.
type Outline struct {
	Segments []Segment
	Advance  int // width of the text
}

// Outline returns the shapes of a text, side by side with its kerning. It
// reports false where the font has no simple shape for one of the runes.
func (f *Font) Outline(text string) (Outline, bool) {
	tables, err := directory(f.Data)
	if err != nil {
		return Outline{}, false
	}
	var out Outline
	prev := rune(-1)
	for _, r := range text {
		if prev >= 0 {
			out.Advance += f.Kern(prev, r)
		}
		prev = r
		glyph, ok := f.glyphs[r]
		if !ok || !out.add(glyphData(tables, int(glyph)), int(tables["head"].u16(18))) {
			return Outline{}, false
		}
		out.Advance += f.Width(r)
	}
	return out, true
}

// glyphData returns the description of a glyph, empty for one without a shape.
func glyphData(tables map[string]table, glyph int) table {
	loca := tables["loca"]
	start, end := uint32(loca.u16(2*glyph))*2, uint32(loca.u16(2*glyph+2))*2
	if tables["head"].u16(50) != 0 {
		start, end = loca.u32(4*glyph), loca.u32(4*glyph+4)
	}
	glyf := tables["glyf"]
	if start > end || uint64(end) > uint64(len(glyf)) {
		return nil
	}
	return glyf[start:end]
}

// A quad is a point of a TrueType contour; those off the curve are control
// points.
type quad struct {
	Point
	off bool
}

// add appends the contours of a simple glyph at the outline's end.
func (o *Outline) add(glyph table, upm int) bool {
	if len(glyph) == 0 {
		return true
	}
	contours := glyph.i16(0)
	if contours < 0 {
		return false // made of other glyphs
	}
	points, ok := glyph.points(contours)
	if !ok {
		return false
	}
	for i := range points {
		points[i].X = o.Advance + scale(points[i].X, upm)
		points[i].Y = scale(points[i].Y, upm)
	}
	from := 0
	for i := range contours {
		to := int(glyph.u16(10+2*i)) + 1
		if to < from || to > len(points) {
			return false
		}
		o.contour(points[from:to])
		from = to
	}
	return true
}

// The flags of a point.
const (
	onCurve = 1 << iota
	shortX
	shortY
	repeated
	sameX // or, of a short one, positive
	sameY
)

// points reads the points of a simple glyph.
func (t table) points(contours int) ([]quad, bool) {
	if contours == 0 {
		return nil, true
	}
	count := int(t.u16(10+2*(contours-1))) + 1
	at := 10 + 2*contours
	at += 2 + int(t.u16(at)) // instructions
	flags := make([]byte, 0, count)
	for len(flags) < count {
		if at >= len(t) {
			return nil, false
		}
		flag := t[at]
		at++
		flags = append(flags, flag)
		if flag&repeated != 0 && at < len(t) {
			for range min(int(t[at]), count-len(flags)) {
				flags = append(flags, flag)
			}
			at++
		}
	}
	points := make([]quad, count)
	x := 0
	for i, flag := range flags {
		x, at = t.step(x, at, flag&shortX != 0, flag&sameX != 0)
		points[i] = quad{Point{X: x}, flag&onCurve == 0}
	}
	y := 0
	for i, flag := range flags {
		y, at = t.step(y, at, flag&shortY != 0, flag&sameY != 0)
		points[i].Y = y
	}
	return points, at <= len(t)
}

// step reads a coordinate, which is told as its distance from the last one.
func (t table) step(last, at int, short, same bool) (value, next int) {
	switch {
	case short && at < len(t):
		if same {
			return last + int(t[at]), at + 1
		}
		return last - int(t[at]), at + 1
	case short:
		return last, at + 1
	case same:
		return last, at
	}
	return last + t.i16(at), at + 2
}

// contour appends a closed contour. Between two control points lies a point of
// the curve that the file leaves out.
func (o *Outline) contour(points []quad) {
	if len(points) < 2 {
		return
	}
	first := 0
	for first < len(points) && points[first].off {
		first++
	}
	start := middle(points[0].Point, points[len(points)-1].Point)
	if first < len(points) {
		start = points[first].Point
	} else {
		first = -1 // nothing but control points
	}
	o.Segments = append(o.Segments, Segment{Op: MoveTo, To: start})
	at := start
	var control *Point
	curve := func(to Point) {
		o.Segments = append(o.Segments, Segment{CurveTo, third(at, *control), third(to, *control), to})
		at = to
	}
	for i := 1; i <= len(points); i++ {
		p := points[(first+i)%len(points)]
		switch {
		case i == len(points) && first >= 0: // back at the start
			if control != nil {
				curve(start)
			}
			return
		case p.off && control != nil:
			curve(middle(*control, p.Point))
			control = &Point{p.X, p.Y}
		case p.off:
			control = &Point{p.X, p.Y}
		case control != nil:
			curve(p.Point)
			control = nil
		default:
			o.Segments = append(o.Segments, Segment{Op: LineTo, To: p.Point})
			at = p.Point
		}
	}
	curve(start)
}

func middle(a, b Point) Point { return Point{(a.X + b.X) / 2, (a.Y + b.Y) / 2} }

// third returns the control point of a cubic curve beside its end, where the
// quadratic one has the given control point.
func third(end, control Point) Point {
	return Point{(end.X + 2*control.X) / 3, (end.Y + 2*control.Y) / 3}
}
