package socdraft_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/check"
)

// lastOfCatalogue is the last number of the catalogue of rules; those after it
// were added to it.
const lastOfCatalogue = 209

func TestEachNumberOfTheCatalogueIsExplained(t *testing.T) {
	kinds := map[string]int{}
	for n := 1; n <= lastOfCatalogue; n++ {
		number := fmt.Sprintf("S2-%03d", n)
		p, ok := socdraft.Explain(number)
		if !ok {
			t.Errorf("%s is neither a rule nor held by a test, covered by other rules or waiting", number)
			continue
		}
		kinds[string(p.Kind)]++
	}
	for _, kind := range []string{"rule", "invariant", "waiting", "covered"} {
		if kinds[kind] == 0 {
			t.Errorf("no number is of the kind %s", kind)
		}
	}
}

// A number that names nothing would forbid a waiver of nothing.
func TestWhatIsNeverWaivedExists(t *testing.T) {
	seen := ""
	for _, number := range check.NeverWaivedNumbers() {
		if p, ok := socdraft.Explain(number); !ok || !p.NeverWaived {
			t.Errorf("%s is never waived and is no rule", number)
		}
		if number <= seen {
			t.Errorf("%s stands after %s, where it is not found", number, seen)
		}
		seen = number
	}
}

func TestCoveringRulesExist(t *testing.T) {
	for _, p := range socdraft.Explanations() {
		for _, name := range p.CoveredBy {
			if by, ok := socdraft.Explain(name); !ok || by.Kind != socdraft.Rule {
				t.Errorf("%s is covered by %q, which is no rule", p.Number, name)
			}
		}
		if p.Kind == socdraft.Covered && (p.Why == "" || strings.TrimSpace(p.Title) == "") {
			t.Errorf("%s is not explained", p.Number)
		}
	}
}
