package layout

import (
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// The shares of a table's columns are where its widths start from. Width then
// moves to the columns whose text makes the rows high, as far as the table
// becomes lower, and never below a column's widest word. Tables with the same
// columns get the same widths, so that a table which goes on under another
// heading does not jump.

// sharedWidths returns the widths of the columns of all tables that are made
// like this one.
func (c *composer) sharedWidths(t *render.Table, needs []need, width, gap int) []int {
	key := likeness(t)
	if widths, done := c.balanced[key]; done {
		return widths
	}
	if c.alike == nil {
		c.alike = make(map[string][]*render.Table)
		each(c.doc.Blocks, func(b render.Block) {
			if t, ok := b.(*render.Table); ok {
				k := likeness(t)
				c.alike[k] = append(c.alike[k], t)
			}
		})
	}
	b := &balancer{c: c, widths: divide(needs, width, gap)}
	for _, alike := range c.alike[key] {
		b.weigh(alike)
	}
	b.least(needs)
	b.balance()
	c.balanced[key] = b.widths
	return b.widths
}

// likeness names what tables of the same make have in common.
func likeness(t *render.Table) string {
	var b strings.Builder
	for _, column := range t.Columns {
		fmt.Fprintf(&b, "%s\x00%d\x00", column.Head, column.Share)
	}
	return b.String()
}

// A balancer moves width between columns.
type balancer struct {
	c       *composer
	widths  []int
	start   []int // widths by the shares
	floor   []int // the least width of each column
	rows    []weighedRow
	words   []widestWord // of each column
	longest []int        // text of a cell of each column, in one line
}

// A weight is how much a cell holds: the width of its text in one line, and
// its paragraphs.
type weight struct{ text, paragraphs int }

type weighedRow struct {
	lead  []weight
	bands [][]weight
}

type widestWord struct{ bytes, width int }

// weighedRows is how many rows are weighed at most, spread over the table.
const weighedRows = 400

func (b *balancer) weigh(t *render.Table) {
	if b.words == nil {
		b.words = make([]widestWord, len(b.widths))
		b.longest = make([]int, len(b.widths))
	}
	step := 1 + len(t.Rows)/weighedRows
	for i := 0; i < len(t.Rows); i += step {
		src := &t.Rows[i]
		if len(src.Bands) == 0 && len(src.Lead) == 0 {
			continue
		}
		row := weighedRow{lead: b.cells(src.Lead, 0)}
		for _, band := range src.Bands {
			row.bands = append(row.bands, b.cells(band, len(src.Lead)))
		}
		b.rows = append(b.rows, row)
	}
}

func (b *balancer) cells(cells []render.Cell, first int) []weight {
	out := make([]weight, len(cells))
	for i := range cells {
		column := min(first+i, len(b.widths)-1)
		for _, block := range cells[i].Blocks {
			b.block(&out[i], block, column)
		}
		b.longest[column] = max(b.longest[column], out[i].text)
	}
	return out
}

func (b *balancer) block(w *weight, block render.Block, column int) {
	switch block := block.(type) {
	case *render.Prose:
		prose.Walk(block.Blocks, func(prose.Block) { w.paragraphs++ })
		prose.EachInlines(block.Blocks, func(runs *[]prose.Inline) { b.inlines(w, *runs, "table", column) })
	case *render.Meta:
		w.paragraphs++
		b.inlines(w, block.Inlines, "meta", column)
	case *render.Placeholder:
		w.paragraphs += 1 + len(block.Facts)
		b.boxed(w, block.Text, column)
		for _, f := range block.Facts {
			b.inlines(w, f.Value, "table", column)
		}
	}
}

// boxed adds the text of a placeholder, whose box takes room beside its words.
func (b *balancer) boxed(w *weight, text string, column int) {
	widest := b.words[column]
	b.words[column] = widestWord{}
	b.inlines(w, prose.Plain(text), "placeholder-cell", column)
	b.words[column].width += 2 * b.c.theme.Length("cell-box-x")
	if b.words[column].width < widest.width {
		b.words[column] = widest
	}
}

// inlines adds text by the width of an average letter, and measures the words
// that may be the widest. A short text is not broken into words.
func (b *balancer) inlines(w *weight, runs []prose.Inline, style string, column int) {
	s := b.c.style(style)
	widest := &b.words[column]
	whole, bytes := 0, 0
	for i := range runs {
		if bytes += len(runs[i].Text); bytes > shortText {
			break
		}
		st, _ := b.c.inlineStyle(s, &runs[i])
		whole += b.c.width(&st, runs[i].Text)
	}
	if bytes <= shortText && whole > widest.width {
		*widest = widestWord{bytes, whole}
	}
	for i := range runs {
		text := runs[i].Text
		w.text += len(text) * s.size * averageLetter / 1000
		for word := range strings.FieldsSeq(text) {
			if len(word)+2 < widest.bytes {
				continue
			}
			st, _ := b.c.inlineStyle(s, &runs[i])
			if width := b.c.width(&st, word[:breakAfter(word)]); width > widest.width {
				*widest = widestWord{len(word), width}
			}
		}
	}
}

// shortText is how many bytes of text, a date or an id, count as one word.
const shortText = 24

// averageLetter is the width of an average letter of English text, in
// thousandths of the type size.
const averageLetter = 470

// readable is the least width of a column with long text: some 29 letters. One
// with shorter text is wide enough to hold it in four lines or so.
const readable = 120 * render.Point

// headPart is the part of a head, in tenths, that its column holds in a line at
// least: enough for three lines.
const headPart = 4

// least sets the least width of each column: its widest word or head, unless
// its share is narrower, and never much less than its share.
func (b *balancer) least(needs []need) {
	b.start = slices.Clone(b.widths)
	b.floor = make([]int, len(b.widths))
	for i := range b.floor {
		b.floor[i] = max(needs[i].least, needs[i].most*headPart/10)
		if b.words != nil {
			b.floor[i] = max(b.floor[i], b.words[i].width+render.Point)
			b.floor[i] = max(b.floor[i], min(b.longest[i]/4, readable))
		}
		b.floor[i] = max(min(b.floor[i], b.start[i]), b.start[i]*3/5)
	}
}

// balance moves width from one column to another, in ever smaller steps, for as
// long as the table becomes lower.
func (b *balancer) balance() {
	best := b.height()
	for _, step := range [...]int{24 * render.Point, 12 * render.Point, 6 * render.Point} {
		for range 40 {
			from, to, lower := b.bestMove(step, best)
			if lower >= best {
				break
			}
			b.widths[from] -= step
			b.widths[to] += step
			best = lower
		}
	}
}

// bestMove returns the move of a step that makes the table lowest.
func (b *balancer) bestMove(step int, best int64) (from, to int, lower int64) {
	lower = best
	for i := range b.widths {
		if b.widths[i]-step < b.floor[i] {
			continue
		}
		for j := range b.widths {
			if i == j {
				continue
			}
			b.widths[i] -= step
			b.widths[j] += step
			if h := b.height(); h < lower {
				from, to, lower = i, j, h
			}
			b.widths[i] += step
			b.widths[j] -= step
		}
	}
	return from, to, lower
}

// height estimates how high the rows are, in hundredths of a line, with a
// surcharge for widths far from the shares, which somebody chose.
func (b *balancer) height() int64 {
	total := int64(0)
	for i := range b.rows {
		r := &b.rows[i]
		lead, bands := b.highest(r.lead, 0), 0
		for _, band := range r.bands {
			bands += b.highest(band, len(r.lead))
		}
		total += int64(max(lead, bands))
	}
	moved, all := 0, 1
	for i, w := range b.widths {
		moved += max(w-b.start[i], b.start[i]-w)
		all += w
	}
	return total + total*int64(moved)/int64(all)/20
}

func (b *balancer) highest(cells []weight, first int) int {
	h := 0
	for i, w := range cells {
		column := min(first+i, len(b.widths)-1)
		// A line ends short of the edge by half a word, so that narrow columns
		// waste most.
		width := max(b.widths[column]-b.words[column].width/2, b.widths[column]/3, 1)
		h = max(h, int(int64(w.text)*100/int64(width))+w.paragraphs*60)
	}
	return h
}
