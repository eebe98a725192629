package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

var misplacedDisclosure = Check{
	Rule: diag.SameInBoth("S2-165", "misplaced-disclosure", diag.Warning,
		"what belongs in the description stands in other information alone"),
	absence: true,
	run: func(p *project) {
		disclosures := []struct {
			heading *regexp.Regexp
			told    int
			where   string
		}{
			{incidentHeading, len(p.Incidents.List), "incidents.toml (DC 4)"},
			{cuecHeading, len(p.UserEntities.CUECs), "user-entities.toml (DC 6)"},
			{csocHeading, len(p.CSOCs()), "third-parties.toml (DC 7)"},
			{commitmentHeading, len(p.Commitments), "commitments.toml (DC 2)"},
		}
		report := func(title string, at diag.Span) {
			for _, d := range disclosures {
				if d.told == 0 && d.heading.MatchString(strings.TrimSpace(title)) {
					p.add(at, "other information tells of %q, and the description has none", strings.TrimSpace(title)).
						Suggest("put it into %s: the service auditor's report does not cover this section", d.where)
				}
			}
		}
		for _, doc := range p.OtherInformation {
			report(doc.Title.Value, doc.Title.Span)
			prose.Walk(doc.Blocks, func(b prose.Block) {
				if h, ok := b.(*prose.Heading); ok {
					report(prose.Text(h.Inlines), h.Span)
				}
			})
		}
	},
}

// What may follow the words of such a heading.
const (
	ofThePeriod = `(?: (?:during|in|of|within) the (?:examination )?(?:period|year))?`
	toCustomers = `(?: (?:(?:made )?to|at|for|of) (?:our |its |the )?(?:customers|clients|subscribers|user entities))?`
)

var (
	incidentHeading   = regexp.MustCompile(`(?i)^(?:(?:security|system|significant) )*incidents?` + ofThePeriod + `$`)
	cuecHeading       = regexp.MustCompile(`(?i)^(?:complementary user entity controls?|CUECs?)` + toCustomers + `$`)
	csocHeading       = regexp.MustCompile(`(?i)^(?:complementary subservice organization controls?|CSOCs?)$`)
	commitmentHeading = regexp.MustCompile(`(?i)^(?:principal )?service commitments(?: and system requirements)?` + toCustomers + `$`)
)

const (
	conforming = `(?:compl(?:y|ies|iant|iance)|conforms?|conformant|conformity|certified|certification|certificate|accredited)`
	framework  = `(?:ISO(?:/IEC)?|NIST|HIPAA|GDPR|PCI|HITRUST|FedRAMP|CMMC|CCPA|CSA STAR)`
)

// conformity matches a claim to keep to a framework.
var conformity = regexp.MustCompile(`\b(?:(?i:` + conforming + `)\b[^.;]{0,50}?\b` + framework + `|` + framework + `\b[^.;]{0,40}?\b(?i:` + conforming + `))\b`)

var claimedConformity = Check{
	Rule: diag.SameInBoth("S2-166", "claimed-conformity", diag.Warning,
		"other information claims to comply with a framework or to be certified"),
	run: func(p *project) {
		for _, doc := range p.OtherInformation {
			passages := said(doc)
			for i := range passages {
				g := &passages[i]
				for _, m := range conformityClaims(g.text) {
					p.add(g.span(m[0], m[1]), "other information claims conformity: %q", g.text[m[0]:m[1]]).
						Suggest("say that it is a mapping and makes no statement about conformity; nobody examined the claim")
				}
			}
		}
	},
}

// conformityClaims returns where a text claims to keep to a framework. A
// sentence that denies it claims nothing.
func conformityClaims(text string) [][]int {
	if !hasWord(text, "compl", "conform", "certif", "accredit") {
		return nil
	}
	var claims [][]int
	for _, m := range conformity.FindAllStringIndex(text, -1) {
		start, end := sentenceAround(text, m[0])
		if !hasWord(text[start:end], "no ", "not ", "nor ", "neither", "without", "nothing", "customer", "whether", "ask") {
			claims = append(claims, m)
		}
	}
	return claims
}
