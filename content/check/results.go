package check

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var impossibleCount = Check{
	Rule: diag.SameInBoth("S2-113", "impossible-count", diag.Error,
		"the counts of a test contradict each other"),
	run: func(p *project) {
		for _, t := range p.periodTests() {
			p.counts(t)
		}
	},
}

// What to do where numbers or words of the service auditor's do not fit
// together: nobody here may choose between them.
const (
	recount         = "compare population, tested and deviations with the service auditor's file: one of them was copied wrongly"
	transcribeAgain = "transcribe the result, its words and its counts again; if the service auditor's file contradicts itself, ask the firm"
)

func (p *project) counts(t *content.Test) {
	id := t.ID.Value
	negative := false
	for _, n := range []struct {
		name string
		content.Int
	}{{"population", t.Population}, {"tested", t.Tested}, {"deviations", t.Deviations}} {
		if n.Given() && n.Value < 0 {
			negative = true
			p.add(n.Span, "test %q has %s = %d", id, n.name, n.Value).Suggest(recount)
		}
	}
	if negative {
		return
	}
	judged := t.IsException() || t.Result.Value == content.ResultNoExceptions
	if judged && t.Tested.Given() && t.Tested.Value == 0 {
		p.add(t.Tested.Span, "test %q has a result but tested nothing", id).Suggest(recount)
	}
	if t.Deviations.Given() && t.Tested.Given() && t.Deviations.Value > t.Tested.Value {
		p.add(t.Deviations.Span, "test %q has %s but tested %d", id, deviations(t.Deviations.Value), t.Tested.Value).
			Note(t.Tested.Span, "the items tested are counted here").Suggest(recount)
	}
	if t.Tested.Given() && t.Population.Given() && t.Tested.Value > t.Population.Value {
		p.add(t.Tested.Span, "test %q tested %d of a population of %d", id, t.Tested.Value, t.Population.Value).
			Note(t.Population.Span, "the population is counted here").Suggest(recount)
	}
}

var (
	noExceptions = regexp.MustCompile(`(?i)^no (relevant )?(exceptions?|deviations?)\b`)
	anException  = regexp.MustCompile(`(?i)^(exceptions?|deviations?) noted\b`)
)

var contradictoryResult = Check{
	Rule: diag.SameInBoth("S2-114", "contradictory-result", diag.Error,
		"the words, the result and the deviations of a test contradict each other"),
	run: func(p *project) {
		for _, t := range p.periodTests() {
			p.contradiction(t)
		}
	},
}

func (p *project) contradiction(t *content.Test) {
	id, d := t.ID.Value, t.Deviations
	words := strings.TrimSpace(t.Text.String())
	none := noExceptions.MatchString(words)
	switch {
	case d.Value > 0 && t.Result.Value == content.ResultNoExceptions:
		p.add(t.Result.Span, "test %q has result %q but %s", id, t.Result.Value, deviations(d.Value)).
			Note(d.Span, "the deviations are counted here").Suggest(transcribeAgain)
	case d.Value > 0 && none:
		p.add(t.Text.Raw.Span, "test %q says %q but has %s", id, noExceptions.FindString(words), deviations(d.Value)).
			Note(d.Span, "the deviations are counted here").Suggest(transcribeAgain)
	case t.IsException() && d.Given() && d.Value == 0:
		p.add(d.Span, "test %q has result %q but no deviations", id, t.Result.Value).
			Note(t.Result.Span, "the result stands here").Suggest(transcribeAgain)
	case t.IsException() && none:
		p.add(t.Text.Raw.Span, "test %q says %q but has result %q", id, noExceptions.FindString(words), t.Result.Value).
			Note(t.Result.Span, "the result stands here").Suggest(transcribeAgain)
	case t.Result.Value == content.ResultNoExceptions && anException.MatchString(words):
		p.add(t.Text.Raw.Span, "test %q says %q but has result %q", id, anException.FindString(words), t.Result.Value).
			Note(t.Result.Span, "the result stands here").Suggest(transcribeAgain)
	}
}

func deviations(n int) string {
	if n == 1 {
		return "1 deviation"
	}
	return fmt.Sprintf("%d deviations", n)
}

var incompleteException = Check{
	Rule: diag.SameInBoth("S2-115", "incomplete-exception", diag.Error,
		"an exception lacks the number tested, or the number or nature of deviations"),
	run: func(p *project) {
		for _, t := range p.periodTests() {
			if !t.IsException() {
				continue
			}
			var lacks []string
			if !t.Tested.Given() {
				lacks = append(lacks, "tested")
			}
			if !t.Deviations.Given() {
				lacks = append(lacks, "deviations")
			}
			if t.Nature.Value == "" {
				lacks = append(lacks, "nature")
			}
			if len(lacks) > 0 {
				p.add(t.Result.Span, "exception of test %q has no %s", t.ID.Value, content.Either(lacks)).
					Suggest("copy from the service auditor's file how many items were tested, how many deviated, and in which way (nature)")
			}
		}
	},
}

var unansweredException = Check{
	Rule: diag.SameInBoth("S2-116", "unanswered-exception", diag.Error,
		"management does not respond to an exception in the service auditor's results"),
	absence: true,
	run: func(p *project) {
		if !p.type2() {
			return
		}
		for _, t := range p.Exceptions() {
			if p.Response(t.ID.Value) == nil {
				p.add(t.ID.Span, "exception of test %q has no response of management", t.ID.Value).
					Suggest("add a [[response]] with test = %q to responses.toml: why it happened, what was corrected and when, which role answers for it", t.ID.Value)
			}
		}
	},
}

var unexplainedAbsence = Check{
	Rule: diag.SameInBoth("S2-120", "unexplained-absence", diag.Error,
		"the result no_occurrence lacks the trigger or its basis"),
	run: func(p *project) {
		for _, t := range p.periodTests() {
			if t.Result.Value != content.ResultNoOccurrence {
				continue
			}
			var lacks []string
			if t.Trigger.Value == "" {
				lacks = append(lacks, "trigger")
			}
			if t.Basis.Value == "" {
				lacks = append(lacks, "basis")
			}
			if len(lacks) > 0 {
				p.add(t.Result.Span, "result %q of test %q has no %s", t.Result.Value, t.ID.Value, content.Either(lacks)).
					Suggest("say which event did not happen (trigger) and how that was seen (basis), such as an empty list of leavers for the period")
			}
		}
	},
}

var absentPeriodicControl = Check{
	Rule: diag.SameInBoth("S2-123", "absent-periodic-control", diag.Warning,
		"a control that recurs by the calendar has the result no_occurrence"),
	run: func(p *project) {
		for _, t := range p.periodTests() {
			c := p.Control(t.Control.Value)
			if c == nil || t.Result.Value != content.ResultNoOccurrence {
				continue
			}
			f := content.Frequency(c.Frequency.Value)
			if f == content.Daily || f.Periodic() && f != content.Annual {
				p.add(t.Result.Span, "%s control %s was due, but its result is %q", f, called(c.ID, c.Title), t.Result.Value).
					Note(c.Frequency.Span, "the frequency stands here").
					Suggest("ask the service auditor: a control that was due and did not run is an exception; if it runs only when something happens, its frequency is per_occurrence")
			}
		}
	},
}
