package socdraft_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/templates/soc2"
)

var (
	keyAsked  = regexp.MustCompile(`\.[A-Za-z]+\("([a-z][a-z_0-9]*)"`)
	wordsOnly = regexp.MustCompile(`[A-Za-z0-9_-]+`)
)

// catalogueKeys are asked for in the embedded catalogue of criteria, which no
// author writes.
var catalogueKeys = []string{"points_of_focus", "category", "series", "group", "coso_component", "coso_principle",
	"trust_services", "summary_notice"}

// TestReadmeNamesWhatTheLoaderReads keeps the reference whole: every key that
// a loader asks for, every value, known part, target and listing is there.
func TestReadmeNamesWhatTheLoaderReads(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, w := range wordsOnly.FindAllString(string(readme), -1) {
		known[w] = true
	}
	want := slices.Concat(keysOfTheLoader(t), content.Triggers, content.Results, content.TestMethods, content.WordLists,
		soc2.Parts, socdraft.Targets(), socdraft.Listings(), socdraft.Editions())
	for _, f := range content.Frequencies {
		want = append(want, string(f))
	}
	for _, c := range content.Categories {
		want = append(want, string(c))
	}
	for _, p := range content.DescriptionParts {
		want = append(want, p.Name)
	}
	for _, w := range want {
		if !known[w] {
			t.Errorf("README.md does not name %q", w)
		}
	}
}

func keysOfTheLoader(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("content/load/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no loader files: %v", err)
	}
	var keys []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range keyAsked.FindAllStringSubmatch(string(text), -1) {
			if !slices.Contains(catalogueKeys, m[1]) {
				keys = append(keys, m[1])
			}
		}
	}
	if len(keys) < 100 {
		t.Fatalf("found only %d keys in the loader; the pattern no longer fits it", len(keys))
	}
	return keys
}
