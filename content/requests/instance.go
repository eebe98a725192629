package requests

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// instance adds what shows that a control was designed and in place as of the
// date: one example of it.
func (b *builder) instance(c *content.Control) {
	frequency := content.Frequency(c.Frequency.Value)
	automated := content.Nature(c.Nature.Value) == content.Automated
	switch {
	case frequency == content.PerOccurrence:
		b.example(c)
	case frequency.Periodic() || frequency == content.Daily:
		b.latest(c)
	case automated && frequency != content.Once:
	default:
		b.record(c)
	}
}

// example asks for one occurrence followed from beginning to end.
func (b *builder) example(c *content.Control) {
	ev := eventOf(c)
	covers := b.whole()
	object := "one " + ev.one + " " + c.Population.Value + " " + b.owner(c)
	d := b.shared(Walkthrough, "example", object, covers)
	if d.fresh {
		d.Title = "One example: " + c.Title.Value
		d.Format = recordFormat
		d.lead = "The latest " + ev.one + " on or before " + until(covers) + ", from beginning to end."
		d.tail = []string{"If there was none yet, say so and give the procedure and the blank form or ticket template."}
	} else {
		d.Title = "One example of " + article(ev.one)
		if role := b.owner(c); role != "" {
			d.Title += " (" + role + ")"
		}
	}
	d.addProof(reliance(c))
	d.need(c, evidence(c))
}

// latest asks for the last occurrence of a control that recurs.
func (b *builder) latest(c *content.Control) {
	frequency := content.Frequency(c.Frequency.Value)
	d := b.at(SampleItems, ident{"", "latest"}, "latest of "+c.ID.Value, names(b.systems(c)), b.whole())
	d.Title = "Latest occurrence: " + c.Title.Value
	d.Format = recordFormat
	d.Sample = &Sample{Low: 1, Normal: 1, High: 1}
	how := strings.ToLower(frequency.Words())
	if since := dueSince(frequency, d.Covers.End); !since.IsZero() {
		how += ", so expected after " + since.Long()
	}
	d.lead = fmt.Sprintf("The latest occurrence of %s on or before %s (%s).", named(c), until(d.Covers), how)
	d.addProof(reliance(c))
	d.need(c, evidence(c))
}

// dueSince returns the date after which a control of the frequency has last
// operated, zero where the frequency does not tell.
func dueSince(f content.Frequency, end content.Date) content.Date {
	if end.IsZero() {
		return content.Date{}
	}
	switch f {
	case content.Weekly:
		return end.AddDays(-7)
	case content.Biweekly:
		return end.AddDays(-14)
	case content.Semimonthly:
		return end.AddDays(-16)
	case content.Monthly:
		return end.AddMonths(-1)
	case content.Quarterly:
		return end.AddMonths(-3)
	case content.Semiannual:
		return end.AddMonths(-6)
	case content.Annual:
		return end.AddMonths(-12)
	}
	return content.Date{}
}

func until(f TimeFrame) string {
	if f.End.IsZero() {
		return "the as-of date"
	}
	return f.End.Long()
}
