package load

import (
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// Every name that the order has is one that is read, and every known part of
// the description has its own place.
func TestOrderNamesWhatIsRead(t *testing.T) {
	for name := range ranks() {
		if !strings.HasSuffix(name, "/") && !expected(name) {
			t.Errorf("nothing reads %q", name)
		}
	}
	for _, part := range content.DescriptionParts {
		if part.Name == "criteria-and-controls" {
			continue // it is a table first, and prose seldom
		}
		if _, ok := ranks()["description/"+part.Name+".md"]; !ok {
			t.Errorf("part %q has no place", part.Name)
		}
	}
}

func TestFindingsComeInTheOrderOfTheFiles(t *testing.T) {
	rule := diag.SameInBoth("LD-000", "any", diag.Warning, "any")
	want := []string{"socdraft.toml", "description/overview.md", "commitments.toml", "controls/10.toml", "controls/9.toml",
		"tests/2026/a.toml", "waivers.toml", "unknown.md"}
	var list diag.List
	for _, name := range slices.Backward(want) {
		list.Add(rule, newSource(name, nil).At(0, 0), "any")
	}
	list.Resolve(false)
	var got []string
	for _, f := range list.All() {
		got = append(got, f.Span.Name())
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}
