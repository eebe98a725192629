// Package layout turns a document into pages: every word, rule and mark at a
// fixed point.
//
// It is pure: a document, a theme and the widths of fonts go in, pages come
// out, and nothing is read from the machine. All lengths are integers in
// thousandths of a point, x from the left and y from the top, because floats
// differ between processors.
//
// The way is always the same. Blocks become strips, which are lines and rows
// one below the other in a column of a given width; a pager cuts strips into
// pages; page numbers are then filled into the slots that were left for them,
// so that nothing is laid out twice.
//
// The lines of a paragraph are chosen all at once, to both edges or ragged. The
// columns of tables of one make are weighed together before the first is set.
// A footnote is set when the pager first asks for it, and takes its room from
// the foot of the page of its mark.
package layout

import (
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/structure"
)

// A Result is a document laid out.
type Result struct {
	Pages    []Page
	Anchors  map[string]int // page of each anchor, from 1
	Headings []Heading      // in reading order: the sections and headings
	Tree     *structure.Tree
	Front    int // pages before the first section with a number: i, ii, iii

	places     map[string]Place
	paragraphs []paragraph
}

// A Heading is an entry of the outline.
type Heading struct {
	Text  string
	Level int // 1 for a section
	ID    string
	Place
}

// A Place is a point of a page.
type Place struct {
	Page int // from 1
	Y    int // from the top
}

// Place returns where an anchor stands.
func (r *Result) Place(id string) (Place, bool) {
	p, ok := r.places[id]
	return p, ok
}

// The findings of layout.
var (
	missingGlyph = diag.SameInBoth("RD-001", "missing-glyph", diag.Warning,
		"text holds a character that the report's fonts cannot show")
	unknownAnchor = diag.SameInBoth("RD-003", "unknown-anchor", diag.Warning,
		"a link points at a place that the document does not have")
	thinFigure = diag.SameInBoth("RD-006", "invisible-figure", diag.Warning,
		"a figure is shown too thin to be seen")
	missetText = diag.SameInBoth("RD-007", "misset-text", diag.Warning,
		"text is set otherwise than it is read: from right to left, or with accents of their own")
	illegibleDiagram = diag.SameInBoth("RD-008", "illegible-diagram", diag.Warning,
		"a diagram has to be drawn so small that its letters cannot be read")
)

// Rules lists the rules of layout in the order of their numbers.
var Rules = []*diag.Rule{missingGlyph, unknownAnchor, thinFigure, missetText, illegibleDiagram}

// Pages lays a document out. What the author should know about comes back as
// findings; no text is dropped because of them.
func Pages(doc *render.Document, theme *render.Theme, fonts *font.Set) (*Result, *diag.List) {
	c := newComposer(doc, theme, fonts)
	p := newPager(c)
	for i, b := range doc.Blocks {
		p.block(b, doc.Blocks[i+1:])
	}
	p.finish()
	return p.result(), c.findings
}
