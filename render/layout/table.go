package layout

import (
	"slices"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/structure"
)

// table sets a table of the report over the full width.
func (c *composer) table(k *stack, t *render.Table, l column) {
	x, width := l.fullX, l.full
	around := c.theme.Length("around-block")
	outer := c.enter(structure.Table)
	defer func() { c.in = outer }()
	c.tableCaption(k, t, x, width)
	gap := 2 * c.theme.Length("cell-x")
	needs := make([]need, len(t.Columns))
	for i, column := range t.Columns {
		needs[i].share = column.Share
		c.needOf(&needs[i], c.style("table-head"), prose.Plain(column.Head))
	}
	if len(needs) == 0 {
		needs = make([]need, 1)
	}
	var widths []int
	if slices.ContainsFunc(needs, func(n need) bool { return n.share == 0 }) {
		c.measureRows(needs, t)
		widths = divide(needs, width, gap)
	} else {
		widths = c.sharedWidths(t, needs, width, gap)
	}
	b := &tableBuilder{c: c, t: t, widths: widths, gap: gap, x: x}
	b.grid = &grid{width: width, hairline: c.theme.Color("hairline"), ruleInk: c.theme.Color("ink")}
	b.xs = make([]int, len(widths))
	for i := 1; i < len(widths); i++ {
		b.xs[i] = b.xs[i-1] + widths[i-1] + gap
	}
	s := b.rows()
	if t.Caption == "" && len(s) > 0 {
		s[0].marks = append(s[0].marks, mark{id: t.ID})
		k.add(s, around, around)
		return
	}
	k.add(s, around, around)
	k.exact = false
	k.below = around
}

// tableCaption puts the caption and the note over the table.
func (c *composer) tableCaption(k *stack, t *render.Table, x, width int) {
	if t.Caption == "" {
		return
	}
	outer := c.enter(structure.Caption)
	s := c.text(t.Caption, c.style("table-caption"), x, width, alignLeft)
	if t.Note != "" {
		s = append(s.spaced(), c.text(t.Note, c.style("caption"), x, width*4/5, alignLeft)...)
	}
	c.in = outer
	for i := range s {
		s[i].keep = true
		s[i].full = x < c.measureX
	}
	if len(s) == 0 {
		return
	}
	s[0].marks = []mark{{id: t.ID}}
	k.addHeading(s, c.theme.Length("above-table"), c.theme.Length("below-title"))
}

func (c *composer) measureRows(needs []need, t *render.Table) {
	s := c.style("table")
	for r := range t.Rows {
		row := &t.Rows[r]
		for i, cell := range row.Lead {
			c.needOfBlocks(&needs[min(i, len(needs)-1)], s, cell.Blocks)
		}
		for _, band := range row.Bands {
			for i, cell := range band {
				c.needOfBlocks(&needs[min(i+len(row.Lead), len(needs)-1)], s, cell.Blocks)
			}
		}
	}
}

// A tableBuilder turns rows into strips.
type tableBuilder struct {
	c      *composer
	t      *render.Table
	grid   *grid
	widths []int
	xs     []int
	gap, x int
}

func (b *tableBuilder) rows() strip {
	full := b.x < b.c.measureX
	out := make(strip, 0, len(b.t.Rows)+1)
	if head := b.head(); head != nil {
		b.grid.head = head
		out = append(out, elem{row: head, height: head.height(), keep: true, full: full})
	}
	table := b.c.enter(structure.TBody)
	var over *row
	for i := range b.t.Rows {
		var r *row
		keep := false
		switch src := &b.t.Rows[i]; {
		case src.Group != "":
			r, keep = b.group(src), i+1 < len(b.t.Rows)
		case len(src.Across) > 0:
			r, keep = b.across(src), i+1 < len(b.t.Rows) && len(b.t.Rows[i+1].Across) == 0
			over = b.again(src)
		default:
			r = b.row(src)
			r.over = over
		}
		out = append(out, elem{row: r, height: r.height(), keep: keep, full: full})
	}
	b.c.in = table
	if len(out) > 0 && len(b.t.Rows) == 0 {
		out[len(out)-1].keep = false
	}
	out.pairRows(len(out) - len(b.t.Rows))
	return out.whole()
}

func (b *tableBuilder) newRow() *row {
	c := b.c
	return &row{x: b.x, table: b.grid, top: c.theme.Length("cell-top"), bottom: c.theme.Length("cell-bottom"),
		rule: c.theme.Length("hairline")}
}

func (b *tableBuilder) head() *row {
	if !slices.ContainsFunc(b.t.Columns, func(column render.Column) bool { return column.Head != "" }) {
		return nil
	}
	r := b.newRow()
	outer := b.c.enter(structure.THead)
	defer func() { b.c.in = outer }()
	b.c.enter(structure.TR)
	r.head, r.rule = true, b.c.theme.Length("head-rule")
	cells := make(band, len(b.t.Columns))
	s := b.c.style("table-head")
	for i, column := range b.t.Columns {
		a := alignLeft
		if column.Numeric {
			a = alignRight
		}
		row := b.c.enterHead(structure.Column, 1)
		cells[i] = cell{x: b.xs[i], w: b.widths[i], strip: b.c.text(column.Head, s, 0, b.widths[i], a)}
		b.c.fold()
		b.c.in = row
		if column.Internal {
			cells[i].tint, cells[i].fill = true, b.c.theme.Color("internal-fill")
		}
	}
	r.bands = []band{b.footed(cells)}
	return r
}

// footed moves the heads of columns down to the rule.
func (b *tableBuilder) footed(cells band) band {
	deepest := 0
	for i := range cells {
		deepest = max(deepest, cells[i].strip.height())
	}
	for i := range cells {
		if s := cells[i].strip; len(s) > 0 {
			cells[i].strip = append(strip{{height: deepest - s.height(), keep: true}}, s...)
		}
	}
	return cells
}

func (b *tableBuilder) group(src *render.Row) *row {
	r := b.newRow()
	r.top = b.c.theme.Length("above-group")
	r.marks = []mark{{id: src.ID}}
	outer := b.c.enter(structure.TR)
	b.c.enterHead(structure.Column, len(b.widths))
	s := b.c.text(src.Group, b.c.style("table-group"), 0, b.grid.width, alignLeft)
	b.c.fold()
	b.c.in = outer
	r.bands = []band{{{w: b.grid.width, strip: s}}}
	return r
}

// across sets blocks across the table. They keep to the measure of a text, for
// a table is wider than a line should be.
func (b *tableBuilder) across(src *render.Row) *row {
	r := b.newRow()
	r.top = b.c.theme.Length("above-group")
	r.key = src.Key
	r.marks = []mark{{id: src.ID}}
	w := b.grid.width * 4 / 5
	outer := b.c.enter(structure.TR)
	b.c.enterCell(len(b.widths))
	defer func() { b.c.in = outer }()
	var k stack
	for _, block := range src.Across {
		if h, ok := block.(*render.Heading); ok {
			b.c.acrossHeading(&k, h, w)
			continue
		}
		b.c.cellBlocks(&k, []render.Block{block}, w, alignLeft)
	}
	r.bands = []band{{{w: w, strip: k.strip}}}
	return r
}

// acrossHeading sets a heading within a table: among rows a heading of the text
// would be too loud.
func (c *composer) acrossHeading(k *stack, h *render.Heading, w int) {
	outer := c.enterHeading(min(max(h.Level, 2), 4))
	lines := c.paragraph(h.Text, c.style("table-group"), 0, w, alignLeft)
	c.in = outer
	if len(lines) == 0 {
		lines = strip{{}}
	}
	lines[0].marks = []mark{{id: h.ID, title: prose.Text(h.Text), level: h.Level}}
	for i := range lines {
		lines[i].keep = true
	}
	k.addHeading(lines, 0, c.theme.Length("cell-paragraph")/2)
}

// again is the row that names what heads the rows of a table again, where they
// go on on the next page.
func (b *tableBuilder) again(src *render.Row) *row {
	if src.Key == "" {
		return nil
	}
	defer b.c.aside()()
	r := b.newRow()
	r.bands = []band{{{w: b.grid.width, strip: b.c.text(shortKey(src.Key)+" (continued)", b.c.style("table-group"), 0, b.grid.width, alignLeft)}}}
	return r
}

func (b *tableBuilder) row(src *render.Row) *row {
	r := b.newRow()
	r.key = src.Key
	r.marks = []mark{{id: src.ID}}
	outer := b.c.enter(structure.TR)
	r.lead = b.cells(src.Lead, 0)
	if len(src.Bands) > 1 {
		b.c.spanRows(len(src.Bands))
	}
	for i, cells := range src.Bands {
		if i > 0 {
			b.c.in = b.c.part(outer, structure.TR)
		}
		r.bands = append(r.bands, b.cells(cells, len(src.Lead)))
		b.c.spanColumns(len(src.Lead)+len(cells), len(b.widths))
	}
	if len(src.Bands) == 0 {
		b.c.spanColumns(len(src.Lead), len(b.widths))
	}
	b.c.in = outer
	if at := len(src.Lead); at > 0 && at < len(b.xs) {
		b.grid.bandX = b.xs[at]
	}
	return r
}

// cells sets cells from a column on. Those beyond the last column are set
// below each other in it.
func (b *tableBuilder) cells(src []render.Cell, first int) band {
	last := len(b.widths) - 1
	var out band
	for i := range src {
		row := b.c.in
		if first+i > last && len(out) > 0 {
			b.c.in = b.c.tree.At(row).Last
		} else {
			b.enterCell(first + i)
		}
		c := b.cell(&src[i], first+i)
		b.c.in = row
		if first+i > last && len(out) > 0 {
			end := &out[len(out)-1]
			end.strip = append(end.strip, c.strip...)
			end.marks = append(end.marks, c.marks...)
			continue
		}
		out = append(out, c)
	}
	return out
}

// enterCell makes a new cell of a column the element in hand.
func (b *tableBuilder) enterCell(column int) {
	if column == 0 && len(b.t.Columns) > 0 && b.t.Columns[0].Names {
		b.c.enterHead(structure.Row, 1)
		return
	}
	b.c.enterCell(1)
}

// cell sets the cell of a column; a column too many is set in the last one.
func (b *tableBuilder) cell(src *render.Cell, column int) cell {
	c := b.c
	column = min(column, len(b.widths)-1)
	out := cell{x: b.xs[column], w: b.widths[column]}
	if src.ID != "" {
		out.marks = []mark{{id: src.ID}}
	}
	a := alignLeft
	if column < len(b.t.Columns) {
		spec := &b.t.Columns[column]
		if spec.Numeric {
			a = alignRight
		}
		if spec.Internal {
			out.tint, out.fill = true, c.theme.Color("internal-fill")
		}
	}
	var k stack
	c.cellBlocks(&k, src.Blocks, out.w, a)
	c.fold()
	out.strip = k.strip
	if src.Bar && len(out.strip) > 0 {
		bar := &box{x: -c.theme.Length("cell-x") - c.theme.Length("bar")/2, clear: true, bar: c.theme.Color("exception"), barW: c.theme.Length("bar")}
		for i := range out.strip {
			out.strip[i].boxes = append([]*box{bar}, out.strip[i].boxes...)
		}
	}
	return out
}

// cellBlocks sets the blocks of a cell.
func (c *composer) cellBlocks(k *stack, blocks []render.Block, w int, a align) {
	l := column{w: w, text: c.style("table"), gap: c.theme.Length("cell-paragraph"), full: w, depth: 1}
	for _, b := range blocks {
		c.attend(b)
		switch b := b.(type) {
		case *render.Prose:
			for _, p := range b.Blocks {
				if para, ok := p.(*prose.Paragraph); ok && a != alignLeft {
					k.add(c.paragraph(para.Inlines, l.text, 0, w, a), l.gap, l.gap)
					continue
				}
				c.proseBlock(k, p, l)
			}
		case *render.Meta:
			k.add(c.paragraph(b.Inlines, c.style("meta"), 0, w, a), l.gap, l.gap)
		case *render.Placeholder:
			c.placeholder(k, b, l, "placeholder-cell", c.theme.Length("cell-box-x"), c.theme.Length("cell-box-y"))
		default:
			c.block(k, b, l)
		}
	}
}

// maxKey is how many characters of a row's key stand over the rest of the row.
const maxKey = 60

// continued returns the line that names a row again on the next page.
func (c *composer) continued(r *row) strip {
	if r.key == "" {
		return nil
	}
	defer c.aside()()
	w := r.table.width
	switch {
	case len(r.lead) > 0:
		w = r.lead[0].w
	case len(r.bands) > 0 && len(r.bands[0]) > 0:
		w = r.bands[0][0].w
	}
	s := c.text(shortKey(r.key)+" (continued)", c.style("meta").with(font.Semibold), 0, w, alignLeft)
	for i := range s {
		s[i].keep = true
		for j := range s[i].items {
			s[i].items[j].Furniture = true
		}
	}
	return s
}

// shortKey cuts a key that may be longer than the page.
func shortKey(key string) string {
	if runes := []rune(key); len(runes) > maxKey {
		return string(runes[:maxKey]) + "…"
	}
	return key
}
