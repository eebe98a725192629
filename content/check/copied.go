package check

import (
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// tellingParts are where a reader takes each word for a fact of this system.
var tellingParts = of(description, managementTest, auditorsWords)

var copiedText = Check{
	Rule: diag.SameInBoth("S2-069", "copied-example", diag.Error,
		"description, tests or results have words of socdraft's examples"),
	run: func(p *project) {
		p.copies(tellingParts, "tell of your own system instead: a reader takes each word here for a fact")
	},
}

var copiedControl = Check{
	Rule: diag.SameInBoth("S2-221", "copied-control", diag.Warning,
		"controls or lists have words of socdraft's examples"),
	run: func(p *project) {
		p.copies(of(elsewhere, promises, duties, controlWords, response, otherWords),
			"say who does it in your organization, in which system, and what record is left")
	},
}

// copies reports the runs of words that the parts have from the examples. A
// passage that is still to be written says so already.
func (p *project) copies(in parts, help string) {
	for _, h := range p.reading.copied {
		if in.has(h.passage.part) && !h.passage.quoted && !placeholder.MatchString(h.passage.text) {
			p.add(h.span(), "%d words in a row are from socdraft's examples: %q", len(strings.Fields(h.text())), beginning(h.text())).
				Suggest("%s", help)
		}
	}
}

// beginning returns the first words of a text.
func beginning(text string) string {
	words := strings.Fields(text)
	return strings.Join(words[:min(len(words), 5)], " ") + " …"
}
