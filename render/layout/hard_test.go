package layout

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// pagesOf lays blocks out with the report's look.
func pagesOf(blocks ...render.Block) *Result {
	doc := &render.Document{Mark: "DRAFT", Blocks: blocks}
	res, _ := Pages(doc, render.DefaultTheme(), font.Embedded())
	return res
}

func authored(blocks ...prose.Block) render.Block {
	return render.NewProse(render.ByManagement, blocks...)
}

func TestHardDocuments(t *testing.T) {
	para := func(text string) prose.Block { return prose.Para(prose.Inline{Text: text}) }
	long := strings.Repeat("x", 100_000)
	deep := para("bottom")
	for range 90 {
		deep = &prose.List{Items: []prose.Item{{Blocks: []prose.Block{para("level"), deep}}}}
	}
	wide := &prose.Table{}
	for i := range 60 {
		wide.Head = append(wide.Head, prose.Cell{Inlines: prose.Plain(fmt.Sprintf("Column%d", i))})
	}
	for range 20 {
		wide.Rows = append(wide.Rows, wide.Head)
	}
	notes := &prose.Notes{}
	for i := range 5000 {
		notes.Notes = append(notes.Notes, prose.Note{Number: i + 1, ID: fmt.Sprint("fn-", i), Blocks: []prose.Block{para("See the policy.")}})
	}
	rows := &render.Table{Columns: []render.Column{{Head: "Id"}, {Head: "Text"}}}
	for i := range 300 {
		rows.Rows = append(rows.Rows, render.PlainRow("", fmt.Sprint(i), render.PlainCell(0, prose.Plain(fmt.Sprint(i))...), render.PlainCell(0, prose.Plain("some words in a row")...)))
	}
	giant := &render.Table{Columns: []render.Column{{Head: "Id"}, {Head: "Text"}}, Rows: []render.Row{
		render.PlainRow("", "AC-01", render.PlainCell(0, prose.Plain("AC-01")...), render.PlainCell(0, prose.Plain(strings.Repeat("many words ", 40_000))...)),
	}}
	head := &render.Table{Columns: []render.Column{{Head: strings.Repeat("a very tall head ", 900)}, {Head: "b"}}, Rows: rows.Rows[:5]}
	// After a line that is poor whatever is done, no break of a first pass is good.
	poor := strings.Repeat("W", 45) + " "
	endlessly := "x " + poor + poor + strings.Repeat("a ", 120_000)
	cases := []struct {
		name     string
		blocks   []render.Block
		min, max int
	}{
		{"long word", []render.Block{authored(para(long))}, 20, 50},
		{"long word in a cell", []render.Block{&render.Table{Columns: rows.Columns, Rows: []render.Row{render.PlainRow("", "K", render.PlainCell(0, prose.Plain(long)...), render.PlainCell(0, prose.Plain("b")...))}}}, 10, 80},
		{"poor lines before many words", []render.Block{authored(para(endlessly))}, 20, 60},
		{"deep list", []render.Block{authored(deep)}, 2, 12},
		{"sixty columns", []render.Block{authored(wide)}, 1, 20},
		{"five thousand notes", []render.Block{authored(para("a"), notes)}, 60, 160},
		{"three hundred rows", []render.Block{rows}, 8, 14},
		{"giant row", []render.Block{giant}, 40, 120},
		{"giant head", []render.Block{head}, 2, 20},
		{"nothing", nil, 1, 1},
		{"empty blocks", []render.Block{&render.Section{}, &render.Heading{}, &render.Table{}, &render.Facts{}, &render.Placeholder{}, &render.Notice{},
			&render.Matrix{}, &render.Glance{}, &render.Contents{}, &render.Cover{}, authored(&prose.Table{}, &prose.List{}, &prose.Code{}, &prose.Figure{}, &prose.Notes{}, &prose.Definitions{})}, 1, 12},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			res := pagesOf(c.blocks...)
			if d := time.Since(start); d > 3*time.Second {
				t.Errorf("took %v", d)
			}
			if n := len(res.Pages); n < c.min || n > c.max {
				t.Errorf("%d pages, want %d to %d", n, c.min, c.max)
			}
			for i := range min(len(res.Pages), 30) {
				inside(t, &res.Pages[i], i+1)
			}
		})
	}
}
