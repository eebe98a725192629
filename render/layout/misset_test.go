package layout

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

func TestMissetText(t *testing.T) {
	for _, c := range []struct{ text, places string }{
		{"plain “words” – é", ""},
		{"e\u0301\u0302 a\u0308", "\u0301\u0302|\u0308"},
		{"a שלום b", "שלום"},
		{"שָׁלוֹם", "שָׁלוֹם"},
	} {
		source := diag.NewSource("a.md", []byte(c.text))
		in := prose.Inline{Text: c.text, Span: source.At(0, len(c.text))}
		doc := &render.Document{Blocks: []render.Block{render.NewProse(render.ByManagement, prose.Para(in), prose.Para(in))}}
		_, findings := Pages(doc, render.DefaultTheme(), font.Embedded())
		var places []string
		for _, f := range findings.All() {
			if f.Rule == missetText {
				places = append(places, c.text[f.Span.Start:f.Span.End])
			}
		}
		if got := strings.Join(places, "|"); got != c.places {
			t.Errorf("%q: misset is %q, want %q", c.text, got, c.places)
		}
	}
}
