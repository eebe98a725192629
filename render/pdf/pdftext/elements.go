package pdftext

import (
	"fmt"
	"slices"
	"strings"
)

// element reads one element and all in it.
func (c *checker) element(at reference, parent any, above *Element, depth int) (*Element, error) {
	d, err := c.dictionary(at)
	if err != nil {
		return nil, err
	}
	if depth > 200 {
		return nil, fmt.Errorf("the element %d lies too deep", at)
	}
	tag, _ := d["S"].(name)
	e := &Element{Tag: string(tag), Alt: words(d["Alt"]), Actual: words(d["ActualText"]), Cols: 1, Rows: 1, id: words(d["ID"]), number: at, parent: d["P"]}
	e.page, _ = d["Pg"].(reference)
	if e.parent != parent {
		c.problem("%s %d names %v as the element around it, not %v", e.Tag, at, e.parent, parent)
	}
	c.attributes(e, d["A"])
	c.place(e, above)
	kids, ok := d["K"].([]any)
	if !ok && d["K"] != nil {
		kids = []any{d["K"]}
	}
	for _, kid := range kids {
		if err := c.kid(e, kid, depth); err != nil {
			return nil, err
		}
	}
	c.complete(e)
	return e, nil
}

func (c *checker) attributes(e *Element, v any) {
	d, _ := v.(dictionary)
	scope, _ := d["Scope"].(name)
	e.Scope = string(scope)
	if n, ok := d["ColSpan"].(float64); ok {
		e.Cols = int(n)
	}
	if n, ok := d["RowSpan"].(float64); ok {
		e.Rows = int(n)
	}
}

// kid reads what an element holds: a number of marked content, the same on
// another page, an annotation or an element.
func (c *checker) kid(e *Element, v any, depth int) error {
	switch v := v.(type) {
	case float64:
		c.mark(e, e.page, int(v))
	case dictionary:
		page := e.page
		if other, ok := v["Pg"].(reference); ok {
			page = other
		}
		if o, ok := v["Obj"].(reference); ok {
			c.annotations[o] = e.number
			e.children++
			return nil
		}
		n, _ := v["MCID"].(float64)
		c.mark(e, page, int(n))
	case reference:
		child, err := c.element(v, e.number, e, depth+1)
		if err != nil {
			return err
		}
		e.Parts = append(e.Parts, Part{Element: child})
	default:
		c.problem("%s %d holds %v", e.Tag, e.number, v)
	}
	return nil
}

// mark gives marked content to an element.
func (c *checker) mark(e *Element, page reference, number int) {
	s := c.pages[page]
	if s == nil {
		c.problem("%s %d has marked content on no page", e.Tag, e.number)
		return
	}
	words, ok := s.words[number]
	if !ok {
		c.problem("%s %d has the marked content %d, which page %d does not", e.Tag, e.number, number, s.number)
	}
	if other, taken := s.owner[number]; taken {
		c.problem("the marked content %d of page %d belongs to %d and %d", number, s.number, other, e.number)
	}
	s.owner[number] = e.number
	if slices.Contains([]string{"Document", "Sect", "Div", "L", "LI", "TOC", "Table", "THead", "TBody", "TR"}, e.Tag) {
		c.problem("%s %d has words of its own: %.40q", e.Tag, e.number, words)
	}
	e.Parts = append(e.Parts, Part{Text: words})
}

// inside says which elements stand in no others than these.
var inside = map[string][]string{
	"LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"}, "THead": {"Table"}, "TBody": {"Table"}, "TR": {"THead", "TBody"}, "TH": {"TR"}, "TD": {"TR"},
}

// holds says which elements hold no others than these.
var holds = map[string][]string{
	"L": {"LI"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOCI", "TOC"}, "Table": {"Caption", "THead", "TBody"}, "THead": {"TR"}, "TBody": {"TR"}, "TR": {"TH", "TD"},
}

// place checks that an element may stand where it does.
func (c *checker) place(e, above *Element) {
	if above == nil {
		if e.Tag != "Document" {
			c.problem("the tree begins with %s", e.Tag)
		}
		return
	}
	if may := inside[e.Tag]; may != nil && !slices.Contains(may, above.Tag) {
		c.problem("%s %d stands in %s", e.Tag, e.number, above.Tag)
	}
	if may := holds[above.Tag]; may != nil && !slices.Contains(may, e.Tag) {
		c.problem("%s %d holds %s", above.Tag, above.number, e.Tag)
	}
	if len(e.Tag) == 2 && e.Tag[0] == 'H' && e.Tag[1] >= '1' && e.Tag[1] <= '6' {
		level := int(e.Tag[1] - '0')
		if level > c.level+1 {
			c.problem("the heading %d is an %s after level %d", e.number, e.Tag, c.level)
		}
		c.level = level
	}
}

// complete checks an element that was read with all in it.
func (c *checker) complete(e *Element) {
	switch e.Tag {
	case "":
		c.problem("the element %d has no tag", e.number)
	case "TH":
		if e.Scope != "Column" && e.Scope != "Row" {
			c.problem("TH %d does not say what it is the head of: %.40q", e.number, e.Text())
		}
	case "Figure":
		if strings.TrimSpace(e.Alt) == "" {
			c.problem("Figure %d has no alternative text", e.number)
		}
	case "Note":
		if e.id == "" || c.ids[e.id] {
			c.problem("Note %d has no name of its own", e.number)
		}
		c.ids[e.id] = true
	case "Link":
		if e.children == 0 {
			c.problem("Link %d leads nowhere: %.40q", e.number, e.Text())
		}
	case "Table":
		c.regular(e)
	}
}

// regular checks that all rows of a table have as many columns, with what
// reaches into them.
func (c *checker) regular(table *Element) {
	columns := -1
	for _, group := range table.Parts {
		var down []int // rows that the cells of each column still reach over
		if group.Element == nil || group.Element.Tag == "Caption" {
			continue
		}
		for _, row := range group.Element.Parts {
			if row.Element == nil {
				continue
			}
			at := 0
			for _, cell := range row.Element.Parts {
				if cell.Element == nil {
					continue
				}
				for at < len(down) && down[at] > 0 {
					down[at]--
					at++
				}
				for range cell.Element.Cols {
					if at == len(down) {
						down = append(down, 0)
					}
					down[at] = cell.Element.Rows - 1
					at++
				}
			}
			for ; at < len(down) && down[at] > 0; at++ {
				down[at]--
			}
			if columns >= 0 && at != columns {
				c.problem("TR %d has %d columns, the table %d", row.Element.number, at, columns)
			}
			columns = at
		}
	}
}
