package layout

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// watermarked lays out a cover, an upright and a turned page.
func watermarked(paper render.Paper, text string) *Result {
	doc := &render.Document{Paper: paper, Watermark: text, Blocks: []render.Block{
		&render.Cover{Title: "Title"}, &render.Section{Title: "One"}, &render.Matrix{Caption: "Matrix"}}}
	res, _ := Pages(doc, render.DefaultTheme(), font.Embedded())
	return res
}

func TestWatermarkStandsBeneathEveryPageButTheCover(t *testing.T) {
	sizes := map[int]bool{}
	for _, paper := range []render.Paper{render.Letter, render.A4} {
		res := watermarked(paper, "DRAFT")
		for i, p := range res.Pages {
			if got := p.Items[0].Kind == Shape; got != (i > 0) {
				t.Errorf("paper %d, page %d: beneath all is a shape: %v", paper, i+1, got)
			}
			if i > 0 {
				sizes[p.Items[0].Size] = true
				onPage(t, &p)
			}
		}
		if strings.Contains(res.Text(), "DRAFT") {
			t.Error("the watermark is text")
		}
	}
	if len(sizes) != 1 {
		t.Errorf("sizes differ from page to page: %v", sizes)
	}
}

// onPage checks that a watermark ends inside its page and is centred in it.
func onPage(t *testing.T, p *Page) {
	t.Helper()
	it := &p.Items[0]
	left, right, top, bottom := p.Width, 0, p.Height, 0
	for _, s := range it.Art.Shape.Segments {
		along, up := s.To.X*it.Size/1000, s.To.Y*it.Size/1000
		x, y := it.X+(along*it.W-up*it.H)/1000, it.Y-(along*it.H+up*it.W)/1000
		left, right, top, bottom = min(left, x), max(right, x), min(top, y), max(bottom, y)
	}
	if left < 0 || right > p.Width || top < 0 || bottom > p.Height {
		t.Errorf("the shape reaches from %d, %d to %d, %d", left, top, right, bottom)
	}
	const near = 20 * render.Point
	if d := left + right - p.Width; d < -near || d > near {
		t.Errorf("the shape is %d out of the middle", d/2)
	}
	if d := top + bottom - p.Height; d < -near || d > near {
		t.Errorf("the shape is %d too low", d/2)
	}
}

func TestNoWatermarkUnlessAsked(t *testing.T) {
	for _, p := range watermarked(render.Letter, "").Pages {
		for _, it := range p.Items {
			if it.Kind == Shape {
				t.Fatal("a page has a shape")
			}
		}
	}
}

func TestALongWatermarkStaysOnItsPage(t *testing.T) {
	page := watermarked(render.Letter, "NOT FOR DISTRIBUTION").Pages[1]
	onPage(t, &page)
}
