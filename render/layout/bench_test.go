package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// report returns a document of the size and make of a large report.
func report() *render.Document {
	doc := &render.Document{Mark: "DRAFT", Header: "Header", Footer: "Footer"}
	add := func(b ...render.Block) { doc.Blocks = append(doc.Blocks, b...) }
	sentence := "Access to production systems is granted only after the requester’s manager and the system owner approve a ticket [%d]. "
	para := func(n int) prose.Block {
		return prose.Para(prose.Inline{Text: fmt.Sprintf(strings.Repeat(sentence, 5), n, n, n, n, n)}, prose.Linked("CC6.1", "#CC6.1"), prose.Styled(" bold", prose.Bold))
	}
	add(&render.Cover{Title: "Report"}, &render.Contents{Title: "Contents", Levels: 2})
	add(&render.Section{ID: "s3", Number: "Section 3", Title: "Description"})
	for i := range 60 {
		add(&render.Heading{ID: fmt.Sprint("h", i), Level: 2, Text: prose.Plain(fmt.Sprint("Part ", i)), Margin: []string{"DC 3"}})
		for j := range 8 {
			add(authored(para(100*i+j), &prose.List{Items: []prose.Item{{Blocks: []prose.Block{para(j)}}}}))
		}
	}
	add(&render.Section{ID: "s4", Number: "Section 4", Title: "Controls"})
	t := &render.Table{Caption: "Controls", Columns: []render.Column{{Head: "Control", Share: 420}, {Head: "Tests", Share: 330}, {Head: "Results", Share: 250}}}
	for i := range 200 {
		id := fmt.Sprintf("AC-%02d", i)
		cell := render.Cell{Blocks: []render.Block{authored(para(i)), &render.Meta{Inlines: prose.Plain("Owner · daily")}}}
		t.Rows = append(t.Rows, render.Row{ID: id, Key: id, Lead: []render.Cell{cell}, Bands: [][]render.Cell{{cell, render.PlainCell(0, prose.Plain("No exceptions noted.")...)}}})
	}
	add(t)
	return doc
}

func BenchmarkPages(b *testing.B) {
	doc, theme, fonts := report(), render.DefaultTheme(), font.Embedded()
	var res *Result
	b.ReportAllocs()
	for b.Loop() {
		res, _ = Pages(doc, theme, fonts)
	}
	b.ReportMetric(float64(len(res.Pages)), "pages")
}
