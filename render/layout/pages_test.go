package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// square lays out with letters of half an em, so that 74 of them fill a line
// of running text and 43 lines a page.
func square(t *testing.T, blocks ...render.Block) (*Result, *diag.List) {
	t.Helper()
	return Pages(&render.Document{Mark: "DRAFT", Blocks: blocks}, render.DefaultTheme(), font.Fixed(500))
}

// lines returns a paragraph of n lines: "name 1", "name 2" and so on.
func lines(name string, n int) *prose.Paragraph {
	p := &prose.Paragraph{}
	for i := range n {
		if i > 0 {
			p.Inlines = append(p.Inlines, prose.Inline{Text: "\n"})
		}
		p.Inlines = append(p.Inlines, prose.Inline{Text: fmt.Sprintf("%s %d", name, i+1)})
	}
	return p
}

func heading(text string) render.Block { return &render.Heading{Level: 2, Text: prose.Plain(text)} }

// firsts returns the first line of each page.
func firsts(res *Result) string {
	var out []string
	for i := range res.Pages {
		first, _, _ := strings.Cut(res.Pages[i].Words(), "\n")
		out = append(out, first)
	}
	return strings.Join(out, " | ")
}

func TestPageBreaks(t *testing.T) {
	columns := []render.Column{{Head: "Id", Share: 300}, {Head: "Text", Share: 700}}
	row := func(key string, n int) render.Row {
		return render.PlainRow(key, key, render.PlainCell(0, prose.Plain(key)...), render.Cell{Blocks: []render.Block{authored(lines(key, n))}})
	}
	for _, c := range []struct {
		name   string
		blocks []render.Block
		firsts string
	}{
		{"a page holds 44 lines", []render.Block{authored(lines("a", 44))}, "a 1"},
		{"no last line stands alone", []render.Block{authored(lines("a", 45))}, "a 1 | a 44"},
		{"no first line stands alone", []render.Block{authored(lines("a", 43), lines("b", 5))}, "a 1 | b 1"},
		{"three lines are not parted", []render.Block{authored(lines("a", 42), lines("b", 3))}, "a 1 | b 1"},
		{"a heading goes with two lines", []render.Block{authored(lines("a", 40)), heading("H"), authored(lines("b", 9))}, "a 1 | H"},
		{"a colon goes with its list", []render.Block{authored(lines("a", 40), prose.Para(prose.Inline{Text: "as follows:"}),
			&prose.List{Items: []prose.Item{{Blocks: []prose.Block{lines("b", 3)}}}})}, "a 1 | as follows:"},
		{"a table's head goes with a row", []render.Block{authored(lines("a", 40)), &render.Table{Caption: "Table", Columns: columns, Rows: []render.Row{row("K", 2)}}}, "a 1 | a 39"},
		{"a short row moves whole", []render.Block{authored(lines("a", 37)), &render.Table{Columns: columns, Rows: []render.Row{row("K", 6)}}}, "a 1 | a 36"},
		{"a long row is cut", []render.Block{authored(lines("a", 35)), &render.Table{Columns: columns, Rows: []render.Row{row("K", 30)}}}, "a 1 | K 9"},
		{"a group goes with its row", []render.Block{authored(lines("a", 33)), &render.Table{Columns: columns,
			Rows: []render.Row{row("K", 4), {Group: "Group"}, row("L", 5), row("M", 9)}}}, "a 1 | Group"},
		{"what heads rows goes with the first", []render.Block{authored(lines("a", 33)), &render.Table{Columns: columns,
			Rows: []render.Row{row("K", 4), {Across: []render.Block{heading("H")}}, row("L", 5), row("M", 9)}}}, "a 1 | H"},
		{"a low table stays whole", []render.Block{authored(lines("a", 36)), &render.Table{Columns: columns,
			Rows: []render.Row{row("K", 4), row("L", 5)}}}, "a 1 | a 35"},
		{"a box at the end takes two lines along", []render.Block{authored(lines("a", 42)), &render.Placeholder{Text: "[TO SIGN]"}}, "a 1 | a 41"},
		{"a box at the end under a heading takes two lines along", []render.Block{authored(lines("a", 40)), heading("H"), &render.Placeholder{Text: "[TO SIGN]"}}, "a 1 | a 39"},
		{"a box at the end takes a box along, and text", []render.Block{authored(lines("a", 40)), &render.Placeholder{Text: "[TO WRITE]"}, &render.Placeholder{Text: "[TO SIGN]"}}, "a 1 | a 39"},
		{"a box before text takes none along", []render.Block{authored(lines("a", 42)), &render.Placeholder{Text: "[TO SIGN]"}, authored(lines("b", 9))}, "a 1 | [TO SIGN]"},
		{"sections start pages", []render.Block{&render.Section{Title: "One"}, &render.Section{Title: "Two"}}, "One | Two"},
		{"a section runs on", []render.Block{authored(lines("a", 1)), &render.Section{Title: "One", Run: true}, authored(lines("b", 1))}, "a 1"},
		{"a section that runs on goes with two lines", []render.Block{authored(lines("a", 39)), &render.Section{Title: "One", Run: true}, authored(lines("b", 9))}, "a 1 | One"},
		{"a section that runs on may be given a page", []render.Block{authored(lines("a", 1)), &render.NewPage{}, &render.Section{Title: "One", Run: true}}, "a 1 | One"},
		{"a section does not run on to a cover", []render.Block{&render.Cover{Title: "T"}, &render.Section{Title: "One", Run: true}}, "T | One"},
		{"new page twice is once", []render.Block{authored(lines("a", 1)), &render.NewPage{}, &render.NewPage{}, authored(lines("b", 1))}, "a 1 | b 1"},
		{"text after a matrix starts upright", []render.Block{&render.Matrix{Caption: "M"}, authored(lines("b", 1))}, "M | b 1"},
	} {
		res, _ := square(t, c.blocks...)
		if got := firsts(res); got != c.firsts {
			t.Errorf("%s: pages start with %q, want %q", c.name, got, c.firsts)
		}
	}
}

func TestCutRowNamesItsKeyAndHeadAgain(t *testing.T) {
	table := &render.Table{Columns: []render.Column{{Head: "Control"}, {Head: "Test"}}, Rows: []render.Row{
		{ID: "AC-03", Key: "AC-03", Lead: []render.Cell{render.PlainCell(0, prose.Plain("AC-03 statement")...)},
			Bands: [][]render.Cell{{{Blocks: []render.Block{authored(lines("x", 40))}}}, {{Blocks: []render.Block{authored(lines("y", 40))}}}}},
	}}
	res, _ := square(t, table)
	if len(res.Pages) != 2 {
		t.Fatalf("%d pages, want 2", len(res.Pages))
	}
	var again []string
	for _, it := range res.Pages[1].Items {
		if it.Kind == Text && it.Furniture {
			again = append(again, strings.TrimSpace(it.Text))
		}
	}
	got := strings.Join(again, ", ")
	if want := "DRAFT, Control, Test, AC-03 (continued), Page 2 of 2"; got != want {
		t.Errorf("repeated: %s; want %s", got, want)
	}
	if res.Anchors["AC-03"] != 1 {
		t.Errorf("the anchor is on page %d", res.Anchors["AC-03"])
	}
}

func TestRowsThatGoOnNameWhatHeadsThem(t *testing.T) {
	table := &render.Table{Columns: []render.Column{{Head: "Control"}}}
	for _, id := range []string{"CC6.1", "CC6.2"} {
		table.Rows = append(table.Rows, render.Row{Key: id, Across: []render.Block{
			&render.Heading{ID: id, Level: 3, Text: prose.Plain(id + " title")}, authored(lines("text", 1))}})
		for range 30 {
			table.Rows = append(table.Rows, render.PlainRow("", "", render.PlainCell(0, prose.Plain("row")...)))
		}
	}
	res, _ := square(t, table)
	var again []string
	for i := range res.Pages {
		for _, it := range res.Pages[i].Items {
			if it.Kind == Text && it.Furniture && strings.Contains(it.Text, "continued") {
				again = append(again, fmt.Sprintf("%d: %s", i+1, it.Text))
			}
		}
	}
	if got, want := strings.Join(again, ", "), "2: CC6.1 (continued), 3: CC6.2 (continued)"; got != want {
		t.Errorf("repeated %s; want %s", got, want)
	}
	for i, want := range []Heading{{Text: "CC6.1 title", Level: 3, ID: "CC6.1"}, {Text: "CC6.2 title", Level: 3, ID: "CC6.2"}} {
		if i >= len(res.Headings) || res.Headings[i].Text != want.Text || res.Headings[i].Level != want.Level || res.Anchors[want.ID] != i+1 {
			t.Errorf("headings %+v, want %+v on page %d", res.Headings, want, i+1)
		}
	}
}

func TestPageReferencesMoveNothing(t *testing.T) {
	text := []prose.Inline{{Text: "see page "}, {PageOf: "there"}, {Text: " and "}, {Text: "on", Link: "#there"}}
	res, _ := square(t, authored(prose.Para(text...)), &render.NewPage{}, &render.Heading{ID: "there", Level: 2, Text: prose.Plain("There")})
	var line []Item
	for _, it := range res.Pages[0].Items {
		if it.Kind == Text && !it.Furniture {
			line = append(line, it)
		}
	}
	if len(line) != 4 || line[1].Text != "2 " {
		t.Fatalf("the line is %+v", line)
	}
	letter := line[1].Size / 2
	for i := 1; i < len(line); i++ {
		space := letter
		if got, want := line[i].X, line[i-1].X+line[i-1].W+space; got != want {
			t.Errorf("%q stands at %d, want %d", line[i].Text, got, want)
		}
	}
	if n := len(res.Pages[0].Links); n != 2 {
		t.Errorf("%d links, want the number and the word", n)
	}
}

// A page number that is filled into a justified line leaves no gap at its edge.
func TestPageReferenceInJustifiedLine(t *testing.T) {
	words := strings.Repeat("several words of a line ", 3)
	text := []prose.Inline{{Text: words + "see page "}, {PageOf: "there"}, {Text: " and " + words + words}}
	res, _ := square(t, authored(prose.Para(text...)), &render.NewPage{}, &render.Heading{ID: "there", Level: 2, Text: prose.Plain("There")})
	edges := make(map[int]int) // of each line, by its baseline
	for _, it := range res.Pages[0].Items {
		if it.Kind == Text && !it.Furniture {
			edges[it.Y] = max(edges[it.Y], it.X+it.W)
		}
	}
	full := 0
	for _, edge := range edges {
		full = max(full, edge)
	}
	short := 0
	for _, edge := range edges {
		if full-edge > 100 {
			short++
		}
	}
	if len(edges) < 3 || short != 1 {
		t.Errorf("%d of %d lines end before the edge, want the last one: %v", short, len(edges), edges)
	}
}

func TestContentsTellPages(t *testing.T) {
	res, _ := square(t, &render.Contents{Title: "Contents", Levels: 2},
		&render.Section{ID: "s", Number: "Section 1", Title: "One"}, heading("Deep"),
		&render.Section{ID: "s2", Title: "Two"})
	want := "Contents\nSection 1\nOne\n1\nDeep\nTwo\n2\n"
	if got := res.Pages[0].Words(); got != want {
		t.Errorf("contents are %q, want %q", got, want)
	}
	var outline []string
	for _, h := range res.Headings {
		outline = append(outline, fmt.Sprint(h.Level, " ", h.Text, " ", h.Page))
	}
	if got, want := strings.Join(outline, "; "), "1 Section 1 – One 2; 2 Deep 2; 1 Two 3"; got != want {
		t.Errorf("outline is %s, want %s", got, want)
	}
}

func TestFindings(t *testing.T) {
	src := diag.NewSource("a.md", []byte("one 漢 two\x07 😀 [x](#gone)"))
	value := diag.NewSource("socdraft.toml", []byte(`"漢字"`))
	in := func(from, to int) prose.Inline {
		return prose.Inline{Text: string(src.Text[from:to]), Span: src.At(from, to)}
	}
	link := in(19, 20)
	link.Link = "#gone"
	doc := &render.Document{Blocks: []render.Block{authored(
		prose.Para(in(0, 17), link, prose.Inline{Text: "漢字", Span: value.At(1, 7), Use: src.At(0, 3)}),
		prose.Para(in(0, 17)), // said twice, reported once
		&prose.Figure{Path: "none.png", Alt: "what it shows", Span: src.At(4, 7)},
	)}}
	res, list := Pages(doc, render.DefaultTheme(), font.Embedded())
	var got []string
	for _, f := range list.All() {
		line, col := f.Span.Position()
		got = append(got, fmt.Sprintf("%s %s:%d:%d %s %d", f.Rule.Name, f.Span.Name(), line, col, f.Message, len(f.Notes)))
	}
	want := []string{
		"missing-glyph a.md:1:5 the character '漢' (U+6F22) has no glyph in the report's fonts and is shown as □ 0",
		"missing-glyph a.md:1:10 the control character U+0007 is dropped 0",
		"missing-glyph a.md:1:12 the character '😀' (U+1F600) has no glyph in the report's fonts and is shown as □ 0",
		`missing-glyph socdraft.toml:1:2 2 characters, "漢字", have no glyph in the report's fonts and are shown as □ 1`,
		`unknown-anchor a.md:1:15 link to "#gone" leads nowhere in this document 0`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("findings:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !strings.Contains(res.Text(), "one □ two □") || !strings.Contains(res.Text(), "[what it shows]") {
		t.Errorf("text is %q", res.Text())
	}
}

func TestBreakAfter(t *testing.T) {
	for word, want := range map[string]string{
		"third-party": "third-|party", "AC-02": "AC-02", "us-west": "us-west", "approval/release": "approval/|release",
		"and/or": "and/or", "2025–2026": "2025–2026", "item—accepted": "item—|accepted", "CC6.1": "CC6.1", "a": "a", "": "",
	} {
		n := breakAfter(word)
		got := word[:n]
		if n < len(word) {
			got += "|" + word[n:]
		}
		if got != want {
			t.Errorf("%q breaks as %q, want %q", word, got, want)
		}
	}
}

func TestDivide(t *testing.T) {
	const pt = render.Point
	for _, c := range []struct {
		name  string
		needs []need
		want  []int
	}{
		{"shares", []need{{share: 250}, {share: 750}}, []int{120, 360}},
		{"content fits", []need{{10 * pt, 50 * pt, 0}, {10 * pt, 190 * pt, 0}}, []int{100, 380}},
		{"content is wider", []need{{50 * pt, 60 * pt, 0}, {50 * pt, 9000 * pt, 0}}, []int{55, 424}},
		{"shares that are too large", []need{{share: 900}, {share: 900}}, []int{240, 240}},
		{"a share and the rest", []need{{share: 500}, {10 * pt, 20 * pt, 0}}, []int{240, 240}},
		{"shares that leave nothing", []need{{share: 500}, {share: 500}, {10 * pt, 20 * pt, 0}}, []int{224, 224, 22}},
	} {
		got := divide(c.needs, 490*pt, 10*pt)
		for i := range got {
			got[i] /= pt
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// A head and the heading over it never stand at the foot of a page without
// the first row, wherever on the page they begin and however the row can be
// cut.
func TestNoHeadStandsAlone(t *testing.T) {
	columns := []render.Column{{Head: "Control", Share: 400}, {Head: "Tests", Share: 400}, {Head: "Results", Share: 200}}
	meta := &render.Meta{Inlines: prose.Plain("Inspection")}
	test := func(n int) []render.Cell {
		return []render.Cell{{Blocks: []render.Block{meta, authored(lines("test", n))}}, render.PlainCell(0, prose.Plain("No exceptions noted.")...)}
	}
	for n := range 46 {
		for size := 1; size < 9; size++ {
			row := render.Row{ID: "row", Key: "AC-01", Lead: []render.Cell{{Blocks: []render.Block{authored(lines("title", 1), lines("control", 9)), meta}}},
				Bands: [][]render.Cell{test(size), test(5), test(6)}}
			res, _ := square(t, authored(lines("a", n+1)), heading("H"), &render.Table{ID: "table", Columns: columns, Rows: []render.Row{row}})
			head, _ := res.Place("table")
			first, ok := res.Place("row")
			if !ok || head.Page != first.Page {
				t.Errorf("%d lines, a test of %d: the head stands on page %d, its first row on page %d", n+1, size, head.Page, first.Page)
			}
		}
	}
}
