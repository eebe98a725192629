package check

import (
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// unfinished are the rules that a good example may break: it is a small project
// about one thing, whose other criteria, tests and answers are not there.
var unfinished = []string{
	"uncovered-criterion", "lone-control", "untested-control", "similar-controls", "unclassified-control", "unnamed-system",
	"uncommitted-category", "untraceable-commitment", "unmonitored-carve-out", "undefined-distribution", "invalid-signatory",
	"unreferenced-evidence", "unindexed-evidence", "unused-waiver", "thin-description-part", "summarized-criteria",
	"misplaced-tests", "dangling-reference", "missing-csoc",
}

// elsewhereWrong are the good examples with a fault of another kind, which what
// they show cannot do without.
var elsewhereWrong = []string{
	"very-short-period", "missing-security", "contradictory-exclusion", "excluded-common-criterion", "misread-processing-integrity",
	"incomplete-inclusion", "implausible-mapping", "stale-risks", "false-policy-review", "late-policy", "small-sample",
	"early-test", "lone-control", "carved-out-test", "impossible-count", "spotless-report", "repeated-exception", "undated-evidence", "duplicate-evidence",
}

// Whoever copies a good example copies nothing that another rule finds.
func TestGoodExamplesTeachNothingBad(t *testing.T) {
	for _, c := range All {
		all := findings(t, overlay(t, txtar.Parse(Example(c.Rule)), "good"), nil)
		wrong := slices.Contains(elsewhereWrong, c.Rule.Name)
		found := false
		for line := range strings.Lines(all) {
			_, rest, finding := strings.Cut(line, "[")
			rule, _, _ := strings.Cut(rest, "]")
			if strings.HasPrefix(line, " ") || !finding || slices.Contains(unfinished, rule) {
				continue
			}
			found = true
			if !wrong {
				t.Errorf("%s: %s", c.Rule.Name, line)
			}
		}
		if wrong && !found {
			t.Errorf("%s has nothing wrong any more; take it off the list", c.Rule.Name)
		}
	}
}
