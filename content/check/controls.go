package check

import (
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
				p.add(place(c.ID.Span, c.Span), "control %s is mapped to no criterion", called(c.ID, c.Title)).
					Suggest("name in criteria what it serves, such as \"CC6.2\" for granting access; \"socdraft list criteria\" prints them all")
			}
		}
	},
}

var invalidOwner = Check{
	Rule: diag.SameInBoth("S2-081", "invalid-owner", diag.Error,
		"a control has no owner role, or a person for one"),
	run: func(p *project) {
		for _, c := range p.Controls {
			role := c.OwnerRole
			switch {
			case strings.TrimSpace(role.Value) == "":
				p.add(place(role.Span, c.ID.Span, c.Span), "control %s has no owner role", called(c.ID, c.Title)).
					Suggest("write in owner_role which role answers for it, such as \"Head of Engineering\"")
			case isPerson(role.Value):
				p.add(role.Span, "owner %q of control %s is a person", role.Value, called(c.ID, c.Title)).
					Suggest("write the role, such as \"Head of Operations\": people change jobs, and a report names nobody")
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
				p.add(place(value.Span, c.ID.Span, c.Span), "control %s has no frequency", called(c.ID, c.Title)).
					Suggest("the frequencies are %s", listed(content.Frequencies))
			default:
				near(p.add(value.Span, "control %s has unknown frequency %q", called(c.ID, c.Title), value.Value), value.Value, content.Frequencies)
			}
		}
	},
}
