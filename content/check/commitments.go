package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var undefinedSystem = Check{
	Rule: diag.SameInBoth("S2-021", "undefined-system", diag.Warning,
		"the system has the name of the organization"),
	run: func(p *project) {
		name := strings.TrimSpace(p.System.Name.Value)
		for _, own := range []content.Text{p.Organization.Name, p.Organization.ShortName} {
			if name != "" && strings.EqualFold(name, strings.TrimSpace(own.Value)) {
				p.add(p.System.Name.Span, "system has the name of the organization, %q", name).
					Note(own.Span, "the organization is named here").
					Suggest("name what customers buy and the service auditor examines, such as \"Exchange Platform\"")
				return
			}
		}
	},
}

var uncommittedCategory = Check{
	Rule: diag.SameInBoth("S2-022", "uncommitted-category", diag.Error,
		"a category in scope has no principal service commitment"),
	absence: true,
	run: func(p *project) {
		for _, category := range p.Report.Ordered() {
			if !p.committed(category) {
				p.add(p.categorySpan(category), "category %q is in scope, but nothing is promised to customers for it", category).
					Suggest("add a [[commitment]] with this category to commitments.toml, in the words of your contracts, such as: The service is available 99.5 percent of each month")
			}
		}
	},
}

func (p *project) committed(category content.Category) bool {
	for _, c := range p.Commitments {
		if c.Principal && cites(c.Categories, string(category)) != nil {
			return true
		}
	}
	return false
}

// trace is what to do about a promise that nothing takes up.
const trace = "cite it in the commitments of a [[requirement]] and of the controls that keep it, or take it out if you no longer promise it"

var untraceableCommitment = Check{
	Rule: diag.SameInBoth("S2-023", "untraceable-commitment", diag.Warning,
		"no system requirement or no control cites a service commitment"),
	absence: true,
	run: func(p *project) {
		required, controlled := p.followed()
		for _, c := range p.Commitments {
			id := c.ID.Value
			if id == "" {
				continue
			}
			switch required, controlled := required[id], controlled[id]; {
			case !required && !controlled:
				p.add(c.ID.Span, "no system requirement and no control cites commitment %q", id).Suggest(trace)
			case !required:
				p.add(c.ID.Span, "no system requirement cites commitment %q", id).Suggest(trace)
			case !controlled:
				p.add(c.ID.Span, "no control cites commitment %q or a requirement of it", id).Suggest(trace)
			}
		}
	},
}

// followed returns the ids of commitments that a requirement cites, and of those
// that a control cites; a control may do so through a requirement.
func (p *project) followed() (required, controlled map[string]bool) {
	required, controlled = map[string]bool{}, map[string]bool{}
	cited := map[string]bool{} // by a control
	for _, c := range p.Controls {
		for _, id := range c.Commitments {
			cited[id.Value], controlled[id.Value] = true, true
		}
	}
	for _, r := range p.Requirements {
		for _, id := range r.Commitments {
			required[id.Value] = true
			controlled[id.Value] = controlled[id.Value] || cited[r.ID.Value]
		}
	}
	return required, controlled
}

// anyLaw matches a promise to keep laws that it leaves to the reader to find.
var anyLaw = regexp.MustCompile(`(?i)\b(?:applicable|relevant|governing) (?:(?:and|or|data|privacy|security|protection|legal|federal|state|local|national|international|industry|regulatory) ){0,4}(?:laws?|regulations|standards|legislation|statutes|requirements of law)\b|\b(?:applicable|relevant) (?:legal|regulatory|statutory)(?: (?:and|or) (?:legal|regulatory|statutory|industry))? (?:requirements|obligations)\b`)

// lawName matches what names a law, a standard or a place in one.
var lawName = regexp.MustCompile(`\b(?:Act|Code|Regulation|Directive|Law|Statute|Rule|Ordinance)\b|\b[A-Z]{3,}\b|[0-9]`)

// ownTerms matches sources that are no law: what the organization agreed with
// its customers or wrote itself.
var ownTerms = regexp.MustCompile(`(?i)\b(?:agreements?|addend(?:um|a)|contracts?|terms|schedule|exhibit|annex|polic(?:y|ies)|SLA|MSA|DPA|order form)\b`)

var unnamedLaw = Check{
	Rule: diag.SameInBoth("S2-024", "unnamed-law", diag.Warning,
		"a commitment or requirement speaks of applicable laws or standards and names none"),
	run: func(p *project) {
		for _, c := range p.Commitments {
			p.unnamedLaw("commitment "+quote(c.ID), c.Text, c.Sources)
		}
		for _, r := range p.Requirements {
			p.unnamedLaw("requirement "+quote(r.ID), r.Text, r.Sources)
		}
	},
}

func (p *project) unnamedLaw(what string, text content.Prose, sources []content.Text) {
	for _, g := range said(text) {
		if !hasWord(g.text, "applicable", "relevant", "governing") || lawName.MatchString(g.text) {
			continue
		}
		if m := anyLaw.FindStringIndex(g.text); m != nil && !namesLaw(sources) {
			p.add(g.span(m[0], m[1]), "%s speaks of %q and names none", what, g.text[m[0]:m[1]]).
				Suggest("name the laws or standards that are meant; nobody can test a promise to keep all of them")
		}
	}
}

func namesLaw(sources []content.Text) bool {
	for _, s := range sources {
		if lawName.MatchString(s.Value) && !ownTerms.MatchString(s.Value) {
			return true
		}
	}
	return false
}
