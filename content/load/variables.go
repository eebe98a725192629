package load

import (
	"strconv"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// variables returns the values that {{ }} can name in Markdown files, each
// with the place of its value:
//
//	organization.name, organization.short_name, system.name
//	report.type, report.time_frame, report.period_start, report.period_end, report.as_of, report.categories
//	draft.number, draft.date
//	party.<id>.name, party.<id>.service
func (l *loader) variables() prose.Variables {
	e, values := l.e, map[string]content.Text{}
	set := func(name, value string, span diag.Span) {
		values[name] = content.Text{} // known, but without a value
		if value != "" && !span.IsZero() {
			values[name] = whole(value, span)
		}
	}
	text := func(name string, t content.Text) { values[name] = t }
	date := func(name string, d content.Date) { set(name, d.Long(), d.Span) }
	text("organization.name", e.Organization.Name)
	text("organization.short_name", e.Organization.ShortName)
	text("system.name", e.System.Name)
	r := e.Report
	set("report.type", number(int(r.Type)), r.TypeSpan)
	if r.Type == content.Type1 {
		date("report.time_frame", r.AsOf)
	} else {
		set("report.time_frame", timeFrame(r), r.Period.Span)
	}
	date("report.period_start", r.Period.Start)
	date("report.period_end", r.Period.End)
	date("report.as_of", r.AsOf)
	set("report.categories", r.CategoryWords(), around(r.CategorySpans))
	set("draft.number", number(e.Draft.Number.Value), e.Draft.Number.Span)
	date("draft.date", e.Draft.Date)
	for _, p := range e.Parties {
		if p.ID.Value != "" {
			text("party."+p.ID.Value+".name", p.Name)
			set("party."+p.ID.Value+".service", p.Service.String(), p.Service.Raw.Span)
		}
	}
	return prose.Variables{Values: values, Needed: l.neededVariables()}
}

// neededVariables returns the variables whose lack other rules report.
func (l *loader) neededVariables() map[string]bool {
	type1 := l.e.Report.Type == content.Type1
	needed := map[string]bool{
		"organization.name": true, "organization.short_name": true, "system.name": true,
		"report.type": true, "report.time_frame": true, "report.categories": true,
		"report.period_start": !type1, "report.period_end": !type1, "report.as_of": type1,
	}
	for _, p := range l.e.Parties {
		needed["party."+p.ID.Value+".name"] = true
	}
	return needed
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func timeFrame(r content.Report) string {
	if r.Period.Start.IsZero() || r.Period.End.IsZero() {
		return ""
	}
	return r.TimeFrame()
}

// around returns the place from the first to the last of places in one source.
func around(spans []diag.Span) diag.Span {
	if len(spans) == 0 {
		return diag.Span{}
	}
	span := spans[0]
	span.End = max(span.End, spans[len(spans)-1].End)
	return span
}
