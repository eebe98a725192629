package soc2_test

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/templates/soc2"
)

func TestCountsHaveThousandsSeparators(t *testing.T) {
	p := baseProject(t)
	p.edit(t, "tests/2026/access.toml", "population = 60", "population = 1002914")
	p.edit(t, "tests/2026/access.toml", "tested = 25", "tested = 1025")
	d := p.build(t)
	d.has("section/controls", "Population 1,002,914\u00a0· tested 1,025\u00a0· exceptions 2")
}

func TestTheLabelOfOtherInformationStandsOnceAndIsSaidOnce(t *testing.T) {
	d := baseProject(t).build(t)
	text := d.text("section/other-information")
	if n := strings.Count(text, "Not covered by the service auditor’s report"); n != 1 {
		t.Errorf("the label stands %d times", n)
	}
	if n := strings.Count(text, "not covered by the service auditor’s report"); n != 1 {
		t.Errorf("it is said %d times", n)
	}
}

// A line of small facts breaks after its separators, never before them.
func TestSeparatorsStayAtTheEndOfTheLine(t *testing.T) {
	d := baseProject(t).build(t)
	for _, l := range d.lines {
		if (l.kind == "meta" || l.kind == "section") && strings.Contains(l.text, " · ") {
			t.Errorf("may begin a line with the separator: %s", l)
		}
	}
}

func TestTheAgreementStandsOnAPageWithItsIntroduction(t *testing.T) {
	d := baseProject(t).buildAs(t, soc2.Auditor, after)
	for i, b := range d.doc.Blocks {
		if h, ok := b.(*render.Heading); ok && h.ID == "list/agreement" {
			if _, ok := d.doc.Blocks[i-1].(*render.NewPage); !ok {
				t.Errorf("before the agreement stands %T", d.doc.Blocks[i-1])
			}
		}
	}
}

func TestUserEntityControlsServeCommitmentsAndRequirements(t *testing.T) {
	p := baseProject(t).edit(t, "user-entities.toml", `id = "CUEC-1"`, "id = \"CUEC-1\"\ncommitments = [\"SC-1\", \"SR-1\"]")
	p.build(t).has("section/description", "Commitments and requirements: SC-1, SR-1")
}
