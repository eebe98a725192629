package check

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

//go:embed providers.txt
var providerLines string

// A provider is a company whose services many systems use.
type provider struct {
	names    []string
	ordinary bool // the names are words of the language too
	ownRun   bool // organizations run its product themselves
}

// A providerName is one name of a provider.
type providerName struct {
	name string
	of   *provider
}

// providerNames holds the names by first letter, the longer ones first where
// one begins with the other.
var providerNames = parseProviders(providerLines)

func parseProviders(lines string) (by [256][]providerName) {
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		names := strings.TrimLeft(line, "~+")
		marks := line[:len(line)-len(names)]
		v := &provider{strings.Split(names, "|"), strings.Contains(marks, "~"), strings.Contains(marks, "+")}
		for _, name := range v.names {
			by[name[0]] = append(by[name[0]], providerName{name, v})
		}
	}
	for _, names := range by {
		slices.SortStableFunc(names, func(a, b providerName) int { return len(b.name) - len(a.name) })
	}
	return by
}

var unregisteredProvider = Check{
	Rule: diag.SameInBoth("S2-055", "unregistered-provider", diag.Warning,
		"the description names a provider that is not among the third parties"),
	absence: true,
	run: func(p *project) {
		seen := map[*provider]bool{}
		look := func(passages []passage) {
			for i := range passages {
				g := &passages[i]
				for _, n := range namedProviders(g.text) {
					if !seen[n.of] && !p.registered(n.of) {
						p.add(g.span(n.start, n.end), "provider %q is named here but is not among the third parties", g.text[n.start:n.end]).
							Suggest("add a [[party]] to third-parties.toml and classify it, or take the name out where the system does not use it")
					}
					seen[n.of] = true
				}
			}
		}
		for _, doc := range p.descriptionParts() {
			look(said(doc))
		}
		look(said(p.Components))
		for _, c := range p.Controls {
			look(said(c.Statement))
		}
	},
}

// registered reports whether a third party, or a product that the organization
// runs itself, has one of the provider's names.
func (p *project) registered(v *provider) bool {
	var words []string
	for _, t := range p.Parties {
		words = append(words, t.Name.Value, t.ID.Value, t.Service.String())
	}
	for _, s := range p.ExcludedServices {
		words = append(words, s.Name.Value)
	}
	words = append(words, p.Organization.Name.Value, p.System.Name.Value)
	if v.ownRun {
		for _, c := range p.Components.Software {
			words = append(words, c.Name.Value)
		}
	}
	text := strings.ToLower(strings.Join(words, "\n"))
	for _, name := range v.names {
		if hasName(text, name) || len(maker(name)) >= shortestRare && hasName(text, maker(name)) {
			return true
		}
	}
	return false
}

// maker returns the company in the name of a product: "Google" of "Google
// Cloud".
func maker(name string) string {
	word, _, _ := strings.Cut(name, " ")
	return word
}

// hasName reports whether a text in small letters has the name as a whole word.
func hasName(text, name string) bool {
	name = strings.ToLower(name)
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		if at += i; wholeWord(text, at, at+len(name)) {
			return true
		}
		at += len(name)
	}
}

// A namedProvider is a provider's name in a text.
type namedProvider struct {
	of         *provider
	start, end int
}

// namedProviders returns the providers that a text names as its organization's
// own: not those of customers, and not examples.
func namedProviders(text string) []namedProvider {
	var found []namedProvider
	for at := 0; at < len(text); at++ {
		if len(providerNames[text[at]]) == 0 || at > 0 && wordLength(text[at-1:at]) > 0 {
			continue
		}
		for _, n := range providerNames[text[at]] {
			end := at + len(n.name)
			if !strings.HasPrefix(text[at:], n.name) || !wholeWord(text, at, end) || inAddress(text, at, end) {
				continue
			}
			if n.of.ordinary && opens(text, at) || ofOthers(text, at) {
				continue
			}
			found = append(found, namedProvider{n.of, at, end})
			break
		}
	}
	return found
}

// ofOthers reports whether the sentence around a place speaks of others than
// the organization, or names examples and choices.
func ofOthers(text string, at int) bool {
	start, end := sentenceAround(text, at)
	return hasWord(text[start:end], "customer", "client", "user entit", "subscriber", "tenant", "such as", "for example", "e.g", "integrat",
		"connector", "import", "export", "competitor", "former", "previous", "no longer", "not ", "until", "marketplace", "partner")
}
