package check

import "github.com/socdraft/socdraft/content/diag"

var undeclaredCUECs = Check{
	Rule: diag.SameInBoth("S2-057", "undeclared-cuecs", diag.Error,
		"complementary user entity controls are neither listed nor declared none"),
	absence: true,
	run: func(p *project) {
		if !p.UserEntities.Declared {
			p.add(p.Root, "complementary user entity controls are neither listed nor declared none (DC 6)").
				Suggest("list them in user-entities.toml, or write there: cuecs = \"none\"")
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
				p.add(out[0].Span, "user entity control %q is mapped only to criteria out of scope", c.ID.Value)
			default:
				p.add(place(c.ID.Span, c.Span), "user entity control %q is mapped to no criterion", c.ID.Value).
					Suggest("what serves no criterion is a user entity responsibility")
			}
		}
	},
}
