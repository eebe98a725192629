package socdraft

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/xlsx"
)

func TestATextTooLongForACellIsCutAndReported(t *testing.T) {
	src := diag.NewSource("controls/a.toml", []byte("id = \"AC-01\""))
	control := &content.Control{ID: diag.NewText("AC-01", src.At(5, 12))}
	r := &run{engagement: &content.Engagement{Controls: []*content.Control{control}}}
	for _, long := range []string{strings.Repeat("x", 40_000), strings.Repeat("世", 40_000), strings.Repeat("😀", 17_000), strings.Repeat("_x0041_", 5_000)} {
		book := &render.Workbook{Name: "request-list", Sheets: []*render.Sheet{{
			Name:    "Controls",
			Columns: []render.SheetColumn{{Head: "Control ID"}, {Head: "Statement"}, {Head: "Title"}},
			Rows:    []render.SheetRow{{Cells: []render.SheetCell{{Text: "AC-01"}, {Text: long}, {Text: "short"}}}},
		}}}
		var list diag.List
		fitCells(book, r, &list)
		cells := book.Sheets[0].Rows[0].Cells
		if !xlsx.Fits(cells[1].Text) || !strings.HasSuffix(cells[1].Text, cutMark) || len(cells[1].Text) < 8_000 || cells[2].Text != "short" {
			t.Errorf("%.20s: %d bytes, %q", long, len(cells[1].Text), cells[2].Text)
		}
		if list.Len() != 1 || list.All()[0].Span != control.ID.Span {
			t.Errorf("%.20s: %d findings", long, list.Len())
		}
		if _, err := xlsx.Write(book, render.DefaultTheme()); err != nil {
			t.Errorf("%.20s: %v", long, err)
		}
	}
}
