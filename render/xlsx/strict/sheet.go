package strict

import (
	"slices"
	"strconv"
	"strings"
)

// Limits of the format.
const (
	maxText     = 32767 // of a cell
	maxFormula  = 8192
	maxLinks    = 65530 // of a sheet
	maxInline   = 255   // of a list written into a drop-down, and of hints
	maxTitle    = 32    // of a hint's title
	maxMargin   = 255   // of what stands above or below a printed page
	lastRow     = 1048576
	lastColumn  = 16384
	maxTextLink = 255 // of a link's hint
)

// sequence is the order in which the elements of a sheet stand.
var sequence = []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
	"protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
	"conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks",
	"colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF",
	"drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}

type sheet struct {
	name, part string
	root       *node
	cells      map[string]string // text of the cells that have one
}

// sheet checks what stands around the cells.
func (c *checker) sheet(s *sheet) {
	place := 0
	for _, n := range s.root.children {
		at := slices.Index(sequence, n.name)
		if at < place {
			c.report("%s: %s stands where no application looks for it", s.name, n.name)
		}
		place = max(place, at)
	}
	c.formatting(s)
	c.validations(s)
	c.links(s)
	c.tables(s)
	for _, n := range s.root.child("headerFooter").children {
		if units(n.text) > maxMargin {
			c.report("%s: %s is longer than %d", s.name, n.name, maxMargin)
		}
	}
	for _, n := range s.root.child("ignoredErrors").children {
		c.ranges(s, n)
	}
	for _, n := range s.root.all("drawing") {
		c.target(s.part, n.attr["r:id"], "drawing")
	}
}

// cells holds rows and cells to ascend, and each value to be one.
func (c *checker) cells(s *sheet) {
	row := 0
	for _, r := range s.root.child("sheetData").children {
		n := r.number("r")
		if n <= row || n > lastRow {
			c.report("%s: row %s follows row %d", s.name, r.attr["r"], row)
		}
		row = n
		col := 0
		for _, cell := range r.children {
			x, y := split(cell.attr["r"])
			if y != row || x <= col || x > lastColumn {
				c.report("%s: cell %s stands in row %d after column %d", s.name, cell.attr["r"], row, col)
			}
			col = x
			c.cell(s, cell)
		}
	}
}

func (c *checker) cell(s *sheet, n *node) {
	at, value := n.attr["r"], n.child("v").text
	if style := n.attr["s"]; style != "" && (n.number("s") < 0 || n.number("s") >= c.formats) {
		c.report("%s: cell %s has style %s of %d", s.name, at, style, c.formats)
	}
	switch n.attr["t"] {
	case "s":
		i, err := strconv.Atoi(value)
		if err != nil || i < 0 || i >= len(c.strings) {
			c.report("%s: cell %s holds shared text %s of %d", s.name, at, value, len(c.strings))
			return
		}
		value = c.strings[i]
	case "inlineStr":
		value = n.child("is").words()
	case "", "n":
		if _, err := strconv.ParseFloat(value, 64); value != "" && err != nil {
			c.report("%s: cell %s holds %q, which is no number", s.name, at, value)
		}
	}
	if units(value) > maxText {
		c.report("%s: cell %s holds %d characters", s.name, at, units(value))
	}
	if f := n.child("f").text; f != "" {
		if units(f) > maxFormula || strings.HasPrefix(f, "=") {
			c.report("%s: cell %s has no legal formula", s.name, at)
		}
		if strings.Contains(f, "|") || strings.Contains(f, "[") && strings.Contains(f, "]") && strings.Contains(f, "!") {
			c.report("%s: the formula of %s looks outside", s.name, at)
		}
	}
	if value != "" {
		s.cells[at] = value
	}
}

// split returns the column and row of a cell's name, 0 where it has none.
func split(cell string) (col, row int) {
	cell = strings.ReplaceAll(cell, "$", "")
	i := 0
	for i < len(cell) && cell[i] >= 'A' && cell[i] <= 'Z' {
		col = col*26 + int(cell[i]-'A') + 1
		i++
	}
	row, err := strconv.Atoi(cell[i:])
	if err != nil || i == 0 || i > 3 {
		return 0, 0
	}
	return col, row
}

// ranges holds the areas an element is for to be areas.
func (c *checker) ranges(s *sheet, n *node) {
	for _, area := range strings.Fields(n.attr["sqref"]) {
		if !areaForm.MatchString(area) {
			c.report("%s: %s is for %q, which is no area", s.name, n.name, area)
		}
	}
	if n.attr["sqref"] == "" {
		c.report("%s: %s is for nothing", s.name, n.name)
	}
}

func (c *checker) formatting(s *sheet) {
	seen := map[string]bool{}
	for _, n := range s.root.all("conditionalFormatting") {
		c.ranges(s, n)
		for _, rule := range n.children {
			if id := rule.attr["dxfId"]; id != "" && (rule.number("dxfId") < 0 || rule.number("dxfId") >= c.dxfs) {
				c.report("%s: a conditional format has look %s of %d", s.name, id, c.dxfs)
			}
			if p := rule.attr["priority"]; seen[p] {
				c.report("%s: two conditional formats have priority %s", s.name, p)
			} else {
				seen[p] = true
			}
		}
	}
}

func (c *checker) validations(s *sheet) {
	list := s.root.child("dataValidations")
	if count := list.attr["count"]; count != "" && list.number("count") != len(list.children) {
		c.report("%s: %s drop-downs and hints are %d", s.name, count, len(list.children))
	}
	for _, n := range list.children {
		c.ranges(s, n)
		if units(n.attr["promptTitle"]) > maxTitle || units(n.attr["prompt"]) > maxInline {
			c.report("%s: the hint %q is too long", s.name, n.attr["promptTitle"])
		}
		if n.attr["type"] != "list" {
			continue
		}
		values := n.child("formula1").text
		switch {
		case values == "":
			c.report("%s: the drop-down of %s has no values", s.name, n.attr["sqref"])
		case strings.HasPrefix(values, `"`):
			if units(values)-2 > maxInline {
				c.report("%s: the values of the drop-down of %s are longer than %d", s.name, n.attr["sqref"], maxInline)
			}
		case strings.Contains(values, "!"):
			c.area(s.name+": a drop-down", values)
		}
	}
}

func (c *checker) links(s *sheet) {
	list := s.root.child("hyperlinks")
	if len(list.children) > maxLinks {
		c.report("%s: %d links", s.name, len(list.children))
	}
	seen := map[string]bool{}
	for _, n := range list.children {
		if ref := n.attr["ref"]; seen[ref] || !areaForm.MatchString(ref) {
			c.report("%s: cell %s has two links or is none", s.name, ref)
		} else {
			seen[ref] = true
		}
		if units(n.attr["tooltip"]) > maxTextLink {
			c.report("%s: the hint of the link in %s is too long", s.name, n.attr["ref"])
		}
		switch id, location := n.attr["r:id"], n.attr["location"]; {
		case id != "":
			if r, ok := c.rels[s.part][id]; !ok || r.kind != "hyperlink" {
				c.report("%s: the link in %s has no relationship", s.name, n.attr["ref"])
			}
		case location != "":
			c.area(s.name+": the link in "+n.attr["ref"], location)
		default:
			c.report("%s: the link in %s leads nowhere", s.name, n.attr["ref"])
		}
	}
}
