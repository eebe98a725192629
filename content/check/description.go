package check

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var missingElement = Check{
	Rule: diag.SameInBoth("S2-031", "missing-description-element", diag.Error,
		"an element of DC 1, DC 2 or DC 3 is missing"),
	absence: true,
	run: func(p *project) {
		lists := []struct {
			words, criterion, file string
			n                      int
		}{
			{"service", "DC 1", "socdraft.toml", len(p.Services)},
			{"service commitment", "DC 2", "commitments.toml", len(p.Commitments)},
			{"system requirement", "DC 2", "commitments.toml", len(p.Requirements)},
			{"infrastructure component", "DC 3", "components.toml", len(p.Components.Infrastructure)},
			{"software component", "DC 3", "components.toml", len(p.Components.Software)},
			{"role", "DC 3", "components.toml", len(p.Components.Roles)},
			{"kind of data", "DC 3", "components.toml", len(p.Components.Data)},
		}
		for _, l := range lists {
			if l.n == 0 {
				p.add(p.Root, "description has no %s (%s)", l.words, l.criterion).Suggest("add it to %s; the description criteria ask every report for it", l.file)
			}
		}
		for _, part := range content.DescriptionParts {
			if !part.Required {
				continue
			}
			if doc := p.Description.Known[part.Name]; doc == nil {
				p.add(p.Root, "description has no part %q (%s)", part.Name, part.Criteria).
					Suggest("write description/%s.md: a short, true paragraph is a good start", part.Name)
			} else if len(doc.Blocks) == 0 {
				p.add(doc.Span, "part %q of the description is empty (%s)", part.Name, part.Criteria).
					Suggest("write a short, true paragraph; the description criteria ask every report for it")
			}
		}
	},
}

var missingPart = Check{
	Rule: diag.SameInBoth("S2-210", "missing-description-part", diag.Warning,
		"a part that readers of a description expect is missing and prints as a placeholder"),
	absence: true,
	run: func(p *project) {
		for _, part := range content.DescriptionParts {
			if part.Prose && p.Description.Known[part.Name] == nil {
				p.add(p.Root, "description has no part %q (%s)", part.Name, part.Criteria).
					Suggest("write description/%s.md: who does what, how often and with which result; until then a placeholder prints", part.Name)
			}
		}
	},
}

var undeclaredIncidents = Check{
	Rule: diag.SameInBoth("S2-034", "undeclared-incidents", diag.Error,
		"system incidents are neither listed nor declared none"),
	absence: true,
	run: func(p *project) {
		if !p.Incidents.Declared {
			p.add(p.Incidents.File, "the project does not say whether there were system incidents (DC 4)").
				Suggest("list in incidents.toml those that kept you from a commitment; if there were none, write there: incidents = \"none\"")
		}
	},
}

var incompleteIncident = Check{
	Rule: diag.SameInBoth("S2-035", "incomplete-incident", diag.Error,
		"an incident lacks nature, timing, extent or effect, or disposition"),
	run: func(p *project) {
		for _, i := range p.Incidents.List {
			lacks := func(missing bool, key string) {
				if missing {
					p.add(place(i.ID.Span, i.Span), "incident %q has no %q", i.ID.Value, key).
						Suggest("tell in a sentence or two what happened (nature), when, what it did to the service (effect) and how it ended (disposition)")
				}
			}
			lacks(i.Nature.IsZero(), "nature")
			lacks(!p.given(i.Started), "started")
			lacks(i.Effect.IsZero(), "effect")
			lacks(i.Disposition.IsZero(), "disposition")
		}
	},
}

var untimelyIncident = Check{
	Rule: diag.SameInBoth("S2-036", "untimely-incident", diag.Error,
		"a disclosed incident lies outside the time frame"),
	run: func(p *project) {
		if p.reversedPeriod() {
			return
		}
		for _, i := range p.Incidents.List {
			if i.Started.IsZero() {
				continue
			}
			start, end := p.Report.Period.Start, p.Report.End()
			if !end.IsZero() && i.Started.After(end) {
				p.add(i.Started.Span, "incident %q started on %s, after the time frame", i.ID.Value, i.Started).
					Note(end.Span, "it ends on %s", end).Suggest("check the date; if it is right, tell of it in other-information/, which is not examined")
			}
			if p.type2() && both(i.Resolved, start) && i.Resolved.Before(start) {
				p.add(i.Resolved.Span, "incident %q was resolved on %s, before the period", i.ID.Value, i.Resolved).
					Note(start.Span, "it starts on %s", start).
					Suggest("check the date; if it is right, take the incident out: it belongs to the report of the period before")
			}
		}
	},
}

var unjustifiedSilence = Check{
	Rule: diag.SameInBoth("S2-037", "unjustified-silence", diag.Warning,
		"an incident of the time frame is neither disclosed nor explained"),
	run: func(p *project) {
		start, end := p.Report.Period.Start, p.Report.End()
		for _, i := range p.Incidents.Undisclosed {
			if i.Reason.Value != "" || i.Started.IsZero() || end.IsZero() || i.Started.After(end) {
				continue
			}
			if p.type2() && both(i.Resolved, start) && i.Resolved.Before(start) {
				continue
			}
			p.add(place(i.ID.Span, i.Span), "incident %q of %s is neither disclosed nor explained", i.ID.Value, i.Started).
				Suggest("make it an [[incident]] if a control failed or a commitment was missed (DC 4); else say under \"reason\" that neither was so")
		}
	},
}

var undeclaredChanges = Check{
	Rule: diag.SameInBoth("S2-039", "undeclared-changes", diag.Error,
		"significant changes are neither listed nor declared none"),
	absence: true,
	run: func(p *project) {
		if !p.type2() || p.Changes.Declared {
			return
		}
		f := p.add(p.Changes.File, "the project does not say whether the system changed during the period (DC 9)").
			Suggest("list in changes.toml what customers would want to know, such as a move of data centers; if nothing changed, write there: changes = \"none\"")
		if period, ok := p.ordered(); ok {
			for _, c := range p.Controls {
				if at, what := changed(c, period); what != "" {
					f.Note(at.Span, "control %s was %s on %s", called(c.ID, c.Title), what, at.Long())
				}
			}
		}
	},
}

var untimelyChange = Check{
	Rule: diag.SameInBoth("S2-040", "untimely-change", diag.Warning,
		"a change is dated outside the period"),
	run: func(p *project) {
		period, ok := p.ordered()
		if !ok {
			return
		}
		for _, c := range p.Changes.List {
			switch {
			case c.Date.IsZero():
			case c.Date.Before(period.Start):
				p.add(c.Date.Span, "change %q of %s came before the period", c.ID.Value, c.Date).
					Note(period.Start.Span, "it starts on %s", period.Start).
					Suggest("take it out: the list tells what changed within the period, and the description what was there from its start (DC 9)")
			case c.Date.After(period.End):
				p.add(c.Date.Span, "change %q of %s came after the period", c.ID.Value, c.Date).
					Note(period.End.Span, "it ends on %s", period.End).
					Suggest("tell of it in other-information/, which the service auditor's report does not cover")
			}
		}
	},
}

var misplacedChanges = Check{
	Rule: diag.SameInBoth("S2-041", "misplaced-changes", diag.Warning,
		"a type 1 report tells of changes during a period"),
	run: func(p *project) {
		if !p.type1() {
			return
		}
		report := func(at diag.Span, what string) {
			p.add(at, "type 1 report has %s", what).Note(p.Report.TypeSpan, "the type is 1 here").
				Suggest("take it out, and describe the system as it was on the date: a type 1 report has no period in which something could change")
		}
		if len(p.Changes.List) > 0 {
			c := p.Changes.List[0]
			report(place(c.ID.Span, c.Span), "a list of changes")
		}
		if d := p.Description.Known["changes"]; d != nil {
			report(d.Span, "a part about changes")
		}
	},
}
