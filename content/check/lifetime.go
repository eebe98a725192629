package check

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var undisclosedChange = Check{
	Rule: diag.SameInBoth("S2-093", "undisclosed-control-change", diag.Warning,
		"a control changed within the period and no entry of the changes tells of it"),
	absence: true,
	run: func(p *project) {
		period, ok := p.ordered()
		if !ok || !p.Changes.Declared {
			return
		}
		told := map[string]*content.Change{}
		for _, change := range p.Changes.List {
			for _, id := range change.Controls {
				if old := told[id.Value]; old == nil || !explained(old) {
					told[id.Value] = change
				}
			}
		}
		for _, c := range p.Controls {
			at, what := changed(c, period)
			change := told[c.ID.Value]
			if what == "" || change != nil && explained(change) {
				continue
			}
			f := p.add(at.Span, "control %s was %s on %s, within the period, and no change tells of it", called(c.ID, c.Title), what, at)
			if change != nil {
				f.Note(change.Span, "change %q is said not to be significant, without a reason", change.ID.Value).
					Suggest("give the reason why readers need not know of it")
				continue
			}
			if p.Changes.None.Value != "" {
				f.Note(p.Changes.None.Span, "it is declared here that there were no changes")
			}
			f.Suggest("tell readers in changes.toml: add a [[change]] with controls = [%q]; where they need not know, add significant = false and a reason", c.ID.Value)
		}
	},
}

// explained reports whether the change is disclosed, or the reason known why
// it is not.
func explained(c *content.Change) bool { return c.Significant || c.Reason.Value != "" }

// changed returns when and how the control changed after the period began and
// before it ended, "" where it did not.
func changed(c *content.Control, period content.Period) (content.Date, string) {
	within := func(d content.Date) bool { return d.After(period.Start) && d.Before(period.End) }
	if within(c.RetiredOn) {
		return c.RetiredOn, "retired"
	}
	if len(c.Earlier) == 0 {
		if within(c.EffectiveFrom) {
			return c.EffectiveFrom, "introduced"
		}
		return content.Date{}, ""
	}
	if within(c.EffectiveFrom) {
		return c.EffectiveFrom, "reworded"
	}
	for _, w := range c.Earlier {
		if within(w.EffectiveUntil) {
			return w.EffectiveUntil, "reworded"
		}
	}
	return content.Date{}, ""
}

var laterControl = Check{
	Rule: diag.SameInBoth("S2-094", "later-control", diag.Warning,
		"a control takes effect after the as-of date"),
	run: func(p *project) {
		asOf := p.Report.AsOf
		if !p.type1() || asOf.IsZero() {
			return
		}
		for _, c := range p.Controls {
			if c.EffectiveFrom.After(asOf) {
				p.add(c.EffectiveFrom.Span, "control %s takes effect on %s, after the as-of date", called(c.ID, c.Title), c.EffectiveFrom).
					Note(asOf.Span, "the report is as of %s", asOf).
					Suggest("it was not in place on that date and cannot stand in the report: take it out, or move the date")
			}
		}
	},
}
