package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
	"time"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
)

// sample is a small document with everything that the painter treats on its
// own: faces, links, bookmarks, turned pages and images.
func sample() *render.Document {
	text := []prose.Inline{{Text: "Plain “quoted” – dashed "}, {Text: "bold", Style: prose.Bold}, {Text: " and "},
		{Text: "mono", Style: prose.Mono}, {Text: ", see "}, {Text: "the site", Link: "https://example.com/a(b)?q=ä"},
		{Text: " and "}, {Text: "CC6.1", Link: "#CC6.1"}, {Text: "."}}
	return &render.Document{
		Watermark: "DRAFT",
		Name:      "soc2-draft", Title: "DRAFT – SOC 2 report", Lang: "en-US",
		Date:   time.Date(2026, 11, 12, 9, 30, 0, 0, time.FixedZone("somewhere", 3600)),
		Header: "Wrenfield", Mark: "DRAFT · working edition", Footer: "Wrenfield, Inc.",
		Images: map[string]render.Image{
			"a.png": {Data: picture(40, 30, color.RGBA{255, 0, 0, 255}), Format: "png", Width: 40, Height: 30},
			"b.png": {Data: picture(40, 20, color.RGBA{0, 0, 255, 255}), Format: "png", Width: 40, Height: 20},
			"c.jpg": {Data: photo(40, 25), Format: "jpeg", Width: 40, Height: 25},
		},
		Blocks: []render.Block{
			&render.Cover{Title: "Report", Name: "Wrenfield"},
			&render.Section{ID: "s3", Number: "Section 3", Title: "Description"},
			&render.Heading{ID: "h", Level: 2, Text: prose.Plain("Overview")},
			render.NewProse(render.ByManagement, prose.Para(text...),
				&prose.Figure{Path: "a.png"}, &prose.Figure{Path: "b.png"}, &prose.Figure{Path: "c.jpg"}),
			render.NewProse(render.ByManagement, &prose.Diagram{
				Nodes: []prose.DiagramNode{{Label: prose.Plain("Host"), Outline: prose.Outside, Group: -1}, {Label: prose.Plain("Store"), Outline: prose.Store, Group: -1}},
				Edges: []prose.DiagramEdge{{From: 0, To: 1, Head: true}},
			}),
			&render.Matrix{ID: "m", Caption: "Matrix", Controls: []render.MatrixControl{{ID: "AC-01"}},
				Rows: []render.MatrixRow{{ID: "CC6.1", Series: "CC6", Title: "Access", Marks: []render.Mark{render.Mapped}, Through: "CSOC-1"}}},
		},
	}
}

func picture(w, h int, c color.RGBA) []byte {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		m.Set(i%w, i/w, c)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func photo(w, h int) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, w, h)), nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func build(t testing.TB, doc *render.Document) []byte {
	t.Helper()
	fonts := font.Embedded()
	res, _ := layout.Pages(doc, render.DefaultTheme(), fonts)
	out, err := Write(doc, res, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSameDocumentSameBytes(t *testing.T) {
	want := sha256.Sum256(build(t, sample()))
	for i := range 20 {
		if got := sha256.Sum256(build(t, sample())); got != want {
			t.Fatalf("build %d differs", i)
		}
	}
}

func TestReadBack(t *testing.T) {
	f := read(t, build(t, sample()))
	for _, want := range []string{"/Title (\xfe\xff\x00D\x00R\x00A\x00F\x00T", "/Producer (socdraft)", "/CreationDate (D:20261112083000Z)",
		"/Lang (en-US)", "/DisplayDocTitle true", "/PageLabels<</Nums[0<</S/r>>1<</S/D>>]>>", "+SourceSans3-Regular", "+LiberationMono-Regular",
		`/URI(https://example.com/a\(b\)?q=%C3%A4)`, "/Type /Outlines /Count 1", "/Count -2"} {
		if !strings.Contains(f.dicts, want) {
			t.Errorf("the file lacks %q", want)
		}
	}
	for _, bad := range []string{"/Author", "/Creator", "/utf8", "/EmbeddedFiles", "SemiboldIt"} {
		if strings.Contains(f.dicts, bad) {
			t.Errorf("the file has %q", bad)
		}
	}
	text := strings.Join(f.texts, "\n")
	for _, want := range []string{"DRAFT · working edition", "Plain “quoted” – dashed bold and mono, see the site and CC6.1.",
		"Page i of i", "Page 1 of 2", "Page 2 of 2", "AC-01", "CSOC-1"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %q:\n%s", want, text)
		}
	}
	if n := strings.Count(f.dicts, "/FontFile2"); n != 3 {
		t.Errorf("%d fonts are embedded, want 3", n)
	}
	if n := strings.Count(f.dicts, "/Subtype /Form"); n != 2 {
		t.Errorf("the watermark is written %d times, want once upright and once turned", n)
	}
	if n := strings.Count(f.dicts, "/Subtype /Image"); n != 3 {
		t.Errorf("%d images are embedded, want 3", n)
	}
}

// The library counts the y of bookmarks from the height of the last page.
func TestBookmarksOfMixedPages(t *testing.T) {
	f := read(t, build(t, sample()))
	doc := sample()
	res, _ := layout.Pages(doc, render.DefaultTheme(), font.Embedded())
	for _, h := range res.Headings {
		y := res.Pages[h.Page-1].Height - max(h.Y-lead, 0)
		want := fmt.Sprintf("/Dest [%d 0 R /XYZ 0 %.2f null]", 1+2*h.Page, pt(y))
		if !strings.Contains(f.dicts, want) {
			t.Errorf("no bookmark of %q at %s", h.Text, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	s := &stream{}
	s.nums(0, 1, 10, 100, 1000, -1, -1500, 12345, 120)
	if got, want := string(s.b), "0 0.001 0.01 0.1 1 -0.001 -1.5 12.345 0.12 "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A polyline stays open and a polygon is closed; dashes are set for one alone.
func TestBrokenLines(t *testing.T) {
	s := &stream{height: 10_000}
	art := &layout.Art{Points: []layout.Point{{X: 0, Y: 0}, {X: 5000, Y: 0}}, Dash: 2500}
	s.item(&layout.Item{Kind: layout.Polyline, Stroke: 700, Art: art}, nil)
	s.item(&layout.Item{Kind: layout.Polygon, Stroke: 700, Art: &layout.Art{Points: art.Points}}, nil)
	s.item(&layout.Item{Kind: layout.Frame, W: 5000, H: 5000}, nil)
	want := "q 1 j\n0 0 0 RG\n0.7 w\n[2.5 2.5 ] 0 d\n0 10 m\n5 10 l\nS Q\nq 1 j\n0 0 0 RG\n0.7 w\n0 10 m\n5 10 l\ns Q\n"
	if got := string(s.b); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func BenchmarkWrite(b *testing.B) {
	doc := &render.Document{Name: "bench", Mark: "DRAFT"}
	for i := range 150 {
		doc.Blocks = append(doc.Blocks, &render.Section{ID: fmt.Sprint("s", i), Title: fmt.Sprint("Section ", i)})
		for range 9 {
			doc.Blocks = append(doc.Blocks, render.NewProse(render.ByManagement, prose.Para(prose.Inline{
				Text: strings.Repeat("Access is granted after approval and reviewed each quarter. ", 6)})))
		}
	}
	fonts := font.Embedded()
	res, _ := layout.Pages(doc, render.DefaultTheme(), fonts)
	b.ReportMetric(float64(len(res.Pages)), "pages")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(doc, res, fonts); err != nil {
			b.Fatal(err)
		}
	}
}
