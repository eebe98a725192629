package socdraft_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/socdraft/socdraft"
)

// A rule that says it was not applied found nothing, and each file that was
// lost is told.
func TestRulesThatAreNotAppliedFindNothing(t *testing.T) {
	project := fstest.MapFS{
		"socdraft.toml":       {Data: []byte("[report]\ntype = 3\n")},
		"controls/a.toml":     {Data: []byte("[[control]")},
		"incidents.toml":      {Data: []byte("= 1")},
		"description/data.md": {Data: []byte("A \xff of {{ nothing }} and [more](#nowhere).")},
	}
	result, err := socdraft.In(project).Check(socdraft.Options{Edition: socdraft.Auditor})
	if err != nil {
		t.Fatal(err)
	}
	if want := `"controls/a.toml" and 2 more`; result.Lost != want || len(result.Unapplied) < 40 {
		t.Errorf("%d rules, lost %s, want %s", len(result.Unapplied), result.Lost, want)
	}
	for _, f := range result.Findings {
		if slices.Contains(result.Unapplied, f.Rule) {
			t.Errorf("%s found something: %s", f.Rule.Name, f.Message)
		}
	}
	whole, err := socdraft.In(fstest.MapFS{"socdraft.toml": {Data: []byte("[report]\ntype = 1\n")}}).Check(socdraft.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if whole.Lost != "" || whole.Unapplied != nil || len(whole.Findings) == 0 {
		t.Errorf("a whole project lost %q", whole.Lost)
	}
}
