package socdraft_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft"
)

// TestNoDraftHoldsTheScore keeps it between author and command: what writes
// drafts cannot know it, and what is written does not have its words.
func TestNoDraftHoldsTheScore(t *testing.T) {
	for _, p := range listPackages(t) {
		if p.ImportPath != module && slices.Contains(p.Imports, module+"/content/score") {
			t.Errorf("%s imports the score", p.ImportPath)
		}
	}
	result := checked(t, "examples/wrenfield", socdraft.Options{Score: true})
	if len(result.Score) != 7 {
		t.Fatalf("%d signals", len(result.Score))
	}
	words := []string{"Quality Guild", "Reliability Rubric", string(socdraft.SomeToMend)}
	for _, s := range result.Score {
		if s.Name != "Management's assertion" { // which a draft has
			words = append(words, s.Name)
		}
	}
	for _, path := range goldenFiles(t) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if strings.Contains(string(text), w) {
				t.Errorf("%s has %q", path, w)
			}
		}
	}
}

func goldenFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("golden/*/*.t[sx][tv]")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d goldens: %v", len(files), err)
	}
	return files
}

func TestTheScoreIsCountedWhereAskedFor(t *testing.T) {
	if s := checked(t, "examples/startup", socdraft.Options{}).Score; s != nil {
		t.Error("plain check counted it")
	}
	if s := build(t, "examples/startup", socdraft.Options{Score: true}).Score; s != nil {
		t.Error("build counted it")
	}
}
