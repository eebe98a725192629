package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

// found returns the findings about the values in a file, one a line.
func found(text string) []*diag.Finding {
	src := diag.NewSource("a.toml", []byte(text))
	var list diag.List
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		if value := strings.TrimRight(line, "\r\n"); value != "" {
			list.Add(warned, src.At(at, at+len(value)), "a finding")
		}
		at += len(line)
	}
	return list.All()
}

// linesOf returns the lines at which findings stand.
func linesOf(findings []*diag.Finding) []int {
	var all []int
	for _, f := range findings {
		line, _ := f.Span.Position()
		all = append(all, line)
	}
	return all
}

func TestNewerFindingsAreThoseThatCameUp(t *testing.T) {
	tests := []struct {
		name, before, now string
		newer, older      []int
	}{
		{"the same", "one\ntwo\n", "one\ntwo\n", nil, []int{1, 2}},
		{"moved", "one\ntwo\n", "\n\ntwo\none\n", nil, []int{3, 4}},
		{"another", "one\n", "two\none\n", []int{1}, []int{2}},
		{"one more of a kind", "one\none\n", "one\none\none\n", []int{3}, []int{1, 2}},
		{"one less", "one\none\n", "one\n", nil, []int{1}},
		{"none before", "", "one\n", []int{1}, nil},
		{"other line ends", "one\ntwo\n", "one\r\ntwo\r\n", nil, []int{1, 2}},
	}
	for _, tt := range tests {
		newer, older := Newer(found(tt.now), found(tt.before))
		if !slices.Equal(linesOf(newer), tt.newer) || !slices.Equal(linesOf(older), tt.older) {
			t.Errorf("%s: newer at lines %v and older at %v, want %v and %v",
				tt.name, linesOf(newer), linesOf(older), tt.newer, tt.older)
		}
	}
}

// A secret shows as asterisks, and so does the one that takes its place.
func TestASecretInPlaceOfAnotherIsNew(t *testing.T) {
	secret := func(text string) []*diag.Finding {
		all := found(text)
		all[0].Span.Source.Hide(0, len(text))
		return all
	}
	if newer, _ := Newer(secret("abc123"), secret("xyz789")); len(newer) != 1 {
		t.Error("another secret is taken for the one before")
	}
	if newer, _ := Newer(secret("abc123"), secret("abc123")); len(newer) != 0 {
		t.Error("the same secret is taken for another")
	}
}

// A reader of several reports knows a finding by its name, which must not be
// that of another that is left out.
func TestANewFindingKeepsItsNameAmongOlderOnes(t *testing.T) {
	all := found("one\none\ntwo\n")
	newer, older := Newer(all, found("one\n"))
	if got, want := (Options{Older: older}).fingerprints(newer), Fingerprints(all)[1:]; !slices.Equal(got, want) {
		t.Errorf("names %q, among all %q", got, want)
	}
}
