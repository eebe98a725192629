package layout

import (
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// narrowest is the least width of a column where there is room for it.
const narrowest = 22 * render.Point

// A need is how much width a column asks for.
type need struct {
	least int // its widest word
	most  int // its widest line, unbroken
	share int // in thousandths of the table; 0: by content
}

// needOf widens a column's need for a paragraph.
func (c *composer) needOf(n *need, s *style, inlines []prose.Inline) {
	back := c.aside()
	c.tokenize(s, inlines)
	back()
	line := 0
	for i := range c.words {
		w := &c.words[i]
		if w.forced {
			line = 0
		}
		line += w.width
		if line > w.width {
			line += w.space
		}
		n.least = max(n.least, w.width)
		line = min(line, endless)
		n.most = max(n.most, line)
	}
}

// needOfBlocks widens a column's need for the blocks of a cell. What is not a
// paragraph asks for no more than its words.
func (c *composer) needOfBlocks(n *need, s *style, blocks []render.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *render.Prose:
			prose.EachInlines(b.Blocks, func(runs *[]prose.Inline) { c.needOf(n, s, *runs) })
		case *render.Meta:
			c.needOf(n, c.style("meta"), b.Inlines)
		case *render.Placeholder:
			c.needOf(n, c.style("placeholder-cell"), prose.Plain(b.Text))
			n.least += 2 * c.theme.Length("cell-box-x")
			n.most += 2 * c.theme.Length("cell-box-x")
		}
	}
}

// divide gives columns their widths, which add up to width less the gaps
// between them. Columns with a share get it; the others get their widest line
// where there is room, else their widest word and a part of what is left that
// grows with how much they hold.
func divide(needs []need, width, gap int) []int {
	n := len(needs)
	room := max(width-gap*(n-1), n)
	widths := make([]int, n)
	var free []int
	for i, c := range needs {
		if c.share > 0 {
			widths[i] = max(room*c.share/1000, 1)
		} else {
			free = append(free, i)
		}
	}
	left := room
	for _, w := range widths {
		left -= w
	}
	if len(free) > 0 {
		left = max(left, len(free))
		fill(needs, free, widths, left)
		left = 0
	}
	settle(widths, room)
	return widths
}

// fill divides room among columns by content.
func fill(needs []need, columns, widths []int, room int) {
	least, most := 0, 0
	// A column with a very long line or word is content with less.
	for _, i := range columns {
		needs[i].least = min(max(needs[i].least, 1), room/2)
		needs[i].most = min(max(needs[i].most, needs[i].least), room*3/2)
		least += needs[i].least
		most += needs[i].most
	}
	for _, i := range columns {
		c := needs[i]
		switch {
		case most <= room:
			widths[i] = c.most + scaled(room-most, c.most, most)
		case least <= room:
			widths[i] = c.least + scaled(room-least, c.most-c.least, most-least)
		default:
			widths[i] = max(scaled(room, c.least, least), 1)
		}
	}
}

// scaled returns amount * part / whole.
func scaled(amount, part, whole int) int {
	if whole <= 0 {
		return 0
	}
	return int(int64(amount) * int64(part) / int64(whole))
}

// settle makes widths add up to room: what rounding or shares left over goes
// to, or comes from, the widest column.
func settle(widths []int, room int) {
	total, widest := 0, 0
	for i, w := range widths {
		total += w
		if w > widths[widest] {
			widest = i
		}
	}
	if total > room && total > 0 {
		sum := 0
		for i := range widths {
			widths[i] = max(scaled(room, widths[i], total), 1)
			sum += widths[i]
		}
		total = sum
	}
	widths[widest] = max(widths[widest]+room-total, 1)
	widen(widths, room)
}

// widen gives columns that are too narrow for a word's parts more, at the cost
// of the others.
func widen(widths []int, room int) {
	floor := min(narrowest, room/len(widths))
	lacking, spare := 0, 0
	for _, w := range widths {
		lacking += max(floor-w, 0)
		spare += max(w-floor, 0)
	}
	if lacking == 0 {
		return
	}
	for i, w := range widths {
		if w < floor {
			widths[i] = floor
		} else {
			widths[i] -= scaled(min(lacking, spare), w-floor, spare)
		}
	}
}
