package requests

import (
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// LibrarySize is how many typical requests there are; they are numbered from 1.
func LibrarySize() int { return len(library) }

// LibraryAreas returns the areas of the library, each once, in its order.
func LibraryAreas() []string {
	var areas []string
	for _, t := range library {
		if !slices.Contains(areas, t.area) {
			areas = append(areas, t.area)
		}
	}
	return areas
}

// typicals adds the requests of the library that the project switches on and
// that nothing derived asks for already.
func (b *builder) typicals() {
	for _, on := range b.e.RequestList.Typical {
		for _, t := range library {
			if t.switchedOn(on) {
				b.typical(t, on)
			}
		}
	}
}

// switchedOn reports whether the project wants the request. Systems alone want
// those that are asked of each system.
func (t typical) switchedOn(on *content.TypicalRequests) bool {
	named := slices.ContainsFunc(on.Requests, func(n content.Int) bool { return n.Value == t.number }) ||
		has(on.Areas, t.area) || t.trigger != "" && has(on.Triggers, t.trigger)
	alone := len(on.Requests)+len(on.Areas)+len(on.Triggers) == 0
	return named || alone && len(on.Systems) > 0 && t.perSystem
}

func has(list []content.Text, value string) bool {
	return slices.ContainsFunc(list, func(text content.Text) bool { return strings.EqualFold(text.Value, value) })
}

// typical adds one request of the library: each thing it asks for, of each
// system where it is asked by system.
func (b *builder) typical(t typical, on *content.TypicalRequests) {
	systems := []*content.Component{nil}
	if t.perSystem {
		if found := b.components(on.Systems); len(found) > 0 {
			systems = found
		}
	}
	for _, a := range t.asks {
		for _, system := range systems {
			b.typicalAsk(t, a, system, on)
		}
	}
}

func (b *builder) components(ids []content.Text) []*content.Component {
	var found []*content.Component
	for _, id := range ids {
		if c := b.e.Component(id.Value); c != nil {
			found = append(found, c)
		}
	}
	return found
}

// typicalAsk adds one thing asked for. A type 1 report has no populations: one
// example stands for the items.
func (b *builder) typicalAsk(t typical, a ask, system *content.Component, on *content.TypicalRequests) {
	kind, what, covers := a.kind, a.what, b.whole()
	switch kind {
	case Population:
		if !b.operating() {
			return
		}
		if a.what == "" {
			b.event(t, on)
			return
		}
	case SampleItems:
		if b.sampled(t.trigger) {
			return
		}
		if !b.operating() {
			kind, what = Walkthrough, "The latest example on or before "+until(covers)+". "+what
		}
	case Configuration:
		covers = b.asOf()
	case ListingAsOf:
		covers = b.inUse()
	}
	object := fmt.Sprintf("typical request %d %s", t.number, kind)
	if a.object != "" {
		object = a.object
	}
	stem, name := "LIB", ""
	if system != nil {
		stem, name = system.ID.Value, system.Name.Value
	}
	if b.has(kind, object, name) {
		return
	}
	d := b.at(kind, ident{stem, fmt.Sprintf("%s-%d", kindSuffix[kind], t.number)}, object, name, covers)
	d.Title = kind.Words() + ": " + inner(t.title)
	if system != nil {
		d.Title += " of " + name
	}
	d.lead, d.Fields = what, a.fields
	d.Format = kindFormat[kind]
	d.describe()
	if kind == Population || kind == ListingAsOf {
		d.addProof(runProof)
	}
	if kind == SampleItems {
		d.Sample = &Sample{Bands: b.sizes.bands}
		d.from = b.populationsFor(t.trigger)
		if len(d.from) == 0 && !slices.ContainsFunc(t.asks, func(a ask) bool { return a.kind == Population || a.kind == ListingAsOf }) {
			d.addTail("With the items: the complete list they were selected from, and where that comes from.")
		}
	}
	b.serve(d, t, on)
}

// kindSuffix and kindFormat say how a request of the library is named and in
// which form it is wanted.
var (
	kindSuffix = map[Kind]string{Document: "document", Configuration: "configuration", ListingAsOf: "listing", Population: "population",
		SampleItems: "sample", Walkthrough: "walkthrough-of", ThirdPartyReport: "report"}
	kindFormat = map[Kind]string{Document: filedFormat, Configuration: settingFormat, ListingAsOf: exportFormat, Population: exportFormat,
		SampleItems: recordFormat, Walkthrough: "Meeting with shared screen", ThirdPartyReport: filedFormat}
)

// event asks for the population of the trigger where nothing asks for it yet.
func (b *builder) event(t typical, on *content.TypicalRequests) {
	for _, d := range b.listedFor(t.trigger) {
		if len(d.lines) == 0 && !d.Engagement {
			b.serve(d, t, on)
		}
	}
}

// populationsFor returns the populations of a trigger that are asked for.
func (b *builder) populationsFor(trigger string) []*draft {
	if trigger == "" || !b.operating() {
		return nil
	}
	return b.listedFor(trigger)
}

// sampled reports whether a sample of the trigger's occurrences is asked for
// already.
func (b *builder) sampled(trigger string) bool {
	if trigger == "" {
		return false
	}
	return slices.ContainsFunc(b.e.Controls, func(c *content.Control) bool {
		return b.e.InScope(c) && c.Trigger.Value == trigger && content.Frequency(c.Frequency.Value) == content.PerOccurrence
	})
}

// has reports whether the object is asked for already, in the system where one
// is named.
func (b *builder) has(kind Kind, object, system string) bool {
	for k := range b.byKey {
		if k.kind == kind && k.object == strings.ToLower(object) && (system == "" || k.source == strings.ToLower(system)) {
			return true
		}
	}
	return false
}

// serve names the controls the request serves: those the project names, else
// those of its trigger, else those mapped to its criteria. Without any, or with
// more than a row can tell, it is asked for the engagement as a whole.
func (b *builder) serve(d *draft, t typical, on *content.TypicalRequests) {
	d.Owner = on.OwnerRole.Value
	d.Criteria = slices.Clone(t.criteria)
	found := b.inScope(func(c *content.Control) bool { return has(on.Controls, c.ID.Value) })
	if len(found) == 0 && t.trigger != "" && (d.Kind == Population || d.Kind == SampleItems) {
		found = b.inScope(triggeredBy(t.trigger))
	}
	if len(found) == 0 {
		found = b.inScope(func(c *content.Control) bool {
			return slices.ContainsFunc(t.criteria, func(id string) bool { return mappedTo(id)(c) })
		})
	}
	if len(found) == 0 || len(found) > maxLines {
		d.Engagement = true
		return
	}
	for _, c := range found {
		d.need(c, "")
	}
}

// inScope returns the controls in scope that are as wanted.
func (b *builder) inScope(wanted func(*content.Control) bool) []*content.Control {
	var found []*content.Control
	for _, c := range b.e.Controls {
		if b.e.InScope(c) && wanted(c) {
			found = append(found, c)
		}
	}
	return found
}
