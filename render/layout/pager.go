package layout

import "github.com/socdraft/socdraft/render/font"

// A pager cuts strips into pages.
type pager struct {
	c     *composer
	stack stack // what has not been cut yet

	pages    []Page
	under    []Item // fills of the page in hand
	over     []Item // all else
	y        int
	top      int
	bottom   int
	start    int // y where the page in hand was empty: below a repeated head
	hang     int // y down to which the margin column is taken
	open     map[*box]*openBox
	anchors  map[string]Place
	headings []Heading

	watermark *font.Outline // nil for none
}

// openBox tells where the last part of a box is.
type openBox struct {
	page      int // index
	fill, bar int // indexes into under, -1 where there is none
	y         int
}

func newPager(c *composer) *pager {
	return &pager{c: c, open: make(map[*box]*openBox), anchors: make(map[string]Place)}
}

// newPage ends the page in hand and starts an upright one.
func (p *pager) newPage() { p.sheet(p.c.pageW, p.c.pageH) }

func (p *pager) sheet(width, height int) {
	p.endPage()
	p.pages = append(p.pages, Page{Width: width, Height: height})
	p.top = p.c.theme.Page.Top.Len()
	p.bottom = height - p.c.theme.Page.Bottom.Len()
	p.y, p.start, p.hang = p.top, p.top, 0
}

func (p *pager) endPage() {
	if n := len(p.pages); n > 0 {
		p.pages[n-1].Items = append(p.under, p.over...)
	}
	p.under, p.over = nil, make([]Item, 0, 128)
}

func (p *pager) fresh() bool { return p.y <= p.start }

// flush cuts everything that was stacked into pages, from the page in hand on.
func (p *pager) flush() {
	s := p.stack.strip
	p.stack = stack{}
	if len(s) > 0 && len(p.pages) == 0 {
		p.newPage()
	}
	for i := 0; i < len(s); {
		n := s[i:].chain()
		p.chain(s[i : i+n])
		i += n
	}
}

// chain places elements that stay together. Where no page could hold them they
// are parted after all.
func (p *pager) chain(s strip) {
	need := p.need(s)
	if p.y+need > p.bottom && !p.fresh() {
		if !p.shrink(s, need) {
			p.pageFor(&s[0])
		}
	}
	for i := range s {
		p.elem(&s[i])
	}
}

// need returns how much of the page in hand elements that stay together take,
// the last of them at least in part.
func (p *pager) need(s strip) int {
	y, hang := p.y, p.hang
	deepest := 0
	for i := range s {
		if i > 0 || !p.fresh() {
			y += s[i].space
		}
		if s[i].full {
			y = max(y, hang)
		}
		if s[i].hang > 0 {
			hang = y + s[i].hang
			deepest = hang
		}
		if i == len(s)-1 && s[i].row != nil {
			y += p.rowNeed(s[i].row, p.bottom-y)
		} else {
			y += s[i].height
		}
	}
	return max(y, deepest) - p.y
}

// rowNeed returns what must be free for a row to start where there is the given
// room: all of it, unless the row can be cut there.
func (p *pager) rowNeed(r *row, room int) int {
	h := r.height()
	if h <= room || h <= p.c.theme.Length("whole-row") {
		return h
	}
	if _, _, ok := p.cutIn(r, room); ok {
		return room
	}
	return h
}

// pageFor starts a page for an element; a row's table repeats its head.
func (p *pager) pageFor(e *elem) {
	p.newPage()
	if e.row != nil && !e.row.head {
		if g := e.row.table; g != nil {
			p.repeat(g.head)
		}
		p.repeat(e.row.over)
	}
}

// repeat paints a row again that heads those below it.
func (p *pager) repeat(r *row) {
	if r == nil || r.height() > (p.bottom-p.top)/3 {
		return
	}
	from := len(p.over)
	p.putRow(r, 0)
	for i := from; i < len(p.over); i++ {
		p.over[i].Furniture = true
	}
	p.start = p.y
}

func (p *pager) elem(e *elem) {
	if e.row != nil {
		p.row(e)
		return
	}
	if p.y+e.space+e.height > p.bottom && !p.fresh() {
		p.newPage()
	}
	p.advance(e)
	p.put(e, 0, p.y)
	if e.hang > 0 {
		p.hang = max(p.hang, p.y+e.hang)
	}
	p.y += e.height
}

// advance moves below the white of an element, and below notes in the margin
// that it would run into.
func (p *pager) advance(e *elem) {
	if !p.fresh() {
		p.y += e.space
	}
	if e.full && p.hang > p.y {
		p.y = p.hang
	}
}

// row places a row, cut over as many pages as it takes.
func (p *pager) row(e *elem) {
	p.advance(e)
	first := *e.row
	r := &first
	r.marks = append(e.marks[:len(e.marks):len(e.marks)], r.marks...)
	for {
		h := r.height()
		if p.y+h <= p.bottom {
			break
		}
		var head, tail *row
		ok := p.fresh() || h > p.c.theme.Length("whole-row")
		if ok {
			head, tail, ok = p.cut(r)
		}
		if ok {
			p.boxedRow(e, head)
			r = tail
		} else if p.fresh() {
			break
		}
		p.pageFor(&elem{row: r})
	}
	p.boxedRow(e, r)
}

// boxedRow paints a row or a part of it in the boxes of its element.
func (p *pager) boxedRow(e *elem, r *row) {
	for _, b := range e.boxes {
		p.extend(b, p.c.left, p.y, r.height())
	}
	p.putRow(r, 0)
}

// cut divides a row at the foot of the page.
func (p *pager) cut(r *row) (head, tail *row, ok bool) {
	head, tail, ok = p.cutIn(r, p.bottom-p.y)
	if !ok && p.fresh() {
		return r.cutAt(p.bottom-p.y, true, p.c.continued)
	}
	return head, tail, ok
}

// cutIn divides a row so that its head fits into the room. A cut that leaves
// less than two lines for the next page is moved up.
func (p *pager) cutIn(r *row, room int) (head, tail *row, ok bool) {
	for range 3 {
		head, tail, ok = r.cutAt(room, false, p.c.continued)
		if !ok || !tail.meagre() {
			break
		}
		room -= meagre * 6 / 10
	}
	return head, tail, ok
}

// shrink makes the image of a chain smaller where that saves a hole in the
// page, down to two thirds.
func (p *pager) shrink(s strip, need int) bool {
	over := p.y + need - p.bottom
	for i := range s {
		e := &s[i]
		if !e.shrinks || over > e.height/3 {
			continue
		}
		w, h := e.items[0].W, e.items[0].H
		e.items[0].H = h - over
		e.items[0].W = int(int64(w) * int64(h-over) / int64(h))
		e.height -= over
		return true
	}
	return false
}
