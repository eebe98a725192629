package layout

import (
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/structure"
)

// Headings of one level stay of one level where the level above was skipped.
func TestSkippedHeadingLevelsAreClosed(t *testing.T) {
	at := func(level int) render.Block { return &render.Heading{Level: level, Text: prose.Plain("x")} }
	res, _ := square(t, &render.Section{ID: "s", Number: "Section 2", Title: "Assertion"}, at(3), at(3), at(4), at(2), at(4), at(3), at(2))
	var got []string
	for _, e := range res.Tree.Elements {
		if e.Tag >= structure.H1 && e.Tag <= structure.H4 {
			got = append(got, e.Tag.String())
		}
	}
	if want := "H1 H2 H2 H3 H2 H3 H3 H2"; strings.Join(got, " ") != want {
		t.Errorf("the headings are %v, want %s", got, want)
	}
}

func TestCellsThatNameTheirRowsAreHeads(t *testing.T) {
	cell := func(text string) render.Cell { return render.PlainCell(0, prose.Plain(text)...) }
	row := render.PlainRow("CSOC-1", "CSOC-1", cell("CSOC-1"), cell("Disks are erased."))
	for _, names := range []bool{true, false} {
		res, _ := square(t, &render.Table{
			Columns: []render.Column{{Head: "ID", Share: 200, Names: names}, {Head: "Type", Share: 800}}, Rows: []render.Row{row},
		})
		var heads []structure.Scope
		for _, e := range res.Tree.Elements {
			if e.Tag == structure.TH {
				heads = append(heads, e.Scope)
			}
		}
		want := []structure.Scope{structure.Column, structure.Column}
		if names {
			want = append(want, structure.Row)
		}
		if !slices.Equal(heads, want) {
			t.Errorf("where the first column names its rows is %t, the heads have the scopes %v, want %v", names, heads, want)
		}
	}
}
