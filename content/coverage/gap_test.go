package coverage

import (
	"slices"
	"testing"

	"github.com/socdraft/socdraft/content"
)

func gaps(c *Coverage) []string {
	var got []string
	for _, n := range c.GapsFirst() {
		got = append(got, n.Criterion.ID+" "+string(n.Gap()))
	}
	return got
}

func TestGapsStandFirst(t *testing.T) {
	e := sample()
	e.Controls = append(e.Controls, &content.Control{ID: text("AC-04"), Criteria: texts("CC7.1", "CC6.5")})
	e.Criteria = append(e.Criteria, &content.Criterion{ID: "CC7.1", Category: content.Common})
	want := []string{"A1.1 nothing mapped", "CC7.1 no test", "CC6.1 ", "CC6.4 ", "CC6.5 "}
	if got := gaps(Of(e)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	e.TestFiles = e.TestFiles[1:] // management's own
	want = []string{"A1.1 nothing mapped", "CC6.1 ", "CC6.4 ", "CC6.5 ", "CC7.1 "}
	if got := gaps(Of(e)); !slices.Equal(got, want) {
		t.Errorf("before tests have come: got %q, want %q", got, want)
	}
}

func TestTestsAreTheServiceAuditors(t *testing.T) {
	if n := Of(sample()).Entry("CC6.1"); n.Tests != 1 || n.Exceptions != 1 {
		t.Errorf("%d tests, %d exceptions; management's own must not count", n.Tests, n.Exceptions)
	}
}

func TestUnansweredDescriptionCriteriaStandFirst(t *testing.T) {
	e := sample()
	e.NotRelevant = nil
	var open []string
	for _, d := range Of(e).DescriptionGapsFirst() {
		if !d.Answered() {
			open = append(open, d.ID+" "+d.Unanswered())
		}
	}
	want := []string{"DC 2 nothing yet", "DC 6 nothing yet", "DC 9 nothing yet", "DC 8 no criterion is declared not relevant"}
	if !slices.Equal(open, want) {
		t.Errorf("got %q, want %q", open, want)
	}
}
