package layout

import (
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render/structure"
)

// proseTable sets an authored table: in the column where it fits, else over
// the full width. A table with more columns than fit is set in parts, one below
// the other, each with the first column.
func (c *composer) proseTable(k *stack, t *prose.Table, l column) {
	gap := 2 * c.theme.Length("cell-x")
	needs := make([]need, len(t.Head))
	head, body := c.style("table-head"), c.style("table")
	for i := range t.Head {
		c.needOf(&needs[i], head, t.Head[i].Inlines)
	}
	for _, row := range t.Rows {
		for i := range row {
			if i < len(needs) {
				c.needOf(&needs[i], body, row[i].Inlines)
			}
		}
	}
	x, width := l.x, l.w
	total := gap * (len(needs) - 1)
	for _, n := range needs {
		total += n.most
	}
	if total > width && l.full > width {
		x, width = l.fullX, l.full
	}
	around := c.theme.Length("around-block")
	outer := c.enter(structure.Table)
	rows := c.tableRows(len(t.Rows))
	fit := max((width+gap)/(narrowest+gap), 2)
	for first := 0; first < len(needs); {
		columns := partOf(first, len(needs), fit)
		b := &proseTableBuilder{c: c, t: t, columns: columns, gap: gap, x: x, width: width, nodes: rows}
		k.add(b.strip(needs), around, around)
		first = columns[len(columns)-1] + 1
	}
	c.in = outer
}

// tableRows adds the rows of a table to the element in hand, its head first.
// The parts of a table that is too wide share them, for it is one table.
func (c *composer) tableRows(count int) []int32 {
	rows := []int32{c.part(c.part(c.in, structure.THead), structure.TR)}
	body := c.part(c.in, structure.TBody)
	for range count {
		rows = append(rows, c.part(body, structure.TR))
	}
	return rows
}

// partOf returns the columns of the part that starts with column first.
func partOf(first, count, fit int) []int {
	var columns []int
	if first > 0 {
		columns = append(columns, 0)
	}
	for i := first; i < count && len(columns) < fit; i++ {
		columns = append(columns, i)
	}
	return columns
}

type proseTableBuilder struct {
	c        *composer
	t        *prose.Table
	columns  []int
	gap      int
	x, width int
	grid     *grid
	xs, ws   []int
	nodes    []int32 // of its rows
}

func (b *proseTableBuilder) strip(needs []need) strip {
	c := b.c
	part := make([]need, len(b.columns))
	for i, column := range b.columns {
		part[i] = needs[column]
	}
	b.ws = divide(part, b.width, b.gap)
	b.xs = make([]int, len(b.ws))
	for i := 1; i < len(b.ws); i++ {
		b.xs[i] = b.xs[i-1] + b.ws[i-1] + b.gap
	}
	b.grid = &grid{width: b.width, hairline: c.theme.Color("hairline"), ruleInk: c.theme.Color("ink")}
	full := b.x < c.measureX
	head := b.row(b.t.Head, 0, c.style("table-head"))
	head.head, head.rule = true, c.theme.Length("head-rule")
	b.grid.head = head
	out := strip{{row: head, height: head.height(), keep: len(b.t.Rows) > 0, full: full}}
	for i, cells := range b.t.Rows {
		r := b.row(cells, i+1, c.style("table"))
		out = append(out, elem{row: r, height: r.height(), full: full})
	}
	out.pairRows(1)
	return out.whole()
}

func (b *proseTableBuilder) row(cells []prose.Cell, number int, s *style) *row {
	c := b.c
	r := &row{x: b.x, table: b.grid, top: c.theme.Length("cell-top"), bottom: c.theme.Length("cell-bottom"),
		rule: c.theme.Length("hairline")}
	outer := c.in
	defer func() { c.in = outer }()
	var out band
	for i, column := range b.columns {
		a := alignLeft
		if column < len(b.t.Aligns) {
			a = align(b.t.Aligns[column])
		}
		var text strip
		c.in = b.nodes[number]
		again := i == 0 && len(b.columns) > 1 && b.columns[1] > 1 // shown in the first part
		switch {
		case again:
			c.in = 0
		case number == 0 && column < len(cells) && len(cells[column].Inlines) > 0:
			c.enterHead(structure.Column, 1)
		default:
			c.enterCell(1)
		}
		if column < len(cells) {
			text = c.paragraph(cells[column].Inlines, s, 0, b.ws[i], a)
		}
		c.fold()
		if again {
			for j := range text {
				furnish(text[j].items)
			}
		}
		out = append(out, cell{x: b.xs[i], w: b.ws[i], strip: text})
	}
	r.bands = []band{out}
	return r
}
