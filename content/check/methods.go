package check

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
)

// concluded reports whether the test has a result about the operation of the
// control.
func concluded(t *content.Test) bool {
	return t.IsException() || t.Result.Value == content.ResultNoExceptions
}

var inquiryAlone = Check{
	Rule: diag.SameInBoth("S2-110", "inquiry-alone", diag.Warning,
		"a control was tested by asking alone"),
	absence: true,
	run: func(p *project) {
		if !p.type2() {
			return
		}
		for _, c := range p.Controls {
			if t := onlyAsked(p.tests[c.ID.Value]); t != nil {
				f := p.add(t.Methods[0].Span, "control %s was tested by inquiry alone", called(c.ID, c.Title))
				if t.File.Managements() {
					f.Suggest("look at records too: what people say does not show that a control operated")
				} else {
					f.Suggest("see whether the transcription left a method out; else ask the service auditor, for whom inquiry alone is not enough")
				}
			}
		}
	},
}

// onlyAsked returns the first of the tests where all with a conclusion have
// inquiry for their one method, else nil.
func onlyAsked(tests []*content.Test) *content.Test {
	var first *content.Test
	for _, t := range tests {
		if !concluded(t) {
			continue
		}
		for _, m := range t.Methods {
			if m.Value != "inquiry" {
				return nil
			}
		}
		if first == nil && len(t.Methods) > 0 {
			first = t
		}
	}
	return first
}

// remainder is how many days at the end of the period may be without evidence
// before a frequent control counts as untested in them.
const remainder = 92

var earlyTest = Check{
	Rule: diag.SameInBoth("S2-112", "early-test", diag.Warning,
		"the evidence of a frequent control ends long before the period"),
	absence: true,
	run: func(p *project) {
		period, ok := p.ordered()
		if !ok {
			return
		}
		for _, c := range p.Controls {
			end := period.End
			if both(c.RetiredOn, end) && c.RetiredOn.Before(end) {
				end = c.RetiredOn
			}
			if !frequent(c) {
				continue
			}
			last := lastEvidence(p.tests[c.ID.Value])
			if !last.IsZero() && last.DaysUntil(end) > remainder {
				p.add(last.Span, "the last evidence for %s control %q is of %s, %d days before the end of the period",
					c.Frequency.Value, c.ID.Value, last, last.DaysUntil(end)).
					Note(period.Span, "the period is %s", period).
					Suggest("ask the service auditor for a test of the months that follow, or record its dates in occurred")
			}
		}
	},
}

// frequent reports whether people operate the control at least monthly, so that
// a quarter without evidence is a gap. An automated control is commonly tested
// once, together with the controls over its changes.
func frequent(c *content.Control) bool {
	if nature := content.Nature(c.Nature.Value); nature == content.Automated || nature == "" {
		return false
	}
	switch content.Frequency(c.Frequency.Value) {
	case content.Continuous, content.ManyPerDay, content.Daily, content.Weekly, content.Biweekly,
		content.Semimonthly, content.Monthly:
		return true
	}
	return false
}

// lastEvidence returns the last date of the tests, zero where one with a
// conclusion gives none.
func lastEvidence(tests []*content.Test) content.Date {
	var last content.Date
	for _, t := range tests {
		if !concluded(t) {
			continue
		}
		if len(t.Occurred)+len(t.Captured) == 0 {
			return content.Date{}
		}
		for _, dates := range [][]content.Date{t.Occurred, t.Captured} {
			for _, d := range dates {
				if d.After(last) {
					last = d
				}
			}
		}
	}
	return last
}

var carvedOutTest = Check{
	Rule: diag.SameInBoth("S2-132", "carved-out-test", diag.Error,
		"a test is about a control of a carved-out subservice organization"),
	run: func(p *project) {
		if len(p.CarveOuts()) == 0 {
			return
		}
		byID := p.controlsByID()
		for _, t := range p.Tests() {
			if t.Result.Value == content.ResultNotTestedCarvedOut || t.Result.Value == content.ResultPending {
				continue
			}
			at := t.Subservice
			if c := byID[t.Control.Value]; at.Value == "" && c != nil {
				at = c.PerformedBy
			}
			party := p.Party(at.Value)
			if at.Value == "" || party == nil || !party.IsCarveOut() {
				continue
			}
			p.add(place(t.Control.Span, t.ID.Span), "test %q is about a control of %s, whose controls are carved out", t.ID.Value, called(party.ID, party.Name)).
				Note(at.Span, "the organization is named here").
				Note(party.Method.Span, "it is carved out here").
				Suggest("its controls are outside the examination: take the test out, or give it the result %s", content.ResultNotTestedCarvedOut)
		}
	},
}

var undescribedPopulation = Check{
	Rule: diag.SameInBoth("S2-127", "undescribed-population", diag.Warning,
		"a test counts a population whose source and query nobody wrote down"),
	absence: true,
	run: func(p *project) {
		if !p.type2() {
			return
		}
		described := map[string]bool{}
		for _, n := range p.Populations {
			described[n.Trigger.Value] = true
		}
		byID := p.controlsByID()
		for _, t := range p.Tests() {
			c := byID[t.Control.Value]
			if c == nil || t.Population.Value <= 0 || content.Frequency(c.Frequency.Value) != content.PerOccurrence ||
				c.Population.Value != "" || c.Trigger.Value != "" && described[c.Trigger.Value] {
				continue
			}
			p.add(t.Population.Span, "test %q counts a population of %d, but nothing says where it was listed", t.ID.Value, t.Population.Value).
				Note(c.ID.Span, "control %q names no population", c.ID.Value).
				Suggest("add a [[population]] with its system of record, query and fields to populations.toml and name it in the control: " +
					"without them nobody can tell whether the listing was complete")
		}
	},
}

var smallSample = Check{
	Rule: diag.SameInBoth("S2-125", "small-sample", diag.Warning,
		"management tested fewer items than the planning estimate"),
	run: func(p *project) {
		period, ok := p.ordered()
		if !ok {
			return
		}
		byID := p.controlsByID()
		for _, t := range p.Tests() {
			c := byID[t.Control.Value]
			// How many items the service auditor takes is the service auditor's judgment.
			if c == nil || !t.File.Managements() || !concluded(t) || !t.Tested.Given() {
				continue
			}
			if n := requests.Fewest(p.Engagement, c, period, t.Population.Value); t.Tested.Value > 0 && t.Tested.Value < n {
				p.add(t.Tested.Span, "test %q looked at %s of control %s; at least %d are usual", t.ID.Value, counted(t.Tested.Value, "item"), called(c.ID, c.Title), n).
					Note(c.Frequency.Span, "the frequency stands here").
					Suggest("test more items, or be ready for a larger sample of the service auditor's; the number is a planning estimate and no rule")
			}
		}
	},
}
