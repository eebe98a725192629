package check

import (
	"os"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
)

// Each criterion of the table exists, and no line recommends what it doubts.
func TestTableOfImplausibleMappings(t *testing.T) {
	result, err := load.Project(os.DirFS("../../examples/allfive"), &diag.List{})
	if err != nil {
		t.Fatal(err)
	}
	e := result.Engagement
	if len(mismatches) < 8 {
		t.Fatalf("only %d lines are read", len(mismatches))
	}
	for _, m := range mismatches {
		for id := range m.criteria {
			if e.Criterion(id) == nil {
				t.Errorf("%v: criterion %q does not exist", m.titles, id)
			}
		}
		for _, series := range m.series {
			if !strings.HasSuffix(series, ".") || e.Criterion(series+"1") == nil {
				t.Errorf("%v: series %q does not exist", m.titles, series)
			}
		}
		for _, id := range strings.Split(m.usual, ", ") {
			if e.Criterion(id) == nil || m.hardly(id) {
				t.Errorf("%v: %q is no criterion to name", m.titles, id)
			}
		}
	}
}

func TestControlsOfOtherKindsAreNotDoubted(t *testing.T) {
	for title, want := range map[string]string{
		"Security awareness training":   "awareness training",
		"Background check before hire":  "background check",
		"Spam screening":                "",
		"Training of the fraud model":   "",
		"Board-level password reset":    "",
		"Backups of the code of orders": "",
		"Insurance claims reconciled":   "",
	} {
		got := ""
		for i := range mismatches {
			if words := mismatches[i].about(normalized(title)); words != "" {
				got = words
				break
			}
		}
		if (got != "") != (want != "") {
			t.Errorf("%q: got %q, want %q", title, got, want)
		}
	}
}

func TestActorsOfStatements(t *testing.T) {
	for text, want := range map[string]bool{
		"Corvane Cloud encrypts the volumes.":           true,
		"Corvane Cloud restricts entry.":                true,
		"Corvane Cloud reports are read each year.":     false,
		"Corvane Cloud’s duties are listed.":            false,
		"Corvane Clouds provides rain.":                 false,
		"The lead checks that Corvane Cloud encrypts.":  false,
		"Corvane Cloud controls are compared by a lead": false,
	} {
		if got := actor(text, "Corvane Cloud") > 0; got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// A party without an id is nobody that a control without performed_by could
// belong to.
func TestPartyWithoutAnIDPerformsNothing(t *testing.T) {
	party := &content.Party{Classification: content.Text{Value: content.SubserviceOrganization}, Method: content.Text{Value: content.CarveOut}}
	file := &content.TestFile{Tests: []*content.Test{{Control: content.Text{Value: "AC-01"}}}}
	e := &content.Engagement{Parties: []*content.Party{party}, TestFiles: []*content.TestFile{file},
		Controls: []*content.Control{{ID: content.Text{Value: "AC-01"}}}}
	file.Tests[0].File = file
	list := &diag.List{}
	Run(e, Facts{}, list)
	if list.Has(carvedOutControl.Rule) || list.Has(carvedOutTest.Rule) {
		t.Error("the control is taken for the party's")
	}
}
