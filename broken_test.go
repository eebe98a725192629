package socdraft_test

import (
	"bytes"
	"testing"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/diag/report"
	"github.com/socdraft/socdraft/golden"
)

// TestBrokenExampleShowsEachMistakeOnce holds what check prints of the example
// of mistakes: a screen of them, none twice and none that only follows from
// another. Its drafts are nobody's model and have no goldens.
func TestBrokenExampleShowsEachMistakeOnce(t *testing.T) {
	project, err := socdraft.Open("examples/broken")
	if err != nil {
		t.Fatal(err)
	}
	defer project.Close()
	result, err := project.Check(socdraft.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const screen = 26
	if n := len(result.Findings); n < 18 || n > screen {
		t.Errorf("%d findings; the example is to fill one screen", n)
	}
	shown := map[*diag.Rule]bool{}
	for _, f := range result.Findings {
		if shown[f.Rule] {
			t.Errorf("%s shows twice: %s", f.Rule.Name, f.Message)
		}
		shown[f.Rule] = true
	}
	var text bytes.Buffer
	if err := report.Write(&text, "text", result.Findings, report.Options{}); err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "broken/findings.txt", text.Bytes())
}
