package check

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var weakResponse = Check{
	Rule: diag.SameInBoth("S2-117", "incomplete-response", diag.Warning,
		"management's response to an exception leaves out what readers look for"),
	run: func(p *project) {
		for _, r := range p.Responses {
			var lacks []string
			for _, v := range []struct {
				key     string
				missing bool
			}{
				{"cause", r.Cause.IsZero()}, {"effect", r.Effect.IsZero()}, {"correction", r.Correction.IsZero()},
				{"corrected_on", r.CorrectedOn.IsZero() && !p.mistyped[r.CorrectedOn.Span]}, {"owner_role", r.OwnerRole.Value == ""},
			} {
				if v.missing {
					lacks = append(lacks, v.key)
				}
			}
			if len(lacks) > 0 {
				p.add(place(r.Test.Span, r.Span), "response to test %q has no %s", r.Test.Value, content.Either(lacks)).
					Suggest("say why it happened, what came of it, and who corrected it or will, and when")
			}
		}
	},
}
