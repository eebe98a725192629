package soc2

import (
	"github.com/socdraft/socdraft/content"
)

// An index holds what the sections ask again and again about controls and
// their tests, found once: a report can have thousands of both.
type index struct {
	areas      []area
	controls   []*content.Control          // that print, by area
	byID       map[string]*content.Control // of those
	auditors   map[string][]*content.Test  // by control id: may stand in the service auditor's columns
	own        map[string][]*content.Test  // by control id: management's own
	exceptions []*content.Test             // that print, in printed order
	excepted   map[string]bool             // ids of controls with one of them
	serving    map[string][]content.Text   // ids of controls, by the commitment or requirement they name
	promised   map[string]bool             // ids of commitments and requirements
	following  map[string][]content.Text   // ids of requirements, by the commitment they follow from
}

// An area is a group of controls that print together.
type area struct {
	name     string
	controls []*content.Control
}

func newIndex(e *content.Engagement) *index {
	x := &index{
		byID: map[string]*content.Control{}, auditors: map[string][]*content.Test{},
		own: map[string][]*content.Test{}, excepted: map[string]bool{},
		serving: map[string][]content.Text{}, following: map[string][]content.Text{}, promised: map[string]bool{},
	}
	for _, c := range e.Commitments {
		x.promised[c.ID.Value] = true
	}
	for _, r := range e.Requirements {
		x.promised[r.ID.Value] = true
		cite(x.following, r.ID, r.Commitments)
	}
	if e.Report.Type == content.Type2 {
		x.addTests(e)
	}
	at := map[string]int{}
	for _, c := range e.Controls {
		name := c.Area.Value
		if !x.prints(e, c) {
			continue
		}
		if _, known := at[name]; !known {
			at[name] = len(x.areas)
			x.areas = append(x.areas, area{name: name})
		}
		a := &x.areas[at[name]]
		a.controls = append(a.controls, c)
	}
	for _, a := range x.areas {
		x.controls = append(x.controls, a.controls...)
	}
	for _, c := range x.controls {
		x.byID[c.ID.Value] = c
		cite(x.serving, c.ID, c.Commitments)
	}
	return x
}

// addExceptions finds the exceptions among the tests of controls.
func (x *index) addExceptions(controls []*content.Control) {
	for _, c := range controls {
		for _, t := range x.auditors[c.ID.Value] {
			if t.IsException() {
				x.exceptions = append(x.exceptions, t)
				x.excepted[c.ID.Value] = true
			}
		}
	}
}

// addTests sorts the tests by who made them. A type 1 report has none, and
// words that claim to be the service auditor's but were not verified are
// nobody's (D3).
func (x *index) addTests(e *content.Engagement) {
	for _, f := range e.TestFiles {
		for _, t := range f.Tests {
			id := t.Control.Value
			switch {
			case f.Auditors():
				x.auditors[id] = append(x.auditors[id], t)
			case f.Source.Value == content.FromManagement:
				x.own[id] = append(x.own[id], t)
			}
		}
	}
}

// prints reports whether the control stands in the report: it was in place in
// the time frame, or the service auditor tested it.
func (x *index) prints(e *content.Engagement, c *content.Control) bool {
	return e.InScope(c) || len(x.auditors[c.ID.Value]) > 0
}

// received returns the service auditor's tests that fulfil the condition, by
// control.
func (x *index) received(which func(*content.Test) bool) []*content.Test {
	var found []*content.Test
	for _, c := range x.controls {
		for _, t := range x.auditors[c.ID.Value] {
			if which(t) {
				found = append(found, t)
			}
		}
	}
	return found
}

// anyTest is the condition that every test fulfils.
func anyTest(*content.Test) bool { return true }

// cite records who cites each of the ids, once.
func cite(by map[string][]content.Text, who content.Text, cited []content.Text) {
	for _, id := range cited {
		all := by[id.Value]
		if n := len(all); n == 0 || all[n-1].Value != who.Value {
			by[id.Value] = append(all, who)
		}
	}
}
