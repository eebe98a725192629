package finish

import (
	"math"
	"strconv"

	"github.com/socdraft/socdraft/render/structure"
)

// nowhere is the place of an element that has no mark.
const nowhere = int64(math.MaxInt64)

// A mark's place is its page and its number there, in one integer that sorts as
// they do.
func place(page, number int) int64 { return int64(page)<<32 | int64(number) }

// collect sorts the marks of all pages by their elements. All lists share one
// array.
func (t *tagger) collect() {
	counts := make([]int32, len(t.Tree.Elements))
	total := 0
	for _, marks := range t.Marks {
		for _, n := range marks {
			counts[n]++
		}
		total += len(marks)
	}
	all := make([]int64, total)
	t.marks = make([][]int64, len(counts))
	for n, count := range counts {
		t.marks[n], all = all[:0:count], all[count:]
	}
	for page, marks := range t.Marks {
		for k, n := range marks {
			t.marks[n] = append(t.marks[n], place(page, k))
		}
	}
}

// enumerate gives an object to each element that has something, and reports the
// first mark in it. Cells without words count, for the columns of a table.
func (t *tagger) enumerate(n int32) (first int64, kept bool) {
	e := &t.Tree.Elements[n]
	at := len(t.order)
	t.order = append(t.order, n)
	first = nowhere
	if own := t.marks[n]; len(own) > 0 {
		first, kept = own[0], true
	}
	kept = kept || len(t.links[n]) > 0 || e.Tag == structure.TD || e.Tag == structure.TH || n == structure.Root
	for child := e.First; child != 0; child = t.Tree.Elements[child].Next {
		place, some := t.enumerate(child)
		first = min(first, place)
		kept = kept || some
	}
	if !kept {
		t.order = t.order[:at]
	}
	t.first[n] = first
	return first, kept
}

// elements writes the tree.
func (t *tagger) elements() (root int) {
	t.first = make([]int64, len(t.Tree.Elements))
	t.numbers = make([]int32, len(t.Tree.Elements))
	t.enumerate(structure.Root)
	root = t.next()
	for i, n := range t.order {
		t.numbers[n] = int32(root + 1 + i)
	}
	tree := root + 1 + len(t.order)
	t.b = append(t.b, "<</Type/StructTreeRoot/K "...)
	t.b = reference(t.b, root+1)
	t.b = append(t.b, "/ParentTree "...)
	t.b = reference(t.b, tree)
	t.b = append(t.b, "/ParentTreeNextKey "...)
	t.b = append(strconv.AppendInt(t.b, int64(t.key), 10), ">>"...)
	t.end()
	for _, n := range t.order {
		t.element(n, root)
	}
	t.parents(tree)
	return root
}

// element writes one element.
func (t *tagger) element(n int32, root int) {
	e := &t.Tree.Elements[n]
	t.b = append(t.b, "<</S/"...)
	t.b = append(t.b, e.Tag.String()...)
	t.b = append(t.b, "/P "...)
	if n == structure.Root {
		t.b = reference(t.b, root)
	} else {
		t.b = reference(t.b, t.numbers[e.Parent])
	}
	t.attributes(n, e)
	t.kids(n, e)
	t.b = append(t.b, ">>"...)
	t.end()
}

// attributes writes what an element says besides its words.
func (t *tagger) attributes(n int32, e *structure.Element) {
	if e.Alt != "" {
		t.b = text(append(t.b, "/Alt"...), e.Alt)
	}
	if e.Actual != "" {
		t.b = text(append(t.b, "/ActualText"...), e.Actual)
	}
	switch e.Tag {
	case structure.TH, structure.TD:
		t.cell(e)
	case structure.L:
		if e.Marker != structure.NoMarker {
			t.b = append(t.b, "/A<</O/List/ListNumbering/"...)
			t.b = append(t.b, [...]string{structure.Disc: "Disc", structure.Decimal: "Decimal"}[e.Marker]...)
			t.b = append(t.b, ">>"...)
		}
	case structure.Note:
		t.b = append(t.b, "/ID(note"...)
		t.b = append(strconv.AppendInt(t.b, int64(n), 10), ')')
	case structure.Figure:
		if box, ok := t.Boxes[n]; ok {
			t.b = append(box.append(append(t.b, "/A<</O/Layout/BBox"...)), ">>"...)
		}
	}
}

func (t *tagger) cell(e *structure.Element) {
	if e.Scope == structure.NoScope && e.Cols < 2 && e.Rows < 2 {
		return
	}
	t.b = append(t.b, "/A<</O/Table"...)
	switch e.Scope {
	case structure.Column:
		t.b = append(t.b, "/Scope/Column"...)
	case structure.Row:
		t.b = append(t.b, "/Scope/Row"...)
	}
	if e.Cols > 1 {
		t.b = strconv.AppendInt(append(t.b, "/ColSpan "...), int64(e.Cols), 10)
	}
	if e.Rows > 1 {
		t.b = strconv.AppendInt(append(t.b, "/RowSpan "...), int64(e.Rows), 10)
	}
	t.b = append(t.b, ">>"...)
}

// kids writes the marks of an element and the elements in it. Where it has
// both, as a paragraph with a link has, they come in the order of the marks.
func (t *tagger) kids(n int32, e *structure.Element) {
	own := t.marks[n]
	page := -1
	switch {
	case len(own) > 0:
		page = int(own[0] >> 32)
	case len(t.links[n]) > 0:
		page = int(t.linkOn[int(t.links[n][0])-t.base])
	}
	if page >= 0 {
		t.b = reference(append(t.b, "/Pg "...), t.pages[page])
	}
	t.b = append(t.b, "/K["...)
	for child := e.First; child != 0; child = t.Tree.Elements[child].Next {
		if t.numbers[child] == 0 {
			continue
		}
		for len(own) > 0 && own[0] < t.first[child] && t.first[child] != nowhere {
			t.mark(own[0], page)
			own = own[1:]
		}
		t.b = append(reference(t.b, t.numbers[child]), ' ')
	}
	for _, mark := range own {
		t.mark(mark, page)
	}
	for _, o := range t.links[n] {
		t.b = reference(append(t.b, "<</Type/OBJR/Obj "...), o)
		if on := int(t.linkOn[int(o)-t.base]); on != page {
			t.b = reference(append(t.b, "/Pg "...), t.pages[on])
		}
		t.b = append(t.b, ">>"...)
	}
	t.b = append(t.b, ']')
}

func (t *tagger) mark(mark int64, page int) {
	on, number := int(mark>>32), mark&math.MaxUint32
	if on == page {
		t.b = append(strconv.AppendInt(t.b, number, 10), ' ')
		return
	}
	t.b = reference(append(t.b, "<</Type/MCR/Pg "...), t.pages[on])
	t.b = strconv.AppendInt(append(t.b, "/MCID "...), number, 10)
	t.b = append(t.b, ">>"...)
}

// parents writes the way back from marks and annotations to their elements.
func (t *tagger) parents(tree int) {
	t.b = append(t.b, "<</Nums["...)
	for page := range t.Marks {
		t.b = append(strconv.AppendInt(t.b, int64(page), 10), ' ')
		t.b = append(reference(t.b, tree+1+page), ' ')
	}
	key := len(t.Marks)
	for _, links := range t.Links {
		for i := range links {
			t.b = append(strconv.AppendInt(t.b, int64(key), 10), ' ')
			t.b = append(reference(t.b, t.numbers[links[i].Element]), ' ')
			key++
		}
	}
	t.b = append(t.b, "]>>"...)
	t.end()
	for _, marks := range t.Marks {
		t.b = append(t.b, '[')
		for _, n := range marks {
			t.b = append(reference(t.b, t.numbers[n]), ' ')
		}
		t.b = append(t.b, ']')
		t.end()
	}
}
