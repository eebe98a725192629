package requests

import (
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// walkthroughs adds one walkthrough for each area of controls.
func (b *builder) walkthroughs() {
	for _, area := range b.e.Areas() {
		var d *draft
		var roles []string
		for _, c := range b.e.Controls {
			if c.Area.Value != area || !b.e.InScope(c) {
				continue
			}
			if d == nil {
				d = b.at(Walkthrough, ident{slug(area), walkthroughSuffix}, "area "+area, "", b.whole())
			}
			d.need(c, "")
			if role := performer(c); role != "" && !slices.Contains(roles, role) {
				roles = append(roles, role)
			}
		}
		if d == nil {
			continue
		}
		d.Title = "Walkthrough: " + area
		d.Format = "Meeting with shared screen, about one hour"
		d.lead = "One instance of each process followed from beginning to end, with the people who perform it and the records it leaves."
		if len(roles) > 0 {
			d.and("Roles: " + strings.Join(roles, "; ") + ".")
		}
	}
}

// performer returns the role to meet: who performs a control, or who owns it
// where a system performs it.
func performer(c *content.Control) string {
	if c.PerformerRole.Value != "" && content.Nature(c.Nature.Value) != content.Automated {
		return c.PerformerRole.Value
	}
	return c.OwnerRole.Value
}
