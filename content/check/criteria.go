package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
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
		open := p.facts.Coverage.Unaddressed()
		if file := p.awaitedControls(); !file.IsZero() && len(open) > 1 {
			p.add(file, "%d criteria are mapped to no control yet", len(open)).
				Suggest("write the controls that are begun first, then add one for each gap: \"socdraft list coverage\" shows them")
			return
		}
		unbegun := p.unbegun(open)
		for _, entry := range open {
			id := entry.Criterion.ID
			if category := entry.Criterion.Category; unbegun[category] > 0 {
				p.add(p.categorySpan(category), "none of the %d criteria of %s is mapped to a control", unbegun[category], category.Words()).
					Suggest("add them to the criteria of the controls that serve them, or leave the category out; \"socdraft list coverage\" lists them")
				unbegun[category] = -1
			}
			if unbegun[entry.Criterion.Category] < 0 {
				continue
			}
			f := p.add(p.categorySpan(entry.Criterion.Category), "criterion %s is mapped to no control", idAndTitle(id, entry.Criterion.Title)).
				Suggest("add it to the criteria of a control that serves it, or of one you rely on at a provider ([[party.csoc]]); if it does not apply to your system, say why in criteria.toml")
			for _, c := range entry.CUECs {
				f.Note(c.ID.Span, "user entity control %q serves it, but what customers do is no basis on its own", c.ID.Value)
			}
			for _, c := range p.Controls {
				if at := cites(c.Criteria, id); at != nil {
					f.Note(at.Span, "control %s serves it, but was not in place in the time frame", called(c.ID, c.Title))
				}
			}
		}
	},
}

// unbegun returns, for each category for which nothing is mapped at all, how
// many criteria it has.
func (p *project) unbegun(open []*coverage.Entry) map[content.Category]int {
	count := map[content.Category]int{}
	for _, entry := range open {
		if c := entry.Criterion.Category; c != content.Common {
			count[c]++
		}
	}
	for _, entry := range p.facts.Coverage.Entries {
		if entry.Addressed() {
			delete(count, entry.Criterion.Category)
		}
	}
	return count
}

// awaitedControls returns the top of the first file with a control whose
// statement is still to be written, if there is one. While there is, the gaps
// between the controls are one finding there, not one for each criterion.
func (p *project) awaitedControls() diag.Span {
	for _, c := range p.Controls {
		if at := c.Statement.Raw.Span; p.unwritten.has(at) {
			return at.Source.At(0, 0)
		}
	}
	return diag.Span{}
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
	if !p.scopeKnown() {
		return nil, nil, false
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

// scopeKnown reports whether somebody has said what is in scope: without a
// category, or with one that does not exist, nothing is known to be outside.
func (p *project) scopeKnown() bool {
	for _, c := range p.Report.Categories {
		if !slices.Contains(content.Categories, c) {
			return false
		}
	}
	return len(p.Report.Categories) > 0
}

var orphanedControl = Check{
	Rule: diag.SameInBoth("S2-014", "orphaned-control", diag.Error,
		"a control is mapped only to criteria out of scope"),
	run: func(p *project) {
		for _, c := range p.Controls {
			if in, out, known := p.scoped(c.Criteria); known && len(in) == 0 && len(out) > 0 {
				p.add(out[0].Span, "control %s is mapped only to criteria out of scope", called(c.ID, c.Title)).
					Note(p.categorySpan(content.Common), "the categories in scope are chosen here").
					Suggest("add a criterion in scope that it serves, choose its category, or take the control out")
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
				p.add(id.Span, "control %s is mapped to criterion %s, which is out of scope", called(c.ID, c.Title), p.criterion(id.Value)).
					Suggest("take the criterion off the list, or add its category, %s, to those in socdraft.toml", p.Criterion(id.Value).Category)
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
				p.add(place(n.Criterion.Span, n.Span), "criterion %s is declared not relevant without a reason", p.criterion(n.Criterion.Value)).
					Suggest("say what the system does not have or do, such as: The system keeps no confidential information")
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
			var mapped []diag.Span
			var first *content.Control
			for _, c := range p.Controls {
				at := cites(c.Criteria, n.Criterion.Value)
				if at == nil || !p.InScope(c) {
					continue
				}
				if first == nil {
					first = c
				}
				mapped = append(mapped, at.Span)
			}
			if first == nil {
				continue
			}
			others := ""
			if len(mapped) > 1 {
				others = fmt.Sprintf(" and %d more", len(mapped)-1)
			}
			f := p.add(n.Criterion.Span, "criterion %s is declared not relevant but mapped to control %s%s", p.criterion(n.Criterion.Value), called(first.ID, first.Title), others).
				Suggest("if the control serves the criterion, take this entry out; if it does not, take the criterion off the control")
			for _, at := range mapped {
				f.Note(at, "mapped here")
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
				p.add(n.Criterion.Span, "common criterion %s is declared not relevant", idAndTitle(c.ID, c.Title)).
					Suggest("the common criteria (CC) fit every system, and auditors seldom accept this: map a control to it, or one you rely on at a provider")
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
			f := p.add(at, "criterion %s is declared not relevant because third party %s serves it", p.criterion(n.Criterion.Value), called(party.ID, party.Name)).
				Suggest("what a provider does for the system is relevant to it: take this entry out and add the criterion to those of the provider (DC 7)")
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
