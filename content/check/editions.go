package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// editionYears match the years that tell editions of the criteria apart, each
// after or before its words.
var editionYears = []*regexp.Regexp{
	regexp.MustCompile(`\b(20\d\d) Trust Services Criteria\b`),
	regexp.MustCompile(`\b(20\d\d) Description Criteria\b`),
	regexp.MustCompile(`\bRevised Points of Focus[\s\x{A0}]*[—–-]+[\s\x{A0}]*(20\d\d)\b`),
	regexp.MustCompile(`\bRevised Implementation Guidance[\s\x{A0}]*[—–-]+[\s\x{A0}]*(20\d\d)\b`),
}

var otherEdition = Check{
	Rule: diag.SameInBoth("S2-030", "other-edition", diag.Warning,
		"text cites another edition of the criteria than the one this report uses"),
	run: func(p *project) {
		current := p.Editions.TrustServices + "\n" + p.Editions.Description
		for i := range p.passages {
			g := &p.passages[i]
			if !theirs.has(g.part) || !strings.Contains(g.text, "Criteria") && !strings.Contains(g.text, "Revised ") {
				continue
			}
			for _, year := range editionYears {
				own := year.FindStringSubmatch(current)
				for _, m := range year.FindAllStringSubmatchIndex(g.text, -1) {
					if own != nil && g.text[m[2]:m[3]] != own[1] {
						p.add(g.span(m[0], m[1]), "text cites %q, and the report uses the edition of %s", g.text[m[0]:m[1]], own[1]).
							Suggest("correct the year, unless the service auditor agreed to examine by the other edition")
					}
				}
			}
		}
	},
}
