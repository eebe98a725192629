package explain

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/check"
	"github.com/socdraft/socdraft/content/diag"
)

func TestARuleIsExplainedByItsExample(t *testing.T) {
	p := Of(&diag.Rule{Name: "uncovered-criterion", Number: "S2-013"})
	if p.Kind != Rule || p.Why == "" || p.Findings == "" || len(p.Bad) == 0 || len(p.Good) == 0 {
		t.Errorf("%+v", p)
	}
	if strings.Contains(p.Why+p.Fix, "\n") || strings.HasPrefix(p.Fix, "Fix") {
		t.Errorf("why %q\nfix %q", p.Why, p.Fix)
	}
}

func TestARuleOfLoadingShowsItsArchive(t *testing.T) {
	p := Of(&diag.Rule{Name: "unknown-key", Number: "LD-009"})
	if p.Why == "" || len(p.Good) > 0 || !strings.Contains(p.Findings, "[unknown-key]") {
		t.Errorf("%+v", p)
	}
	for _, f := range p.Bad {
		if f.Name == "controls/access.toml" {
			return
		}
	}
	t.Errorf("files %+v", p.Bad)
}

// An invariant is worth what its tests are.
func TestTestsOfInvariantsExist(t *testing.T) {
	for _, i := range invariants {
		if len(i.tests) == 0 || i.why == "" {
			t.Errorf("%s has %d tests and the reason %q", i.number, len(i.tests), i.why)
		}
		for _, named := range i.tests {
			folder, name, _ := strings.Cut(named, " ")
			if !hasTest(t, filepath.Join("../..", folder), name) {
				t.Errorf("%s: no %s in %s", i.number, name, folder)
			}
		}
	}
}

func hasTest(t *testing.T, folder, name string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "\nfunc "+name+"(t *testing.T)") {
			return true
		}
	}
	return false
}

var kebab = regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)

func TestEachNumberHasOnePage(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Pages(check.Rules()) {
		if seen[p.Number] || seen[p.Name] {
			t.Errorf("%s %s is there twice", p.Number, p.Name)
		}
		seen[p.Number], seen[p.Name] = true, true
		if !kebab.MatchString(p.Name) || p.Title == "" || strings.HasSuffix(p.Title, ".") {
			t.Errorf("%s %s has the title %q", p.Number, p.Name, p.Title)
		}
		if (p.Kind == Invariant) != (len(p.Tests) > 0) || (p.Kind == Waiting) != (p.WaitsFor != "") || (p.Kind == Covered) != (len(p.CoveredBy) > 0) {
			t.Errorf("%s: %+v", p.Number, p)
		}
	}
}

func TestPagesComeByNumber(t *testing.T) {
	last := ""
	for _, p := range Pages(check.Rules()) {
		if p.Number <= last {
			t.Errorf("%s stands after %s", p.Number, last)
		}
		last = p.Number
	}
}
