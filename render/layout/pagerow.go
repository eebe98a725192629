package layout

// rowNeed returns what must be free for a row to start where there is the given
// room: all of it, unless the row can be cut there. Whole tells whether its
// notes come to that.
func (p *pager) rowNeed(r *row, room int) (height int, whole bool) {
	h := r.height()
	if h <= p.c.theme.Length("whole-row") || h+p.footNeed(p.c.citedInRow(nil, r)) <= room {
		return h, true
	}
	if _, _, ok := p.cutIn(r, room); ok {
		return room, false
	}
	return h, true
}

// row places a row, cut over as many pages as it takes.
func (p *pager) row(e *elem) {
	p.advance(e)
	first := *e.row
	r := &first
	r.marks = append(e.marks[:len(e.marks):len(e.marks)], r.marks...)
	for {
		h := r.height()
		if p.y+h+p.footNeed(p.c.citedInRow(nil, r)) <= p.floor() {
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
	p.claim(p.c.citedInRow(nil, r))
}

// cut divides a row at the foot of the page.
func (p *pager) cut(r *row) (head, tail *row, ok bool) {
	head, tail, ok = p.cutIn(r, p.floor()-p.y)
	if !ok && p.fresh() {
		return p.cutWithNotes(r, p.floor()-p.y, true)
	}
	return head, tail, ok
}

// cutIn divides a row so that its head fits into the room. A cut that leaves
// less than two lines for the next page is moved up.
func (p *pager) cutIn(r *row, room int) (head, tail *row, ok bool) {
	for range 3 {
		head, tail, ok = p.cutWithNotes(r, room, false)
		if !ok || !tail.meagre() {
			break
		}
		room -= meagre * 6 / 10
	}
	return head, tail, ok
}

// cutWithNotes divides a row so that its head and the notes of its head fit
// into the room. With force the head has something even where they do not.
func (p *pager) cutWithNotes(r *row, room int, force bool) (head, tail *row, ok bool) {
	for limit, last := room, 0; ; limit = min(limit, last) - 1 {
		head, tail, ok = r.cutAt(limit, force, p.c.continued)
		if !ok {
			return nil, nil, false
		}
		h := head.height()
		notes := p.footNeed(p.c.citedInRow(nil, head))
		if notes == 0 || h+notes <= room {
			return head, tail, true
		}
		if last > 0 && h >= last { // it gets no lower
			return head, tail, force
		}
		last = h
	}
}
