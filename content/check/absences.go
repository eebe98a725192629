package check

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var countedAbsence = Check{
	Rule: diag.SameInBoth("S2-121", "counted-absence", diag.Error,
		"the result no_occurrence stands beside a count of occurrences"),
	run: func(p *project) {
		for _, t := range p.periodTests() {
			if t.Result.Value != content.ResultNoOccurrence {
				continue
			}
			for _, n := range []struct {
				content.Int
				what string
			}{{t.Population, "a population"}, {t.Tested, "items tested"}} {
				if n.Value > 0 {
					p.add(t.Result.Span, "test %q has result %q but %s of %d", t.ID.Value, t.Result.Value, n.what, n.Value).
						Note(n.Span, "counted here").
						Suggest("if it happened, the control had to operate: give the result of the items tested, or correct the count; only what never happened is \"no_occurrence\"")
					break
				}
			}
		}
	},
}

// usual holds the triggers that hardly any organization is without for half a
// year.
var usual = map[string]string{
	"hire": "hires", "termination": "leavers", "change": "changes", "access_change": "changes of access",
	"vulnerability": "vulnerabilities", "security_event": "security events",
}

// unusualMonths is from how many months on their absence is not believed.
const unusualMonths = 6

var implausibleAbsence = Check{
	Rule: diag.SameInBoth("S2-122", "implausible-absence", diag.Warning,
		"an everyday event is said not to have happened in the period"),
	run: func(p *project) {
		period, ok := p.ordered()
		if !ok || shorter(period, unusualMonths) {
			return
		}
		for _, t := range p.Tests() {
			if t.Result.Value != content.ResultNoOccurrence {
				continue
			}
			c := p.Control(t.Control.Value)
			if c == nil || usual[c.Trigger.Value] == "" {
				continue
			}
			f := p.add(t.Result.Span, "test %q says that there were no %s in %d months", t.ID.Value, usual[c.Trigger.Value], period.Months()).
				Note(c.Trigger.Span, "control %q operates on each of them", c.ID.Value)
			p.noteOccurrences(f, c)
			f.Suggest("see whether the listing behind the result is complete; if nothing happened, be ready to show it, since readers doubt such results")
		}
	},
}

// noteOccurrences names a test of another control that had occurrences of the
// same population.
func (p *project) noteOccurrences(f *diag.Finding, c *content.Control) {
	if c.Population.Value == "" {
		return
	}
	for _, other := range p.Controls {
		if other == c || other.Population.Value != c.Population.Value {
			continue
		}
		for _, t := range p.tests[other.ID.Value] {
			if t.Population.Value > 0 {
				f.Note(t.Population.Span, "test %q counts %d in the same population", t.ID.Value, t.Population.Value)
				return
			}
		}
	}
}

var missedAnnualControl = Check{
	Rule: diag.SameInBoth("S2-124", "missed-annual-control", diag.Warning,
		"an annual control did not operate within the period"),
	run: func(p *project) {
		period, ok := p.ordered()
		if !ok {
			return
		}
		for _, t := range p.Tests() {
			if r := t.Result.Value; r != content.ResultNotInPeriod && r != content.ResultNoOccurrence {
				continue
			}
			c := p.Control(t.Control.Value)
			if c == nil || content.Frequency(c.Frequency.Value) != content.Annual {
				continue
			}
			f := p.add(t.Result.Span, "annual control %s did not operate within the period", called(c.ID, c.Title)).
				Note(c.Frequency.Span, "the frequency stands here")
			if !t.LastOperated.IsZero() {
				f.Note(t.LastOperated.Span, "it last operated on %s", t.LastOperated)
			}
			f.Note(period.Span, "the period is %s", period).
				Suggest("move the period, or let the control operate once more in it: what did not operate cannot be tested")
		}
	},
}
