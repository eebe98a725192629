package socdraft_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
)

var (
	ruleName   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)
	ruleNumber = regexp.MustCompile(`^((S2|LD|MD|PR|WD|RD|WV|EV|GT)-[0-9]{3}|D11)$`)
)

func TestRulesHaveNamesAndNumbersOfTheirOwn(t *testing.T) {
	seen := map[string]string{}
	for _, r := range socdraft.Rules() {
		if !ruleName.MatchString(r.Name) || !ruleNumber.MatchString(r.Number) {
			t.Errorf("rule %s %s: name or number has the wrong form", r.Number, r.Name)
		}
		if r.Title == "" || strings.HasSuffix(r.Title, ".") {
			t.Errorf("rule %s %s: title %q", r.Number, r.Name, r.Title)
		}
		for _, key := range []string{r.Name, r.Number} {
			if other, ok := seen[key]; ok {
				t.Errorf("%q names two rules: %s and %s", key, other, r.Number)
			}
			seen[key] = r.Number
		}
	}
	if len(seen) < 200 {
		t.Errorf("only %d names and numbers are listed", len(seen))
	}
}

// TestEachRuleIsShownInATxtar looks for each rule's name, as a finding prints
// it, in the txtar files of the tests.
func TestEachRuleIsShownInATxtar(t *testing.T) {
	var all strings.Builder
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".txtar" {
			return err
		}
		text, err := os.ReadFile(path)
		all.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(all.String(), `\`, "")
	for _, r := range socdraft.Rules() {
		if !strings.Contains(text, "["+r.Name+"]") {
			t.Errorf("no txtar shows %s %s", r.Number, r.Name)
		}
	}
}

// The text of a rule is for people who have never seen a report.
func TestEachRuleSaysWhyAndHowToMend(t *testing.T) {
	for _, p := range socdraft.Explanations() {
		if p.Why == "" && p.Kind != socdraft.Waiting || p.Fix == "" && p.Kind == socdraft.Rule {
			t.Errorf("%s %s: why %q, fix %q", p.Number, p.Name, p.Why, p.Fix)
		}
	}
}

func TestExplanationsAreOfRules(t *testing.T) {
	text, err := os.ReadFile("content/explain/rules.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?m)^-- (.*) --$`).FindAllStringSubmatch(string(text), -1) {
		p, ok := socdraft.Explain(m[1])
		if !ok || p.Kind != socdraft.Rule {
			t.Errorf("no rule is named %q", m[1])
		}
	}
}

// What could not be read is not in the draft, so there is nothing to waive.
func TestErrorsOfReadingAreNeverWaived(t *testing.T) {
	for _, r := range socdraft.Rules() {
		family := r.Number[:2]
		reading := family == "LD" || family == "MD" || family == "PR" || family == "WD"
		if p, _ := socdraft.Explain(r.Number); reading && p.NeverWaived != (r.Working == diag.Error) {
			t.Errorf("%s %s, %s: never waived is %v", r.Number, r.Name, r.Working, p.NeverWaived)
		}
	}
}

func TestExplainTakesNamesAndNumbersInAnyCase(t *testing.T) {
	for _, key := range []string{"S2-013", "s2-013", "uncovered-criterion", "Uncovered-Criterion"} {
		if p, ok := socdraft.Explain(key); !ok || p.Number != "S2-013" {
			t.Errorf("%q: %v", key, p)
		}
	}
	if _, ok := socdraft.Explain("S2-000"); ok {
		t.Error("S2-000 is explained")
	}
}
