package socdraft_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/render/pdf/pdftext"
)

// TestTheStructureOfDrafts reads the tagged PDFs of every example as a screen
// reader does, and holds the order of their words against the plain drafts.
func TestTheStructureOfDrafts(t *testing.T) {
	for _, example := range examples {
		for _, edition := range []socdraft.Edition{socdraft.Working, socdraft.Auditor} {
			dir := filepath.Join("examples", example)
			plain := build(t, dir, socdraft.Options{Plain: true, Edition: edition})
			for i, f := range build(t, dir, socdraft.Options{Edition: edition}).Files {
				if !strings.HasSuffix(f.Name, ".pdf") {
					continue
				}
				what := fmt.Sprintf("%s, %s edition, %s", example, edition, f.Name)
				s := sound(t, what, f.Data)
				if n, bad := outOfOrder(body(string(plain.Files[i].Data)), s.Root.Text()); bad != "" || n < 40 {
					t.Errorf("%s: %d lines stand in both texts; out of order is %q", what, n, bad)
				}
			}
		}
	}
}

// sound checks the structure of a PDF.
func sound(t testing.TB, what string, pdf []byte) *pdftext.Structure {
	t.Helper()
	file, err := pdftext.Open(pdf)
	if err != nil {
		t.Fatal(err)
	}
	s, err := file.Structure()
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range s.Problems[:min(len(s.Problems), 20)] {
		t.Errorf("%s: %s", what, problem)
	}
	if n := len(s.Problems) - 20; n > 0 {
		t.Errorf("%s: and %d problems more", what, n)
	}
	return s
}

// body leaves out the cover, whose title heads a plain draft and stands below
// the name on paper, and the contents, which say here what stands elsewhere.
func body(plain string) string {
	cover, rest, _ := strings.Cut(plain, "\n# ")
	_, rest, _ = strings.Cut(rest, "\n# ")
	before, contents, ok := strings.Cut(rest, "\n# Contents\n")
	if !ok {
		return cover + rest
	}
	_, after, _ := strings.Cut(contents, "\n# ")
	return before + "\n# " + after
}

// outOfOrder compares the order of the lines that stand once in each of two
// texts. It returns how many there are, and the first that stands before one
// that it should follow.
func outOfOrder(want, got string) (common int, line string) {
	places := map[string]int{}
	for i, l := range strings.Split(got, "\n") {
		if key := letters(l); places[key] != 0 {
			places[key] = -1
		} else {
			places[key] = i + 1
		}
	}
	seen := map[string]int{}
	lines := strings.Split(want, "\n")
	for _, l := range lines {
		seen[letters(l)]++
	}
	last := 0
	for _, l := range lines {
		key := letters(l)
		at := places[key]
		head := strings.HasSuffix(l, "]") && strings.HasPrefix(strings.TrimSpace(l), "[") // of a column, said again with each cell
		if len(key) < 12 || at <= 0 || seen[key] > 1 || head {
			continue
		}
		common++
		if at < last {
			return common, l
		}
		last = at
	}
	return common, ""
}

// letters keeps what both texts have of a line: its letters and numbers.
func letters(line string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, line)
}

func TestOrderIsCompared(t *testing.T) {
	want := "# First heading\nA paragraph of text.\nAnother paragraph.\n"
	if n, bad := outOfOrder(want, "First heading\nA paragraph of text.\nAnother paragraph.\n"); n != 3 || bad != "" {
		t.Errorf("%d lines are common, %q is out of order", n, bad)
	}
	if _, bad := outOfOrder(want, "First heading\nAnother paragraph.\nA paragraph of text.\n"); bad != "Another paragraph." {
		t.Errorf("%q is out of order", bad)
	}
}

var (
	controlRow = regexp.MustCompile(`(?m)^\+ ([A-Z]{2}-\d\d)$`)
	criterion  = regexp.MustCompile(`\bCC\d\.\d\b`)
)

// TestControlsAndCriteriaAreNamedPlaces: a link to soc2-draft.pdf#nameddest=AC-01
// opens it there.
func TestControlsAndCriteriaAreNamedPlaces(t *testing.T) {
	dir := filepath.Join("examples", "wrenfield")
	plain := build(t, dir, socdraft.Options{Plain: true, Targets: []string{"soc2"}})
	finished := build(t, dir, socdraft.Options{Targets: []string{"soc2"}})
	file, err := pdftext.Open(finished.Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	places, err := file.Places()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSorted(places) {
		t.Error("readers search the places by halves, and they are not in order")
	}
	words := plain.Files[0].Data
	want := []string{"section/auditors-report", "section/assertion", "section/description", "section/controls"}
	for _, m := range controlRow.FindAllSubmatch(words, -1) {
		want = append(want, string(m[1]))
	}
	for _, id := range criterion.FindAll(words, -1) {
		want = append(want, string(id))
	}
	slices.Sort(want)
	want = slices.Compact(want)
	for _, id := range want {
		if _, ok := slices.BinarySearch(places, id); !ok {
			t.Errorf("%s is no named place", id)
		}
	}
	if len(want) < 60 {
		t.Errorf("the draft has %d controls and criteria only", len(want))
	}
}
