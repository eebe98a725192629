package requests

import "github.com/socdraft/socdraft/content"

// operating reports whether the report speaks of operation throughout a
// period.
func (b *builder) operating() bool { return b.e.Report.Type == content.Type2 }

func (b *builder) whole() TimeFrame { return Whole(b.e) }

// Whole returns the time frame of the report.
func Whole(e *content.Engagement) TimeFrame {
	if e.Report.Type == content.Type2 {
		return TimeFrame{Start: e.Report.Period.Start, End: e.Report.Period.End}
	}
	return TimeFrame{End: e.Report.End()}
}

// asOf returns the date, or for a period both of its ends, for which listings
// and settings are wanted.
func (b *builder) asOf() TimeFrame {
	f := b.whole()
	f.AtEnds = !f.Start.IsZero()
	return f
}

// inUse is asOf for what may have been put into use after the first day: a
// system has no accounts before it exists.
func (b *builder) inUse() TimeFrame {
	f := b.asOf()
	f.FirstUse = f.AtEnds
	return f
}

// atEnd returns the as-of date or the last day of the period.
func (b *builder) atEnd() TimeFrame { return TimeFrame{End: b.e.Report.End()} }

// window returns the part of the report's time frame in which the control was
// in place, in whatever wording.
func (b *builder) window(c *content.Control) TimeFrame {
	f := b.whole()
	if !b.operating() {
		return f
	}
	if since := b.since(c); since.After(f.Start) {
		f.Start = since
	}
	if !c.RetiredOn.IsZero() && c.RetiredOn.Before(f.End) {
		f.End = c.RetiredOn
	}
	return f
}

// since returns the first day of the control in the first wording that was in
// force within the period, zero where that was always in force.
func (b *builder) since(c *content.Control) content.Date {
	since := c.EffectiveFrom
	for _, earlier := range b.earlier(c) {
		if earlier.EffectiveFrom.Before(since) {
			since = earlier.EffectiveFrom
		}
	}
	return since
}

// earlier returns the wordings that a rewording within the period replaced.
func (b *builder) earlier(c *content.Control) []content.EarlierWording {
	var found []content.EarlierWording
	for _, w := range c.Earlier {
		if !w.EffectiveUntil.Before(b.whole().Start) {
			found = append(found, w)
		}
	}
	return found
}

// A slice is the part of the period one population covers.
type slice struct {
	covers TimeFrame
	suffix string // of the request's id: "population"
	words  string // in its title: "interim"
}

// slices returns the parts of the period that populations are asked for: all
// of it, or with interim fieldwork an interim part up to the end of the month
// before the service auditor comes, and a roll-forward part for the rest.
func (b *builder) slices() []slice {
	whole := b.whole()
	cut := b.interimCut()
	if cut.IsZero() {
		return []slice{{whole, "population", ""}}
	}
	return []slice{
		{TimeFrame{Start: whole.Start, End: cut}, "population-interim", "interim"},
		{TimeFrame{Start: cut.AddDays(1), End: whole.End}, "population-rollforward", "roll-forward"},
	}
}

// interimCut returns the last day of the interim populations, zero where there
// is no interim fieldwork within the period.
func (b *builder) interimCut() content.Date {
	start, whole := b.e.Fieldwork.InterimStart, b.whole()
	if start.IsZero() || !whole.IsPeriod() {
		return content.Date{}
	}
	cut := content.Date{Year: start.Year, Month: start.Month, Day: 1}.AddDays(-1)
	if !cut.After(whole.Start) {
		cut = start.AddDays(-1)
	}
	if !cut.After(whole.Start) || !cut.Before(whole.End) {
		return content.Date{}
	}
	return cut
}
