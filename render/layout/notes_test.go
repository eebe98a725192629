package layout

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// A noter builds text with footnotes, in files as an author writes them.
type noter struct {
	*rand.Rand
	file    int
	numbers int      // of the notes so far of the file in hand
	words   []string // all that must be printed once
	deep    bool     // notes may refer to notes
	loose   bool     // some notes have no mark
	flat    bool     // without tables, where columns are read one after the other
}

// words returns n words that occur nowhere else, "f1.b0.x" and so on.
func (m *noter) said(name string, n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("%s.%dx", name, i)
		m.words = append(m.words, out[i])
	}
	return strings.Join(out, " ")
}

func noteName(file, number int) string { return fmt.Sprintf("n%d.%d", file, number) }

func ref(file, number int) prose.Inline {
	return prose.Inline{Text: fmt.Sprint(number), Style: prose.Superscript, Link: "#" + noteName(file, number)}
}

// runs returns text with some marks.
func (m *noter) runs(most int) []prose.Inline {
	var out []prose.Inline
	for range 1 + m.IntN(4) {
		m.words = append(m.words, "")
		name := fmt.Sprintf("b%d", len(m.words))
		out = append(out, prose.Inline{Text: m.said(name, 1+m.IntN(most))})
		switch m.IntN(4) {
		case 0:
			m.numbers++
			out = append(out, ref(m.file, m.numbers))
		case 1:
			if m.numbers > 0 { // a mark again
				out = append(out, ref(m.file, 1+m.IntN(m.numbers)))
			}
		}
		out = append(out, prose.Inline{Text: " "})
	}
	return out
}

func (m *noter) block(depth int) prose.Block {
	inner := func() []prose.Block {
		var out []prose.Block
		for range 1 + m.IntN(3) {
			out = append(out, m.block(depth+1))
		}
		return out
	}
	switch k := m.IntN(11); {
	case k == 0 && depth < 3:
		return &prose.Quote{Blocks: inner()}
	case k == 1 && depth < 3:
		return &prose.List{Items: []prose.Item{{Blocks: inner()}, {Blocks: inner()}}}
	case k == 2 && depth < 3:
		return &prose.Alert{Kind: "note", Blocks: inner()}
	case k == 3 && depth < 3:
		return &prose.Heading{Level: 2, Inlines: m.runs(4)}
	case k == 4 && depth < 3 && !m.flat:
		t := &prose.Table{Head: []prose.Cell{{Inlines: m.runs(3)}, {Inlines: m.runs(3)}}}
		for range 1 + m.IntN(6) {
			t.Rows = append(t.Rows, []prose.Cell{{Inlines: m.runs(30)}, {Inlines: m.runs(60)}})
		}
		return t
	case k == 5:
		m.words = append(m.words, "")
		return &prose.Code{Text: m.said(fmt.Sprintf("c%d", len(m.words)), 1+m.IntN(4)) + "\n"}
	}
	return &prose.Paragraph{Inlines: m.runs(60)}
}

// note returns a note: short most often, now and then longer than a page.
func (m *noter) note(number int) prose.Note {
	name := noteName(m.file, number)
	n := prose.Note{Number: number, ID: name}
	size := 1 + m.IntN(20)
	switch m.IntN(12) {
	case 0:
		size = 2500
	case 1:
		size = 150
	}
	text := []prose.Inline{{Text: m.said(name, size)}}
	if m.deep && m.IntN(4) == 0 {
		m.numbers++
		text = append(text, ref(m.file, m.numbers))
		if !m.loose {
			text = append(text, ref(m.file, number))
		}
	}
	n.Blocks = append(n.Blocks, &prose.Paragraph{Inlines: text})
	switch m.IntN(8) {
	case 0:
		n.Blocks = append(n.Blocks, &prose.Code{Text: m.said(name+"c", 8) + "\n"})
	case 1:
		n.Blocks = append(n.Blocks, &prose.List{Items: []prose.Item{{Blocks: []prose.Block{prose.Para(prose.Inline{Text: m.said(name+"l", 30)})}}}})
	case 2:
		cell := func(k string) prose.Cell { return prose.Cell{Inlines: prose.Plain(m.said(name+k, 9))} }
		n.Blocks = append(n.Blocks, &prose.Table{Head: []prose.Cell{cell("h"), cell("i")}, Rows: [][]prose.Cell{{cell("j"), cell("k")}}})
	}
	return n
}

// notes returns the notes of the file in hand and starts the next one.
func (m *noter) notes() *prose.Notes {
	if m.loose && m.IntN(2) == 0 {
		m.numbers++
	}
	notes := &prose.Notes{}
	for i := 1; i <= m.numbers; i++ {
		notes.Notes = append(notes.Notes, m.note(i))
	}
	m.file++
	m.numbers = 0
	return notes
}

func (m *noter) document() *render.Document {
	doc := &render.Document{Mark: "DRAFT", Paper: render.Paper(m.IntN(2))}
	for range 1 + m.IntN(4) {
		if m.IntN(3) == 0 {
			doc.Blocks = append(doc.Blocks, &render.Section{Title: "Section"})
			m.words = append(m.words, "Section")
		}
		var blocks []prose.Block
		for range 1 + m.IntN(12) {
			blocks = append(blocks, m.block(0))
		}
		doc.Blocks = append(doc.Blocks, authored(blocks...))
		if !m.flat && m.IntN(2) == 0 {
			doc.Blocks = append(doc.Blocks, m.table())
		}
		doc.Blocks = append(doc.Blocks, authored(m.notes()))
	}
	return doc
}

// table has texts with notes of their own in its cells, and references to the
// notes of the file around it.
func (m *noter) table() *render.Table {
	t := &render.Table{Columns: []render.Column{{}, {}, {}}}
	outer, outerNumbers := m.file, m.numbers
	for range 1 + m.IntN(4) {
		cell := func() render.Cell {
			m.file += 100
			m.numbers = 0
			text := prose.Para(m.runs(50)...)
			return render.Cell{Blocks: []render.Block{authored(text, m.notes())}}
		}
		row := render.Row{Key: "K", Lead: []render.Cell{cell()}}
		for range 1 + m.IntN(3) {
			row.Bands = append(row.Bands, []render.Cell{cell(), cell()})
		}
		t.Rows = append(t.Rows, row)
	}
	m.file, m.numbers = outer, outerNumbers
	return t
}

// A printed document tells where each word stands.
type printed struct {
	page, order map[string]int
	marks       map[string]int // page of the first mark of each note
}

// read finds every word, and checks that none is printed twice, lost, or in the
// way of others.
func readNotes(t *testing.T, res *Result, words []string) printed {
	t.Helper()
	out := printed{map[string]int{}, map[string]int{}, map[string]int{}}
	for i := range res.Pages {
		page := &res.Pages[i]
		checkFoot(t, page, i+1)
		for _, it := range page.Items {
			if it.Kind != Text || it.Furniture {
				continue
			}
			for _, w := range strings.Fields(strings.ReplaceAll(it.Text, "\u00a0", " ")) {
				if !strings.HasSuffix(w, "x") && w != "Section" {
					continue
				}
				if out.page[w] > 0 && w != "Section" {
					t.Fatalf("%q stands on pages %d and %d", w, out.page[w], i+1)
				}
				out.page[w], out.order[w] = i+1, len(out.order)
			}
		}
		for _, l := range page.Links {
			if name, ok := strings.CutPrefix(l.Target, "#"); ok && out.marks[name] == 0 {
				out.marks[name] = i + 1
			}
		}
	}
	for _, w := range words {
		if w != "" && out.page[w] == 0 {
			t.Fatalf("%q is lost", w)
		}
	}
	return out
}

// checkFoot checks that notes stand below the text of their page and above its
// footer.
func checkFoot(t *testing.T, page *Page, number int) {
	t.Helper()
	inside(t, page, number)
	rule := -1
	for i, it := range page.Items {
		if it.Kind == Rule && it.W == 72*render.Point && it.Stroke == 400 {
			rule = i
		}
	}
	for i, it := range page.Items {
		if it.Kind != Text || it.Furniture {
			continue
		}
		if it.Y > page.Height-68*render.Point {
			t.Fatalf("page %d: %q stands in the footer, at %d", number, it.Text, it.Y)
		}
		if rule >= 0 && (it.Y > page.Items[rule].Y) != (i > rule) {
			t.Fatalf("page %d: %q at %d is on the wrong side of the notes' rule at %d", number, it.Text, it.Y, page.Items[rule].Y)
		}
	}
}

func TestEveryNoteStandsOnceFromTheMarksPageOn(t *testing.T) {
	for seed := range uint64(80) {
		m := &noter{Rand: rand.New(rand.NewPCG(seed, 3)), deep: seed%2 == 0, loose: seed%3 == 0}
		doc := m.document()
		res, _ := Pages(doc, render.DefaultTheme(), font.Embedded())
		p := readNotes(t, res, m.words)
		for name, page := range p.marks {
			if at, ok := p.page[name+".0x"]; ok && at < page {
				t.Errorf("seed %d: note %s stands on page %d, its first mark on page %d", seed, name, at, page)
			}
		}
		if limit := 4 + len(m.words)/12; len(res.Pages) > limit {
			t.Errorf("seed %d: %d pages for %d words", seed, len(res.Pages), len(m.words))
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func TestNotesComeInTheOrderOfTheirNumbers(t *testing.T) {
	for seed := range uint64(60) {
		m := &noter{Rand: rand.New(rand.NewPCG(seed, 5)), flat: true}
		res, _ := Pages(m.document(), render.DefaultTheme(), font.Embedded())
		p := readNotes(t, res, m.words)
		for file := range m.file {
			last := -1
			for n := 1; ; n++ {
				at, ok := p.order[noteName(file, n)+".0x"]
				if !ok {
					break
				}
				if at < last {
					t.Fatalf("seed %d: note %d of file %d comes before the one before it", seed, n, file)
				}
				last = at
			}
		}
	}
}

// noted returns a document of a paragraph with n notes of the given words.
func noted(n, words int, inCell bool) (*render.Document, []string) {
	m := &noter{Rand: rand.New(rand.NewPCG(1, 1))}
	para, notes := &prose.Paragraph{}, &prose.Notes{}
	for i := 1; i <= n; i++ {
		para.Inlines = append(para.Inlines, prose.Inline{Text: m.said(fmt.Sprint("b", i), 1)}, ref(0, i), prose.Inline{Text: " "})
		notes.Notes = append(notes.Notes, prose.Note{Number: i, ID: noteName(0, i), Blocks: []prose.Block{prose.Para(prose.Inline{Text: m.said(noteName(0, i), words)})}})
	}
	text := authored(para, notes)
	doc := &render.Document{Blocks: []render.Block{text}}
	if inCell {
		doc.Blocks = []render.Block{&render.Table{Columns: make([]render.Column, 2), Rows: []render.Row{{Key: "K",
			Bands: [][]render.Cell{{{Blocks: []render.Block{text}}, {}}}}}}}
	}
	return doc, m.words
}

func TestHardNotes(t *testing.T) {
	for _, c := range []struct {
		n, words int
		inCell   bool
		most     int
	}{
		{5000, 3, false, 320}, {5000, 3, true, 320}, {3, 9000, false, 100}, {3, 9000, true, 100}, {40, 400, false, 100}, {400, 30, true, 100},
	} {
		doc, words := noted(c.n, c.words, c.inCell)
		res, _ := Pages(doc, render.DefaultTheme(), font.Embedded())
		readNotes(t, res, words)
		if len(res.Pages) > c.most {
			t.Errorf("%d notes of %d words take %d pages, want at most %d", c.n, c.words, len(res.Pages), c.most)
		}
	}
}

func TestNotesWithinNotesEnd(t *testing.T) {
	const n = 2000
	m := &noter{Rand: rand.New(rand.NewPCG(1, 1))}
	notes := &prose.Notes{}
	for i := 1; i <= n; i++ {
		text := prose.Para(prose.Inline{Text: m.said(noteName(0, i), 1)}, ref(0, i%n+1))
		notes.Notes = append(notes.Notes, prose.Note{Number: i, ID: noteName(0, i), Blocks: []prose.Block{text}})
	}
	doc := &render.Document{Blocks: []render.Block{authored(prose.Para(prose.Inline{Text: m.said("b", 1)}, ref(0, 1)), notes)}}
	res, _ := Pages(doc, render.DefaultTheme(), font.Embedded())
	readNotes(t, res, m.words)
}

func TestALineGoesWithItsNote(t *testing.T) {
	for n := 30; n < 44; n++ {
		last := prose.Para(prose.Inline{Text: "marked"}, ref(0, 1))
		notes := &prose.Notes{Notes: []prose.Note{{Number: 1, ID: noteName(0, 1), Blocks: []prose.Block{lines("note", 4)}}}}
		res, _ := square(t, authored(lines("a", n), last, notes))
		page := slices.IndexFunc(res.Pages, func(p Page) bool { return strings.Contains(p.Words(), "marked") })
		if got := res.Pages[page].Words(); !strings.HasSuffix(got, "1\nnote 1\nnote 2\nnote 3\nnote 4\n") {
			t.Errorf("after %d lines, page %d with the mark is %q", n, page+1, got)
		}
	}
}

func TestATextShownTwiceHasItsNoteTwice(t *testing.T) {
	text := authored(prose.Para(prose.Inline{Text: "marked"}, ref(0, 1)),
		&prose.Notes{Notes: []prose.Note{{Number: 1, ID: noteName(0, 1), Blocks: []prose.Block{lines("note", 1)}}}})
	res, _ := square(t, text, &render.NewPage{}, text)
	if got, want := res.Text(), "marked1\n1\nnote 1\n\fmarked1\n1\nnote 1\n"; got != want {
		t.Errorf("pages are %q, want %q", got, want)
	}
}

func TestANoteWithoutAMarkEndsItsPart(t *testing.T) {
	text := authored(lines("a", 1), &prose.Notes{Notes: []prose.Note{{Number: 1, ID: noteName(0, 1), Blocks: []prose.Block{lines("note", 1)}}}})
	res, _ := square(t, text, heading("Next"))
	if got, want := res.Text(), "a 1\n1\nnote 1\nNext\n"; got != want {
		t.Errorf("the page is %q, want %q", got, want)
	}
}

func TestNotesOfNotesStandInTheirOrder(t *testing.T) {
	note := func(number int, more ...prose.Inline) prose.Note {
		text := append([]prose.Inline{{Text: fmt.Sprint("note ", number)}}, more...)
		return prose.Note{Number: number, ID: noteName(0, number), Blocks: []prose.Block{prose.Para(text...)}}
	}
	res, _ := square(t, authored(prose.Para(prose.Inline{Text: "one"}, ref(0, 1)), prose.Para(prose.Inline{Text: "two"}, ref(0, 2)),
		&prose.Notes{Notes: []prose.Note{note(1, ref(0, 3)), note(2), note(3)}}))
	if got, want := res.Text(), "one1\ntwo2\n1\nnote 13\n2\nnote 2\n3\nnote 3\n"; got != want {
		t.Errorf("the page is %q, want %q", got, want)
	}
}

// A long note begins below its mark with two lines at least, and goes on at
// the foot of the next page, with two lines at least too.
func TestALongNoteGoesOn(t *testing.T) {
	for n := 20; n < 44; n++ {
		notes := &prose.Notes{Notes: []prose.Note{{Number: 1, ID: noteName(0, 1), Blocks: []prose.Block{lines("note", 20)}}}}
		res, _ := square(t, authored(lines("a", n), prose.Para(prose.Inline{Text: "marked"}, ref(0, 1)), lines("b", 30), notes))
		for i, p := range res.Pages {
			words := p.Words()
			if count := strings.Count(words, "note "); count == 1 || strings.Contains(words, "marked") && count < 2 {
				t.Errorf("after %d lines, page %d has %d lines of the note", n, i+1, count)
			}
			if i > 0 && strings.Contains(words, "note 20\n") && !strings.HasSuffix(words, "note 20\n") {
				t.Errorf("after %d lines, page %d goes on below the note", n, i+1)
			}
		}
	}
}

func TestContentsShowNoMarksOfNotes(t *testing.T) {
	marked := &render.Heading{ID: "h", Level: 2, Text: []prose.Inline{{Text: "Heading"}, ref(0, 1)}}
	notes := &prose.Notes{Notes: []prose.Note{{Number: 1, ID: noteName(0, 1), Blocks: []prose.Block{lines("note", 1)}}}}
	res, _ := square(t, &render.Contents{Title: "Contents", Levels: 2}, marked, authored(notes))
	if got, want := res.Text(), "Contents\nHeading\n2\n\fHeading1\n1\nnote 1\n"; got != want {
		t.Errorf("pages are %q, want %q", got, want)
	}
	if got := res.Headings[0].Text; got != "Heading" {
		t.Errorf("the bookmark is %q", got)
	}
}

func TestNotesAreInTheWordsOfTheirText(t *testing.T) {
	for owner, want := range map[render.Owner]string{render.ByManagement: "the auditor’s", render.ByServiceAuditor: "the auditor's"} {
		notes := &prose.Notes{Notes: []prose.Note{{Number: 1, ID: noteName(0, 1), Blocks: []prose.Block{prose.Para(prose.Inline{Text: "the auditor's"})}}}}
		res, _ := square(t, render.NewProse(owner, prose.Para(prose.Inline{Text: "marked"}, ref(0, 1)), notes), authored(lines("b", 1)))
		if !strings.HasSuffix(res.Text(), "b 1\n1\n"+want+"\n") {
			t.Errorf("%v: the page is %q, want %q in the note", owner, res.Text(), want)
		}
	}
}

func TestNotesOfTextAcrossATableStandAtTheFoot(t *testing.T) {
	across := authored(prose.Para(prose.Inline{Text: "marked"}, ref(0, 1)),
		&prose.Notes{Notes: []prose.Note{{Number: 1, ID: noteName(0, 1), Blocks: []prose.Block{lines("note", 1)}}}})
	res, _ := square(t, &render.Table{Columns: make([]render.Column, 1), Rows: []render.Row{
		{Key: "K", Across: []render.Block{across}}, render.PlainRow("", "K", render.PlainCell(render.ByManagement, prose.Plain("row")...))}})
	if got, want := res.Text(), "marked1\nrow\n1\nnote 1\n"; got != want {
		t.Errorf("the page is %q, want %q", got, want)
	}
}
