package diag_test

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

func TestPositionCountsCodePoints(t *testing.T) {
	tests := []struct {
		name, text string
		offset     int
		line, col  int
	}{
		{"first byte", "abc", 0, 1, 1},
		{"after an accent", "é=1", 2, 1, 2},
		{"second line", "a\nbc", 3, 2, 2},
		{"after CRLF", "a\r\nb", 3, 2, 1},
		{"byte order mark has no column", "\uFEFFa", 3, 1, 1},
		{"end of file", "ab", 2, 1, 3},
		{"beyond the end", "ab", 9, 1, 3},
		{"invalid byte counts as one", "\xffa", 1, 1, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line, col := diag.NewSource("f", []byte(tt.text)).Position(tt.offset)
			if line != tt.line || col != tt.col {
				t.Errorf("got %d:%d, want %d:%d", line, col, tt.line, tt.col)
			}
		})
	}
}

func TestPositionInALongLineIsFoundAtOnce(t *testing.T) {
	line := "\uFEFF" + strings.Repeat("é世\x80x", 200_000)
	s := diag.NewSource("f", []byte(line+"\n"+line))
	for i := range 200_000 {
		// Of each seven bytes the last starts the fourth code point.
		if _, col := s.Position(3 + i*7 + 6); col != i*4+4 {
			t.Fatalf("column %d, want %d", col, i*4+4)
		}
		if n, col := s.Position(len(line) + 1 + 3 + i*7 + 6); n != 2 || col != i*4+5 {
			t.Fatalf("line %d, column %d, want %d", n, col, i*4+5)
		}
	}
}

func TestALineIsFoundWithoutItsEnding(t *testing.T) {
	s := diag.NewSource("f", []byte("\uFEFFone\r\ntwo\n\nfour"))
	for offset, want := range map[int]string{-1: "one", 0: "one", 3: "one", 7: "one", 8: "two", 11: "two", 12: "", 13: "four", 99: "four"} {
		if from, to := s.LineAt(offset); string(s.Text[from:to]) != want {
			t.Errorf("offset %d: got %q, want %q", offset, s.Text[from:to], want)
		}
	}
}

func TestTextMapsDecodedBytesToTheSource(t *testing.T) {
	// source: x = "a\nbc" with the escape at bytes 6 and 7
	src := diag.NewSource("f.toml", []byte(`x = "a\nbc"`))
	var b diag.TextBuilder
	b.Verbatim("a", 5)
	b.Atom("\n", 6, 8)
	b.Verbatim("b", 8)
	b.Verbatim("c", 9)
	text := b.Text(src.At(4, 11))
	tests := []struct{ from, to, start, end int }{
		{0, 1, 5, 6},
		{1, 2, 6, 8},
		{2, 4, 8, 10},
		{0, 4, 5, 10},
		{2, 2, 8, 8},
	}
	for _, tt := range tests {
		got := text.Slice(tt.from, tt.to)
		if got.Start != tt.start || got.End != tt.end {
			t.Errorf("Slice(%d, %d) = %d..%d, want %d..%d", tt.from, tt.to, got.Start, got.End, tt.start, tt.end)
		}
	}
}

func TestNearestNeedsACloseName(t *testing.T) {
	names := []string{"CC1.1", "CC6.1", "CC9.2", "A1.3"}
	tests := []struct{ word, want string }{
		{"CC2.1", "CC1.1"},
		{"A1.4", "A1.3"},
		{"statment", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := diag.Nearest(tt.word, names); got != tt.want {
			t.Errorf("Nearest(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
	if got := diag.Nearest("onwer_role", []string{"title", "owner_role"}); got != "owner_role" {
		t.Errorf("a swap is one edit: got %q", got)
	}
}

func TestResolveSortsAndSetsTheSeverityOfTheEdition(t *testing.T) {
	rule := diag.AtHandoff("S2-105", "missing-result", "a control has no result")
	quiet := &diag.Rule{Name: "quiet", Number: "S2-900", Working: diag.Off, Handoff: diag.Info}
	src := diag.NewSource("b.toml", []byte("one\ntwo\n"))
	other := diag.NewSource("a.toml", []byte("one\n"))
	list := func() *diag.List {
		var l diag.List
		l.Add(rule, src.At(4, 7), "later")
		l.Add(rule, src.At(0, 3), "earlier")
		l.Add(rule, src.At(0, 3), "earlier")
		l.Add(quiet, other.At(0, 1), "first file")
		return &l
	}
	working := list()
	working.Resolve(false)
	if got := working.Len(); got != 2 {
		t.Fatalf("working edition: got %d findings, want 2", got)
	}
	if got := working.All()[0]; got.Message != "earlier" || got.Severity != diag.Warning {
		t.Errorf("working edition: first is %s %q", got.Severity, got.Message)
	}
	handoff := list()
	handoff.Resolve(true)
	if got := handoff.All()[0].Message; got != "first file" {
		t.Errorf("auditor edition: first is %q", got)
	}
	if got := handoff.Count(diag.Error); got != 2 {
		t.Errorf("auditor edition: got %d errors, want 2", got)
	}
}

func TestHiddenBytesAreNotShown(t *testing.T) {
	src := diag.NewSource("a.md", []byte("key s\u00e9cr\nt end"))
	if string(src.Shown()) != string(src.Text) {
		t.Error("text without a secret is changed")
	}
	src.Hide(4, 11)
	src.Hide(-5, -1)
	src.Hide(90, 99)
	if got, want := string(src.Shown()), "key *****\n* end"; got != want {
		t.Errorf("shown is %q, want %q", got, want)
	}
}
