package render

import (
	"reflect"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
)

func TestFiguresAreNumberedBySection(t *testing.T) {
	image := func(caption string) prose.Block { return &prose.Figure{Caption: prose.Plain(caption)} }
	got := Figures([]Block{
		&Section{Number: "Section 3"},
		NewProse(ByManagement, prose.Para(prose.Plain("text")...), &prose.Figure{Caption: []prose.Inline{{Text: "Network"}, {Text: "1", Style: prose.Superscript, Link: "#fn-1"}}}, &prose.Quote{Blocks: []prose.Block{&prose.Diagram{Caption: prose.Plain("Data")}}}),
		&Section{Title: "Navigation aids"}, NewProse(ByTool, image("")),
	})
	want := []ContentsEntry{
		{Text: "Figure 3.1 – Network", ID: "figure-3.1"}, {Text: "Figure 3.2 – Data", ID: "figure-3.2"}, {Text: "Figure 1", ID: "figure-1"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the figures are %v, want %v", got, want)
	}
}
