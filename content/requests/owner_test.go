package requests

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
)

// control returns a manual control of the owner.
func control(id, title, owner, trigger, criterion string) *content.Control {
	c := leaver()
	c.ID, c.Title, c.OwnerRole, c.Trigger, c.Criteria = text(id), text(title), text(owner), text(trigger), texts(criterion)
	return c
}

func TestEngagementOwners(t *testing.T) {
	e := engagement(
		control("CO-04", "Status page during incidents", "Customer Operations", "incident", "CC7.4"),
		control("IR-02", "Handling", "Security Lead", "incident", "CC7.4"),
		control("IR-03", "Lessons", "Security Lead", "incident", "CC7.4"),
		control("MO-04", "Inventory of components", "Site Manager", "change", "CC6.1"),
		control("DC-01", "Review of the data inventory", "Data Manager", "change", "CC8.1"),
	)
	e.Signatories = texts("Chief Executive Officer", "Chief Technology Officer")
	e.Parties = []*content.Party{{ID: text("cloud"), Name: text("Corvane Cloud")}}
	list := Derive(e)
	for id, want := range map[string]string{
		"ENG.incident-register": "Security Lead", "ENG.component-inventory": "Site Manager",
		"ENG.assertion": "Chief Executive Officer", "ENG.assertion-signed": "Chief Executive Officer", "ENG.representation-letter": "Chief Executive Officer",
		"ENG.description": "", "ENG.prior-report": "", "ENG.contracts": "", "ENG.vendor-inventory": "", "ENG.fraud": "", "ENG.significant-changes": "",
	} {
		if r := find(t, list, id); r.Owner != want {
			t.Errorf("%s is answered by %q, want %q", id, r.Owner, want)
		}
	}
}

func TestPopulationOwner(t *testing.T) {
	gear, access := leaver(), leaver()
	gear.ID, gear.OwnerRole, gear.Systems = text("HR-06"), text("IT Manager"), texts("desk")
	access.OwnerRole = text("Identity Lead")
	screening := control("HR-01", "Screening", "Head of People", "", "CC1.1")
	e := engagement(gear, access, screening)
	e.Populations = []*content.Population{{ID: text("leavers"), Title: text("Leavers"), Trigger: text("termination"), SourceSystem: text("Identity provider")}}
	owner := func() string {
		for _, r := range Derive(e) {
			if r.Title == "Population: leavers" {
				return r.Owner
			}
		}
		return "nobody"
	}
	screening.Systems = texts("idp")
	access.Systems = texts("desk")
	if got := owner(); got != "Head of People" {
		t.Errorf("of two controls, the population is answered by %q", got)
	}
	again := leaver()
	again.ID, again.OwnerRole = text("AC-03"), text("Identity Lead")
	e.Controls = append(e.Controls, again)
	if got := owner(); got != "Identity Lead" {
		t.Errorf("of three controls, the population is answered by %q", got)
	}
}

func TestEngagementRequestsOfScope(t *testing.T) {
	e := engagement()
	e.Report.Categories = []content.Category{content.Security, content.Availability}
	e.Changes.List = []*content.Change{{ID: text("CHG-1"), Title: text("Region"), Date: day(2025, 10, 18), Significant: true},
		{ID: text("CHG-3"), Title: text("Tests"), Date: day(2025, 12, 9)}}
	list := Derive(e)
	r := find(t, list, "ENG.incident-register")
	if !r.Covers.IsPeriod() || r.Kind == ListingAsOf || !strings.Contains(r.What, "(relevant to security and availability) in the period July 1, 2025 to June 30, 2026") {
		t.Errorf("incidents %s: %s", r.Covers, r.What)
	}
	if r := find(t, list, "ENG.description"); len(r.DC) != 9 || r.DC[8] != "DC 9" {
		t.Errorf("the description supports %v", r.DC)
	}
	if r := find(t, list, "ENG.significant-changes"); !strings.Contains(r.What, "• CHG-1 Region (October 18, 2025)\n") ||
		!strings.Contains(r.What, "• CHG-3 Tests (December 9, 2025), taken for not significant") {
		t.Errorf("changes: %s", r.What)
	}
	first := find(t, Derive(type1(e)), "ENG.incident-register")
	if first.Covers.IsPeriod() || first.Kind != ListingAsOf {
		t.Errorf("type 1: %s %s", first.Kind, first.Covers)
	}
	if r := find(t, Derive(e), "ENG.description"); len(r.DC) != 8 {
		t.Errorf("type 1: the description supports %v", r.DC)
	}
}
