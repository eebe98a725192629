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
		covers.FirstUse = covers.Start == b.whole().Start
	}
	object := evidence(c)
	if len(c.Evidence) == 0 {
		object = c.ID.Value
	}
	d := b.at(Configuration, ident{"", "configuration"}, object, names(systems), covers)
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
	if b.operating() {
		b.reworded(d, c, "the settings under each wording and the date on which they changed")
	}
}

// operation adds what shows that a control operated throughout the period.
func (b *builder) operation(c *content.Control) {
	frequency := content.Frequency(c.Frequency.Value)
	automated := content.Nature(c.Nature.Value) == content.Automated
	switch frequency {
	case content.PerOccurrence:
		b.selected(c, b.populations(c))
	case content.Once:
		b.record(c)
	case content.Continuous:
		if !automated {
			b.selected(c, b.records(c))
		}
	case content.ManyPerDay:
		if !automated {
			b.selected(c, b.records(c))
		}
	case "":
		b.record(c)
	default:
		if b.e.Population(c.Population.Value) != nil {
			// A campaign operates once on many people: they are the items.
			b.selected(c, b.populations(c))
			return
		}
		b.periodic(c, automated)
	}
}

// periodic asks for the dates on which the control operated and the evidence
// of those selected.
func (b *builder) periodic(c *content.Control, automated bool) {
	frequency := content.Frequency(c.Frequency.Value)
	covers := b.window(c)
	d := b.at(SampleItems, ident{"", "sample"}, "occurrences of "+c.ID.Value, names(b.systems(c)), covers)
	d.Title = "Sample of occurrences: " + c.Title.Value
	d.Format = recordFormat
	d.Sample = b.sizes.periodic(frequency, content.Period{Start: covers.Start, End: covers.End})
	each, about := "the role that performed it each time", ""
	switch {
	case automated:
		each = "the result of each run"
		if frequency == content.Daily && covers.IsPeriod() {
			d.Sample.Expected = covers.Start.DaysUntil(covers.End) + 1 // no working days
		}
	case frequency == content.Daily:
		about = "about "
	}
	d.lead = fmt.Sprintf("The dates on which %s operated %s (%s), with %s.", named(c), covers.Words(), rhythm(frequency, about, d.Sample.Expected), each)
	if d.Sample.Expected == 0 {
		d.addTail("The control may not have been due in this time frame. If it did not operate, state the last date on which it did.")
	}
	d.addProof("Where the list of dates comes from: name of the calendar, query or report, parameters, time stamp, role of the person who ran it, row count")
	d.addProof(reliance(c))
	d.need(c, "for each occurrence the service auditor selects: "+traces(c))
	b.reworded(d, c, "items of each wording")
}

// rhythm says how often the control operates and how many occurrences are
// expected. Working days are counted by the average year, so about.
func rhythm(f content.Frequency, about string, n int) string {
	words := strings.ToLower(f.Words())
	switch n {
	case 0:
		return words
	case 1:
		return words + ", one expected"
	}
	return words + fmt.Sprintf(", %s%d expected", about, n)
}

// selected asks for the evidence of the items selected from the populations.
// One sample serves the controls of one owner: a row has one role to answer it.
func (b *builder) selected(c *content.Control, from []*draft) {
	frequency := content.Frequency(c.Frequency.Value)
	sample := &Sample{Bands: b.sizes.bands}
	object := "items of " + from[0].Title + " " + b.owner(c)
	ev := eventOf(c)
	many, which := ev.many, ev.one+" that is selected"
	if p := b.population(c); p != nil {
		many = inner(p.Title.Value)
		which = "item selected from the listing of " + many
	}
	items := "For each " + which + ":"
	switch {
	case content.Nature(c.Nature.Value) == content.Automated:
		object += " automated"
		sample = &Sample{PerSetting: true}
		items = "For one " + which + " under each configuration:"
	case frequency == content.ManyPerDay || frequency == content.Continuous:
		sample = b.sizes.periodic(frequency, content.Period{})
	}
	d := b.shared(SampleItems, "sample", object, b.window(c))
	if d.fresh {
		d.from = from
		d.Format = recordFormat
		d.Title = "Sample: " + c.Title.Value
		d.lead = items
		d.Sample = sample
	} else {
		d.Title = "Sample: evidence for " + many
		if role := b.owner(c); role != "" {
			d.Title += " (" + role + ")"
		}
	}
	d.addProof(reliance(c))
	d.need(c, traces(c))
	b.reworded(d, c, "items of each wording")
}

// reworded says what is needed of each wording where the control was reworded
// within the period.
func (b *builder) reworded(d *draft, c *content.Control, needed string) {
	for _, w := range b.earlier(c) {
		d.addTail(c.ID.Value + " was worded differently until " + w.EffectiveUntil.Long() + ": " + needed + ".")
	}
}

// record asks for what the control leaves behind where nothing else does.
func (b *builder) record(c *content.Control) {
	d := b.at(Document, ident{"", "record"}, "record of "+c.ID.Value, names(b.systems(c)), b.whole())
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
	d := b.at(Observation, ident{"", "observation"}, "observation of "+c.ID.Value, names(b.systems(c)), b.whole())
	d.Title = "Observation: " + c.Title.Value
	d.Format = "On site or by live video, at a time the service auditor chooses"
	d.lead = "Access for the service auditor to watch " + named(c) + " at work."
	d.need(c, "")
}
