package hyphen

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestPatternsAreThePublishers holds the file to the one of hyph-utf8: what is
// changed belongs in exceptions.txt.
func TestPatternsAreThePublishers(t *testing.T) {
	const want = "f4ffcd96c5cbc886bdad23f95dcae8edc3cd3620eae62f7946eceda97c4e68f8"
	if got := fmt.Sprintf("%x", sha256.Sum256(patternFile)); got != want {
		t.Errorf("hyph-en-us.tex has the sum %s, want %s", got, want)
	}
}

// TestExceptionsAreNeeded asks of each exception that it differ from what the
// pattern file gives, keep the minima and stand once.
func TestExceptionsAreNeeded(t *testing.T) {
	plain, err := newLanguage(patternFile, nil)
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for w := range words(exceptionFile) {
		want := string(w)
		word := strings.ReplaceAll(want, "-", "")
		if seen[word] {
			t.Errorf("%s is listed twice", word)
		}
		seen[word] = true
		if got := broken(word); got != want {
			t.Errorf("%s is broken as %s", want, got)
		}
		if old := plain.points(word, nil); slices.Equal(old, Points(word, nil)) {
			t.Errorf("%s needs no exception", want)
		}
	}
	if len(seen) == 0 {
		t.Error("no exceptions were read")
	}
}

// TestEveryPatternIsFound looks each pattern of the file up in the trie.
func TestEveryPatternIsFound(t *testing.T) {
	tr := english().patterns
	n := 0
	in := false
	for w := range words(patternFile) {
		if s := string(w); s == `\patterns{` || s == "}" {
			in = s != "}"
			continue
		}
		p, ok := parsePattern(w)
		if !in || !ok {
			continue
		}
		n++
		if got := tr.find(p); got != p.votes {
			t.Errorf("%s has the votes %x, want %x", w, got, p.votes)
		}
	}
	if n != 4938 {
		t.Errorf("read %d patterns, want 4938", n)
	}
}

// find returns the votes of the pattern with p's letters.
func (t trie) find(p pattern) votes {
	at := uint32(0)
	for depth := 0; p.at(depth) != 0; depth++ {
		next, ok := t.child(at, uint8(p.at(depth)))
		if !ok {
			return 0
		}
		at = next
	}
	return t[at].votes
}

func TestParsePattern(t *testing.T) {
	a, b := letter('a')<<59, letter('b')<<54
	for s, want := range map[string]pattern{
		"ab":   {a | b, 0},
		"1ab":  {a | b, 1},
		"a2b3": {a | b, 0x320},
		".a5":  {edge<<59 | a>>5, 0x500},
	} {
		if got, ok := parsePattern([]byte(s)); !ok || got != want {
			t.Errorf("%s is read as %x, %v, want %x", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "1", "A1b", "é1a", "a-b", "abcdefghijklm"} {
		if got, ok := parsePattern([]byte(s)); ok {
			t.Errorf("%q is read as %x", s, got)
		}
	}
}

func TestABadPatternIsAnError(t *testing.T) {
	if _, err := newLanguage([]byte("\\patterns{\na1b\nx!y\n}\n"), nil); err == nil {
		t.Error("a bad pattern was read")
	}
}

func BenchmarkPrepare(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := newLanguage(patternFile, exceptionFile); err != nil {
			b.Fatal(err)
		}
	}
}
