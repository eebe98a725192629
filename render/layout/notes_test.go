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

// A printed document tells where each word stands.
type printed struct {
	page, order map[string]int
	marks       map[string]int // page of the first mark of each note
}

// readNotes finds every word, and checks that none is printed twice, lost, or in the
// way of others.
func readNotes(t *testing.T, res *Result, words []string) printed {
	t.Helper()
	theme := render.DefaultTheme()
	out := printed{map[string]int{}, map[string]int{}, map[string]int{}}
	for i := range res.Pages {
		page := &res.Pages[i]
		checkFoot(t, theme, page, i+1)
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
func checkFoot(t *testing.T, theme *render.Theme, page *Page, number int) {
	t.Helper()
	inside(t, page, number)
	rule := -1
	for i, it := range page.Items {
		if it.Kind == Rule && it.W == theme.Length("short-rule") && it.Stroke == theme.Length("notes-rule") {
			rule = i
		}
	}
	for i, it := range page.Items {
		if it.Kind != Text || it.Furniture {
			continue
		}
		if it.Y > page.Height-theme.Page.Bottom.Len() {
			t.Fatalf("page %d: %q stands in the footer, at %d", number, it.Text, it.Y)
		}
		if rule >= 0 && (it.Y > page.Items[rule].Y) != (i > rule) {
			t.Fatalf("page %d: %q at %d is on the wrong side of the notes' rule at %d", number, it.Text, it.Y, page.Items[rule].Y)
		}
	}
}

// FuzzNotes checks that every note stands once, from the page of its first mark
// on, whatever is noted and wherever the mark stands.
func FuzzNotes(f *testing.F) {
	for seed := range uint64(80) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		m := &noter{Rand: rand.New(rand.NewPCG(seed, 3)), deep: seed%2 == 0, loose: seed%3 == 0}
		res, _ := Pages(m.document(), render.DefaultTheme(), font.Embedded())
		p := readNotes(t, res, m.words)
		for name, page := range p.marks {
			if at, ok := p.page[name+".0x"]; ok && at < page {
				t.Errorf("note %s stands on page %d, its first mark on page %d", name, at, page)
			}
		}
		if limit := 4 + len(m.words)/12; len(res.Pages) > limit {
			t.Errorf("%d pages for %d words", len(res.Pages), len(m.words))
		}
	})
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
