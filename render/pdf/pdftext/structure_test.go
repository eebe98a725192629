package pdftext

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/render/pdf"
)

// tagged returns a file with an element of each kind.
func tagged(t *testing.T) []byte {
	t.Helper()
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 90, 60))); err != nil {
		t.Fatal(err)
	}
	para := func(text string) *prose.Paragraph { return prose.Para(prose.Inline{Text: text}) }
	note := prose.Inline{Text: "1", Link: "#note", Style: prose.Superscript}
	table := &render.Table{ID: "t", Caption: "Services", Columns: []render.Column{{Head: "Name"}, {Head: "What"}, {Head: "Result"}}}
	for i := range 60 {
		whose := render.ByManagement
		table.Rows = append(table.Rows, render.Row{Key: fmt.Sprint("K-", i), Lead: []render.Cell{render.PlainCell(whose, prose.Inline{Text: fmt.Sprint("lead ", i)})},
			Bands: [][]render.Cell{{render.PlainCell(whose, prose.Inline{Text: "first"}), render.PlainCell(whose, prose.Inline{Text: "one"})},
				{render.PlainCell(whose, prose.Inline{Text: "second"})}}})
	}
	doc := &render.Document{Name: "soc2-draft", Title: "DRAFT", Lang: "en-US", Mark: "DRAFT", Watermark: "DRAFT",
		Images: map[string]render.Image{"a.png": {Data: picture.Bytes(), Format: "png", Width: 90, Height: 60}},
		Blocks: []render.Block{
			&render.Contents{Title: "Contents", Levels: 2},
			&render.Section{ID: "s", Number: "Section 1", Title: "Description"},
			&render.Heading{ID: "h", Level: 2, Text: prose.Plain("Overview")},
			render.NewProse(render.ByManagement,
				prose.Para(prose.Inline{Text: "See "}, prose.Inline{Text: "the overview", Link: "#h"}, prose.Inline{Text: " and "},
					prose.Inline{Text: "a site", Link: "https://example.com"}, note, prose.Inline{Text: "."}),
				&prose.List{Items: []prose.Item{{Blocks: []prose.Block{para("An item.")}}}},
				&prose.Heading{Level: 4, Inlines: prose.Plain("Skips a level")},
				&prose.Figure{Path: "a.png", Alt: "A grey box", Caption: prose.Plain("The box")},
				&prose.Notes{Notes: []prose.Note{{ID: "note", Number: 1, Blocks: []prose.Block{para("A note.")}}}}),
			table,
		}}
	fonts := font.Embedded()
	res, _ := layout.Pages(doc, render.DefaultTheme(), fonts)
	out, err := pdf.Write(doc, res, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func structureOf(t *testing.T, f *File) *Structure {
	t.Helper()
	s, err := f.Structure()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func opened(t *testing.T, file []byte) *File {
	t.Helper()
	f, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestAFileWithAllElementsIsSound(t *testing.T) {
	s := structureOf(t, opened(t, tagged(t)))
	for _, problem := range s.Problems {
		t.Error(problem)
	}
	count := map[string]int{}
	s.Root.Walk(func(e *Element) { count[e.Tag]++ })
	for tag, want := range map[string]int{"Document": 1, "Sect": 2, "H1": 2, "H2": 1, "H3": 1, "Table": 1, "THead": 1, "TR": 121, "TH": 3, "TD": 240,
		"L": 1, "LI": 1, "Figure": 1, "Caption": 2, "Note": 1, "TOC": 2, "TOCI": 2, "Link": 5} {
		if count[tag] != want {
			t.Errorf("there are %d %s, want %d: a table over several pages is one", count[tag], tag, want)
		}
	}
	text := s.Root.Text()
	for _, want := range []string{"Section 1 Description\n", "See the overview and a site1.\n", "A note.\n", "lead 59\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %q:\n%.600s", want, text)
		}
	}
	for _, bad := range []string{"DRAFT", "continued", "Page 1 of"} {
		if strings.Contains(text, bad) {
			t.Errorf("the text has %q, which is decoration", bad)
		}
	}
}

// edit changes the first object, or the content of the first page, that holds
// the old words.
func edit(t *testing.T, f *File, old, changed string) {
	t.Helper()
	for i := range f.places {
		if f.places[i].kind == 0 {
			continue
		}
		o, err := f.object(i)
		if err != nil {
			t.Fatal(err)
		}
		if o.stream == nil && bytes.Contains(o.raw, []byte(old)) {
			raw := bytes.Replace(o.raw, []byte(old), []byte(changed), 1)
			v, err := (&reader{in: raw}).value()
			if err != nil {
				t.Fatal(err)
			}
			f.objects[i] = object{value: v, raw: raw}
			return
		}
		if data, err := inflate(o); err == nil && bytes.Contains(data, []byte(old)) && bytes.Contains(data, []byte("EMC")) {
			var b bytes.Buffer
			z := zlib.NewWriter(&b)
			_, _ = z.Write(bytes.Replace(data, []byte(old), []byte(changed), 1))
			z.Close()
			f.objects[i] = object{value: o.value, raw: o.raw, stream: b.Bytes()}
			return
		}
	}
	t.Fatalf("no object holds %q", old)
}

func TestDamageIsFound(t *testing.T) {
	file := tagged(t)
	for _, c := range []struct{ old, changed, want string }{
		{"/Scope/Column", "/Scope/None", "does not say what it is the head of"},
		{"/S/H2", "/S/H3", "after level 1"},
		{"/Alt(A grey box)", "", "has no alternative text"},
		{"/Alt(A grey box)", "/Alt( )", "has no alternative text"},
		{"/RowSpan 2", "", "columns, the table"},
		{"/S/LBody", "/S/TD", "stands in LI"},
		{"/S/THead", "/S/TBody", ""},
		{"/ID(note", "/Id(note", "has no name of its own"},
		{"/MCID 1>>", "/MCID 0>>", "twice"},
		{"/MCID 3>>", "/MCID 9999>>", "has no element"},
		{"/Artifact BMC", "/P<</MCID 9999>>BDC", "has no element"},
		{"/Artifact<</Type/Pagination>>BDC", "q", "never begun"},
		{"/F 4/", "/F 0/", "is not printed"},
		{"/Contents(Overview)", "/Contents()", "does not say where it leads"},
		{"/Dest(h)", "/Dest(nowhere)", "has no place"},
		{"/StructParent ", "/StructParents ", "has no key of its own"},
		{"<</Type/OBJR/Obj ", "<</Type/OBJR/Other ", "leads to"},
		{"/MarkInfo<</Marked true>>", "", "does not say that it is tagged"},
		{"/Tabs/S", "", "order of the tree"},
		{"/S/Document", "/S/Sect", "begins with Sect"},
	} {
		f := opened(t, file)
		edit(t, f, c.old, c.changed)
		s, err := f.Structure()
		problems := fmt.Sprint(err)
		if err == nil {
			problems = strings.Join(s.Problems, "\n")
		}
		if c.want == "" { // it is allowed
			if problems != "" {
				t.Errorf("%q for %q is a problem: %s", c.changed, c.old, problems)
			}
		} else if !strings.Contains(problems, c.want) {
			t.Errorf("%q for %q is not found: want %q in %q", c.changed, c.old, c.want, problems)
		}
	}
}

func TestPaintOutsideOfElementsIsFound(t *testing.T) {
	p, err := follow([]byte("0 0 10 10 re f /Artifact BMC 0 0 9 9 re f EMC BT [(" + wide("loose") + ")]TJ ET"))
	if err != nil || len(p.loose) != 2 || p.loose[0] != "f" || p.loose[1] != "loose" {
		t.Errorf("found %q, %v", p.loose, err)
	}
}
