// Package coverage tells how the applicable criteria are covered: by which
// controls, by which controls assumed elsewhere, or by a reason why a
// criterion is not relevant; and where the description answers DC 1 to DC 9.
//
// It derives and never judges: nothing here says that a criterion is met.
// Start at Of.
package coverage

import (
	"slices"

	"github.com/socdraft/socdraft/content"
)

// Coverage is what stands against the criteria of one engagement.
type Coverage struct {
	Entries     []*Entry               // one for each applicable criterion, in table order
	Exception   map[string]bool        // ids of controls with an exception in the service auditor's results
	Description []DescriptionCriterion // those that apply to the type of report

	byID map[string]*Entry
}

// An Entry is what stands against one criterion.
type Entry struct {
	Criterion    *content.Criterion
	Controls     []*content.Control   // in scope and mapped to it, in authored order
	CSOCs        []*content.CSOC      // assumed at carved-out subservice organizations
	CUECs        []*content.CUEC      // assumed at user entities
	NotRelevant  *content.NotRelevant // the DC 8 entry, or nil
	Tests        int                  // of Controls, in the service auditor's results
	Exceptions   int                  // of Tests
	HasException bool                 // one of Controls has an exception in the service auditor's results

	mapped map[string]bool // ids of Controls
	tested bool            // the service auditor's tests of some control are here
}

// Of returns the coverage of the engagement's applicable criteria.
func Of(e *content.Engagement) *Coverage {
	c := &Coverage{
		Exception:   map[string]bool{},
		Description: Description(e),
		byID:        map[string]*Entry{},
	}
	for _, t := range e.Exceptions() {
		c.Exception[t.Control.Value] = true
	}
	tests := e.TestsByControl((*content.TestFile).Auditors)
	for _, criterion := range e.ApplicableCriteria() {
		entry := &Entry{Criterion: criterion, NotRelevant: e.NotRelevantEntry(criterion.ID),
			mapped: map[string]bool{}, tested: len(tests) > 0}
		c.Entries = append(c.Entries, entry)
		c.byID[criterion.ID] = entry
	}
	c.addControls(e, tests)
	c.addAssumed(e)
	return c
}

func (c *Coverage) addControls(e *content.Engagement, tests map[string][]*content.Test) {
	for _, control := range e.Controls {
		if !e.InScope(control) {
			continue
		}
		for _, entry := range c.entries(control.Criteria) {
			entry.Controls = append(entry.Controls, control)
			entry.mapped[control.ID.Value] = true
			entry.HasException = entry.HasException || c.Exception[control.ID.Value]
			entry.addTests(tests[control.ID.Value])
		}
	}
}

func (n *Entry) addTests(tests []*content.Test) {
	n.Tests += len(tests)
	for _, t := range tests {
		if t.IsException() {
			n.Exceptions++
		}
	}
}

func (c *Coverage) addAssumed(e *content.Engagement) {
	for _, csoc := range e.CSOCs() {
		for _, entry := range c.entries(csoc.Criteria) {
			entry.CSOCs = append(entry.CSOCs, csoc)
		}
	}
	for _, cuec := range e.UserEntities.CUECs {
		for _, entry := range c.entries(cuec.Criteria) {
			entry.CUECs = append(entry.CUECs, cuec)
		}
	}
}

// entries returns the entries of the ids, each once; ids that are unknown or
// do not apply have none.
func (c *Coverage) entries(ids []content.Text) []*Entry {
	var found []*Entry
	for _, id := range ids {
		if entry := c.byID[id.Value]; entry != nil && !slices.Contains(found, entry) {
			found = append(found, entry)
		}
	}
	return found
}

// Entry returns what stands against the criterion, or nil where the criterion
// does not apply.
func (c *Coverage) Entry(criterion string) *Entry { return c.byID[criterion] }

// Unaddressed returns the entries for which nothing stands, in table order.
func (c *Coverage) Unaddressed() []*Entry {
	var open []*Entry
	for _, entry := range c.Entries {
		if !entry.Addressed() {
			open = append(open, entry)
		}
	}
	return open
}

// Addressed reports whether a control or a control assumed at a subservice
// organization is mapped to the criterion, or a DC 8 entry declares it not
// relevant. User entity controls alone are no basis.
func (n *Entry) Addressed() bool {
	return len(n.Controls) > 0 || len(n.CSOCs) > 0 || n.NotRelevant != nil
}

// ThroughOnly reports whether nothing but controls assumed at subservice
// organizations stands against the criterion.
func (n *Entry) ThroughOnly() bool { return len(n.Controls) == 0 && len(n.CSOCs) > 0 }

// Maps reports whether the control is mapped to the criterion.
func (n *Entry) Maps(control string) bool { return n.mapped[control] }

// Parties returns the carved-out subservice organizations through which the
// criterion is addressed, each once, in authored order.
func (n *Entry) Parties() []*content.Party {
	var parties []*content.Party
	for _, csoc := range n.CSOCs {
		if csoc.Party != nil && !slices.Contains(parties, csoc.Party) {
			parties = append(parties, csoc.Party)
		}
	}
	return parties
}
