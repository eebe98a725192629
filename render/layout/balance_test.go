package layout

import (
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

func sharesTable(head string, rows ...[]string) *render.Table {
	t := &render.Table{Columns: []render.Column{{Head: head, Share: 300}, {Head: "Text", Share: 400}, {Head: "Result", Share: 300}}}
	for _, texts := range rows {
		var cells []render.Cell
		for _, text := range texts {
			cells = append(cells, render.PlainCell(0, prose.Plain(text)...))
		}
		t.Rows = append(t.Rows, render.PlainRow("", "", cells...))
	}
	return t
}

// widthsOf returns the widths that the tables of a document get, in points.
func widthsOf(tables ...*render.Table) [][]int {
	doc := &render.Document{}
	for _, t := range tables {
		doc.Blocks = append(doc.Blocks, t)
	}
	c := newComposer(doc, render.DefaultTheme(), font.Fixed(500))
	var out [][]int
	for _, t := range tables {
		needs := make([]need, len(t.Columns))
		for i, column := range t.Columns {
			needs[i].share = column.Share
			c.needOf(&needs[i], c.style("table-head"), prose.Plain(column.Head))
		}
		widths := slices.Clone(c.sharedWidths(t, needs, 400*render.Point, 12*render.Point))
		for i := range widths {
			widths[i] /= render.Point
		}
		out = append(out, widths)
	}
	return out
}

func TestWidthGoesWhereTheTextIs(t *testing.T) {
	long := strings.Repeat("several words of text ", 20)
	short := "No exceptions noted."
	got := widthsOf(sharesTable("Control", []string{"AC-01", long, short}, []string{"AC-02", long, short}))[0]
	if got[0] >= 100 || got[1] <= 170 {
		t.Errorf("columns are %v wide: the long text got nothing", got)
	}
	if least := len(short) * 8750 / 2000; got[2] < least {
		t.Errorf("columns are %v wide: a short result needs %d", got, least)
	}
	if sum := got[0] + got[1] + got[2]; sum < 373 || sum > 376 {
		t.Errorf("columns are %v wide, %d in all", got, sum)
	}
	even := widthsOf(sharesTable("Control", []string{"word", "word", "word"}))[0]
	if want := []int{112, 150, 112}; !slices.Equal(even, want) {
		t.Errorf("columns are %v wide where nothing is gained, want %v", even, want)
	}
}

func TestTablesOfOneMakeAreAlike(t *testing.T) {
	long := strings.Repeat("several words of text ", 20)
	got := widthsOf(sharesTable("Control", []string{"a", long, "b"}), sharesTable("Control", []string{"a", "b", "c"}), sharesTable("Other", []string{"a", "b", "c"}))
	if !slices.Equal(got[0], got[1]) || slices.Equal(got[0], got[2]) {
		t.Errorf("widths are %v", got)
	}
}

// The box of a placeholder stands beside its words in the column.
func TestPlaceholdersKeepTheirWords(t *testing.T) {
	long := strings.Repeat("several words of text ", 40)
	table := sharesTable("Control", []string{"AC-01", long, ""})
	text := "[SERVICE AUDITOR TO ACKNOWLEDGEMENTS]"
	table.Rows[0].Bands[0][len(table.Rows[0].Bands[0])-1] = render.Cell{Blocks: []render.Block{&render.Placeholder{Text: text}}}
	c := newComposer(&render.Document{}, render.DefaultTheme(), font.Fixed(500))
	least := c.width(c.style("placeholder-cell"), "ACKNOWLEDGEMENTS]") + 2*c.theme.Length("cell-box-x")
	if got := widthsOf(table)[0]; got[2] < least/render.Point {
		t.Errorf("columns are %v wide: the placeholder needs %d", got, least/render.Point)
	}
}
