package check

import (
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var reportType = Check{
	Rule: diag.SameInBoth("S2-001", "invalid-report-type", diag.Error,
		"the type of the report is not 1 or 2"),
	absence: true,
	run: func(p *project) {
		r := p.Report
		switch {
		case p.type1() || p.type2() || r.Span.IsZero(): // a missing [report] has its finding
		case r.TypeSpan.IsZero():
			p.add(r.Span, "report has no type").
				Suggest("type = 1 is about the design of controls as of a date, type = 2 about their operation throughout a period")
		default:
			p.add(r.TypeSpan, "report type %s does not exist", authored(r.TypeSpan)).Suggest("type = 1 looks at the design of controls on one day, type = 2 at their operation over months; the engagement letter says which")
		}
	},
}

// authored returns the text at a place as its file has it.
func authored(s diag.Span) string {
	if s.IsZero() {
		return ""
	}
	return string(s.Source.Text[s.Start:s.End])
}

// given reports whether somebody wrote the date, be it one that cannot be read.
func (p *project) given(d content.Date) bool { return !d.IsZero() || p.mistyped[d.Span] }

var asOfDate = Check{
	Rule: diag.SameInBoth("S2-002", "invalid-as-of", diag.Error,
		"a type 1 report has no as-of date, or has a period"),
	run: func(p *project) {
		r := p.Report
		if !p.type1() {
			return
		}
		if !p.given(r.AsOf) && !p.facts.Partial {
			p.add(r.Span, "type 1 report has no as-of date").Suggest("write in [report], with your date: as_of = 2026-06-30")
		}
		if !r.Period.IsZero() {
			p.add(r.Period.Span, "type 1 report has a period").
				Note(r.TypeSpan, "the type is 1 here").Suggest("a type 1 report looks at one day: write as_of = 2026-06-30, with your date, in its place")
		}
	},
}

var reportPeriod = Check{
	Rule: diag.SameInBoth("S2-003", "invalid-period", diag.Error,
		"a type 2 report has no period, or has an as-of date"),
	run: func(p *project) {
		r := p.Report
		if !p.type2() {
			return
		}
		if !p.given(r.Period.Start) && !p.given(r.Period.End) && !p.facts.Partial {
			p.add(r.Span, "type 2 report has no period").
				Suggest("write in [report], with your dates: period = { start = 2025-07-01, end = 2026-06-30 }")
		}
		if !r.AsOf.IsZero() {
			p.add(r.AsOf.Span, "type 2 report has an as-of date").
				Note(r.TypeSpan, "the type is 2 here").Suggest("take as_of away: a type 2 report covers a period")
		}
	},
}

// mistyped is what to do about dates in the wrong order.
const mistyped = "look at both dates: mostly a year or a month was mistyped"

var dateOrder = Check{
	Rule: diag.SameInBoth("S2-004", "reversed-dates", diag.Error,
		"something ends before it starts"),
	run: func(p *project) {
		strict := func(what string, period content.Period) {
			if both(period.Start, period.End) && !period.Start.Before(period.End) {
				p.add(period.End.Span, "%s ends on %s, not after its start on %s", what, period.End, period.Start).
					Note(period.Start.Span, "it starts here").Suggest(mistyped)
			}
		}
		strict("period", p.Report.Period)
		strict("period of the prior report", p.PriorReport.Period)
		for _, party := range p.Parties {
			strict("report period of third party "+quote(party.ID), party.Report.Period)
		}
		p.reversed("interim fieldwork", p.Fieldwork.InterimStart, p.Fieldwork.InterimEnd)
		p.reversed("fieldwork", p.Fieldwork.Start, p.Fieldwork.End)
		for _, c := range p.Controls {
			p.reversed("control "+quote(c.ID), c.EffectiveFrom, c.RetiredOn)
			for _, w := range c.Earlier {
				p.reversed("earlier wording of control "+quote(c.ID), w.EffectiveFrom, w.EffectiveUntil)
			}
		}
		for _, i := range p.Incidents.List {
			p.reversed("incident "+quote(i.ID), i.Started, i.Resolved)
		}
	},
}

func both(a, b content.Date) bool { return !a.IsZero() && !b.IsZero() }

func (p *project) reversed(what string, start, end content.Date) {
	if both(start, end) && end.Before(start) {
		p.add(end.Span, "%s ends on %s, before its start on %s", what, end, start).Note(start.Span, "it starts here").Suggest(mistyped)
	}
}

// shorter reports whether the period has less than n whole months.
func shorter(period content.Period, n int) bool {
	return period.End.Before(period.Start.AddMonths(n).AddDays(-1))
}

// ordered returns the period of a type 2 report that has a start before its
// end.
func (p *project) ordered() (content.Period, bool) {
	period := p.Report.Period
	return period, p.type2() && both(period.Start, period.End) && period.Start.Before(period.End)
}

// reversedPeriod reports whether the period ends before it starts, so that
// neither date can be trusted.
func (p *project) reversedPeriod() bool {
	period := p.Report.Period
	return both(period.Start, period.End) && !period.Start.Before(period.End)
}

var veryShortPeriod = Check{
	Rule: diag.SameInBoth("S2-005", "very-short-period", diag.Warning,
		"the period is shorter than three months"),
	run: func(p *project) {
		if period, ok := p.ordered(); ok && shorter(period, 3) {
			p.add(period.Span, "period of %d days is shorter than 3 months", period.Start.DaysUntil(period.End)+1).
				Suggest("monthly and quarterly controls operate too seldom in it to be tested")
		}
	},
}

var shortPeriod = Check{
	Rule: diag.SameInBoth("S2-006", "short-period", diag.Info,
		"the period is shorter than six months"),
	run: func(p *project) {
		if period, ok := p.ordered(); ok && shorter(period, 6) && !shorter(period, 3) {
			p.add(period.Span, "period of %d months is shorter than 6 months", period.Months()).
				Suggest("fine for a first report; of later ones customers expect twelve months")
		}
	},
}

var longPeriod = Check{
	Rule: diag.SameInBoth("S2-007", "long-period", diag.Warning,
		"the period is longer than twelve months"),
	run: func(p *project) {
		if period, ok := p.ordered(); ok && period.End.After(period.Start.AddMonths(12).AddDays(-1)) {
			p.add(period.Span, "period of %d days is longer than 12 months", period.Start.DaysUntil(period.End)+1).
				Suggest("check the dates: an end one day too late is the usual cause")
		}
	},
}

var futureEnd = Check{
	Rule: diag.AtHandoff("S2-008", "future-end",
		"the period ends, or the as-of date is, in the future"),
	run: func(p *project) {
		end := p.Report.End()
		if p.facts.Today.IsZero() || end.IsZero() || !end.After(p.facts.Today) {
			return
		}
		what := "period ends"
		if p.type1() {
			what = "as-of date is"
		}
		p.add(end.Span, "%s on %s, after today, %s", what, end, p.facts.Today).
			Suggest("results and conclusions cannot exist before that day; only a working draft can")
	},
}

var priorPeriod = Check{
	Rule: diag.SameInBoth("S2-009", "discontinuous-period", diag.Warning,
		"the period leaves a gap to that of the prior report, or overlaps it"),
	run: func(p *project) {
		start, before := p.Report.Period.Start, p.PriorReport.Period.End
		if _, ok := p.ordered(); !ok || !both(start, before) {
			return
		}
		switch days := before.DaysUntil(start) - 1; {
		case days > 0:
			p.add(start.Span, "period leaves a gap of %d days after the prior report", days).
				Note(before.Span, "its period ends on %s", before).
				Suggest("start on the day after, or correct [prior_report]: customers read one report after the other")
		case days < 0:
			p.add(start.Span, "period overlaps that of the prior report by %d days", -days).
				Note(before.Span, "its period ends on %s", before).
				Suggest("start on the day after, or correct [prior_report]: customers read one report after the other")
		}
	},
}

var categories = Check{
	Rule: diag.SameInBoth("S2-010", "invalid-categories", diag.Error,
		"the report has no category, an unknown one, or one twice"),
	run: func(p *project) {
		r := p.Report
		if len(r.Categories) == 0 && !r.Span.IsZero() && !p.facts.Partial {
			p.add(r.Span, "report has no trust services categories").Suggest("the categories are %s", listed(content.Categories))
		}
		for i, c := range r.Categories {
			if !slices.Contains(content.Categories, c) {
				near(p.add(r.CategorySpans[i], "category %q does not exist", c), string(c), content.Categories)
			}
			if first := slices.Index(r.Categories, c); first < i {
				p.add(r.CategorySpans[i], "category %q is named twice", c).Note(r.CategorySpans[first], "first named here").
					Suggest("delete one of the two, or write the category that was meant")
			}
		}
	},
}

// near adds to a finding about an unknown word the known one that is close to
// it, else all of them.
func near[T ~string](f *diag.Finding, word string, known []T) {
	var words []string
	for _, k := range known {
		words = append(words, string(k))
	}
	if n := diag.Nearest(word, words); n != "" {
		f.Suggest("a similar name exists: %q", n)
		return
	}
	f.Suggest("allowed: %s", listed(known))
}

// listed returns the words with commas between them.
func listed[T ~string](words []T) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(w))
	}
	return b.String()
}

var withoutSecurity = Check{
	Rule: diag.SameInBoth("S2-011", "missing-security", diag.Warning,
		"security is not among the categories and no reason is given"),
	run: func(p *project) {
		r := p.Report
		if len(r.Categories) > 0 && !r.Has(content.Security) && r.WithoutSecurity.Value == "" {
			p.add(r.CategorySpans[0], "security is not among the categories").
				Suggest("add \"security\", which readers take for granted, or say in without_security why it is left out")
		}
	},
}

// quote returns the value as messages show it.
func quote(t content.Text) string { return `"` + t.Value + `"` }
