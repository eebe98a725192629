package check

import (
	"regexp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var unmappedControl = Check{
	Rule: diag.SameInBoth("S2-080", "unmapped-control", diag.Error,
		"a control is mapped to no criterion"),
	run: func(p *project) {
		for _, c := range p.Controls {
			if len(c.Criteria) == 0 {
				p.add(place(c.ID.Span, c.Span), "control %q is mapped to no criterion", c.ID.Value)
			}
		}
	},
}

// person matches what is surely no role. A role of two capitalized words, such
// as "Security Engineer", reads like a name: only certain signs count.
var person = regexp.MustCompile(`[^\s@]+@[^\s@]+\.[^\s@]+|^(Mr|Mrs|Ms|Mx|Dr|Prof)\.? [A-Z]|^[A-Z][a-z]+ [A-Z]\. ?[A-Z][a-z]+$`)

var invalidOwner = Check{
	Rule: diag.SameInBoth("S2-081", "invalid-owner", diag.Error,
		"a control has no owner role, or a person for one"),
	run: func(p *project) {
		for _, c := range p.Controls {
			role := c.OwnerRole
			switch {
			case strings.TrimSpace(role.Value) == "":
				p.add(place(role.Span, c.ID.Span, c.Span), "control %q has no owner role", c.ID.Value)
			case person.MatchString(role.Value):
				p.add(role.Span, "owner %q of control %q is a person", role.Value, c.ID.Value).
					Suggest("name the role: people change, and a report names nobody")
			}
		}
	},
}

var unknownFrequency = Check{
	Rule: diag.SameInBoth("S2-082", "unknown-frequency", diag.Error,
		"the frequency of a control is missing or unknown"),
	run: func(p *project) {
		for _, c := range p.Controls {
			value := c.Frequency
			switch {
			case slices.Contains(content.Frequencies, content.Frequency(value.Value)):
			case value.Value == "":
				p.add(place(value.Span, c.ID.Span, c.Span), "control %q has no frequency", c.ID.Value).
					Suggest("the frequencies are %s", listed(content.Frequencies))
			default:
				near(p.add(value.Span, "control %q has unknown frequency %q", c.ID.Value, value.Value), value.Value, content.Frequencies)
			}
		}
	},
}
