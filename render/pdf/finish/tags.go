package finish

import (
	"slices"
	"strconv"

	"github.com/socdraft/socdraft/render/structure"
)

// Tags is what the library knows nothing of: what the marks on the pages mean,
// where links lead, what the file says of itself and what it carries.
type Tags struct {
	Tree   *structure.Tree
	Marks  [][]int32     // of each page: the element of each marked content, by its number
	Links  [][]Link      // of each page
	Boxes  map[int32]Box // of figures, by element
	Places []Place       // named, in the order of their names
	Front  int           // pages before page 1: i, ii, iii
	Title  string
	Date   string // 2026-11-12T08:30:00Z, as the file's own dates say

	Attached []Attachment
}

// A Box is an area of a page, in thousandths of a point from its lower left
// corner.
type Box struct{ Left, Bottom, Right, Top int }

// A Link is an area of a page that leads to a named place, or to an address.
type Link struct {
	Box
	Element int32
	Place   string // "" for an address
	Address string
	Says    string // where it leads
}

// A Place is a named point of the document.
type Place struct {
	Name string
	Page int // from 0
	Y    int // in thousandths of a point from the foot of the page
}

// A tagger appends objects to those of the library.
type tagger struct {
	*Tags
	objects []object
	pages   []int // the object of each page

	order   []int32   // the elements that are written
	numbers []int32   // object of each element, 0 for none
	first   []int64   // the first mark of each element and of those in it
	marks   [][]int64 // of each element, in their order
	links   [][]int32 // of each element: objects of its annotations
	linkOn  []int32   // page of each annotation, from the first one's object on
	base    int       // object of the first annotation
	key     int       // next of the parent tree

	b    []byte
	ends []int // of the objects in b
}

// reference appends a reference to an object.
func reference[T int | int32](b []byte, number T) []byte {
	return append(strconv.AppendInt(b, int64(number), 10), " 0 R"...)
}

// end ends an object in the text being written.
func (t *tagger) end() { t.ends = append(t.ends, len(t.b)) }

// flush makes objects of the text that was written.
func (t *tagger) flush() {
	text := string(t.b)
	t.objects = slices.Grow(t.objects, len(t.ends)+2) // and metadata and profile
	from := 0
	for _, to := range t.ends {
		t.objects = append(t.objects, object{dict: text[from:to]})
		from = to
	}
	t.b, t.ends = t.b[:0], t.ends[:0]
}

// next returns the number of the object that is written next.
func (t *tagger) next() int { return len(t.objects) + len(t.ends) }

// number appends a length in points.
func number(b []byte, thousandths int) []byte {
	if thousandths < 0 {
		b = append(b, '-')
		thousandths = -thousandths
	}
	b = strconv.AppendInt(b, int64(thousandths/1000), 10)
	if f := thousandths % 1000; f != 0 {
		b = append(b, '.', byte('0'+f/100))
		if f %= 100; f != 0 {
			b = append(b, byte('0'+f/10), byte('0'+f%10))
		}
	}
	return b
}

// append writes the area in tenths of a point, which is enough to click on.
func (x Box) append(b []byte) []byte {
	b = append(b, '[')
	for i, n := range [4]int{x.Left, x.Bottom, x.Right, x.Top} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = number(b, n/100*100)
	}
	return append(b, ']')
}
