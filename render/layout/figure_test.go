package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

var sizes = [][2]int{{1, 1}, {10, 10}, {1, 20_000}, {20_000, 1}, {1200, 800}, {700, 4000}, {5000, 5000}}

// placings put blocks where an author may put a figure.
var placings = []struct {
	name string
	in   func(prose.Block) render.Block
}{
	{"prose", func(b prose.Block) render.Block { return authored(b) }},
	{"a list", func(b prose.Block) render.Block { return authored(listed(b, 1)) }},
	{"a deep list", func(b prose.Block) render.Block { return authored(listed(b, 12)) }},
	{"the deepest list", func(b prose.Block) render.Block { return authored(listed(b, 90)) }},
	{"a quote", func(b prose.Block) render.Block { return authored(&prose.Quote{Blocks: []prose.Block{b}}) }},
	{"a quoted list", func(b prose.Block) render.Block { return authored(&prose.Quote{Blocks: []prose.Block{listed(b, 2)}}) }},
	{"an alert", func(b prose.Block) render.Block { return authored(&prose.Alert{Blocks: []prose.Block{b}}) }},
	{"a footnote", func(b prose.Block) render.Block {
		return authored(&prose.Notes{Notes: []prose.Note{{Number: 1, ID: "fn-1", Blocks: []prose.Block{b}}}})
	}},
	{"a notice", func(b prose.Block) render.Block { return &render.Notice{Title: "Note", Blocks: []prose.Block{b}} }},
	{"a cell", func(b prose.Block) render.Block {
		cell := render.Cell{Blocks: []render.Block{authored(b)}}
		return &render.Table{Columns: []render.Column{{Head: "Id"}, {Head: "Text"}, {Head: "More"}},
			Rows: []render.Row{{Key: "AC-01", Bands: [][]render.Cell{{render.PlainCell(0, prose.Plain("AC-01")...), cell, cell}}}}}
	}},
}

func listed(b prose.Block, depth int) prose.Block {
	for range depth {
		b = &prose.List{Items: []prose.Item{{Blocks: []prose.Block{prose.Para(prose.Plain("level")...), b}}}}
	}
	return b
}

func TestFiguresStayOnThePage(t *testing.T) {
	text := authored(prose.Para(prose.Plain(strings.Repeat("Some words before the figure. ", 150))...))
	for _, place := range placings {
		for _, size := range sizes {
			name := fmt.Sprintf("%d x %d in %s", size[0], size[1], place.name)
			doc := &render.Document{
				Images: map[string]render.Image{"a.png": {Format: "png", Width: size[0], Height: size[1]}},
				Blocks: []render.Block{text, place.in(&prose.Figure{Path: "a.png", Alt: "what it shows", Caption: prose.Plain("The caption")})},
			}
			res, _ := Pages(doc, render.DefaultTheme(), font.Embedded())
			shown := 0
			for i := range res.Pages {
				shown += checkFigures(t, name, &res.Pages[i], size)
			}
			if want := 1 + strings.Count(place.name, "cell"); shown != want {
				t.Errorf("%s: shown %d times, want %d", name, shown, want)
			}
			if n := strings.Count(strings.Join(strings.Fields(res.Text()), " "), "The caption"); n == 0 && place.name != "the deepest list" {
				t.Errorf("%s: the caption is lost:\n%s", name, res.Text())
			}
			if len(res.Pages) > 12 {
				t.Errorf("%s: %d pages", name, len(res.Pages))
			}
		}
	}
}

// checkFigures demands that each image lies within the margins, in its
// proportions, and no larger than at 96 pixels an inch.
func checkFigures(t *testing.T, name string, page *Page, size [2]int) (shown int) {
	t.Helper()
	frame := render.DefaultTheme().Page
	for i := range page.Items {
		it := &page.Items[i]
		if it.Kind != Image {
			continue
		}
		shown++
		if it.X < frame.Left.Len() || it.X+it.W > page.Width-frame.Right.Len() || it.Y < frame.Top.Len() || it.Y+it.H > page.Height-frame.Bottom.Len() {
			t.Errorf("%s: %d, %d, %d x %d is not within the margins", name, it.X, it.Y, it.W, it.H)
		}
		if it.W <= 0 || it.H <= 0 || it.W > size[0]*750 || it.H > size[1]*750 {
			t.Errorf("%s: shown %d x %d", name, it.W, it.H)
		}
		if w := scaled(it.H, size[0], size[1]); it.W > 1000 && it.H > 1000 && (it.W < w*99/100-1 || it.W > w*101/100+1) {
			t.Errorf("%s: %d x %d has other proportions", name, it.W, it.H)
		}
	}
	return shown
}

// A figure of which nothing can be seen is a finding with its place.
func TestFigureTooThinToSee(t *testing.T) {
	src := diag.NewSource("description/overview.md", []byte("![a](a.png \"b\")"))
	for size, want := range map[[2]int]int{{1, 20_000}: 1, {20_000, 1}: 1, {1, 1}: 1, {3, 3}: 0, {1200, 800}: 0} {
		doc := &render.Document{
			Images: map[string]render.Image{"a.png": {Format: "png", Width: size[0], Height: size[1]}},
			Blocks: []render.Block{authored(&prose.Figure{Path: "a.png", Alt: "what it shows", Span: src.At(0, 5)})},
		}
		_, list := Pages(doc, render.DefaultTheme(), font.Embedded())
		if list.Len() != want || want > 0 && (list.All()[0].Span != src.At(0, 5) || list.All()[0].Rule != thinFigure) {
			t.Errorf("%v: %d findings", size, list.Len())
		}
	}
}

func TestFiguresAreNamedPlaces(t *testing.T) {
	images := map[string]render.Image{"a.png": {Width: 100, Height: 50}}
	doc := &render.Document{Images: images, Blocks: []render.Block{
		&render.Section{ID: "s", Number: "Section 3", Title: "Description"},
		authored(&prose.Figure{Path: "a.png", Alt: "a"}, &prose.Figure{Path: "gone.png", Alt: "b"},
			&prose.Diagram{Nodes: []prose.DiagramNode{{ID: "a", Label: prose.Plain("A"), Group: -1}}, Alt: prose.Plain("c")}, &prose.Diagram{Caption: prose.Plain("None")}),
	}}
	res, _ := Pages(doc, render.DefaultTheme(), font.Fixed(500))
	for _, f := range render.Figures(doc.Blocks) {
		if res.Anchors[f.ID] == 0 {
			t.Errorf("no page has %q: %v", f.ID, res.Anchors)
		}
	}
}
