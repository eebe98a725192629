package check

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// categorySpan returns where the category was chosen. The common criteria are
// chosen with any category.
func (p *project) categorySpan(category content.Category) diag.Span {
	for i, c := range p.Report.Categories {
		if c == category || category == content.Common {
			return p.Report.CategorySpans[i]
		}
	}
	return p.Report.Span
}

var uncoveredCriterion = Check{
	Rule: diag.SameInBoth("S2-013", "uncovered-criterion", diag.Error,
		"no control, no control assumed at a subservice organization and no exclusion stands against a criterion"),
	absence: true,
	run: func(p *project) {
		for _, entry := range p.facts.Coverage.Unaddressed() {
			id := entry.Criterion.ID
			f := p.add(p.categorySpan(entry.Criterion.Category), "criterion %q is mapped to no control", id).
				Suggest("map a control to it, or a control assumed at a subservice organization, or say in criteria.toml why it is not relevant")
			for _, c := range entry.CUECs {
				f.Note(c.ID.Span, "user entity control %q alone is no basis", c.ID.Value)
			}
			for _, c := range p.Controls {
				if at := cites(c.Criteria, id); at != nil {
					f.Note(at.Span, "control %q was not in place in the time frame", c.ID.Value)
				}
			}
		}
	},
}

// cites returns where the list has the id, or nil.
func cites(list []content.Text, id string) *content.Text {
	for i := range list {
		if list[i].Value == id {
			return &list[i]
		}
	}
	return nil
}

// scoped parts criteria into those that apply and those that do not. Unknown
// ones are in neither; known tells whether there were none of them.
func (p *project) scoped(ids []content.Text) (in, out []content.Text, known bool) {
	if len(p.Report.Categories) == 0 {
		return nil, nil, false // nobody has said yet what is in scope
	}
	known = true
	for _, id := range ids {
		switch c := p.Criterion(id.Value); {
		case c == nil:
			known = false
		case p.Applies(c):
			in = append(in, id)
		default:
			out = append(out, id)
		}
	}
	return in, out, known
}

var orphanedControl = Check{
	Rule: diag.SameInBoth("S2-014", "orphaned-control", diag.Error,
		"a control is mapped only to criteria out of scope"),
	run: func(p *project) {
		for _, c := range p.Controls {
			if in, out, known := p.scoped(c.Criteria); known && len(in) == 0 && len(out) > 0 {
				p.add(out[0].Span, "control %q is mapped only to criteria out of scope", c.ID.Value).
					Note(p.categorySpan(content.Common), "the categories in scope are chosen here")
			}
		}
	},
}

var staleMapping = Check{
	Rule: diag.SameInBoth("S2-015", "out-of-scope-criterion", diag.Warning,
		"a control is mapped to a criterion out of scope"),
	run: func(p *project) {
		for _, c := range p.Controls {
			in, out, known := p.scoped(c.Criteria)
			if known && len(in) == 0 {
				continue
			}
			for _, id := range out {
				p.add(id.Span, "control %q is mapped to criterion %q, which is out of scope", c.ID.Value, id.Value).
					Suggest("take the criterion off the list, or choose its category, %s", p.Criterion(id.Value).Category)
			}
		}
	},
}

var unexplainedExclusion = Check{
	Rule: diag.SameInBoth("S2-016", "unexplained-exclusion", diag.Error,
		"a criterion is declared not relevant without a reason"),
	run: func(p *project) {
		for _, n := range p.NotRelevant {
			if n.Reason.IsZero() {
				p.add(place(n.Criterion.Span, n.Span), "criterion %q is declared not relevant without a reason", n.Criterion.Value).
					Suggest("give a reason that is specific to the system")
			}
		}
	},
}

// place returns the first of the spans that is one.
func place(spans ...diag.Span) diag.Span {
	for _, s := range spans {
		if !s.IsZero() {
			return s
		}
	}
	return diag.Span{}
}

var contradictoryExclusion = Check{
	Rule: diag.SameInBoth("S2-017", "contradictory-exclusion", diag.Error,
		"a criterion is declared not relevant but mapped to a control"),
	run: func(p *project) {
		for _, n := range p.NotRelevant {
			for _, c := range p.Controls {
				at := cites(c.Criteria, n.Criterion.Value)
				if at == nil || !p.InScope(c) {
					continue
				}
				p.add(n.Criterion.Span, "criterion %q is declared not relevant but mapped to control %q", n.Criterion.Value, c.ID.Value).
					Note(at.Span, "mapped here")
			}
		}
	},
}

var excludedCommonCriterion = Check{
	Rule: diag.SameInBoth("S2-018", "excluded-common-criterion", diag.Warning,
		"a common criterion is declared not relevant"),
	run: func(p *project) {
		for _, n := range p.NotRelevant {
			if c := p.Criterion(n.Criterion.Value); c != nil && c.Category == content.Common {
				p.add(n.Criterion.Span, "common criterion %q is declared not relevant", c.ID).
					Suggest("the common criteria apply to every system; an exclusion is rarely accepted")
			}
		}
	},
}

var delegatedExclusion = Check{
	Rule: diag.SameInBoth("S2-019", "delegated-exclusion", diag.Warning,
		"a criterion is declared not relevant because a third party sees to it"),
	run: func(p *project) {
		for _, n := range p.NotRelevant {
			party, at := p.named(n.Reason)
			if party == nil {
				continue
			}
			f := p.add(at, "criterion %q is declared not relevant for a reason that names third party %q", n.Criterion.Value, party.ID.Value).
				Suggest("a criterion that a third party's controls serve is relevant: take the entry out and name the criterion among those of the third party (DC 7)")
			f.Note(party.Name.Span, "the third party")
		}
	},
}

// named returns the first third party that a text names, and where.
func (p *project) named(text content.Prose) (*content.Party, diag.Span) {
	for _, g := range said(text) {
		for _, party := range p.Parties {
			name := callName(party.Name.Value)
			if at := strings.Index(g.text, name); name != "" && at >= 0 && wholeWord(g.text, at, at+len(name)) {
				return party, g.span(at, at+len(name))
			}
		}
	}
	return nil, diag.Span{}
}
