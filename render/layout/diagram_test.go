package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/structure"
)

// connected returns a diagram of a chain of nodes.
func connected(n int) *prose.Diagram {
	d := &prose.Diagram{Caption: prose.Plain("The caption"), Alt: prose.Plain("what it shows"),
		Groups: []prose.DiagramGroup{{Label: prose.Plain("Zone"), Parent: -1}}}
	for i := range n {
		d.Nodes = append(d.Nodes, prose.DiagramNode{ID: fmt.Sprint("n", i), Label: prose.Plain(fmt.Sprint("Node", i)), Group: i%2 - 1})
		if i > 0 {
			d.Edges = append(d.Edges, prose.DiagramEdge{From: i - 1, To: i, Head: true, Label: prose.Plain("flows"), Line: prose.Dashed})
		}
	}
	return d
}

func TestDiagramsStayOnThePage(t *testing.T) {
	text := authored(prose.Para(prose.Plain(strings.Repeat("Some words before the figure. ", 150))...))
	frame := render.DefaultTheme().Page
	for _, place := range placings {
		for _, n := range []int{1, 4, 30} {
			name := fmt.Sprintf("%d nodes in %s", n, place.name)
			res := pagesOf(text, place.in(connected(n)))
			shown := 0
			for i := range res.Pages {
				page := &res.Pages[i]
				for k := range page.Items {
					it := &page.Items[k]
					if it.Kind != Frame {
						continue
					}
					shown++
					if it.X < frame.Left.Len() || it.X+it.W > page.Width-frame.Right.Len() || it.Y < frame.Top.Len() || it.Y+it.H > page.Height-frame.Bottom.Len() {
						t.Errorf("%s: %d, %d, %d x %d is not within the margins", name, it.X, it.Y, it.W, it.H)
					}
					within(t, name, page, it)
				}
			}
			if want := 1 + strings.Count(place.name, "cell"); shown != want {
				t.Errorf("%s: shown %d times, want %d", name, shown, want)
			}
			words := strings.Join(strings.Fields(res.Text()), " ")
			if place.name != "the deepest list" && (!strings.Contains(words, "The caption") || n > 1 && !strings.Contains(words, "From Node0 to Node1")) {
				t.Errorf("%s: caption or list is lost:\n%s", name, words)
			}
		}
	}
}

// within demands that the marks of a figure stand in its frame.
func within(t *testing.T, name string, page *Page, frame *Item) {
	t.Helper()
	for i := range page.Items {
		it := &page.Items[i]
		if it.Node != frame.Node || it.Art == nil {
			continue
		}
		for _, p := range it.Art.Points {
			if p.X < frame.X || p.X > frame.X+frame.W || p.Y < frame.Y || p.Y > frame.Y+frame.H {
				t.Errorf("%s: a mark at %d, %d is not in the frame %d, %d, %d x %d", name, p.X, p.Y, frame.X, frame.Y, frame.W, frame.H)
				return
			}
		}
	}
}

// Who cannot see a diagram gets its alternative text, its caption and a list.
func TestDiagramIsTagged(t *testing.T) {
	res := pagesOf(&render.Section{Number: "Section 3", Title: "Description"}, authored(connected(2)))
	var tags []string
	for n := range res.Tree.Elements {
		e := res.Tree.At(int32(n))
		switch e.Tag {
		case structure.Figure:
			tags = append(tags, "Figure "+e.Alt)
		case structure.Caption, structure.L, structure.LI, structure.LBody, structure.P:
			tags = append(tags, e.Tag.String())
		}
	}
	if got := strings.Join(tags, ", "); got != "P, P, Figure what it shows, Caption, L, LI, LBody, P" {
		t.Errorf("got %s", got)
	}
	if text := res.Text(); !strings.Contains(text, "Zones. In Zone: Node1.") {
		t.Errorf("the zones are lost:\n%s", text)
	}
	if text := res.Text(); !strings.Contains(text, "Figure 3.1") {
		t.Errorf("the figure has no number:\n%s", text)
	}
}

// Labels have the quotes of other text.
func TestLabelsAreTypeset(t *testing.T) {
	d := connected(1)
	d.Nodes[0].Label = []prose.Inline{{Text: "Customer"}, {Text: "'s", Style: prose.Bold}, {Text: "\n"}, {Text: "\"own\""}}
	var got []string
	res := pagesOf(authored(d))
	for _, it := range res.Pages[0].Items {
		if it.Kind == Text && res.Tree.At(it.Node).Tag == structure.Figure {
			got = append(got, it.Text)
		}
	}
	if text := strings.Join(got, "|"); text != "Customer|’s |“own” |Zone " {
		t.Errorf("got %s", text)
	}
}

// A diagram that only fits with letters nobody can read is a finding.
func TestIllegibleDiagram(t *testing.T) {
	src := diag.NewSource("description/data.md", []byte("flowchart LR"))
	for n, want := range map[int]int{3: 0, 60: 1} {
		d := connected(n)
		for i := range n / 2 {
			d.Edges = append(d.Edges, prose.DiagramEdge{From: i, To: n - 1 - i, Head: true, Label: prose.Plain("a label of some words")})
		}
		d.Span = src.At(0, 12)
		_, list := Pages(&render.Document{Blocks: []render.Block{authored(d)}}, render.DefaultTheme(), font.Embedded())
		if list.Len() != want || want > 0 && (list.All()[0].Rule != illegibleDiagram || list.All()[0].Span != d.Span) {
			t.Errorf("%d nodes: %d findings", n, list.Len())
		}
	}
}

// Letters that the fonts lack are told at the label that has them.
func TestLabelsAreChecked(t *testing.T) {
	src := diag.NewSource("description/data.md", []byte("A[\u4e00\u4e8c]"))
	d := connected(2)
	d.Nodes[0].Label = []prose.Inline{{Text: "\u4e00\u4e8c", Span: src.At(2, 8)}}
	_, list := Pages(&render.Document{Blocks: []render.Block{authored(d)}}, render.DefaultTheme(), font.Embedded())
	list.Resolve(false)
	if list.Len() != 1 || list.All()[0].Rule != missingGlyph || list.All()[0].Span != src.At(2, 8) {
		t.Errorf("%d findings", list.Len())
	}
}
