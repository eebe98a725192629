package check

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// leastWords is what no part about a component of a system says in fewer.
const leastWords = 25

// componentParts are the parts that tell of the components of the system.
var componentParts = []string{"infrastructure", "software", "people", "procedures", "data"}

var thinPart = Check{
	Rule: diag.SameInBoth("S2-032", "thin-description-part", diag.Warning,
		"a part about a component of the system says hardly anything"),
	run: func(p *project) {
		for _, name := range componentParts {
			doc := p.Description.Known[name]
			if doc == nil || len(doc.Blocks) == 0 {
				continue // which is another finding
			}
			if n := len(strings.Fields(prose.BlocksText(doc.Blocks))); n < leastWords {
				p.add(top(doc), "part %q of the description has only %s", name, counted(n, "word")).
					Suggest("tell what is special to this system, so that a reader who knows the field could say what would break it (DC 3)")
			}
		}
	},
}

// exclusions start the words in which a description says what it leaves out.
var exclusions = []string{"outside", "exclu", "out of scope", "not part of", "not in scope", "not cover", "not include", "no part of", "apart from", "beyond"}

var unstatedExclusions = Check{
	Rule: diag.SameInBoth("S2-033", "unstated-exclusions", diag.Warning,
		"nothing says what the system leaves out"),
	absence: true,
	run: func(p *project) {
		if len(p.ExcludedServices) > 0 || len(p.Services) == 0 {
			return
		}
		var told *content.Document
		for _, name := range []string{"boundaries", "overview"} {
			doc := p.Description.Known[name]
			if doc == nil {
				continue
			}
			if hasWord(prose.BlocksText(doc.Blocks), exclusions...) {
				return
			}
			if told == nil {
				told = doc
			}
		}
		if told != nil {
			p.add(top(told), "description says nowhere what is outside the system").
				Suggest("name services that customers mostly buy with these but that were not examined, as [[excluded_service]] in socdraft.toml, or say here that nothing customers buy with them is outside")
		}
	},
}
