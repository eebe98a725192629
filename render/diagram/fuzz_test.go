package diagram

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render/font"
)

// words are what labels are made of, hard ones among them.
var words = []string{"Intake", "service", "of", "the", "Donaudampfschifffahrtsgesellschaftskapitän", "db",
	"https://example.com/a/very/long/path/to/a/thing", "漢字", "a\tb", "x\x00y\u200bz", "\n", "WWWWWWWWWWWWWWWWWWWWWWWWWWWW", "ﷺ", "é", "𝒳"}

// random makes a diagram, one of ten as large as may be.
func random(seed uint64) *prose.Diagram {
	r := rand.New(rand.NewPCG(seed, 1))
	label := func(most int) (runs []prose.Inline) {
		for range r.IntN(most + 1) {
			in := prose.Inline{Text: words[r.IntN(len(words))], Style: prose.Style(r.IntN(16))}
			if r.IntN(3) > 0 {
				in.Text += " "
			}
			runs = append(runs, in)
		}
		return runs
	}
	d := &prose.Diagram{Direction: prose.Direction(r.IntN(4)), Caption: label(4), Alt: label(4)}
	size := 12
	if r.IntN(10) == 0 {
		size = 60
	}
	for i := range r.IntN(7) {
		d.Groups = append(d.Groups, prose.DiagramGroup{ID: "g" + strconv.Itoa(i), Label: label(3),
			Parent: r.IntN(i+1) - 1, Dashed: r.IntN(4) == 0})
	}
	for i := range r.IntN(size) {
		d.Nodes = append(d.Nodes, prose.DiagramNode{ID: "n" + strconv.Itoa(i), Label: label(5),
			Outline: prose.Outline(r.IntN(5)), Group: r.IntN(len(d.Groups)+1) - 1})
	}
	for range r.IntN(2 * size) {
		if len(d.Nodes) == 0 {
			break
		}
		e := prose.DiagramEdge{From: r.IntN(len(d.Nodes)), To: r.IntN(len(d.Nodes)),
			Line: prose.Line(r.IntN(3)), Tail: r.IntN(4) == 0, Head: r.IntN(4) > 0}
		if r.IntN(3) == 0 {
			e.Label = label(4)
		}
		d.Edges = append(d.Edges, e)
	}
	return d
}

// vast is room for any diagram without shrinking it.
var vast = Options{Width: 1 << 30, MaxHeight: 1 << 30, Theme: sheet.Theme, Fonts: sheet.Fonts}

func FuzzLayout(f *testing.F) {
	for seed := range uint64(300) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		d := random(seed)
		s := Layout(d, vast)
		if s.Scale != Whole {
			t.Errorf("the scale is %d", s.Scale)
		}
		withinScene(t, s)
		saysAll(t, d, s)
		apart(t, d, s)
		framed(t, d, s)
		edgesMeet(t, d, s)
		distinct(t, s)
		if !bytes.Equal(s.SVG(), Layout(d, vast).SVG()) {
			t.Error("the same diagram gives another scene")
		}
		small := Layout(d, sheet)
		withinScene(t, small)
		if small.Width > sheet.Width || small.Height > sheet.MaxHeight {
			t.Errorf("%d by %d is larger than the sheet", small.Width, small.Height)
		}
	})
}

// withinScene checks that all marks are in the scene.
func withinScene(t *testing.T, s *Scene) {
	t.Helper()
	for i := range s.Marks {
		m := &s.Marks[i]
		b := bounds(m)
		if b.x < 0 || b.y < 0 || b.x+b.w > s.Width || b.y+b.h > s.Height {
			t.Fatalf("mark %d of part %d stands at %v in a scene of %d by %d", i, m.Part, b, s.Width, s.Height)
		}
	}
}

// bounds returns the rectangle of a mark.
func bounds(m *Mark) rect {
	if m.Kind == Text {
		return rect{m.X, m.Y - m.Size*3/4, m.W, m.Size}
	}
	low, high := m.Points[0], m.Points[0]
	for _, p := range m.Points {
		low = Point{min(low.X, p.X), min(low.Y, p.Y)}
		high = Point{max(high.X, p.X), max(high.Y, p.Y)}
	}
	return rect{low.X, low.Y, high.X - low.X, high.Y - low.Y}
}

// saysAll checks that every label is set as it is.
func saysAll(t *testing.T, d *prose.Diagram, s *Scene) {
	t.Helper()
	set := map[[2]int]string{}
	for i := range s.Marks {
		if m := &s.Marks[i]; m.Kind == Text {
			set[[2]int{int(m.Part), m.Index}] += m.Text
		}
	}
	check := func(part Part, i int, runs []prose.Inline) {
		want := plainText(runs)
		if got := set[[2]int{int(part), i}]; shown(got) != shown(want) {
			t.Errorf("part %d, %d says %q and not %q", part, i, got, want)
		}
	}
	for i := range d.Groups {
		check(PartGroup, i, d.Groups[i].Label)
	}
	for i := range d.Nodes {
		check(PartNode, i, d.Nodes[i].Label)
	}
	for i := range d.Edges {
		check(PartEdge, i, d.Edges[i].Label)
	}
}

// shown is a text as the fonts have it, without white.
func shown(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		if _, ok := sheet.Fonts.Find(font.Regular, r); !ok {
			return font.Substitute
		}
		return r
	}, text)
}

// fills returns the rectangles of the filled marks of a part, by index.
func fills(s *Scene, part Part) map[int]rect {
	out := map[int]rect{}
	for i := range s.Marks {
		if m := &s.Marks[i]; m.Part == part && m.Kind == Polygon && m.Stroke == 0 && len(m.Points) != 3 {
			if _, ok := out[m.Index]; !ok { // a frame before the ground of its caption
				out[m.Index] = bounds(m)
			}
		}
	}
	return out
}

func (r rect) meets(o rect) bool {
	return r.x < o.x+o.w && o.x < r.x+r.w && r.y < o.y+o.h && o.y < r.y+r.h
}

func (r rect) holds(o rect) bool {
	return r.x <= o.x && r.y <= o.y && r.x+r.w >= o.x+o.w && r.y+r.h >= o.y+o.h
}

// apart checks that no nodes and labels stand on each other.
func apart(t *testing.T, d *prose.Diagram, s *Scene) {
	t.Helper()
	var all []rect
	boxes := fills(s, PartNode)
	if len(boxes) != len(d.Nodes) {
		t.Errorf("%d of %d nodes are drawn", len(boxes), len(d.Nodes))
	}
	for i := range d.Nodes {
		all = append(all, boxes[i])
	}
	notes := fills(s, PartEdge)
	for i := range d.Edges {
		if r, ok := notes[i]; ok {
			all = append(all, r)
		}
	}
	for i, a := range all {
		for k, b := range all[:i] {
			if a.meets(b) {
				t.Errorf("%d at %v and %d at %v overlap (%d nodes)", i, a, k, b, len(d.Nodes))
			}
		}
	}
}

// framed checks that frames hold what is in their group and nothing else.
func framed(t *testing.T, d *prose.Diagram, s *Scene) {
	t.Helper()
	frames, boxes := fills(s, PartGroup), fills(s, PartNode)
	if len(frames) != len(d.Groups) {
		t.Errorf("%d of %d groups are drawn", len(frames), len(d.Groups))
	}
	within := func(g, in int) bool {
		for ; g >= 0; g = d.Groups[g].Parent {
			if g == in {
				return true
			}
		}
		return false
	}
	for g := range d.Groups {
		for i := range d.Nodes {
			switch in := within(d.Nodes[i].Group, g); {
			case in && !frames[g].holds(boxes[i]):
				t.Errorf("node %d stands outside of its frame %d", i, g)
			case !in && frames[g].meets(boxes[i]):
				t.Errorf("node %d meets frame %d", i, g)
			}
		}
		for h := range d.Groups {
			switch {
			case h == g:
			case within(h, g) && !frames[g].holds(frames[h]):
				t.Errorf("frame %d reaches out of frame %d", h, g)
			case !within(h, g) && !within(g, h) && frames[g].meets(frames[h]):
				t.Errorf("frames %d and %d overlap", g, h)
			}
		}
	}
	for i := range s.Marks {
		if m := &s.Marks[i]; m.Kind == Text && m.Part == PartGroup && !frames[m.Index].holds(bounds(m)) {
			t.Errorf("the caption of frame %d reaches out of it", m.Index)
		}
	}
}

// edgesMeet checks that each edge begins and ends on the outlines of its nodes,
// with arrowheads where it has them.
func edgesMeet(t *testing.T, d *prose.Diagram, s *Scene) {
	t.Helper()
	outlines := map[int][]Point{}
	tips := map[int][]Point{}
	lines := map[int][]Point{}
	for i := range s.Marks {
		m := &s.Marks[i]
		switch {
		case m.Part == PartNode && m.Kind == Polygon:
			outlines[m.Index] = m.Points
		case m.Part == PartEdge && m.Kind == Polygon && len(m.Points) == 3:
			tips[m.Index] = append(tips[m.Index], m.Points[0])
		case m.Part == PartEdge && m.Kind == Polyline:
			lines[m.Index] = m.Points
		}
	}
	for i := range d.Edges {
		e := &d.Edges[i]
		line := lines[i]
		if len(line) < 2 {
			t.Errorf("edge %d is not drawn", i)
			continue
		}
		ends := []Point{line[0], line[len(line)-1]}
		at := func(end Point, node int) bool {
			return slices.ContainsFunc(append(tips[i], end), func(p Point) bool { return length(p, end) < 6000 && onOutline(outlines[node], p) })
		}
		if !(at(ends[0], e.From) && at(ends[1], e.To)) && !(at(ends[1], e.From) && at(ends[0], e.To)) {
			t.Errorf("edge %d from %v to %v does not meet its nodes", i, ends[0], ends[1])
		}
		want := 0
		if e.Head {
			want++
		}
		if e.Tail {
			want++
		}
		if len(tips[i]) != want {
			t.Errorf("edge %d has %d arrowheads", i, len(tips[i]))
		}
		for _, tip := range tips[i] {
			if !(e.Head && onOutline(outlines[e.To], tip)) && !(e.Tail && onOutline(outlines[e.From], tip)) {
				t.Errorf("an arrowhead of edge %d stands at the wrong end", i)
			}
		}
	}
}

// onOutline reports whether a point is on an outline, but for rounding.
func onOutline(outline []Point, p Point) bool {
	for i, a := range outline {
		b := outline[(i+1)%len(outline)]
		if p.X < min(a.X, b.X)-2 || p.X > max(a.X, b.X)+2 || p.Y < min(a.Y, b.Y)-2 || p.Y > max(a.Y, b.Y)+2 {
			continue
		}
		cross := (b.X-a.X)*(p.Y-a.Y) - (b.Y-a.Y)*(p.X-a.X)
		if far := length(a, b) * 3; max(cross, -cross) <= far+9 {
			return true
		}
	}
	return false
}

// distinct checks that no two edges run in one line.
func distinct(t *testing.T, s *Scene) {
	t.Helper()
	upright, level := stretches(s)
	for _, all := range [][]stretch{upright, level} {
		for i, a := range all {
			for _, b := range all[:i] {
				if a.edge != b.edge && max(a.at-b.at, b.at-a.at) < 1000 && min(a.to, b.to)-max(a.from, b.from) > 1000 {
					t.Errorf("edges %d and %d run in one line at %d from %d to %d", a.edge, b.edge, a.at, max(a.from, b.from), min(a.to, b.to))
				}
			}
		}
	}
}

// A stretch is where an edge runs straight.
type stretch struct{ edge, at, from, to int }

func stretches(s *Scene) (upright, level []stretch) {
	for i := range s.Marks {
		m := &s.Marks[i]
		if m.Part != PartEdge || m.Kind != Polyline {
			continue
		}
		for k := 1; k < len(m.Points); k++ {
			a, b := m.Points[k-1], m.Points[k]
			switch {
			case a.X == b.X:
				upright = append(upright, stretch{m.Index, a.X, min(a.Y, b.Y), max(a.Y, b.Y)})
			case a.Y == b.Y:
				level = append(level, stretch{m.Index, a.Y, min(a.X, b.X), max(a.X, b.X)})
			}
		}
	}
	return upright, level
}
