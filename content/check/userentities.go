package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var undeclaredCUECs = Check{
	Rule: diag.SameInBoth("S2-057", "undeclared-cuecs", diag.Error,
		"complementary user entity controls are neither listed nor declared none"),
	absence: true,
	run: func(p *project) {
		if !p.UserEntities.Declared {
			p.add(p.UserEntities.File, "the project does not say whether its controls rely on controls at customers (DC 6)").
				Suggest("list these complementary user entity controls (CUECs) in user-entities.toml; if nothing is needed of customers, write there: cuecs = \"none\"")
		}
	},
}

var unmappedCUEC = Check{
	Rule: diag.SameInBoth("S2-058", "unmapped-cuec", diag.Error,
		"a complementary user entity control is mapped to no criterion in scope"),
	run: func(p *project) {
		for _, c := range p.UserEntities.CUECs {
			in, out, known := p.scoped(c.Criteria)
			switch {
			case len(in) > 0 || !known:
			case len(out) > 0:
				p.add(out[0].Span, "user entity control %q is mapped only to criteria out of scope", c.ID.Value).
					Suggest("name the criterion in scope that depends on it; if there is none, make it a [[responsibility]]")
			default:
				p.add(place(c.ID.Span, c.Span), "user entity control %q is mapped to no criterion", c.ID.Value).
					Suggest("name the criterion that depends on it; if there is none, it is good advice, so make it a [[responsibility]]")
			}
		}
	},
}

var unexplainedCUEC = Check{
	Rule: diag.SameInBoth("S2-059", "unexplained-cuec", diag.Warning,
		"nothing says why a complementary user entity control is necessary"),
	run: func(p *project) {
		for _, c := range p.UserEntities.CUECs {
			if c.Why.IsZero() {
				p.add(place(c.ID.Span, c.Span), "nothing says why user entity control %q is needed", c.ID.Value).
					Suggest("say which commitment cannot be kept without it; what customers do for their own benefit is a [[responsibility]]")
			}
		}
	},
}

// manyCUECs is how many user entity controls readers take for necessary.
const manyCUECs = 10

// hygiene matches what any holder of an account is told.
var hygiene = regexp.MustCompile(`(?i)\b(?:strong|complex|good) passwords?\b|\bpasswords? (?:\w+ )?(?:confidential|secret|safe|secure|private)\b|` +
	`\b(?:share|sharing) (?:\w+ )?(?:accounts?|credentials|passwords?|logins?)\b|\banti-?virus\b`)

var ordinaryCUEC = Check{
	Rule: diag.SameInBoth("S2-060", "ordinary-cuec", diag.Warning,
		"there are very many complementary user entity controls, or one is what any user is told"),
	run: func(p *project) {
		cuecs := p.UserEntities.CUECs
		if len(cuecs) > manyCUECs {
			c := cuecs[manyCUECs]
			p.add(place(c.ID.Span, c.Span), "there are %d user entity controls, more than %d", len(cuecs), manyCUECs).
				Suggest("keep those without which a commitment cannot be kept; the others are a [[responsibility]] each")
		}
		for _, c := range cuecs {
			for _, g := range said(c.Text) {
				if m := hygiene.FindStringIndex(g.text); m != nil {
					p.add(g.span(m[0], m[1]), "user entity control %q is what any user is told: %q", c.ID.Value, g.text[m[0]:m[1]]).
						Suggest("keep it only if a commitment fails without it, and then say exactly what the customer does; else make it a [[responsibility]]")
				}
			}
		}
	},
}

var repeatedCUEC = Check{
	Rule: diag.SameInBoth("S2-061", "repeated-cuec", diag.Warning,
		"the same duty is a complementary user entity control and a user entity responsibility"),
	run: func(p *project) {
		duties := map[string]*content.CUEC{}
		for _, c := range p.UserEntities.CUECs {
			duties[duty(c.Text)] = c
		}
		for _, r := range p.UserEntities.Responsibilities {
			words := duty(r.Text)
			if c := duties[words]; c != nil && words != "" {
				p.add(place(r.Text.Raw.Span, r.Span), "responsibility %q has the same words as user entity control %q", r.ID.Value, c.ID.Value).
					Note(place(c.Text.Raw.Span, c.Span), "the same words").
					Suggest("keep it as a user entity control where a commitment cannot be kept without it, else as a responsibility")
			}
		}
	},
}

// duty returns the words of a duty without those that say whose it is.
func duty(text content.Prose) string {
	words := normalized(text.String())
	for _, who := range []string{"complementary ", "user entities ", "user entity ", "customers ", "customer ", "are ", "is ", "responsible for "} {
		words = strings.TrimPrefix(words, who)
	}
	return words
}
