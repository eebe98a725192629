package check

import (
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
					Suggest("name the system that is in scope, such as the service customers buy")
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
				p.add(p.categorySpan(category), "category %q has no principal service commitment", category).
					Suggest("add a [[commitment]] with this category to commitments.toml")
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

var untraceableCommitment = Check{
	Rule: diag.SameInBoth("S2-023", "untraceable-commitment", diag.Warning,
		"no system requirement or no control cites a service commitment"),
	absence: true,
	run: func(p *project) {
		for _, c := range p.Commitments {
			id := c.ID.Value
			if id == "" {
				continue
			}
			required, controlled := p.followed(id)
			switch {
			case !required && !controlled:
				p.add(c.ID.Span, "no system requirement and no control cites commitment %q", id)
			case !required:
				p.add(c.ID.Span, "no system requirement cites commitment %q", id)
			case !controlled:
				p.add(c.ID.Span, "no control cites commitment %q or a requirement of it", id)
			}
		}
	},
}

// followed reports whether a requirement and a control cite the commitment; a
// control may do so through a requirement.
func (p *project) followed(commitment string) (required, controlled bool) {
	ids := []string{commitment}
	for _, r := range p.Requirements {
		if cites(r.Commitments, commitment) != nil {
			required = true
			ids = append(ids, r.ID.Value)
		}
	}
	for _, c := range p.Controls {
		for _, id := range ids {
			controlled = controlled || cites(c.Commitments, id) != nil
		}
	}
	return required, controlled
}
