package coverage

import "slices"

// A Gap is what a criterion lacks, in words; NoGap is empty.
type Gap string

// The gaps. A criterion that a carved-out organization addresses, or that is
// not relevant, has none for want of tests.
const (
	NoGap         Gap = ""
	NothingMapped Gap = "nothing mapped"
	ToDo          Gap = "to do" // all that is mapped is still to be written
	NotTested     Gap = "no test"
)

// Gap returns what the criterion lacks. Tests are missing only once the service
// auditor's have come.
func (n *Entry) Gap() Gap {
	switch {
	case !n.Addressed():
		return NothingMapped
	case !n.basisWritten():
		return ToDo
	case n.tested && n.NotRelevant == nil && len(n.Controls) > 0 && n.Tests == 0:
		return NotTested
	}
	return NoGap
}

// basisWritten reports whether something that stands against the criterion has
// its words.
func (n *Entry) basisWritten() bool {
	return len(n.ToDo()) < len(n.Controls)+len(n.CSOCs) || n.NotRelevant != nil && !awaits(n.NotRelevant.Reason.String())
}

// ToDo returns the ids of the controls, and of those assumed at subservice
// organizations, whose statement is still to be written.
func (n *Entry) ToDo() []string {
	var ids []string
	for _, c := range n.Controls {
		if awaits(c.Statement.String()) {
			ids = append(ids, c.ID.Value)
		}
	}
	for _, c := range n.CSOCs {
		if awaits(c.Statement.String()) {
			ids = append(ids, c.ID.Value)
		}
	}
	return ids
}

// GapsFirst returns the entries with nothing mapped, then those whose controls
// are still to be written, then those without tests, then the others, each in
// table order.
func (c *Coverage) GapsFirst() []*Entry {
	var nothing, awaited, untested, rest []*Entry
	for _, entry := range c.Entries {
		switch entry.Gap() {
		case NothingMapped:
			nothing = append(nothing, entry)
		case ToDo:
			awaited = append(awaited, entry)
		case NotTested:
			untested = append(untested, entry)
		default:
			rest = append(rest, entry)
		}
	}
	return slices.Concat(nothing, awaited, untested, rest)
}

// DescriptionGapsFirst returns the description criteria that nothing answers,
// then those with an answer that is still to be written, then the others, each
// in order.
func (c *Coverage) DescriptionGapsFirst() []DescriptionCriterion {
	var open, awaited, rest []DescriptionCriterion
	for _, d := range c.Description {
		switch {
		case len(d.ToDo) > 0:
			awaited = append(awaited, d)
		case d.IsGap():
			open = append(open, d)
		default:
			rest = append(rest, d)
		}
	}
	return slices.Concat(open, awaited, rest)
}
