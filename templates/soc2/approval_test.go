package soc2_test

import (
	"fmt"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/templates/soc2"
)

// approve records an approval of the part as it is.
func (p project) approve(t *testing.T, part string) project {
	t.Helper()
	sum := soc2.PartSum(p.engagement(t), part)
	p["socdraft.toml"] += fmt.Sprintf("\n[[approval]]\npart = %q\nrole = \"Chief Executive Officer\"\non = 2026-08-20\nsha256 = %q\n", part, sum)
	return p
}

func TestD7AnApprovalHoldsUntilThePartChanges(t *testing.T) {
	const approved, lapsed = "approved by Chief Executive Officer on August 20, 2026", "Changed since approval"
	tests := []struct {
		part, section    string
		file, from, into string // a change of the part
	}{
		{"assertion", "section/assertion", "socdraft.toml", `role = "Chief Executive Officer"`, `role = "Chief Financial Officer"`},
		{"description", "section/description", "description/boundaries.md", "ends", "stops"},
		{"controls", "section/controls", "controls/10-access.toml", "each quarter", "each month"},
		{"other-information", "section/other-information", "responses.toml", "agrees with", "accepts"},
	}
	for _, tt := range tests {
		p := baseProject(t).approve(t, tt.part)
		d := p.build(t)
		d.has(tt.section, approved)
		d.lacks("", lapsed)
		for _, other := range tests {
			if other.part != tt.part {
				d.has(other.section, "not yet approved by management")
			}
		}
		d = p.edit(t, tt.file, tt.from, tt.into).build(t)
		d.has(tt.section, "not yet approved by management", lapsed)
		d.lacks("", approved)
	}
}

func TestD7AnUnrelatedChangeKeepsTheApproval(t *testing.T) {
	p := baseProject(t).approve(t, "description")
	p.edit(t, "controls/10-access.toml", "each quarter", "each month")
	p.edit(t, "socdraft.toml", "number = 3", "number = 4")
	p.build(t).has("section/description", "approved by Chief Executive Officer")
}

// A broken project is still drawn as far as it goes.
func TestAnyEngagementMakesADraft(t *testing.T) {
	var list diag.List
	for _, e := range []*content.Engagement{
		{},
		{Report: content.Report{Type: content.Type1}},
		{Report: content.Report{Type: content.Type2}, Controls: []*content.Control{{}}},
		{Report: content.Report{Type: content.Type2}, Parties: []*content.Party{{}}},
	} {
		doc := soc2.Document(soc2.Input{Engagement: e, Coverage: coverage.Of(e)}, &list)
		if doc.Mark != "DRAFT · working edition" {
			t.Errorf("mark %q", doc.Mark)
		}
	}
	if list.Len() > 0 {
		t.Errorf("finding %q", list.All()[0].Message)
	}
}

func TestMissingPartsAreVisible(t *testing.T) {
	p := baseProject(t, "description/overview.md", "", "incidents.toml", "", "changes.toml", "", "user-entities.toml", "",
		"third-parties.toml", "", "commitments.toml", "", "components.toml", "")
	d := draftOf(t, p.tolerant(t), soc2.Auditor, after)
	d.has("section/description",
		"[MANAGEMENT TO PROVIDE – description: overview of the organization and services (DC 1)]",
		"[MANAGEMENT TO PROVIDE – description: data (DC 3)]",
		"[MANAGEMENT TO PROVIDE – principal service commitments and system requirements (DC 2)]",
		"[MANAGEMENT TO PROVIDE – system incidents, or the statement that none qualified (DC 4)]",
		"[MANAGEMENT TO PROVIDE – complementary user entity controls, or the statement that there are none (DC 6)]",
		"[MANAGEMENT TO PROVIDE – subservice organizations,",
		"[MANAGEMENT TO PROVIDE – significant changes during the period, or the statement that there are none (DC 9)]")
	d.lacks("section/description", "Management identified no")
}

func TestNoneIsSaidOnlyWhenDeclared(t *testing.T) {
	p := baseProject(t, "changes.toml", "changes = \"none\"\n")
	p.withoutConditions()
	draftOf(t, p.tolerant(t), soc2.Auditor, after).has("section/description",
		"Management identified no system incident", "Management identified no change",
		"assumes no complementary user entity controls", "It considers none of them a subservice organization")
}

func TestTheAgreementTableShowsWhereConditionsStand(t *testing.T) {
	p := baseProject(t, "assertion.md", "We assert what we assert.\n")
	d := p.build(t)
	row := func() string {
		for _, b := range d.doc.Blocks {
			if text := agreementRow(b); text != "" {
				return text
			}
		}
		return ""
	}
	if got, want := row(), "Carve-out: Corvane Cloud, Inc.|Present, page p.corvane|Missing|"+
		"Placeholder, page p.report/ar-04/corvane|Placeholder, page p.report/ar-14"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	delete(p, "assertion.md")
	d = p.build(t)
	if got, want := row(), "Carve-out: Corvane Cloud, Inc.|Present, page p.corvane|Present, page p.section/assertion/about/corvane|"+
		"Placeholder, page p.report/ar-04/corvane|Placeholder, page p.report/ar-14"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// Management's own words on the controls belong to the part they print in.
func TestWordingOnControlsBelongsToTheirApproval(t *testing.T) {
	for _, name := range []string{"controls-introduction", "controls-other"} {
		p := baseProject(t)
		before := soc2.PartSum(p.engagement(t), "controls")
		p["wording/"+name+".md"] = "Our own words.\n"
		if soc2.PartSum(p.engagement(t), "controls") == before {
			t.Errorf("wording/%s.md does not change the sum of the controls", name)
		}
	}
}
