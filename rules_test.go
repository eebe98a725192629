package socdraft_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/socdraft/socdraft"
)

var (
	ruleName   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)
	ruleNumber = regexp.MustCompile(`^((S2|LD|MD|PR|WD|RD)-[0-9]{3}|D11)$`)
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
