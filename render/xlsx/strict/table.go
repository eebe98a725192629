package strict

import (
	"fmt"
	"strings"
)

// tables holds tables to have names and heads of their own, heads that the
// cells show, and a row at least.
func (c *checker) tables(s *sheet) {
	parts := s.root.child("tableParts")
	if count := parts.attr["count"]; count != "" && parts.number("count") != len(parts.children) {
		c.report("%s: %s tables are %d", s.name, count, len(parts.children))
	}
	for _, n := range parts.children {
		at := c.target(s.part, n.attr["r:id"], "table")
		if t := c.parts[at]; t != nil {
			c.table(s, at, t)
		}
	}
	merged := s.root.child("mergeCells")
	for i, n := range merged.children {
		for _, other := range merged.children[:i] {
			if overlap(n.attr["ref"], other.attr["ref"]) {
				c.report("%s: the merged cells %s and %s overlap", s.name, n.attr["ref"], other.attr["ref"])
			}
		}
	}
}

func (c *checker) table(s *sheet, part string, t *node) {
	name := t.attr["displayName"]
	if key := strings.ToLower(name); c.names[key] {
		c.report("two tables or names are called %s", name)
	} else {
		c.names[key] = true
	}
	if id := "table " + t.attr["id"]; c.names[id] {
		c.report("two tables have the id %s", t.attr["id"])
	} else {
		c.names[id] = true
	}
	if !nameForm.MatchString(name) || cellForm.MatchString(strings.ToUpper(name)) {
		c.report("%s: %q is no name for a table", part, name)
	}
	left, top, right, bottom := corners(t.attr["ref"])
	columns := t.child("tableColumns").children
	if right-left+1 != len(columns) || t.child("tableColumns").number("count") != len(columns) || bottom <= top {
		c.report("%s: %d columns for %s", part, len(columns), t.attr["ref"])
	}
	heads := map[string]bool{}
	for i, column := range columns {
		head := column.attr["name"]
		if key := strings.ToLower(head); heads[key] {
			c.report("%s: two columns are headed %q", part, head)
		} else {
			heads[key] = true
		}
		if cell := s.cells[cellName(left+i, top)]; cell != head || head == "" || strings.TrimSpace(head) != head {
			c.report("%s: column %q is headed %q in the sheet", part, head, cell)
		}
	}
	if filter := t.child("autoFilter"); filter.attr["ref"] != "" && filter.attr["ref"] != t.attr["ref"] {
		c.report("%s: the filter is for %s", part, filter.attr["ref"])
	}
	for _, m := range s.root.child("mergeCells").children {
		if overlap(m.attr["ref"], t.attr["ref"]) {
			c.report("%s: %s is merged within the table", part, m.attr["ref"])
		}
	}
}

func corners(ref string) (left, top, right, bottom int) {
	from, to, ok := strings.Cut(ref, ":")
	if !ok {
		to = from
	}
	left, top = split(from)
	right, bottom = split(to)
	return left, top, right, bottom
}

func overlap(a, b string) bool {
	al, at, ar, ab := corners(a)
	bl, bt, br, bb := corners(b)
	return al <= br && bl <= ar && at <= bb && bt <= ab
}

func cellName(col, row int) string {
	letters := ""
	for ; col > 0; col = (col - 1) / 26 {
		letters = string(rune('A'+(col-1)%26)) + letters
	}
	return fmt.Sprintf("%s%d", letters, row)
}
