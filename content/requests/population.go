package requests

import (
	"cmp"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// populations asks for the complete listing of the control's trigger, once for
// all controls it serves, and returns the drafts in the order of their time
// frames.
func (b *builder) populations(c *content.Control) []*draft {
	p := b.population(c)
	ev := eventOf(c)
	if p != nil {
		return b.listed(p.ID.Value, "population "+p.ID.Value, p, ev, c)
	}
	return b.listed(stemOf(c.Trigger.Value), ev.many, nil, ev, c)
}

// population returns the authored population of the control: the one it names,
// else the only one of its trigger, else nil.
func (b *builder) population(c *content.Control) *content.Population {
	if p := b.e.Population(c.Population.Value); p != nil {
		return p
	}
	return b.populationOf(c.Trigger.Value)
}

func (b *builder) populationOf(trigger string) *content.Population {
	if all := b.populationsOf(trigger); len(all) == 1 {
		return all[0]
	}
	return nil
}

// populationsOf returns the authored populations of a trigger that says which
// event it is.
func (b *builder) populationsOf(trigger string) []*content.Population {
	var found []*content.Population
	for _, p := range b.e.Populations {
		if p.Trigger.Value == trigger && trigger != "" && trigger != "other" {
			found = append(found, p)
		}
	}
	return found
}

// listedFor asks for all populations of a trigger, whether a control needs
// them or not.
func (b *builder) listedFor(trigger string) []*draft {
	ev := events[trigger]
	all := b.populationsOf(trigger)
	if len(all) == 0 {
		return b.listed(stemOf(trigger), ev.many, nil, ev, nil)
	}
	var drafts []*draft
	for _, p := range all {
		drafts = append(drafts, b.listed(p.ID.Value, "population "+p.ID.Value, p, ev, nil)...)
	}
	return drafts
}

// stemOf returns the key of a trigger that says which event it is, "" for the
// others.
func stemOf(trigger string) string {
	if _, ok := events[trigger]; !ok {
		return ""
	}
	return strings.ReplaceAll(trigger, "_", "-")
}

// listed asks for the listing of one population, in one part or two. The
// control may be nil: then the engagement needs it.
func (b *builder) listed(stem, object string, p *content.Population, ev event, c *content.Control) []*draft {
	var drafts []*draft
	for _, part := range b.slices() {
		source := ""
		if p != nil {
			source = p.SourceSystem.Value
		}
		d := b.at(Population, ident{stem, part.suffix}, object, source, part.covers)
		if d.fresh {
			b.fillPopulation(d, p, ev, part)
		}
		if c != nil {
			d.need(c, "")
		}
		drafts = append(drafts, d)
	}
	return drafts
}

func (b *builder) fillPopulation(d *draft, p *content.Population, ev event, part slice) {
	title := ev.many
	d.Fields = ev.fields
	d.lead = "The complete listing, nothing selected or left out: all " + ev.all + " " + part.covers.Words() + "."
	if p != nil {
		title = cmp.Or(inner(p.Title.Value), title)
		d.Query = p.Query.Value
		d.Fields = nil
		for _, f := range p.Fields {
			d.Fields = append(d.Fields, f.Value)
		}
		d.lead = "The complete listing of " + title + " of " + strings.TrimPrefix(part.covers.Words(), "in ") + ", nothing selected or left out."
	}
	d.Title = "Population: " + title
	if part.words != "" {
		d.Title += " (" + part.words + ")"
	}
	d.Format = exportFormat
	d.describe()
	if d.Query != "" {
		d.addTail(sentence("Query: " + d.Query))
	}
	if d.SourceSystem == "" {
		d.addTail("System of record: [MANAGEMENT TO NAME].")
	}
	b.run(d, p)
	d.addProof(runProof)
	d.addProof("An empty result is evidence too: give the run that shows no rows")
}

// describe appends the fields wanted.
func (d *draft) describe() {
	if len(d.Fields) > 0 {
		d.tail = append(d.tail, "Fields: "+join(d.Fields)+".")
	}
}

// records asks for the log of a control people perform many times a day.
func (b *builder) records(c *content.Control) []*draft {
	if p := b.population(c); p != nil {
		return b.populations(c)
	}
	var drafts []*draft
	for _, part := range b.slices() {
		d := b.at(Population, ident{"", part.suffix}, "records of "+c.ID.Value, names(b.systems(c)), part.covers)
		d.Title = "Population: records of " + inner(c.Title.Value)
		if part.words != "" {
			d.Title += " (" + part.words + ")"
		}
		d.Format = exportFormat
		d.Fields = []string{"record number", "date and time", "performer’s role", "outcome"}
		d.lead = "The complete log or listing of the occurrences of " + named(c) + " " + part.covers.Words() + "."
		d.describe()
		if d.SourceSystem == "" {
			d.addTail("System of record: [MANAGEMENT TO NAME].")
		}
		d.addProof(runProof)
		d.need(c, "")
		drafts = append(drafts, d)
	}
	return drafts
}

// IsOf reports whether the request asks for the authored population.
func IsOf(r *Request, p *content.Population) bool {
	stem, suffix, ok := strings.Cut(r.Key, ".population")
	return ok && stem == ascii(p.ID.Value) && (suffix == "" || suffix[0] == '-') && r.Kind == Population
}
