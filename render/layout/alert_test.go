package layout

import (
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

var alertKinds = []string{"note", "tip", "important", "warning", "caution"}

func TestAlertsDifferWithoutColour(t *testing.T) {
	var outlines []int
	for _, kind := range alertKinds {
		page := pagesOf(authored(&prose.Alert{Kind: kind, Blocks: []prose.Block{prose.Para(prose.Inline{Text: "words"})}})).Pages[0]
		if want := alertWord(kind) + "\nwords\n"; page.Words() != want {
			t.Errorf("%s prints %q, want %q", kind, page.Words(), want)
		}
		shapes := 0
		for _, it := range page.Items {
			if !it.Furniture && (it.Kind == Circle || it.Kind == Polygon || it.Kind == Rule) {
				shapes += 100 * int(it.Kind)
				if it.Art != nil {
					shapes += len(it.Art.Points)
				}
			}
		}
		outlines = append(outlines, shapes)
	}
	slices.Sort(outlines)
	if n := len(slices.Compact(outlines)); n != len(alertKinds) {
		t.Errorf("%d kinds of alerts have %d different icons", len(alertKinds), n)
	}
}

func TestAlertsInAlertsKeepRoomForWords(t *testing.T) {
	var deep prose.Block = &prose.Alert{Kind: "important", Blocks: []prose.Block{prose.Para(prose.Inline{Text: "internationalization"})}}
	for range 30 {
		deep = &prose.Alert{Kind: "tip", Blocks: []prose.Block{deep}}
	}
	pages := pagesOf(authored(deep)).Pages
	last := &pages[len(pages)-1]
	if words := last.Words(); !strings.HasSuffix(words, "Important\ninternationalization\n") {
		t.Errorf("the innermost prints %q", words)
	}
	for _, text := range last.Items {
		for _, bar := range last.Items {
			if text.Kind == Text && bar.Kind == Rect && bar.W < 5*render.Point && text.X < bar.X+bar.W && text.X >= bar.X && text.Y > bar.Y && text.Y < bar.Y+bar.H {
				t.Errorf("a bar stands on %q", text.Text)
			}
		}
	}
}

func TestIconsStayInTheirSquare(t *testing.T) {
	for name, icon := range icons {
		for _, it := range icon {
			var corners []Point
			switch it.Kind {
			case Polygon:
				corners = it.Art.Points
			case Rule:
				corners = []Point{{it.X, it.Y}, {it.X + it.W, it.Y + it.H}}
			case Circle:
				corners = []Point{{it.X - it.W, it.Y - it.W}, {it.X + it.W, it.Y + it.W}}
			}
			for _, p := range corners {
				if p.X < 0 || p.Y < 0 || p.X > iconSize || p.Y > iconSize {
					t.Errorf("%s reaches out to %d, %d", name, p.X, p.Y)
				}
			}
		}
	}
}

func TestCutCodeIsMarked(t *testing.T) {
	code := &prose.Code{Text: "short\n" + "word word word word word word word word word word word word word word word word word word word word word word\n"}
	page := pagesOf(authored(code)).Pages[0]
	marks, lines := 0, 0
	for _, it := range page.Items {
		switch {
		case it.Kind == Polygon:
			marks++
		case it.Kind == Text && !it.Furniture:
			lines++
		}
	}
	if lines != 3 || marks != 1 {
		t.Errorf("%d lines and %d marks, want 3 lines and a mark at the last", lines, marks)
	}
}

func TestCodeShowsInsideACallout(t *testing.T) {
	theme := render.DefaultTheme()
	page := pagesOf(authored(&prose.Alert{Kind: "note", Blocks: []prose.Block{&prose.Code{Text: "x\n"}}})).Pages[0]
	var fills []render.Color
	for _, it := range page.Items {
		if it.Kind == Rect && it.W > 10*render.Point {
			fills = append(fills, it.Color)
		}
	}
	if want := []render.Color{theme.Color("notice-fill"), theme.Color("white")}; !slices.Equal(fills, want) {
		t.Errorf("fills are %v, want %v", fills, want)
	}
}
