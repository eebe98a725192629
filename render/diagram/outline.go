package diagram

import "github.com/socdraft/socdraft/content/prose"

// quarter is a quarter of a circle in steps of 15 degrees: the cosines, in
// thousandths.
var quarter = [...]int{1000, 966, 866, 707, 500, 259, 0}

// corner is the radius of the corners of boxes and frames.
const corner = 2500

// arc appends a quarter of an ellipse around a point. It begins at the angle
// of the given number of right angles, clockwise from the right.
func arc(points []Point, x, y, rx, ry, turns int) []Point {
	last := len(quarter) - 1
	for i := range quarter {
		c, s := quarter[i], quarter[last-i]
		for range turns {
			c, s = -s, c
		}
		points = append(points, Point{x + rx*c/1000, y + ry*s/1000})
	}
	return points
}

// rounded is a rectangle with round corners.
func rounded(x, y, w, h, r int) []Point {
	p := make([]Point, 0, 4*len(quarter))
	p = arc(p, x+w-r, y+h-r, r, r, 0)
	p = arc(p, x+r, y+h-r, r, r, 1)
	p = arc(p, x+r, y+r, r, r, 2)
	return arc(p, x+w-r, y+r, r, r, 3)
}

// outlineOf returns the outline of a node that fills a rectangle.
func (l *look) outlineOf(o prose.Outline, x, y, w, h int) []Point {
	switch o {
	case prose.Rounded:
		return rounded(x, y, w, h, min(l.round, h/2))
	case prose.Decision:
		return []Point{{x + w/2, y}, {x + w, y + h/2}, {x + w/2, y + h}, {x, y + h/2}}
	case prose.Store:
		var p []Point
		p = arc(p, x+w/2, y+h-l.rim, w/2, l.rim, 0)
		p = arc(p, x+w/2, y+h-l.rim, w/2, l.rim, 1)
		p = arc(p, x+w/2, y+l.rim, w/2, l.rim, 2)
		return arc(p, x+w/2, y+l.rim, w/2, l.rim, 3)
	}
	return rounded(x, y, w, h, corner)
}

// meets returns where a line at y (of x, where upright) enters and leaves an
// outline.
func meets(outline []Point, upright bool, at int) (from, to int) {
	from, to = 1<<40, -1<<40
	for i, a := range outline {
		b := outline[(i+1)%len(outline)]
		if upright {
			a, b = Point{a.Y, a.X}, Point{b.Y, b.X}
		}
		if min(a.Y, b.Y) > at || max(a.Y, b.Y) < at {
			continue
		}
		x := a.X
		if a.Y != b.Y {
			x += (b.X - a.X) * (at - a.Y) / (b.Y - a.Y)
		} else {
			from, to = min(from, b.X), max(to, b.X)
		}
		from, to = min(from, x), max(to, x)
	}
	return from, to
}

// bent rounds the corners of a polyline.
func bent(points []Point, r int) []Point {
	if len(points) < 3 {
		return points
	}
	out := []Point{points[0]}
	for i := 1; i < len(points)-1; i++ {
		a, b, c := points[i-1], points[i], points[i+1]
		most := min(r, length(a, b)/2, length(b, c)/2)
		from, to := toward(b, a, most), toward(b, c, most)
		last := len(quarter) - 1
		for k := range quarter {
			// Around the point that makes a square with the corner.
			x := from.X + to.X - b.X
			y := from.Y + to.Y - b.Y
			s, e := quarter[k], quarter[last-k]
			out = append(out, Point{x + ((from.X-x)*s+(to.X-x)*e)/1000, y + ((from.Y-y)*s+(to.Y-y)*e)/1000})
		}
	}
	return append(out, points[len(points)-1])
}

// length is the length of a line that runs along one axis.
func length(a, b Point) int { return max(a.X-b.X, b.X-a.X) + max(a.Y-b.Y, b.Y-a.Y) }

// toward returns the point so far from one towards another on the same axis.
func toward(from, to Point, far int) Point {
	sign := func(n int) int { return min(max(n, -1), 1) }
	return Point{from.X + sign(to.X-from.X)*far, from.Y + sign(to.Y-from.Y)*far}
}

// straightened leaves out the points that a polyline passes straight.
func straightened(points []Point) []Point {
	out := points[:0]
	for _, p := range points {
		n := len(out)
		if n > 0 && out[n-1] == p {
			continue
		}
		if n > 1 && (out[n-2].X == out[n-1].X && out[n-1].X == p.X || out[n-2].Y == out[n-1].Y && out[n-1].Y == p.Y) {
			out[n-1] = p
			continue
		}
		out = append(out, p)
	}
	return out
}
