package diagram

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
)

var update = flag.Bool("update", false, "rewrite the pictures in testdata")

// pictures are the diagrams of testdata and how many crossings each may have,
// in the direction it is drawn in.
var pictures = map[string]int{"saas": 0, "network": 4, "approval": 1, "parts": 0, "nested": 0, "hub": 0}

func TestPictures(t *testing.T) {
	for name := range pictures {
		got := Layout(readFile(t, name), sheet).SVG()
		file := filepath.Join("testdata", name+".svg")
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s is drawn otherwise; look at it, then run go test ./render/diagram -update", name)
		}
	}
}

// TestCrossings holds the number of crossings that the eye sees, in the marks.
func TestCrossings(t *testing.T) {
	for name, most := range pictures {
		if n := seenCrossings(Layout(readFile(t, name), sheet)); n > most {
			t.Errorf("%s has %d crossings, and not %d", name, n, most)
		} else if n < most {
			t.Errorf("%s has %d crossings now: say so in the test", name, n)
		}
	}
}

// seenCrossings counts where a level stretch of an edge crosses an upright one
// of another.
func seenCrossings(s *Scene) int {
	n := 0
	upright, level := stretches(s)
	for _, a := range upright {
		for _, b := range level {
			if a.edge != b.edge && b.from < a.at && a.at < b.to && a.from < b.at && b.at < a.to {
				n++
			}
		}
	}
	return n
}

func TestTooLargeIsRefused(t *testing.T) {
	for _, d := range []*prose.Diagram{mesh(500, 10), mesh(50, 401), {Groups: make([]prose.DiagramGroup, 101)},
		{Nodes: []prose.DiagramNode{{Group: -1, Label: prose.Plain(strings.Repeat("x", MaxText+1))}}}} {
		if TooLarge(d) == "" {
			t.Error("it is not too large")
		}
		if s := Layout(d, sheet); len(s.Marks) > 0 || s.Width > 0 {
			t.Error("it is laid out")
		}
	}
	if why := TooLarge(mesh(200, 400)); why != "" {
		t.Error(why)
	}
	if got, want := TooLarge(mesh(500, 10)), "500 nodes, and 200 at most can be laid out"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
}

func TestNothingToDraw(t *testing.T) {
	s := Layout(&prose.Diagram{}, sheet)
	if len(s.Marks) != 0 || s.Width != 0 || s.Scale != Whole {
		t.Errorf("%+v", s)
	}
	if !strings.HasPrefix(string(s.SVG()), "<svg ") {
		t.Error("it has no SVG")
	}
}

// TestHardDiagrams: each stays within the sheet, and holds what the fuzz test
// asks for.
func TestHardDiagrams(t *testing.T) {
	for name, d := range map[string]*prose.Diagram{
		"parallel edges": read("node a box - A\nnode b box - B\n" + strings.Repeat("edge a b\n", MaxEdges)),
		"loops":          read("node a box - A\n" + strings.Repeat("edge a a again\n", 40)),
		"long labels":    read("node a box - " + strings.Repeat("word ", 200) + "\nnode b decision - " + strings.Repeat("x", 300) + "\nedge a b " + strings.Repeat("label ", 60)),
		"endless word":   read("node a box - " + strings.Repeat("x", MaxText-10)),
		"endless label":  read("node a box - A\nnode b store - B\nedge a b " + strings.Repeat("x ", MaxText/2-10)),
		"empty groups":   read("group a\ngroup b B in a\ngroup c C\nnode n box - N"),
		"deep groups":    deep(MaxGroups),
		"star":           star(40),
		"chain":          chain(MaxNodes),
	} {
		t.Run(name, func(t *testing.T) {
			s := Layout(d, sheet)
			withinScene(t, s)
			if s.Width > sheet.Width || s.Height > sheet.MaxHeight {
				t.Errorf("%d by %d", s.Width, s.Height)
			}
			s = Layout(d, vast)
			withinScene(t, s)
			saysAll(t, d, s)
			apart(t, d, s)
			framed(t, d, s)
			edgesMeet(t, d, s)
			distinct(t, s)
		})
	}
}

// deep is a node in so many groups in each other.
func deep(groups int) *prose.Diagram {
	d := read("node a box - A")
	for i := range groups {
		d.Groups = append(d.Groups, prose.DiagramGroup{Parent: i - 1, Label: prose.Plain("zone")})
	}
	d.Nodes[0].Group = groups - 1
	return d
}

// star is a node that all others lead to.
func star(nodes int) *prose.Diagram {
	d := mesh(nodes, 0)
	for i := range nodes - 1 {
		d.Edges = append(d.Edges, prose.DiagramEdge{From: 0, To: i + 1, Head: true})
	}
	return d
}

// TestAWideRankIsFolded: what would have to shrink stands in several ranks.
func TestAWideRankIsFolded(t *testing.T) {
	for nodes, least := range map[int]int{16: Whole, 24: Whole, 40: 740} {
		if s := Layout(star(nodes), sheet); s.Scale < least {
			t.Errorf("a star of %d nodes has a scale of %d", nodes, s.Scale)
		}
	}
}

// chain is so many nodes in a line.
func chain(nodes int) *prose.Diagram {
	d := mesh(nodes, 0)
	for i := range nodes - 1 {
		d.Edges = append(d.Edges, prose.DiagramEdge{From: i, To: i + 1, Head: true})
	}
	return d
}

func TestWhatIsTooSmallToReadIsKnown(t *testing.T) {
	if Layout(readFile(t, "network"), sheet).Illegible() {
		t.Error("the network can be read")
	}
	if s := Layout(chain(MaxNodes), sheet); !s.Illegible() || s.Scale == Whole {
		t.Errorf("a chain at a scale of %d can be read", s.Scale)
	}
}

func TestTheSVGIsEscaped(t *testing.T) {
	d := read("node a box - <b>&\"\nnode b box - B\nedge a b")
	d.Caption = prose.Plain("a < b")
	svg := string(Layout(d, sheet).SVG())
	for _, want := range []string{"&lt;b&gt;&amp;&#34;", "<title>a &lt; b</title>", "<desc>What a test draws.&#xA;From &lt;b&gt;&amp;&#34; to B"} {
		if !strings.Contains(svg, want) {
			t.Errorf("%q is not in %s", want, svg)
		}
	}
}

func BenchmarkNetwork(b *testing.B) {
	d := readFile(b, "network")
	for b.Loop() {
		Layout(d, sheet)
	}
}

func BenchmarkLargest(b *testing.B) {
	d := mesh(MaxNodes, MaxEdges)
	for b.Loop() {
		Layout(d, sheet)
	}
}

// TestCaptionsStandClearOfEdges: none of them needs a ground that interrupts
// an edge.
func TestCaptionsStandClearOfEdges(t *testing.T) {
	for name := range pictures {
		d := readFile(t, name)
		s := Layout(d, sheet)
		fills := 0
		for i := range s.Marks {
			if m := &s.Marks[i]; m.Part == PartGroup && m.Kind == Polygon && m.Stroke == 0 {
				fills++
			}
		}
		if fills != len(d.Groups) {
			t.Errorf("%s: %d fills for %d groups", name, fills, len(d.Groups))
		}
	}
}

// TestCorners counts the corners that the eye has to follow.
func TestCorners(t *testing.T) {
	for name, most := range map[string]int{"saas": 4, "network": 36, "approval": 24, "parts": 4, "nested": 14, "hub": 26} {
		n := 0
		s := Layout(readFile(t, name), sheet)
		for i := range s.Marks {
			if m := &s.Marks[i]; m.Part == PartEdge && m.Kind == Polyline {
				n += (len(m.Points) - 2) / len(quarter)
			}
		}
		if n != most {
			t.Errorf("the edges of %s have %d corners, and %d were known", name, n, most)
		}
	}
}
