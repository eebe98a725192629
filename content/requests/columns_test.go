package requests

import (
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
)

func TestColumnsAreToldApart(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Columns {
		for _, name := range []string{"key " + c.Key, "head " + strings.ToLower(c.Head)} {
			if seen[name] {
				t.Errorf("two columns have the %s", name)
			}
			seen[name] = true
		}
		if (c.text == nil) == (c.date == nil) || (c.date != nil) != (c.Value == DateValue) {
			t.Errorf("column %s has no value of its kind", c.Key)
		}
		if c.Value == StatusValue && len(c.Choices) == 0 {
			t.Errorf("column %s has no choices", c.Key)
		}
	}
}

func TestChoicesAreFoundByTheirWords(t *testing.T) {
	for _, c := range Columns {
		for _, v := range c.Choices {
			for _, typed := range []string{v, Words(v), "  " + strings.ToUpper(Words(v)) + " "} {
				if got, ok := c.ValueOf(typed); !ok || got != v {
					t.Errorf("column %s takes %q for %q", c.Key, typed, got)
				}
			}
		}
	}
	if got, ok := ColumnOf("status").ValueOf(" Nearly  done"); ok || got != "Nearly done" {
		t.Errorf("unknown words become %q", got)
	}
}

func TestTheLibraryIsThatOfTheSources(t *testing.T) {
	if n := LibrarySize(); n != content.TypicalCount {
		t.Errorf("the library has %d requests, the sources can name %d", n, content.TypicalCount)
	}
	if areas := LibraryAreas(); !slices.Equal(areas, content.TypicalAreas) {
		t.Errorf("the library has the areas %q, the sources can name %q", areas, content.TypicalAreas)
	}
}

func TestKindsAreThoseOfTheSources(t *testing.T) {
	if len(Kinds) != len(content.RequestKinds) {
		t.Fatalf("%d kinds, of the sources %d", len(Kinds), len(content.RequestKinds))
	}
	for i, k := range Kinds {
		if string(k) != content.RequestKinds[i] || k.Words() != Words(string(k)) {
			t.Errorf("kind %s is %s in the sources, in words %q and %q", k, content.RequestKinds[i], k.Words(), Words(string(k)))
		}
	}
}
