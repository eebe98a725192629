package strict

import "strings"

// drawings holds what is drawn to be there, to say in words what it shows, and
// charts to look at sheets that are there.
func (c *checker) drawings() {
	for part, root := range c.parts {
		if strings.HasPrefix(part, "xl/drawings/drawing") {
			for _, n := range root.within("cNvPr") {
				if strings.TrimSpace(n.attr["descr"]) == "" {
					c.report("%s: %s has no words for those who cannot see it", part, n.attr["name"])
				}
			}
			for _, n := range root.children {
				from, to := n.child("from"), n.child("to")
				if to.name != "" && from.child("col").text == to.child("col").text && from.child("row").text == to.child("row").text {
					c.report("%s: a drawing ends in the cell in which it begins", part)
				}
			}
			for _, n := range root.within("chart") {
				c.target(part, n.attr["r:id"], "chart")
			}
		}
		if strings.HasPrefix(part, "xl/charts/chart") {
			for _, n := range root.within("f") {
				c.area(part, n.text)
			}
		}
	}
}
