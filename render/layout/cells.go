package layout

import "github.com/socdraft/socdraft/render/structure"

// The rows and cells of a table keep their elements where a page break cuts
// them: a table over ten pages is one table.

// enterHead makes a new head cell the element in hand.
func (c *composer) enterHead(scope structure.Scope, columns int) (outer int32) {
	outer = c.enter(structure.TH)
	if e := c.tree.At(c.in); e.Tag == structure.TH {
		e.Scope, e.Cols = scope, uint16(columns)
	}
	return outer
}

// enterCell makes a new cell the element in hand.
func (c *composer) enterCell(columns int) (outer int32) {
	outer = c.enter(structure.TD)
	if e := c.tree.At(c.in); e.Tag == structure.TD {
		e.Cols = uint16(columns)
	}
	return outer
}

// spanRows makes the cells of the row in hand reach over rows.
func (c *composer) spanRows(rows int) {
	for n := c.tree.At(c.in).First; n != 0; n = c.tree.At(n).Next {
		c.tree.At(n).Rows = uint16(rows)
	}
}

// spanColumns completes the row in hand to the columns of its table: its last
// cell reaches over those that it has none for.
func (c *composer) spanColumns(has, columns int) {
	if has >= columns || c.in == 0 {
		return
	}
	last := c.tree.At(c.in).Last
	if last == 0 {
		last = c.part(c.in, structure.TD)
		has++
	}
	c.tree.At(last).Cols = uint16(1 + columns - has)
}
