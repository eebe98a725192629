package layout

import "github.com/socdraft/socdraft/render"

// A footArea is the notes at the foot of the page in hand. It takes its room
// from the text above it: a line is placed only where its notes, or the first
// lines of a long one, find room with it. What finds none goes on at the foot
// of the next page.
type footArea struct {
	parts  []footPart // in the order of their numbers
	height int        // of all of them with the rule and the white above it
	due    strip      // what is left for the pages to come
}

// A footPart is a note, or a part of one.
type footPart struct {
	group, number int // 0: it goes on from the page before
	strip         strip
}

// wholeNote is the height up to which a note is not parted to place its line.
const wholeNote = 72 * render.Point

// floor returns where the notes of the page in hand begin.
func (p *pager) floor() int { return p.bottom - p.foot.height }

// footWhite returns the height of what stands over the first note.
func (p *pager) footWhite() int {
	return p.c.theme.Length("above-notes") + p.c.notesRule().height + p.c.theme.Length("below-notes-rule")
}

// beforeNote returns what stands over the next note.
func (p *pager) beforeNote() int {
	if p.foot.height > 0 {
		return p.c.theme.Length("note")
	}
	return p.footWhite()
}

// footNeed returns how much room at the foot some notes ask for, and the notes
// that they refer to. Where notes of the pages before are still due they ask
// for none, since they come after those.
func (p *pager) footNeed(notes []*footnote) int {
	if len(notes) == 0 || len(p.foot.due) > 0 {
		return 0
	}
	book := p.c.book
	book.count++
	need, before := 0, p.beforeNote()
	for queue := notes; len(queue) > 0 && need < p.bottom-p.top; queue = queue[1:] {
		n := queue[0]
		if n.owned || n.seen == book.count {
			continue
		}
		n.seen = book.count
		s := p.c.noteStrip(n)
		need += before
		before = p.c.theme.Length("note")
		if s.height() > wholeNote {
			return need + s[:s.chain()].height() // the rest is due
		}
		need += s.height()
		queue = p.c.citedInStrip(queue[:len(queue):len(queue)], s)
	}
	return need
}

// claim puts notes, and those that they refer to, at the foot of the page in
// hand, below the text so far.
func (p *pager) claim(notes []*footnote) {
	for queue := notes; len(queue) > 0; queue = queue[1:] {
		n := queue[0]
		if n.owned {
			continue
		}
		n.owned = true
		s := p.c.noteStrip(n)
		p.place(n, s)
		queue = p.c.citedInStrip(queue[:len(queue):len(queue)], s)
	}
}

// place puts a note at the foot as far as there is room.
func (p *pager) place(n *footnote, s strip) {
	if len(p.foot.due) > 0 {
		p.foot.due = append(p.foot.due, s...)
		return
	}
	before := p.beforeNote()
	head, tail := s.take(p.floor()-p.y-before, false)
	p.foot.due = append(p.foot.due, tail...)
	if len(head) == 0 {
		return
	}
	p.foot.height += before + head.height()
	part := footPart{n.group.order, n.note.Number, head}
	at := len(p.foot.parts)
	for at > 0 && part.comesBefore(p.foot.parts[at-1]) {
		at--
	}
	p.foot.parts = append(p.foot.parts, footPart{})
	copy(p.foot.parts[at+1:], p.foot.parts[at:])
	p.foot.parts[at] = part
}

func (a footPart) comesBefore(b footPart) bool {
	return a.group < b.group || a.group == b.group && a.number < b.number
}

// goOn puts what is due at the foot of a new page, and leaves a third of it to
// the text.
func (p *pager) goOn() {
	if len(p.foot.due) > 0 {
		p.takeDue((p.bottom-p.top)*2/3, true)
	}
}

// fillUp puts more of what is due below the text of a page that takes no more
// of it.
func (p *pager) fillUp() {
	if len(p.foot.due) > 0 {
		p.takeDue(p.floor()-p.y, false)
	}
}

// takeDue moves what is due to the foot as far as it fits, at least an element
// with force.
func (p *pager) takeDue(room int, force bool) {
	before := p.beforeNote()
	head, tail := p.cutNotes(p.foot.due, room-before, force)
	if len(head) == 0 {
		return
	}
	p.foot.due = tail
	p.foot.height += before + head.height()
	p.foot.parts = append(p.foot.parts, footPart{strip: head})
}

// cutNotes cuts notes at a height. A row of a table in a note that no page
// could hold is cut too.
func (p *pager) cutNotes(s strip, room int, force bool) (head, tail strip) {
	head, tail = s.take(room, false)
	if len(head) > 0 || !force {
		return head, tail
	}
	if r := s[0].row; r != nil && r.height() > room {
		if above, below, ok := r.cutAt(room, true, p.c.continued); ok {
			first, rest := s[0], s[0]
			first.row, first.height = above, above.height()
			rest.row, rest.height, rest.marks, rest.space = below, below.height(), nil, 0
			return strip{first}, append(strip{rest}, s[1:]...)
		}
	}
	return s.take(room, true)
}

// drain gives what is due the pages that it still takes, at the end of text
// that nothing else follows on its page.
func (p *pager) drain() {
	for p.fillUp(); len(p.foot.due) > 0; p.fillUp() {
		p.newPage()
	}
}

// paintFoot paints the notes of the page in hand: at its foot, or from the top
// where nothing else stands on it.
func (p *pager) paintFoot() {
	if len(p.foot.parts) == 0 {
		return
	}
	y := p.floor() + p.c.theme.Length("above-notes")
	if len(p.under) == 0 && len(p.over) == 0 {
		y = p.top
	}
	rule := p.c.notesRule()
	y = p.putStrip(strip{rule}, p.c.left, y) + p.c.theme.Length("below-notes-rule")
	for i, part := range p.foot.parts {
		if i > 0 {
			y += p.c.theme.Length("note")
		}
		y = p.putStrip(part.strip, p.c.left, y)
	}
	p.foot.parts, p.foot.height = nil, 0
}

// settle prints what is left of the notes whose place has come.
func (p *pager) settle() {
	for len(p.late) > 0 {
		g := p.late[0]
		p.late = p.late[1:]
		p.run(p.c.leftover(g))
	}
}
