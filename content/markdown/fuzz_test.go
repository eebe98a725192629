package markdown

import (
	"strings"
	"testing"
	"unicode"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"# A {#b}\n\ntext *em* **strong** `code` [link](#x) ![alt](y.png \"t\")\n",
		"- [ ] a\n- b\n  1. c\n\n> [!NOTE]\n> d\n\n```go\ncode\n```\n",
		"a|b\n-|-\nc|d|e\n\nx[^1]\n\n[^1]: y\n\nterm\n: definition\n",
		"<div>\n<!-- x -->\n</div>\n\n<b>&amp;\\*  \nend", "word and 123 more words\nhere",
		"\uFEFF\r\n\x00\xff&#0;&NewLine;", "- ```mermaid\n  graph LR\n\tA[b] -->|c| D\n\n  accDescr: e\n  ```\n", "[a]: b\n[a] [^a]: c", "a\n---\n\t- b\n\n\t\tc",
	} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, src string, limited bool) {
		blocks, list := parse(src, Options{Limited: limited})
		text := func(runs *[]prose.Inline) {
			for _, r := range *runs {
				checkRun(t, src, r)
			}
		}
		prose.EachInlines(blocks, text)
		for _, finding := range list.All() {
			inside(t, src, finding.Span)
		}
		if isPlain(src) {
			got, want := strings.Fields(prose.BlocksText(blocks)), strings.Fields(src)
			if !sameWords(got, want) {
				t.Errorf("words %q of %q", got, want)
			}
		}
	})
}

func checkRun(t *testing.T, src string, r prose.Inline) {
	if r.Text == "" {
		t.Error("empty run")
	}
	inside(t, src, r.Span)
	authored := src[r.Span.Start:r.Span.End]
	if len(authored) != len(r.Text) {
		return
	}
	fold := func(c rune) rune {
		if unicode.IsSpace(c) && c < 0x80 {
			return ' '
		}
		return c
	}
	if r.Style&prose.Superscript == 0 && strings.Map(fold, authored) != strings.Map(fold, r.Text) {
		t.Errorf("run %q stands at %q", r.Text, authored)
	}
}

func inside(t *testing.T, src string, s diag.Span) {
	if s.Start < 0 || s.End < s.Start || s.End > len(src) {
		t.Fatalf("span %d-%d outside of %d bytes", s.Start, s.End, len(src))
	}
}

func isPlain(s string) bool {
	for _, c := range s {
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ' ' || c == '\n') {
			return false
		}
	}
	return true
}

// sameWords takes into account that text and code are told apart by BlocksText.
func sameWords(a, b []string) bool {
	count := map[string]int{}
	for _, w := range a {
		count[w]++
	}
	for _, w := range b {
		count[w]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}
