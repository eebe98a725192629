package coverage

import "slices"

// A Gap is what a criterion lacks, in words; NoGap is empty.
type Gap string

// The gaps. A criterion that a carved-out organization addresses, or that is
// not relevant, has none for want of tests.
const (
	NoGap         Gap = ""
	NothingMapped Gap = "nothing mapped"
	NotTested     Gap = "no test"
)

// Gap returns what the criterion lacks. Tests are missing only once the service
// auditor's have come.
func (n *Entry) Gap() Gap {
	switch {
	case !n.Addressed():
		return NothingMapped
	case n.tested && n.NotRelevant == nil && len(n.Controls) > 0 && n.Tests == 0:
		return NotTested
	}
	return NoGap
}

// GapsFirst returns the entries with nothing mapped, then those without tests,
// then the others, each in table order.
func (c *Coverage) GapsFirst() []*Entry {
	var nothing, untested, rest []*Entry
	for _, entry := range c.Entries {
		switch entry.Gap() {
		case NothingMapped:
			nothing = append(nothing, entry)
		case NotTested:
			untested = append(untested, entry)
		default:
			rest = append(rest, entry)
		}
	}
	return slices.Concat(nothing, untested, rest)
}

// DescriptionGapsFirst returns the description criteria that nothing answers,
// then the others, each in order.
func (c *Coverage) DescriptionGapsFirst() []DescriptionCriterion {
	var open, rest []DescriptionCriterion
	for _, d := range c.Description {
		if d.IsGap() {
			open = append(open, d)
		} else {
			rest = append(rest, d)
		}
	}
	return slices.Concat(open, rest)
}
