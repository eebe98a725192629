package check

import (
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// What is wrong in gate.toml accepts nothing, so it stops nothing either.

var unknownGatedRule = Check{
	Rule: diag.SameInBoth("GT-001", "unknown-gated-rule", diag.Warning, "gate.toml names a rule that does not exist"),
	run: func(p *project) {
		for _, line := range gateLines(p.Engagement) {
			if ruleNamed(line.Rule.Value, p.facts.Rules) == nil {
				suggestRule(p.add(line.Rule.Span, "gate.toml names unknown rule %q", line.Rule.Value), line.Rule.Value, p.facts.Rules)
			}
		}
	},
}

var ungateableRule = Check{
	Rule: diag.SameInBoth("GT-002", "ungateable-rule", diag.Warning, "gate.toml names a rule that fails whatever it accepts"),
	run: func(p *project) {
		for _, line := range gateLines(p.Engagement) {
			if r := ruleNamed(line.Rule.Value, p.facts.Rules); r != nil && NeverWaived(r.Number) {
				p.add(line.Rule.Span, "no finding of rule %q is ever accepted", line.Rule.Value).
					Suggest("delete the line and mend what the rule finds")
			}
		}
	},
}

// gateLines returns the lines of both editions.
func gateLines(e *content.Engagement) []*content.GateLine {
	if e.Gate == nil {
		return nil
	}
	return slices.Concat(e.Gate.Working.Lines, e.Gate.Auditor.Lines)
}

// An Acceptance is how many findings of a rule a project accepts, and where it
// says so.
type Acceptance struct {
	Most int
	Span diag.Span
}

// Accepted returns what the project accepts of each rule in an edition. Of two
// lines about a rule, one by its name and one by its number, the lesser counts.
func Accepted(e *content.Engagement, auditor bool, rules []*diag.Rule) map[*diag.Rule]Acceptance {
	if e.Gate == nil {
		return nil
	}
	part := e.Gate.Working
	if auditor {
		part = e.Gate.Auditor
	}
	most := map[*diag.Rule]Acceptance{}
	for _, line := range part.Lines {
		r := ruleNamed(line.Rule.Value, rules)
		if r == nil || NeverWaived(r.Number) || !line.Most.Given() {
			continue
		}
		n := max(line.Most.Value, 0)
		if other, twice := most[r]; !twice || n < other.Most {
			most[r] = Acceptance{n, line.Rule.Span}
		}
	}
	return most
}
