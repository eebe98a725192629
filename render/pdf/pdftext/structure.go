package pdftext

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
)

// A Structure is what a screen reader finds in a file: the tree of elements
// with the words that belong to them, and what is wrong with it.
type Structure struct {
	Root     *Element
	Problems []string
}

// An Element is one node of the tree.
type Element struct {
	Tag    string
	Scope  string // of a head cell
	Alt    string
	Actual string
	Parts  []Part // in reading order
	Cols   int
	Rows   int

	id       string
	number   reference
	page     reference
	parent   any
	children int
}

// A Part is either an element or words of the element itself.
type Part struct {
	Element *Element
	Text    string
}

// Structure reads the tree and checks it. It is stricter than the standards
// where we are: all text is in an element or marked as decoration, and each
// cross reference is held both ways.
func (f *File) Structure() (*Structure, error) {
	c := &checker{File: f, pages: map[reference]*sheet{}, annotations: map[reference]reference{}, ids: map[string]bool{}}
	if err := c.read(); err != nil {
		return nil, fmt.Errorf("read the structure of the PDF: %w", err)
	}
	c.backwards()
	c.document()
	return &c.out, nil
}

// A sheet is a page with its marks.
type sheet struct {
	number int
	key    float64
	words  map[int]string    // of each marked content
	owner  map[int]reference // the element that has it in the tree
	links  []reference
}

// A checker reads a tree and collects what is wrong.
type checker struct {
	*File
	out         Structure
	catalog     dictionary
	order       []reference // of the pages
	pages       map[reference]*sheet
	annotations map[reference]reference // the element that has each
	parents     map[float64]any         // the parent tree
	ids         map[string]bool
	level       int // of the last heading
}

func (c *checker) problem(format string, args ...any) {
	c.out.Problems = append(c.out.Problems, fmt.Sprintf(format, args...))
}

func (c *checker) read() error {
	var err error
	if c.catalog, err = c.dictionary(c.root); err != nil {
		return err
	}
	if err := c.sheets(c.catalog["Pages"], 0); err != nil {
		return err
	}
	tree, err := c.dictionary(c.catalog["StructTreeRoot"])
	if err != nil {
		return errors.New("there is no tree of elements")
	}
	nums, err := c.dictionary(tree["ParentTree"])
	if err != nil {
		return errors.New("there is no way back to the elements")
	}
	c.parents = map[float64]any{}
	list, _ := nums["Nums"].([]any)
	for i := 0; i+1 < len(list); i += 2 {
		key, _ := list[i].(float64)
		o, err := c.resolve(list[i+1])
		if err != nil {
			return err
		}
		if c.parents[key] = list[i+1]; o.value != nil {
			if marks, ok := o.value.([]any); ok {
				c.parents[key] = marks
			}
		}
	}
	top, ok := tree["K"].(reference)
	if !ok {
		return errors.New("the tree of elements has no top")
	}
	c.out.Root, err = c.element(top, c.catalog["StructTreeRoot"], nil, 0)
	return err
}

// sheets reads the pages of a branch.
func (c *checker) sheets(v any, depth int) error {
	d, err := c.dictionary(v)
	if err != nil || depth > 20 {
		return errors.New("the tree of pages is broken")
	}
	if d["Type"] != name("Page") {
		kids, _ := d["Kids"].([]any)
		for _, kid := range kids {
			if err := c.sheets(kid, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	ref, _ := v.(reference)
	p, err := c.paint(d)
	if err != nil {
		return err
	}
	s := &sheet{number: len(c.order) + 1, words: map[int]string{}, owner: map[int]reference{}}
	for _, m := range p.marks {
		if _, twice := s.words[m.number]; twice {
			c.problem("page %d has the marked content %d twice", s.number, m.number)
		}
		s.words[m.number] = ""
	}
	for _, run := range p.runs {
		s.words[run.Mark] += run.Text
	}
	delete(s.words, -1)
	for _, what := range p.loose {
		c.problem("page %d paints %q outside of any element", s.number, what)
	}
	key, ok := d["StructParents"].(float64)
	if s.key = key; !ok {
		c.problem("page %d does not say how its elements are found", s.number)
	}
	if d["Tabs"] != name("S") {
		c.problem("page %d does not give links in the order of the tree", s.number)
	}
	list, _ := d["Annots"].([]any)
	for _, a := range list {
		ref, _ := a.(reference)
		s.links = append(s.links, ref)
	}
	c.order = append(c.order, ref)
	c.pages[ref] = s
	return nil
}

// words returns a string of the file that people read.
func words(v any) string {
	s, _ := v.(text)
	if len(s) < 2 || s[0] != 0xFE || s[1] != 0xFF {
		return string(s)
	}
	var units []uint16
	for i := 2; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// Text returns the words of an element and of all in it, a line for each
// element that stands by itself.
func (e *Element) Text() string {
	var b strings.Builder
	e.write(&b)
	return b.String()
}

// inline holds the elements that stand in a line of text.
var inline = map[string]bool{"Link": true, "Span": true, "Reference": true, "Code": true}

func (e *Element) write(b *strings.Builder) {
	if !inline[e.Tag] {
		defer b.WriteByte('\n')
	}
	if e.Actual != "" {
		b.WriteString(e.Actual)
		return
	}
	for _, p := range e.Parts {
		if p.Element != nil {
			p.Element.write(b)
		} else {
			b.WriteString(p.Text)
		}
	}
}

// Walk calls visit for an element and all in it, in reading order.
func (e *Element) Walk(visit func(*Element)) {
	visit(e)
	for _, p := range e.Parts {
		if p.Element != nil {
			p.Element.Walk(visit)
		}
	}
}
