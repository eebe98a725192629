package score

import (
	"cmp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// An element is something that an assertion of management has to say.
type element struct {
	id    string // MA-01 to MA-12
	what  string
	when  func(*view) bool                    // nil: always
	facts func(*view) bool                    // what the sentence needs; nil: nothing
	at    func(*content.Engagement) diag.Span // where the facts stand; nil: at the project's start
	rules []string                            // that find it wanting
	words []string                            // one of which management's own wording has; nil: the rules see to it
}

// elements lists what an assertion says. The built-in wording has a sentence
// for each, as far as the facts for it are there.
var elements = []element{
	{id: "MA-01", what: "who asserts", facts: func(v *view) bool { return coverage.Written(v.Organization.Name.Value) },
		at: func(e *content.Engagement) diag.Span { return e.Organization.Name.Span }, words: []string{"management"}},
	{id: "MA-02", what: "which description of which system, by its title and time frame",
		facts: func(v *view) bool { return coverage.Written(v.System.Name.Value) && v.hasTimeFrame() },
		at:    func(e *content.Engagement) diag.Span { return e.Report.Span },
		rules: []string{"misquoted-title", "untimely-assertion"}},
	{id: "MA-03", what: "what the description is for", words: []string{"users", "readers", "recipients", "intended", "purpose"}},
	{id: "MA-04", what: "the categories and the trust services criteria",
		facts: func(v *view) bool { return len(v.Report.Categories) > 0 },
		at:    func(e *content.Engagement) diag.Span { return e.Report.Span },
		rules: []string{"miscategorized-assertion", "uncited-criteria"}},
	{id: "MA-05", what: "what carved-out organizations do and are assumed to control", when: carvesOut,
		facts: servicesTold, at: firstParty(carvedOut), rules: []string{"unmatched-assertion"}},
	{id: "MA-06", what: "included organizations and their own assertions",
		when:  func(v *view) bool { return len(v.Inclusives()) > 0 },
		facts: inclusivesAssert, at: firstParty((*content.Party).IsInclusive), rules: []string{"incomplete-inclusion"}, words: []string{"subservice", "inclu"}},
	{id: "MA-07", what: "the controls that user entities have to add",
		when:  func(v *view) bool { return v.UserEntities.None.Value == "" },
		facts: func(v *view) bool { return len(v.UserEntities.CUECs) > 0 },
		at:    func(e *content.Engagement) diag.Span { return e.UserEntities.File }, words: []string{"user entit"}},
	{id: "MA-08", what: "that the description meets the description criteria", words: []string{"meets", "accordance", "conform", "presents", "shows"}},
	{id: "MA-09", what: "that the controls were suitably designed", words: []string{"suitabl", "were designed"}},
	{id: "MA-10", what: "that the controls operated effectively",
		when: func(v *view) bool { return v.Report.Type == content.Type2 }, rules: []string{"unasserted-operation"}},
	{id: "MA-11", what: "what it excepts, as the opinion does", when: func(v *view) bool { return v.Opinion.Modified() },
		facts: func(v *view) bool { return coverage.WrittenDocument(v.Assertion) },
		at:    func(e *content.Engagement) diag.Span { return e.Opinion.Kind.Span }, rules: []string{"unmirrored-opinion"}},
	{id: "MA-12", what: "the role that signs", facts: signatoriesNamed, at: openSignatory, rules: []string{"invalid-signatory"}},
}

// assertion counts the elements.
func assertion(v *view) measured {
	m := measured{what: "things an assertion has to say are there"}
	own := ""
	if coverage.WrittenDocument(v.Assertion) {
		own = strings.ToLower(prose.BlocksText(v.Assertion.Blocks))
		m.scope = []diag.Span{v.Assertion.Span}
	}
	for _, el := range elements {
		if el.when != nil && !el.when(v) {
			continue
		}
		it := item{rules: el.rules}
		switch {
		case el.facts != nil && !el.facts(v):
			it.lacking(v.factsOf(el), "facts are missing for the assertion to tell %s", el.what)
		case own != "" && el.words != nil && !hasAny(own, el.words):
			it.lacking(top(v.Assertion), "the assertion does not tell %s", el.what)
		}
		m.items = append(m.items, it)
	}
	return m
}

// factsOf returns where the facts for the element stand.
func (v *view) factsOf(el element) diag.Span {
	if el.at == nil {
		return v.Root
	}
	return v.place(el.at(v.Engagement))
}

func hasAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// carvesOut reports whether the assertion has to speak of a carve-out.
func carvesOut(v *view) bool { return slices.ContainsFunc(v.Parties, carvedOut) }

// carvedOut reports whether an organization is carved out, or may become so,
// since it has no method yet.
func carvedOut(p *content.Party) bool { return p.IsSubservice() && !p.IsInclusive() }

// firstParty returns where the first of the organizations stands that an
// element is about.
func firstParty(about func(*content.Party) bool) func(*content.Engagement) diag.Span {
	return func(e *content.Engagement) diag.Span {
		if i := slices.IndexFunc(e.Parties, about); i >= 0 {
			return cmp.Or(e.Parties[i].ID.Span, e.Parties[i].Span)
		}
		return diag.Span{}
	}
}

func servicesTold(v *view) bool {
	for _, p := range v.Parties {
		if carvedOut(p) && (p.Method.Value == "" || !coverage.Written(p.Service.String()) || len(p.CSOCs) == 0) {
			return false
		}
	}
	return true
}

func inclusivesAssert(v *view) bool {
	for _, p := range v.Inclusives() {
		if !coverage.WrittenDocument(p.Assertion) {
			return false
		}
	}
	return true
}

// openSignatory returns where a role is still to be written: at the first who
// signs without one, else at the organization, with which signatories stand.
func openSignatory(e *content.Engagement) diag.Span {
	for _, s := range e.Signatories {
		if !coverage.Written(s.Value) {
			return s.Span
		}
	}
	return e.Organization.Span
}

func signatoriesNamed(v *view) bool {
	for _, s := range v.Signatories {
		if !coverage.Written(s.Value) {
			return false
		}
	}
	return len(v.Signatories) > 0
}
