// Package structure is what the marks on pages mean: a tree of sections,
// headings, paragraphs and tables, which a screen reader follows in place of
// the page. Layout builds it, and every mark names its element; a mark of no
// element is decoration.
//
// A Tree is built from top to bottom and costs a few integers an element, since
// a report has thousands of them.
package structure

// An Element is one node of the tree. Elements are named by their number; 0 is
// none, and 1 the whole document.
type Element struct {
	Tag    Tag
	Scope  Scope // of a head cell
	Marker Marker
	Cols   uint16 // how many columns a cell spans; 0: one
	Rows   uint16 // how many rows a cell spans; 0: one
	Parent int32
	First  int32 // child
	Last   int32 // child
	Next   int32 // child of the same parent
	Alt    string
	Actual string // the words that a drawn mark stands for
}

// Scope tells which cells a head cell is the head of.
type Scope uint8

// The scopes.
const (
	NoScope Scope = iota
	Column
	Row
)

// Marker is what stands before the items of a list.
type Marker uint8

// The markers.
const (
	NoMarker Marker = iota
	Disc
	Decimal
)

// A Tree holds the elements of a document.
type Tree struct {
	Elements []Element
}

// Root is the number of the whole document.
const Root int32 = 1

// New returns a tree that has a document and nothing in it.
func New() *Tree {
	return &Tree{Elements: []Element{{}, {Tag: Document}}}
}

// Add appends an element to a parent and returns its number. What has no parent
// is no part of the tree until it is given to Adopt.
func (t *Tree) Add(parent int32, tag Tag) int32 {
	n := int32(len(t.Elements))
	t.Elements = append(t.Elements, Element{Tag: tag})
	if parent > 0 {
		t.Adopt(parent, n)
	}
	return n
}

// Adopt makes an element that has no parent the last child of one.
func (t *Tree) Adopt(parent, child int32) {
	t.Elements[child].Parent = parent
	p := &t.Elements[parent]
	if p.Last == 0 {
		p.First = child
	} else {
		t.Elements[p.Last].Next = child
	}
	p.Last = child
}

// At returns an element, valid until the next is added.
func (t *Tree) At(n int32) *Element { return &t.Elements[n] }

// Fold makes a paragraph that is all an element has a part of the element, so
// that a cell of one paragraph is one element.
func (t *Tree) Fold(n int32) {
	e := &t.Elements[n]
	if e.First == 0 || e.First != e.Last || t.Elements[e.First].Tag != P {
		return
	}
	p := &t.Elements[e.First]
	p.Tag = Folded
	e.First, e.Last = p.First, p.Last
	for child := e.First; child != 0; child = t.Elements[child].Next {
		t.Elements[child].Parent = n
	}
}

// Owner returns the element that bears the marks of n: itself, or the one that
// it was folded into.
func (t *Tree) Owner(n int32) int32 {
	for t.Elements[n].Tag == Folded {
		n = t.Elements[n].Parent
	}
	return n
}
