package socdraft

import (
	"fmt"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/templates/soc2"
	"github.com/socdraft/socdraft/templates/soc3"
)

// TestTextOfFinishedPagesCanBeRead holds each run of text of the examples
// against what is painted beneath it.
func TestTextOfFinishedPagesCanBeRead(t *testing.T) {
	for _, name := range []string{"allfive", "startup", "wrenfield"} {
		p, err := Open("examples/" + name)
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		r, err := p.start(Options{})
		if err != nil {
			t.Fatal(err)
		}
		var list diag.List
		for _, doc := range []*render.Document{
			soc2.Document(soc2.Input{Engagement: r.engagement, Coverage: r.coverage, Edition: soc2.Working, Today: r.today, Images: r.images}, &list),
			soc3.Document(public.Of(r.engagement), soc3.Input{Edition: soc3.Working, Today: r.today, Images: r.images}, &list),
		} {
			pages, _ := layout.Pages(doc, r.theme, font.Embedded())
			onFills := 0
			for i := range pages.Pages {
				onFills += checkContrast(t, fmt.Sprintf("%s, %s, page %d", name, doc.Name, i+1), r.theme, &pages.Pages[i])
			}
			if onFills == 0 {
				t.Errorf("%s, %s: no text stands on a fill", name, doc.Name)
			}
		}
	}
}

// checkContrast returns how many runs of text stand on a fill. The rest stands
// on the paper, where the watermark may lie.
func checkContrast(t *testing.T, where string, theme *render.Theme, page *layout.Page) (onFills int) {
	t.Helper()
	for i := range page.Items {
		it := &page.Items[i]
		if it.Kind != layout.Text {
			continue
		}
		grounds := []render.Color{theme.Color("white"), theme.Color("watermark-fill")}
		for _, under := range page.Items[:i] {
			if under.Kind == layout.Rect && under.X <= it.X && it.X < under.X+under.W && under.Y <= it.Y && it.Y < under.Y+under.H {
				grounds = []render.Color{under.Color}
			}
		}
		if len(grounds) == 1 {
			onFills++
		}
		least := render.TextContrast
		if it.Size >= render.LargeText {
			least = render.LargeContrast
		}
		for _, ground := range grounds {
			if ratio := it.Color.Contrast(ground); ratio < least {
				t.Errorf("%s: %q in %s on %s has a contrast of %.2f", where, it.Text, it.Color.Hex(), ground.Hex(), ratio)
			}
		}
	}
	return onFills
}
