package check

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var unlinkedRisk = Check{
	Rule: diag.SameInBoth("S2-097", "unlinked-risk", diag.Warning,
		"a risk of the register has no control, or a control no risk"),
	absence: true,
	run: func(p *project) {
		if len(p.Risks) == 0 {
			return
		}
		answered := map[string]bool{}
		for _, c := range p.Controls {
			for _, id := range c.Risks {
				answered[id.Value] = answered[id.Value] || p.InScope(c)
			}
		}
		if len(answered) == 0 {
			p.add(place(p.Risks[0].ID.Span, p.Risks[0].Span), "no control cites a risk of the register").
				Suggest("give each control the risks it answers: risks = [%q]", p.Risks[0].ID.Value)
			return
		}
		for _, r := range p.Risks {
			// Only a risk that is reduced needs a control of its own.
			if !answered[r.ID.Value] && !hasWord(r.Response.Value, "accept", "avoid", "transfer") {
				p.add(place(r.ID.Span, r.Span), "risk %q is answered by no control", r.ID.Value).
					Suggest("name it in the risks of the control that reduces it, or say in response that it is accepted, avoided or transferred")
			}
		}
		for _, c := range p.Controls {
			if len(c.Risks) == 0 && c.ID.Value != "" && p.InScope(c) {
				p.add(c.ID.Span, "control %s answers no risk of the register", called(c.ID, c.Title)).
					Suggest("add to its risks the id of the risk that it guards against")
			}
		}
	},
}

// assessedWithin is how many months before the end of the time frame risks are
// to be assessed at least once.
const assessedWithin = 12

var staleRisks = Check{
	Rule: diag.SameInBoth("S2-098", "stale-risks", diag.Warning,
		"no risk was assessed in the twelve months before the end of the time frame"),
	run: func(p *project) {
		day := p.latest()
		if len(p.Risks) == 0 || day.IsZero() {
			return
		}
		var last content.Date
		for _, r := range p.Risks {
			if !r.AssessedOn.After(day) && r.AssessedOn.After(last) {
				last = r.AssessedOn
			}
		}
		first := p.Risks[0]
		switch {
		case last.IsZero():
			p.add(place(first.AssessedOn.Span, first.ID.Span, first.Span), "no risk of the register was assessed by %s", day).
				Suggest("give each risk the date of its last assessment: assessed_on = %s", day)
		case last.Before(day.AddMonths(-assessedWithin)):
			p.add(last.Span, "risks were last assessed on %s, more than %d months before %s", last, assessedWithin, day).
				Suggest("record the assessment that followed, or make one: risks are assessed at least once a year")
		}
	},
}
