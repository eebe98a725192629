package layout

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

func FuzzPages(f *testing.F) {
	for _, seed := range []uint64{298, 799} { // a column too narrow for its code, a heading longer than a page
		f.Add(seed)
	}
	for seed := range uint64(60) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 7))}
		doc := m.document()
		res, _ := Pages(doc, render.DefaultTheme(), font.Embedded())
		words := m.words.String()
		if got, want := letters(res.Text()), letters(words); got != want {
			t.Errorf("seed %d: letters differ at %s", seed, difference(got, want))
		}
		if limit := 5 + len(words)/60; len(res.Pages) > limit {
			t.Errorf("seed %d: %d pages for %d bytes", seed, len(res.Pages), len(words))
		}
		for i := range res.Pages {
			inside(t, &res.Pages[i], i+1)
		}
	})
}

// letters returns how often each rune occurs, white aside: cells are split over
// pages, so the order of words is no measure for documents with tables.
func letters(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\f' || r == '\u00a0':
			return -1
		case r == '漢' || r == '字':
			return font.Substitute
		}
		return r
	}, text)
	runes := []rune(text)
	slices.Sort(runes)
	return string(runes)
}

func difference(got, want string) string {
	for i := 0; i < len(got) && i < len(want); i++ {
		if got[i] != want[i] {
			return "got …" + got[i:min(i+20, len(got))] + ", want …" + want[i:min(i+20, len(want))]
		}
	}
	return "the end"
}

// inside checks that text stands on its page and that no two runs overlap.
func inside(t *testing.T, p *Page, number int) {
	t.Helper()
	for i := range p.Items {
		a := &p.Items[i]
		if a.Kind != Text {
			continue
		}
		if a.X < 0 || a.X+a.W > p.Width || a.Y-a.Size > p.Height || a.Y < 0 || a.Y > p.Height {
			t.Errorf("page %d: %q stands at %d, %d", number, a.Text, a.X, a.Y)
		}
		for j := range i {
			b := &p.Items[j]
			if b.Kind == Text && a.X < b.X+b.W-200 && b.X < a.X+a.W-200 && a.Y-a.Size/2 < b.Y && b.Y-b.Size/2 < a.Y {
				t.Fatalf("page %d: %q at %d, %d runs into %q at %d, %d", number, a.Text, a.X, a.Y, b.Text, b.X, b.Y)
			}
		}
	}
}

func TestProseKeepsItsOrder(t *testing.T) {
	for seed := range uint64(40) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 11))}
		var blocks []prose.Block
		for range 12 {
			blocks = append(blocks, m.blocks(1)...)
		}
		doc := &render.Document{Blocks: []render.Block{render.NewProse(render.ByManagement, blocks...)}}
		res, _ := Pages(doc, render.DefaultTheme(), font.Embedded())
		if got, want := solid(res.Text()), solid(m.words.String()); got != want {
			t.Fatalf("seed %d: order differs at %s", seed, difference(got, want))
		}
	}
}

func solid(text string) string {
	return strings.NewReplacer(" ", "", "\n", "", "\f", "", "\u00a0", "", "漢", string(font.Substitute), "字", string(font.Substitute)).Replace(text)
}
