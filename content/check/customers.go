package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

var customerName = Check{
	Rule: diag.SameInBoth("S2-073", "customer-name", diag.Warning,
		"text names a customer"),
	run: func(p *project) {
		known, told := p.knownNames(), map[placeIn]bool{}
		report := func(g *passage, start, end int) {
			at := placeIn{g, start}
			if !anybodys.has(g.part) || told[at] || known[strings.ToLower(callName(g.text[start:end]))] {
				return
			}
			told[at] = true
			p.add(g.span(start, end), "text names the customer %q", g.text[start:end]).
				Suggest("say what kind of customer it is, such as an employer with 400 workers; who the customers are is theirs to tell")
		}
		for _, h := range p.reading.hits[customerNames] {
			report(h.passage, h.start, h.end)
		}
		for i := range p.passages {
			for _, m := range namedCustomers(p.passages[i].text) {
				report(&p.passages[i], m[0], m[1])
			}
		}
	},
}

// A placeIn is a byte of a passage.
type placeIn struct {
	passage *passage
	at      int
}

// knownNames returns, in small letters, the names of the organization, its
// system and its third parties, which the report tells anyway.
func (p *project) knownNames() map[string]bool {
	names := map[string]bool{}
	add := func(name string) { names[strings.ToLower(callName(name))] = true }
	add(p.Organization.Name.Value)
	add(p.Organization.ShortName.Value)
	add(p.System.Name.Value)
	for _, party := range p.Parties {
		add(party.Name.Value)
	}
	return names
}

// A company is told from other words with capital letters by its legal form.
const company = `([A-Z][\pL\pN&'’-]*,?[ \x{A0}](?:(?:[A-Z][\pL\pN&'’-]*,?|&)[ \x{A0}]){0,4}(?:(?:Inc|Ltd|Corp)\b\.?|(?:LLC|Corporation|GmbH|plc|PLC)\b))`

var (
	customerBefore = regexp.MustCompile(`\b[Cc](?:ustomer|ustomers|lient|lients)(?:,? (?:such as|like|including|namely|named|called))? ` + company)
	customerAfter  = regexp.MustCompile(company + `,? (?:is|was|as|being|which is)?,? ?(?:a|one of our|our|another|the largest|an existing) (?:largest |first |former |new )?(?:customer|client)s?\b`)
)

// namedCustomers returns where a text gives the name of a company that it calls
// a customer.
func namedCustomers(text string) [][2]int {
	if !hasLegalForm(text) || !hasWord(text, "customer", "client") {
		return nil
	}
	var found [][2]int
	for _, named := range []*regexp.Regexp{customerBefore, customerAfter} {
		for _, m := range named.FindAllStringSubmatchIndex(text, -1) {
			found = append(found, [2]int{m[2], m[3]})
		}
	}
	return found
}

// hasLegalForm reports whether a text may name a company, sooner than the
// expressions do: hardly any text does.
func hasLegalForm(text string) bool {
	for _, form := range []string{"Inc", "LLC", "Ltd", "Corp", "GmbH", "plc", "PLC"} {
		if strings.Contains(text, form) {
			return true
		}
	}
	return false
}
