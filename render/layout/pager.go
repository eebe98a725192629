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
	foot     footArea
	late     []*noteGroup // notes whose place has come
	open     map[*box]*openBox
	anchors  map[string]Place
	headings []Heading
	front    int // pages before the first section with a number

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
func (p *pager) newPage() {
	if p.atTop() {
		p.fillUp()
	}
	p.sheet(p.c.pageW, p.c.pageH)
	p.goOn()
}

func (p *pager) sheet(width, height int) {
	p.endPage()
	p.pages = append(p.pages, Page{Width: width, Height: height})
	p.top = p.c.theme.Page.Top.Len()
	p.bottom = height - p.c.theme.Page.Bottom.Len()
	p.y, p.start, p.hang = p.top, p.top, 0
}

func (p *pager) endPage() {
	p.paintFoot()
	if n := len(p.under) + len(p.over); n > 0 && len(p.pages) > 0 {
		items := make([]Item, headItems, headItems+n+footItems)
		items = append(items, p.under...)
		p.pages[len(p.pages)-1].Items = append(items, p.over...)
	}
	p.under, p.over = p.under[:0], p.over[:0]
}

// headItems and footItems are how many items of every page come before its own
// and after them. Their room is left free, so that a page is copied once.
const headItems, footItems = 3, 3

// atTop reports whether no text stands on the page in hand.
func (p *pager) atTop() bool { return p.y <= p.start }

// fresh reports whether the page in hand has all the room that a page can have.
func (p *pager) fresh() bool { return p.atTop() && p.foot.height == 0 }

// flush cuts everything that was stacked into pages, from the page in hand on.
func (p *pager) flush() {
	s := p.stack.strip
	p.stack = stack{}
	if len(s) > 0 && len(p.pages) == 0 {
		p.newPage()
	}
	s.holdEnd((p.c.pageH - p.c.theme.Page.Top.Len() - p.c.theme.Page.Bottom.Len()) / 2)
	p.run(s)
	p.drain()
}

// run cuts a strip into pages.
func (p *pager) run(s strip) {
	for i := 0; i < len(s); {
		n := s[i:].chain()
		p.chain(s[i : i+n])
		i += n
	}
}

// chain places elements that stay together. Where no page could hold them they
// are parted after all.
func (p *pager) chain(s strip) {
	for need := p.need(s); p.y+need > p.floor() && !p.fresh(); need = p.need(s) {
		if p.shrink(s, need) {
			break
		}
		p.pageFor(&s[0])
	}
	for i := range s {
		p.elem(&s[i])
	}
}

// need returns how much of the page in hand elements that stay together take,
// the last of them at least in part, and what their notes take at its foot.
func (p *pager) need(s strip) int {
	y, hang := p.y, p.hang
	deepest := 0
	var notes []*footnote
	for i := range s {
		if i > 0 || !p.atTop() {
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
			h, whole := p.rowNeed(s[i].row, p.floor()-y-p.footNeed(notes))
			if y += h; !whole {
				break
			}
		} else {
			y += s[i].height
		}
		notes = p.c.cited(notes, &s[i])
	}
	return max(y, deepest) - p.y + p.footNeed(notes)
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
	defer p.settle()
	if e.row != nil {
		p.row(e)
		return
	}
	notes := p.c.cited(nil, e)
	for p.y+e.space+max(e.height, e.hang)+p.footNeed(notes) > p.floor() && !p.fresh() {
		p.newPage()
	}
	p.advance(e)
	p.put(e, 0, p.y)
	if e.hang > 0 {
		p.hang = max(p.hang, p.y+e.hang)
	}
	p.y += e.height
	p.claim(notes)
}

// advance moves below the white of an element, and below notes in the margin
// that it would run into.
func (p *pager) advance(e *elem) {
	if !p.atTop() {
		p.y += e.space
	}
	if e.full && p.hang > p.y {
		p.y = p.hang
	}
}

// shrink makes the image of a chain smaller where that saves a hole in the
// page, down to two thirds.
func (p *pager) shrink(s strip, need int) bool {
	over := p.y + need - p.floor()
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
