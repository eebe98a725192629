package check

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// at returns where findings about the party as a whole stand.
func at(party *content.Party) diag.Span { return place(party.ID.Span, party.Span) }

var missingMethod = Check{
	Rule: diag.SameInBoth("S2-044", "missing-method", diag.Error,
		"a subservice organization is neither carved out nor included"),
	run: func(p *project) {
		for _, party := range p.Parties {
			if party.IsSubservice() && party.Method.Value == "" {
				p.add(place(party.Classification.Span, at(party)), "it is not said whether subservice organization %s is carved out or included", called(party.ID, party.Name)).
					Suggest("write method = \"carve_out\" if its controls stay outside the examination, which is usual, or \"inclusive\" if it is examined with you")
			}
		}
	},
}

var missingService = Check{
	Rule: diag.SameInBoth("S2-045", "missing-service", diag.Error,
		"the nature of a subservice organization's service is not told"),
	run: func(p *project) {
		for _, party := range p.Parties {
			if party.IsSubservice() && party.Service.IsZero() {
				p.add(at(party), "it is not said what subservice organization %s does", called(party.ID, party.Name)).
					Suggest("say in \"service\" what it does for the system, such as: Runs the data centers that hold the production servers (DC 7)")
			}
		}
	},
}

var missingCSOC = Check{
	Rule: diag.SameInBoth("S2-046", "missing-csoc", diag.Error,
		"no control is assumed at a carved-out subservice organization"),
	run: func(p *project) {
		for _, party := range p.CarveOuts() {
			if len(party.CSOCs) == 0 {
				p.add(at(party), "nothing says which controls of carved-out subservice organization %s the system relies on", called(party.ID, party.Name)).
					Suggest("add a [[party.csoc]] for each kind of control you count on there, such as: Entry to the data center is limited and recorded; the provider's own SOC 2 report lists them (DC 7)")
			}
		}
	},
}

var missingServedCriteria = Check{
	Rule: diag.SameInBoth("S2-047", "missing-served-criteria", diag.Error,
		"the criteria that a carved-out organization's controls serve are not named"),
	run: func(p *project) {
		for _, party := range p.CarveOuts() {
			if len(party.Criteria) == 0 {
				p.add(at(party), "it is not said which criteria carved-out subservice organization %s helps to meet", called(party.ID, party.Name)).
					Suggest("list them in \"criteria\", those it meets in part too, such as \"CC6.4\" (doors and rooms) for a data center (DC 7)")
			}
		}
	},
}

var outOfScopeCSOC = Check{
	Rule: diag.SameInBoth("S2-048", "out-of-scope-csoc", diag.Error,
		"a complementary subservice organization control is mapped to a criterion out of scope"),
	run: func(p *project) {
		for _, party := range p.Parties {
			for _, c := range party.CSOCs {
				_, out, _ := p.scoped(c.Criteria)
				for _, id := range out {
					p.add(id.Span, "control %q assumed at %s is mapped to criterion %s, which is out of scope",
						c.ID.Value, called(party.ID, party.Name), p.criterion(id.Value)).
						Suggest("take the criterion off the list, or add its category, %s, to those in socdraft.toml", p.Criterion(id.Value).Category)
				}
			}
		}
	},
}

// unprintedCSOC is silent where the method is missing, which is a finding.
var unprintedCSOC = Check{
	Rule: diag.SameInBoth("S2-231", "unprinted-csoc", diag.Warning,
		"controls are assumed at an organization that is not carved out, and do not print"),
	run: func(p *project) {
		for _, party := range p.Parties {
			if len(party.CSOCs) == 0 || party.IsCarveOut() || party.IsSubservice() && !party.IsInclusive() {
				continue
			}
			why, where := "is a vendor", party.Classification.Span
			if party.IsInclusive() {
				why, where = "is included", party.Method.Span
			}
			first := party.CSOCs[0]
			p.add(place(first.ID.Span, first.Span), "controls are assumed at third party %s, which %s, and do not print", called(party.ID, party.Name), why).
				Note(where, "it %s here", why).
				Suggest("complementary controls are those of carved-out organizations: carve it out, or take them and the links to them away")
		}
	},
}

var incompleteInclusion = Check{
	Rule: diag.SameInBoth("S2-053", "incomplete-inclusion", diag.Error,
		"an included subservice organization has no components, controls or assertion"),
	absence: true,
	run: func(p *project) {
		for _, party := range p.Inclusives() {
			id := party.ID.Value
			if !p.performs(id) {
				p.add(at(party), "included subservice organization %q has no components", id).
					Suggest("set performed_by = %q on its parts in components.toml", id)
			}
			if !p.controls(id) {
				p.add(at(party), "included subservice organization %q has no controls", id).
					Suggest("set performed_by = %q on its controls", id)
			}
			if party.Assertion == nil || len(party.Assertion.Blocks) == 0 {
				p.add(at(party), "included subservice organization %q has no assertion", id).
					Suggest("put the assertion of its management into third-parties/%s/assertion.md", id)
			}
		}
	},
}

// performs reports whether a component is the party's.
func (p *project) performs(party string) bool {
	for _, c := range p.Components.All() {
		if c.PerformedBy.Value == party {
			return true
		}
	}
	return false
}

// controls reports whether a control is the party's.
func (p *project) controls(party string) bool {
	for _, c := range p.Controls {
		if c.PerformedBy.Value == party {
			return true
		}
	}
	return false
}
