package check

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var verifiedFix = Check{
	Rule: diag.SameInBoth("S2-118", "verified-correction", diag.Warning,
		"a response claims that the service auditor verified the correction, or corrects what was still to come"),
	run: func(p *project) {
		for _, h := range p.said(verifiedFixes, of(response)) {
			p.add(h.span(), "%q claims that the service auditor looked at the correction", h.text()).
				Suggest("say what was done, when and by which role; the service auditor's words are in the results")
		}
		tests := map[string]*content.Test{}
		for _, t := range p.periodTests() {
			tests[t.ID.Value] = t
		}
		for _, r := range p.Responses {
			if t := tests[r.Test.Value]; t != nil && !r.CorrectedOn.IsZero() {
				p.earlyCorrection(r, t)
			}
		}
	},
}

// earlyCorrection reports a correction before the first of the occurrences
// tested.
func (p *project) earlyCorrection(r *content.Response, t *content.Test) {
	if len(t.Occurred) == 0 {
		return
	}
	first := t.Occurred[0]
	for _, day := range t.Occurred {
		if day.Before(first) {
			first = day
		}
	}
	if r.CorrectedOn.Before(first) {
		p.add(r.CorrectedOn.Span, "response to test %q corrects the exception on %s, before anything tested occurred", r.Test.Value, r.CorrectedOn.Long()).
			Note(first.Span, "the first occurrence tested is here").
			Suggest("give the day on which the correction was in place")
	}
}

var examinedClaim = Check{
	Rule: diag.SameInBoth("S2-164", "examined-claim", diag.Error,
		"other information claims that the service auditor examined it"),
	run: reports(examinedClaims, of(otherWords), "%q claims an examination of what stands outside of it",
		"leave the claim out: Section 5 is information that the service auditor's report does not cover"),
}
