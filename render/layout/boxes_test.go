package layout

import (
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// A box that a page break cuts must lie behind its facts on both pages.
func TestBoxesReachAroundTheirRows(t *testing.T) {
	p := &render.Placeholder{ID: "p", Text: "[SERVICE AUDITOR TO PROVIDE – scope]"}
	for range 60 {
		p.Facts = append(p.Facts, render.Fact{Label: "Label", Value: prose.Plain("value")})
	}
	doc := &render.Document{Blocks: []render.Block{p}}
	res, _ := Pages(doc, render.DefaultTheme(), font.Embedded())
	if len(res.Pages) != 2 {
		t.Fatalf("%d pages, want 2", len(res.Pages))
	}
	for i := range res.Pages {
		var fill Item
		for _, it := range res.Pages[i].Items {
			switch {
			case it.Kind == Rect && it.W > fill.W:
				fill = it
			case it.Kind == Text && !it.Furniture && (it.Y-it.Size < fill.Y-2*render.Point || it.Y > fill.Y+fill.H):
				t.Errorf("page %d: %q at %d is outside the box from %d to %d", i+1, it.Text, it.Y, fill.Y, fill.Y+fill.H)
			}
		}
	}
}

func TestAnchorOfATableThatMoves(t *testing.T) {
	columns := []render.Column{{Head: "Id"}}
	table := &render.Table{ID: "t", Columns: columns, Rows: []render.Row{render.PlainRow("r", "r", render.PlainCell(0, prose.Plain("x")...))}}
	res, _ := square(t, authored(lines("a", 44)), table)
	if res.Anchors["t"] != 2 || res.Anchors["r"] != 2 {
		t.Errorf("anchors are %v, want page 2", res.Anchors)
	}
}
