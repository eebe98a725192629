package diagram

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// sheet is the room that a report on Letter has for a figure.
var sheet = Options{Width: 498_000, MaxHeight: 600_000, Theme: render.DefaultTheme(), Fonts: font.Embedded()}

// readFile reads a diagram of testdata.
func readFile(t testing.TB, name string) *prose.Diagram {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return read(string(text))
}

// read reads the short notation of the tests: "group id label in id dashed",
// "node id outline group label", "edge from to line label".
func read(text string) *prose.Diagram {
	d := &prose.Diagram{Caption: prose.Plain("A diagram"), Alt: prose.Plain("What a test draws.")}
	groups, nodes := map[string]int{"-": -1}, map[string]int{}
	for _, l := range strings.Split(text, "\n") {
		f := strings.Fields(l)
		if len(f) == 0 {
			continue
		}
		switch f[0] {
		case "direction":
			d.Direction = prose.Direction(slices.Index([]string{"right", "down", "left", "up"}, f[1]))
		case "group":
			g := prose.DiagramGroup{ID: f[1], Parent: -1}
			rest := f[2:]
			if n := len(rest); n > 0 && rest[n-1] == "dashed" {
				g.Dashed, rest = true, rest[:n-1]
			}
			if n := len(rest); n > 1 && rest[n-2] == "in" {
				g.Parent, rest = groups[rest[n-1]], rest[:n-2]
			}
			g.Label = prose.Plain(strings.Join(rest, " "))
			groups[f[1]] = len(d.Groups)
			d.Groups = append(d.Groups, g)
		case "node":
			nodes[f[1]] = len(d.Nodes)
			d.Nodes = append(d.Nodes, prose.DiagramNode{ID: f[1],
				Outline: prose.Outline(slices.Index([]string{"box", "rounded", "store", "outside", "decision"}, f[2])),
				Group:   groups[f[3]], Label: prose.Plain(strings.Join(f[4:], " "))})
		case "edge":
			e := prose.DiagramEdge{From: nodes[f[1]], To: nodes[f[2]], Head: true}
			rest := f[3:]
			for len(rest) > 0 && slices.Contains([]string{"dashed", "thick", "both", "plain"}, rest[0]) {
				switch rest[0] {
				case "dashed":
					e.Line = prose.Dashed
				case "thick":
					e.Line = prose.Thick
				case "both":
					e.Tail = true
				case "plain":
					e.Head = false
				}
				rest = rest[1:]
			}
			e.Label = prose.Plain(strings.Join(rest, " "))
			d.Edges = append(d.Edges, e)
		}
	}
	return d
}

// mesh is a diagram of so many nodes with so many edges, mostly forward.
func mesh(nodes, edges int) *prose.Diagram {
	r := rand.New(rand.NewPCG(uint64(nodes), uint64(edges)))
	d := &prose.Diagram{}
	for i := range nodes {
		d.Nodes = append(d.Nodes, prose.DiagramNode{ID: strconv.Itoa(i), Group: -1, Label: prose.Plain("Service " + strconv.Itoa(i))})
	}
	for range edges {
		a := r.IntN(nodes)
		b := min(a+1+r.IntN(8), nodes-1)
		if a == b {
			b = 0
		}
		d.Edges = append(d.Edges, prose.DiagramEdge{From: a, To: b, Head: true})
	}
	return d
}
