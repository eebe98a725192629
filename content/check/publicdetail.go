package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// publicVersion matches the version of a product, and an entry of the list of
// known weaknesses.
var publicVersion = regexp.MustCompile(`\b[vV]\d+(?:\.\d+)+\b|\b[Vv]ersion \d+(?:\.\d+)+\b|\b\d{1,3}\.\d{1,3}\.\d{1,3}\b|\bCVE-\d{4}-\d{4,}\b`)

var publicDetail = Check{
	Rule: diag.SameInBoth("S2-177", "public-detail", diag.Warning,
		"a text for the public SOC 3 has the version of a product or a known weakness"),
	run: func(p *project) {
		look := func(part any) {
			passages := said(part)
			for i := range passages {
				g := &passages[i]
				for _, m := range versions(g.text) {
					p.add(g.span(m[0], m[1]), "text for the public SOC 3 has %q", g.text[m[0]:m[1]]).
						Suggest("leave it to the SOC 2: anybody can read a SOC 3 and look for weaknesses of that version")
				}
			}
		}
		var public []content.Text
		for _, s := range p.Services {
			public = append(public, s.PublicSummary)
		}
		for _, c := range p.Components.All() {
			public = append(public, c.PublicSummary)
		}
		for _, t := range p.Parties {
			public = append(public, t.PublicSummary)
		}
		look(public)
		if p.Boundaries != nil {
			look(p.Boundaries)
		}
	},
}

// versions returns where a text has the version of a product. Three numbers may
// be a place in a document, or part of an address.
func versions(text string) [][]int {
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	var found [][]int
	for _, m := range publicVersion.FindAllStringIndex(text, -1) {
		before := strings.Fields(strings.ToLower(text[:m[0]]))
		numbered := len(before) > 0 && places[before[len(before)-1]]
		if !numbered && !inAddress(text, m[0], m[1]) {
			found = append(found, m)
		}
	}
	return found
}

var places = map[string]bool{"section": true, "sections": true, "chapter": true, "clause": true, "part": true, "article": true, "§": true, "item": true}
