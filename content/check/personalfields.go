package check

import (
	"fmt"

	"github.com/socdraft/socdraft/content/diag"
)

var needlessField = Check{
	Rule: diag.SameInBoth("S2-190", "needless-personal-data", diag.Error,
		"the request list would ask for personal data that no test needs"),
	run: func(p *project) {
		owners := p.askedFor()
		for _, h := range p.reading.hits[personalFields] {
			owner, asked := owners[h.passage.value.Span]
			if !asked || withheld(h.passage.text) {
				continue
			}
			p.add(h.span(), "%s asks for %q", owner, h.text()).
				Suggest("leave it out and let a number stand for the person: the list travels by e-mail, and no test of a control needs it")
		}
	},
}

// askedFor returns what asks for evidence in the request list, by the place of
// its words.
func (p *project) askedFor() map[diag.Span]string {
	owners := map[diag.Span]string{}
	for _, pop := range p.Populations {
		owner := fmt.Sprintf("population %q", pop.ID.Value)
		owners[pop.Query.Span] = owner
		for _, field := range pop.Fields {
			owners[field.Span] = owner
		}
	}
	for _, c := range p.Controls {
		for _, evidence := range c.Evidence {
			owners[evidence.Span] = fmt.Sprintf("evidence of control %q", c.ID.Value)
		}
	}
	delete(owners, diag.Span{})
	return owners
}

// withheld reports whether a text says that something is kept out of it.
func withheld(text string) bool {
	return hasWord(text, "without", "no ", "not ", "masked", "redacted", "removed", "hidden", "hashed", "excluding", "except")
}
