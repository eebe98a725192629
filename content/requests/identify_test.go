package requests

import (
	"maps"
	"regexp"
	"testing"

	"github.com/socdraft/socdraft/content"
)

// busy is an engagement in which controls share policies, systems, documents,
// populations and third parties.
func busy() *content.Engagement {
	first, second := leaver(), leaver()
	second.ID, second.OwnerRole, second.Systems = text("AC-03"), text("Head of People"), texts("desk")
	first.Policies, second.Policies = texts("POL-04"), texts("POL-04", "POL-07")
	settings := automated(content.Daily)
	plan := leaver()
	plan.ID, plan.Area, plan.Frequency, plan.Trigger = text("BC-01"), text("Backup, recovery & continuity of the business"), text("annual"), text("")
	plan.Evidence, plan.Monitors = texts("business continuity plan"), texts("cloud")
	e := engagement(first, second, settings, plan)
	e.Policies = []*content.Policy{{ID: text("POL-04"), Title: text("Access Policy")}, {ID: text("POL-07"), Title: text("Conduct")}}
	e.Parties = []*content.Party{{ID: text("cloud"), Name: text("Corvane Cloud"), Classification: text(content.SubserviceOrganization), Method: text(content.CarveOut)}}
	return e
}

// titles returns the requests' titles by id.
func titles(e *content.Engagement) map[string]string {
	out := map[string]string{}
	for _, r := range Derive(e) {
		out[r.ID] = r.Title
	}
	return out
}

func TestStableIDs(t *testing.T) {
	before := titles(busy())
	for id, title := range map[string]string{
		"POL-04.document": "Access Policy", "POL-07.document": "Conduct", "idp.listing": "Accounts and roles: Identity provider",
		"desk.listing": "Accounts and roles: Ticket desk", "business-continuity-plan.document": "Business continuity plan",
		"backup-recovery-continuity-of.walkthrough": "Walkthrough: Backup, recovery & continuity of the business", "cloud.report": "Corvane Cloud: assurance report",
	} {
		if before[id] != title {
			t.Errorf("%s is %q, want %q", id, before[id], title)
		}
	}
	for name, change := range map[string]func(*content.Engagement){
		"policy": func(e *content.Engagement) {
			e.Policies = append([]*content.Policy{{ID: text("POL-01"), Title: text("Security Policy")}}, e.Policies...)
			e.Controls[0].Policies = texts("POL-01", "POL-04")
		},
		"system": func(e *content.Engagement) {
			e.Components.Software = append([]*content.Component{{Kind: "software", ID: text("vault"), Name: text("Vault")}}, e.Components.Software...)
			e.Controls[0].Systems = texts("vault", "idp")
		},
		"control": func(e *content.Engagement) {
			c := leaver()
			c.ID, c.Policies, c.Systems = text("AC-01"), texts("POL-04"), texts("idp", "desk")
			c.OwnerRole, c.Trigger = text("Security Lead"), text("hire")
			e.Controls = append([]*content.Control{c}, e.Controls...)
		},
	} {
		e := busy()
		change(e)
		after := titles(e)
		if len(after) == len(before) {
			t.Errorf("a new %s asks for nothing", name)
		}
		maps.DeleteFunc(after, func(id, _ string) bool { return before[id] == "" })
		if !maps.Equal(before, after) {
			t.Errorf("a new %s changes ids\n%v\n%v", name, before, after)
		}
	}
}

func TestOddIDs(t *testing.T) {
	e := busy()
	e.Controls[0].ID, e.Controls[1].ID = text("ÄC 02/x"), text("äc-02.x")
	e.Controls[2].ID, e.Controls[3].ID = text("漢字"), text("")
	e.Policies[0].ID, e.Controls[0].Policies, e.Controls[1].Policies = text("POL 04"), texts("POL 04"), texts("POL-07")
	e.Policies[1].ID, e.Controls[1].Policies = text("pol-04"), texts("pol-04")
	good := regexp.MustCompile(`^[A-Za-z0-9_.-]+$`)
	seen := map[string]bool{}
	for _, r := range Derive(e) {
		if !good.MatchString(r.ID) || seen[r.ID] {
			t.Errorf("id %q", r.ID)
		}
		seen[r.ID] = true
	}
	if !seen["POL-04.document"] || !seen["pol-04.document-2"] {
		t.Errorf("policies of equal keys: %v", seen)
	}
}
