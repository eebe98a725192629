package layout

import (
	"slices"
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/structure"
)

// A footnote is a note of the document and whether a page has it.
type footnote struct {
	note  *prose.Note
	group *noteGroup
	node  int32 // its element
	strip strip // set when it is first asked for
	set   bool
	owned bool // the first line that refers to it has brought it to a page
	seen  int  // the last count that it was part of
}

// A noteGroup is the notes of a file.
type noteGroup struct {
	order    int // in the document
	notes    []*footnote
	verbatim bool // see composer
}

// A noteBook knows the notes of a document and which links refer to them. Ids
// may repeat where a text is shown twice: a reference means the next list of
// notes in the document, since a file's notes are its last block.
type noteBook struct {
	groups  map[*prose.Notes][]*noteGroup // those that are still to come
	waiting map[string][]*footnote        // by id, those whose list is still to come
	cites   map[int32]*footnote           // by number of the link
	inside  *noteGroup                    // whose note is being set, nil outside
	count   int                           // of what was counted so far
}

func newNoteBook(doc *render.Document) *noteBook {
	book := &noteBook{groups: make(map[*prose.Notes][]*noteGroup), waiting: make(map[string][]*footnote), cites: make(map[int32]*footnote)}
	order := 0
	each(doc.Blocks, func(b render.Block) {
		text, ok := b.(*render.Prose)
		if !ok {
			return
		}
		prose.Walk(text.Blocks, func(b prose.Block) {
			if notes, ok := b.(*prose.Notes); ok {
				order++
				g := book.group(notes, order)
				g.verbatim = text.Owner() == render.ByServiceAuditor
				book.groups[notes] = append(book.groups[notes], g)
			}
		})
	})
	return book
}

// group makes the notes of a list, to which references may lead from now on.
func (k *noteBook) group(notes *prose.Notes, order int) *noteGroup {
	g := &noteGroup{order: order}
	for i := range notes.Notes {
		n := &footnote{note: &notes.Notes[i], group: g}
		g.notes = append(g.notes, n)
		k.waiting[n.note.ID] = append(k.waiting[n.note.ID], n)
	}
	return g
}

// close takes the notes of a list whose place in the document has come.
func (k *noteBook) close(notes *prose.Notes) *noteGroup {
	if len(k.groups[notes]) == 0 { // in a block that is not walked
		k.groups[notes] = append(k.groups[notes], k.group(notes, len(k.groups)+1))
	}
	g := k.groups[notes][0]
	k.groups[notes] = k.groups[notes][1:]
	for _, n := range g.notes {
		k.waiting[n.note.ID] = k.waiting[n.note.ID][1:]
	}
	return g
}

// cite notes that a link refers to a footnote.
func (c *composer) cite(link int32, in *prose.Inline) {
	if !isNoteMark(in) {
		return
	}
	id := in.Link[1:]
	if g := c.book.inside; g != nil {
		for _, n := range g.notes {
			if n.note.ID == id {
				c.book.cites[link] = n
				return
			}
		}
	}
	if waiting := c.book.waiting[id]; len(waiting) > 0 {
		c.book.cites[link] = waiting[0]
	}
}

// isNoteMark reports whether an inline is the number of a footnote.
func isNoteMark(in *prose.Inline) bool {
	return in.Style&prose.Superscript != 0 && strings.HasPrefix(in.Link, "#")
}

// unmarked returns a heading's text without the numbers of its footnotes, for
// lists in which they lead nowhere.
func unmarked(text []prose.Inline) []prose.Inline {
	return slices.DeleteFunc(slices.Clone(text), func(in prose.Inline) bool { return isNoteMark(&in) })
}

// cited appends the footnotes that an element refers to and no page has yet.
func (c *composer) cited(list []*footnote, e *elem) []*footnote {
	if len(c.book.cites) == 0 {
		return list
	}
	for i := range e.items {
		it := &e.items[i]
		if it.link == 0 || it.Furniture {
			continue
		}
		if n := c.book.cites[it.link]; n != nil && !n.owned {
			list = append(list, n)
		}
	}
	if e.row != nil {
		list = c.citedInRow(list, e.row)
	}
	return list
}

func (c *composer) citedInRow(list []*footnote, r *row) []*footnote {
	if len(c.book.cites) == 0 {
		return list
	}
	cells := func(cells []cell) {
		for i := range cells {
			list = c.citedInStrip(list, cells[i].strip)
		}
	}
	cells(r.lead)
	for _, b := range r.bands {
		cells(b)
	}
	return list
}

func (c *composer) citedInStrip(list []*footnote, s strip) []*footnote {
	for i := range s {
		list = c.cited(list, &s[i])
	}
	return list
}

// noteStrip sets a footnote, its number first.
func (c *composer) noteStrip(n *footnote) strip {
	if n.set {
		return n.strip
	}
	n.set = true
	outer, verbatim := c.book.inside, c.verbatim
	c.book.inside, c.verbatim = n.group, n.group.verbatim
	in := c.in
	if n.node == 0 {
		n.node = c.tree.Add(0, structure.Note)
	}
	c.in = c.part(n.node, structure.Lbl)
	label := c.in
	defer func() { c.book.inside, c.verbatim, c.in = outer, verbatim, in }()

	s, l := c.style("quiet"), c.page()
	last := n.group.notes[len(n.group.notes)-1].note.Number
	inner := l.inset(max(c.width(s, strconv.Itoa(last))+c.theme.Length("note-number-gap"), c.theme.Length("note-number")))
	inner.text, inner.gap = s, c.theme.Length("note")
	var body stack
	c.in = n.node
	c.blocks(&body, n.note.Blocks, inner)
	lines := body.strip
	if len(lines) == 0 || lines[0].row != nil {
		lines = append(strip{{height: s.leading, keep: true}}, lines...)
	}
	c.in = label
	number := c.text(strconv.Itoa(n.note.Number), s, l.x, inner.x-l.x, alignLeft)
	if len(number) > 0 {
		number[0].items[0].Text += " "
		lines[0].items = append(number[0].items, lines[0].items...)
	}
	lines[0].marks = append(lines[0].marks, mark{id: n.note.ID})
	lines[0].space = c.theme.Length("note")
	n.strip = lines
	return lines
}

// notes leaves a place for the notes of a file that no page has by then.
func (c *composer) notes(k *stack, b *prose.Notes, l column) {
	if len(b.Notes) > 0 {
		g := c.book.close(b)
		for _, n := range g.notes {
			c.placeNote(n)
		}
		k.strip = append(k.strip, elem{late: g})
		k.below = max(k.below, l.gap)
	}
}

// placeNote gives the element of a note its place in the document.
func (c *composer) placeNote(n *footnote) {
	if n.node == 0 {
		n.node = c.tree.Add(0, structure.Note)
	}
	c.tree.Adopt(max(c.in, structure.Root), n.node)
}

// leftover sets the notes of a file that no line of the pages so far refers
// to.
func (c *composer) leftover(g *noteGroup) strip {
	var k stack
	for _, n := range g.notes {
		if n.owned {
			continue
		}
		n.owned = true
		if len(k.strip) == 0 {
			rule := strip{c.notesRule()}
			rule[0].keep = true
			k.addHeading(rule, 2*c.theme.Length("paragraph"), c.theme.Length("below-notes-rule"))
		}
		k.add(c.noteStrip(n), c.theme.Length("note"), c.theme.Length("note"))
	}
	return k.strip
}

// notesRule returns the short rule over notes.
func (c *composer) notesRule() elem {
	l := c.page()
	rule := Item{Kind: Rule, X: l.x, W: min(l.w, c.theme.Length("short-rule")), Stroke: c.theme.Length("notes-rule"), Color: c.theme.Color("rule")}
	return elem{height: rule.Stroke, items: []Item{rule}}
}
