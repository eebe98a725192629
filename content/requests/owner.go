package requests

import (
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// owner returns the role that owns the control, with the included organization
// where that performs it.
func (b *builder) owner(c *content.Control) string {
	role := c.OwnerRole.Value
	if p := b.e.Party(c.PerformedBy.Value); p != nil && role != "" {
		return role + " (" + p.Name.Value + ")"
	}
	return role
}

// answerer returns the role that answers a request: the owner of most of its
// controls. Of populations in which no role has more than half, it is the one
// that owns most of the controls in the system of record.
func (b *builder) answerer(d *draft) string {
	if d.Kind == Population && b.majority(d.lines) == "" {
		var keepers []line
		for _, c := range b.e.Controls {
			if b.e.InScope(c) && slices.ContainsFunc(b.systems(c), func(s *content.Component) bool { return s.Name.Value == d.SourceSystem }) {
				keepers = append(keepers, line{control: c})
			}
		}
		if role := b.majority(keepers); role != "" {
			return role
		}
	}
	return most(d.lines, b.owner)
}

// majority returns the role that owns more than half of the controls, "" where
// no role does.
func (b *builder) majority(lines []line) string {
	role, n := most(lines, b.owner), 0
	for _, l := range lines {
		if b.owner(l.control) == role {
			n++
		}
	}
	if 2*n <= len(lines) {
		return ""
	}
	return role
}

// most returns the value that most of the controls have, the earlier of two
// as frequent.
func most(lines []line, value func(*content.Control) string) string {
	count := map[string]int{}
	best := ""
	for _, l := range lines {
		if v := value(l.control); v != "" {
			count[v]++
		}
	}
	for _, l := range lines {
		if v := value(l.control); count[v] > count[best] {
			best = v
		}
	}
	return best
}

// by names the role that answers and returns the draft.
func (d *draft) by(role string) *draft {
	d.Owner = role
	return d
}

// lead returns the role that answers for the assertion: the first signatory.
func (b *builder) lead() string {
	if len(b.e.Signatories) == 0 {
		return ""
	}
	return b.e.Signatories[0].Value
}

// clear returns the role that owns more than half of the in-scope controls of
// the first of the groups in which one does, "" where none does: a wrong owner
// costs more than an empty cell.
func (b *builder) clear(groups ...func(*content.Control) bool) string {
	for _, in := range groups {
		var lines []line
		for _, c := range b.e.Controls {
			if b.e.InScope(c) && in(c) {
				lines = append(lines, line{control: c})
			}
		}
		if role := b.majority(lines); role != "" {
			return role
		}
	}
	return ""
}

func triggeredBy(trigger string) func(*content.Control) bool {
	return func(c *content.Control) bool { return c.Trigger.Value == trigger }
}

func mappedTo(criterion string) func(*content.Control) bool {
	return func(c *content.Control) bool {
		return slices.ContainsFunc(c.Criteria, func(id content.Text) bool { return id.Value == criterion })
	}
}

// inventories are the controls titled by an inventory and mapped to the
// criterion, whatever that is where it is "".
func inventories(criterion string) func(*content.Control) bool {
	mapped := mappedTo(criterion)
	return func(c *content.Control) bool {
		return strings.Contains(strings.ToLower(c.Title.Value), "inventory") && (criterion == "" || mapped(c))
	}
}
