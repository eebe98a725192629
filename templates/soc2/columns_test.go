package soc2_test

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// TestNoHeadBreaksInsideAWord holds the shares of all columns on both papers.
func TestNoHeadBreaksInsideAWord(t *testing.T) {
	theme := render.DefaultTheme()
	for name, d := range everyDraft(t) {
		for _, paper := range []render.Paper{render.Letter, render.A4} {
			width, _ := theme.Size(paper)
			width -= theme.Page.Left.Len() + theme.Page.Right.Len()
			for _, b := range d.doc.Blocks {
				if table, ok := b.(*render.Table); ok {
					checkHeads(t, name, table, theme, width)
				}
			}
		}
	}
}

func checkHeads(t *testing.T, name string, table *render.Table, theme *render.Theme, width int) {
	t.Helper()
	room := width - 2*theme.Length("cell-x")*(len(table.Columns)-1)
	face, size := font.Embedded().Font(font.Semibold), theme.Text["table-head"].Size.Len()
	total := 0
	for _, c := range table.Columns {
		total += c.Share
		for _, word := range strings.Fields(c.Head) {
			em := 0
			for _, r := range word {
				em += face.Width(r)
			}
			if need, has := em*size/1000, room*c.Share/1000; c.Share > 0 && need > has {
				t.Errorf("%s: %s: %q needs %d of a column that has %d", name, table.ID, word, need, has)
			}
		}
	}
	if total != 0 && total != 1000 {
		t.Errorf("%s: %s: shares add up to %d", name, table.ID, total)
	}
}
