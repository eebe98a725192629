package requests

import (
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// control adds the requests one control yields.
func (b *builder) control(c *content.Control) {
	b.documents(c)
	if content.Nature(c.Nature.Value) == content.Automated {
		b.configuration(c)
	}
	if b.operating() {
		b.operation(c)
	} else {
		b.instance(c)
	}
	b.listings(c)
	b.observation(c)
	b.thirdParties(c)
	if !b.served[c] {
		b.record(c)
	}
}

// configuration asks for the settings behind an automated control.
func (b *builder) configuration(c *content.Control) {
	systems := b.systems(c)
	covers := b.asOf()
	if b.operating() {
		covers = b.window(c)
		covers.AtEnds = true
	}
	object := evidence(c)
	if len(c.Evidence) == 0 {
		object = c.ID.Value
	}
	d := b.at(Configuration, "configuration", object, names(systems), covers)
	if d.fresh {
		d.Title = "Settings: " + c.Title.Value
		d.Format = settingFormat
		d.lead = "The production settings " + covers.Words() + " that make " + named(c) + " work."
		if b.operating() {
			d.lead += " Instead of two captures: one capture within the period and the change history of the setting for the whole period."
		}
		d.tail = []string{"Show each setting with its value, and that it is the production environment."}
		d.IPE = "System clock or export stamp; environment and address; the script or command with its parameters where settings are read by one"
	} else {
		d.Title = "Settings: " + evidence(c)
		d.lead = "The production settings " + covers.Words() + " that make these controls work."
	}
	d.need(c, evidence(c))
	d.addProof(reliance(c))
}

// operation adds what shows that a control operated throughout the period.
func (b *builder) operation(c *content.Control) {
	frequency := content.Frequency(c.Frequency.Value)
	automated := content.Nature(c.Nature.Value) == content.Automated
	switch frequency {
	case content.PerOccurrence:
		b.selected(c, b.populations(c), automated)
	case content.Once:
		b.record(c)
	case content.Continuous:
		if !automated {
			b.selected(c, b.records(c), false)
		}
	case content.ManyPerDay:
		if !automated {
			b.selected(c, b.records(c), false)
		}
	case "":
		b.record(c)
	default:
		b.periodic(c, automated)
	}
}

// periodic asks for the dates on which the control operated and the evidence
// of those selected.
func (b *builder) periodic(c *content.Control, automated bool) {
	frequency := content.Frequency(c.Frequency.Value)
	covers := b.window(c)
	d := b.at(SampleItems, "sample", "occurrences of "+c.ID.Value, names(b.systems(c)), covers)
	d.Title = "Sample of occurrences: " + c.Title.Value
	d.Format = recordFormat
	d.Sample = periodicSample(frequency, content.Period{Start: covers.Start, End: covers.End})
	each := "the role that performed it each time"
	if automated {
		each = "the result of each run"
		d.Sample = &Sample{Expected: d.Sample.Expected, PerSetting: true}
	}
	d.lead = fmt.Sprintf("The dates on which %s operated %s (%s), with %s.", named(c), covers.Words(), rhythm(frequency, d.Sample.Expected, automated), each)
	if d.Sample.Expected == 0 {
		d.addTail("The control may not have been due in this time frame. If it did not operate, state the last date on which it did.")
	}
	d.addProof("Where the list of dates comes from: name of the calendar, query or report, parameters, time stamp, role of the person who ran it, row count")
	d.addProof(reliance(c))
	d.need(c, "for each occurrence the service auditor selects: "+traces(c))
	b.reworded(d, c)
}

// rhythm says how often the control operates and how many occurrences are
// expected. Working days and weeks are counted by the average year.
func rhythm(f content.Frequency, n int, automated bool) string {
	words := strings.ToLower(f.Words())
	switch {
	case n == 0 || f == content.Daily && automated:
		return words
	case n == 1:
		return words + ", one expected"
	case f == content.Daily:
		return words + fmt.Sprintf(", about %d expected", n)
	}
	return words + fmt.Sprintf(", %d expected", n)
}

// selected asks for the evidence of the items selected from the populations.
// One sample serves the controls of one owner: a row has one role to answer it.
func (b *builder) selected(c *content.Control, from []*draft, automated bool) {
	object := "items of " + from[0].Title + " " + b.owner(c)
	if automated {
		object += " automated"
	}
	ev := eventOf(c)
	d := b.shared(SampleItems, "sample", object, b.window(c))
	items := "For each " + ev.one + " that is selected:"
	if p := b.population(c); p != nil {
		items = "For each item selected from the listing of " + inner(p.Title.Value) + ":"
	}
	if d.fresh {
		d.from = from
		d.Format = recordFormat
		d.Title = "Sample: " + c.Title.Value
		d.lead = items
		d.Sample = &Sample{Bands: occurrenceBands}
		if content.Frequency(c.Frequency.Value) != content.PerOccurrence {
			d.Sample = periodicSample(content.Frequency(c.Frequency.Value), content.Period{})
		}
		if automated {
			d.Sample = &Sample{PerSetting: true}
		}
	} else {
		d.Title = "Sample: evidence for " + ev.many
		if role := b.owner(c); role != "" {
			d.Title += " (" + role + ")"
		}
	}
	d.addProof(reliance(c))
	d.need(c, traces(c))
	b.reworded(d, c)
}

// reworded asks for items of each wording where the control was reworded
// within the period.
func (b *builder) reworded(d *draft, c *content.Control) {
	for _, earlier := range c.Earlier {
		if until := earlier.EffectiveUntil; !until.Before(b.whole().Start) {
			d.addTail(c.ID.Value + " was worded differently until " + until.Long() + ": items of both wordings are needed.")
		}
	}
}

// record asks for what the control leaves behind where nothing else does.
func (b *builder) record(c *content.Control) {
	d := b.at(Document, "document", "record of "+c.ID.Value, names(b.systems(c)), b.whole())
	d.Title = "Record: " + c.Title.Value
	d.Format = recordFormat
	d.lead = "What shows that " + named(c) + " was in place " + b.whole().Words() + "."
	d.addProof(reliance(c))
	d.need(c, evidence(c))
}

// observation asks to see a physical control at work where it leaves too
// little behind to be inspected.
func (b *builder) observation(c *content.Control) {
	frequency := content.Frequency(c.Frequency.Value)
	physical := slices.ContainsFunc(c.Criteria, func(id content.Text) bool { return id.Value == "CC6.4" })
	if !physical || frequency != content.Continuous {
		return
	}
	d := b.at(Observation, "observation", "observation of "+c.ID.Value, names(b.systems(c)), b.whole())
	d.Title = "Observation: " + c.Title.Value
	d.Format = "On site or by live video, at a time the service auditor chooses"
	d.lead = "Access for the service auditor to watch " + named(c) + " at work."
	d.need(c, "")
}
