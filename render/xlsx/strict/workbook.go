package strict

import (
	"regexp"
	"strings"
	"unicode/utf16"
)

// workbook walks from the workbook to its sheets and tables.
func (c *checker) workbook() {
	const part = "xl/workbook.xml"
	root := c.parts[part]
	if root == nil {
		c.report("there is no %s", part)
		return
	}
	styles := c.parts["xl/styles.xml"]
	if styles == nil {
		c.report("there are no styles")
		styles = &node{}
	}
	c.formats, c.dxfs = len(styles.child("cellXfs").children), len(styles.child("dxfs").children)
	if shared := c.parts["xl/sharedStrings.xml"]; shared != nil {
		for _, si := range shared.all("si") {
			c.strings = append(c.strings, si.words())
		}
	}
	c.sheets, c.names = map[string]*sheet{}, map[string]bool{}
	seen := map[string]bool{}
	for _, n := range root.child("sheets").children {
		name := n.attr["name"]
		if key := strings.ToLower(name); seen[key] {
			c.report("two sheets are named %s", name)
		} else {
			seen[key] = true
		}
		if name == "" || units(name) > 31 || strings.ContainsAny(name, `[]:*?/\`) {
			c.report("%q is no name for a sheet", name)
		}
		at := c.target(part, n.attr["r:id"], "worksheet")
		if c.parts[at] == nil {
			continue
		}
		for _, other := range c.order {
			if c.sheets[other].part == at {
				c.report("the sheets %s and %s are one part", name, other)
			}
		}
		c.sheets[name] = &sheet{name: name, part: at, root: c.parts[at], cells: map[string]string{}}
		c.order = append(c.order, name)
	}
	for _, name := range c.order {
		c.cells(c.sheets[name])
	}
	c.definedNames(root)
	for _, name := range c.order {
		c.sheet(c.sheets[name])
	}
}

// units counts a text as the format does.
func units(text string) int { return len(utf16.Encode([]rune(text))) }

var (
	nameForm = regexp.MustCompile(`^[A-Za-z_\\][A-Za-z0-9_.\\]*$`)
	cellForm = regexp.MustCompile(`^\$?[A-Z]{1,3}\$?[0-9]+$`)
	areaForm = regexp.MustCompile(`^\$?[A-Z]{1,3}\$?[0-9]+(:\$?[A-Z]{1,3}\$?[0-9]+)?$|^\$?[A-Z]{1,3}:\$?[A-Z]{1,3}$|^\$?[0-9]+:\$?[0-9]+$`)
)

// definedNames holds names to be legal, unique in their scope, and to stand for
// areas of sheets that are there.
func (c *checker) definedNames(root *node) {
	seen := map[string]bool{}
	for _, n := range root.child("definedNames").children {
		name := n.attr["name"]
		key := strings.ToLower(name) + "\x00" + n.attr["localSheetId"]
		if seen[key] {
			c.report("the name %s is given twice", name)
		}
		seen[key] = true
		if !nameForm.MatchString(name) || cellForm.MatchString(strings.ToUpper(name)) || units(name) > 255 {
			c.report("%q is no name", name)
		}
		if n.attr["localSheetId"] != "" && (n.number("localSheetId") < 0 || n.number("localSheetId") >= len(c.order)) {
			c.report("the name %s is of no sheet", name)
		}
		c.names[strings.ToLower(name)] = true
		for _, area := range areas(n.text) {
			c.area("the name "+name, area)
		}
	}
}

// areas splits a list of areas; commas in the names of sheets are not between
// them.
func areas(list string) []string {
	var out []string
	quoted, start := false, 0
	for i, r := range list {
		switch {
		case r == '\'':
			quoted = !quoted
		case r == ',' && !quoted:
			out, start = append(out, list[start:i]), i+1
		}
	}
	return append(out, list[start:])
}

// area holds an area to be one of a sheet that is there.
func (c *checker) area(who, area string) {
	at := strings.LastIndex(area, "!")
	if at < 0 || !areaForm.MatchString(area[at+1:]) {
		c.report("%s stands for %q, which is no area", who, area)
		return
	}
	name := area[:at]
	if strings.HasPrefix(name, "'") && strings.HasSuffix(name, "'") && len(name) > 1 {
		name = strings.ReplaceAll(name[1:len(name)-1], "''", "'")
	}
	if c.sheets[name] == nil {
		c.report("%s looks at the sheet %q, which is not there", who, name)
	}
}
