package layout

import (
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/structure"
)

// A composer turns blocks into strips. It knows the document, its look and its
// fonts, and collects what is found on the way.
type composer struct {
	doc      *render.Document
	theme    *render.Theme
	fonts    *font.Set
	findings *diag.List

	pageW, pageH int
	left, right  int // outer margins
	full         int // width between the outer margins
	measureX     int // where prose starts, from the left margin
	measure      int // width of prose
	body         *style

	opening       string // the first section with a number and a page of its own
	sectionNumber string // of the section in hand: "Section 3"
	figures       int    // in the section so far

	faces    map[string]font.Face
	styles   map[string]*style
	reported map[reportKey]bool
	links    []string // targets, by number from 1
	linkAt   []prose.Inline
	slots    []string // anchors of page references, by number from 1
	slotText string   // digits as wide as any page number of the document
	lines    int32    // lines so far, to number them

	alike    map[string][]*render.Table // tables by their make
	balanced map[string][]int           // and the widths of their columns

	book       *noteBook
	paragraphs []paragraph // all that were set, in the order of their lines

	tree   *structure.Tree
	in     int32 // the element in hand, 0 for none
	levels []int // of the headings that the text stands under, as they were written

	verbatim bool // words print as they were received

	words  []word // scratch of the paragraph being set
	runs   []run
	ends   []int  // of its lines
	at     []node // its places to break
	whole  []word // its words before they were divided
	points []int  // where the word in hand may be divided
}

// A paragraph is lines that were set together, as the checks of pages see it.
type paragraph struct {
	first, last int32 // numbers of its lines
	size        int   // of its type
	over        bool  // see style
}

// noteParagraph records the last n lines as a paragraph.
func (c *composer) noteParagraph(n int, s *style) {
	c.paragraphs = append(c.paragraphs, paragraph{c.lines - int32(n) + 1, c.lines, s.size, s.over})
}

// A style is a text style of the theme, resolved.
type style struct {
	face    font.Face
	size    int
	leading int
	color   render.Color
	track   int
	over    bool // its text stands over what it names, on the same page
}

func newComposer(doc *render.Document, theme *render.Theme, fonts *font.Set) *composer {
	c := &composer{
		doc: doc, theme: theme, fonts: fonts, findings: &diag.List{}, tree: structure.New(), in: structure.Root,
		left: theme.Page.Left.Len(), right: theme.Page.Right.Len(),
		faces:    make(map[string]font.Face),
		styles:   make(map[string]*style),
		reported: make(map[reportKey]bool),
		balanced: make(map[string][]int),
	}
	c.pageW, c.pageH = theme.Size(doc.Paper)
	for f := range font.Faces {
		c.faces[f.String()] = f
	}
	c.frame()
	c.slotText = slotDigits(doc)
	c.book = newNoteBook(doc)
	return c
}

// frame settles where text stands: beside the margin column, or in the middle
// of the page, where that column's width is shared out to both sides.
func (c *composer) frame() {
	margin := c.theme.Page.Column.Len() + c.theme.Page.Gutter.Len()
	if c.doc.OneColumn {
		c.left += margin / 2
		c.right += margin - margin/2
		c.full = c.pageW - c.left - c.right
		c.measure = c.full
		c.body = c.style("body-one-column")
		return
	}
	c.full = c.pageW - c.left - c.right
	c.measureX = margin
	c.measure = c.full - c.measureX
	c.body = c.style("body")
}

// style returns a text style by its name.
func (c *composer) style(name string) *style {
	s := c.styles[name]
	if s == nil {
		t := c.theme.Text[name]
		s = &style{
			face: c.faces[t.Face], size: max(t.Size.Len(), 1), leading: max(t.Leading.Len(), 1),
			color: c.theme.Color(t.Color), track: t.Track.Len(), over: headings[name],
		}
		c.styles[name] = s
	}
	return s
}

// headings are the styles of text that must not end a page.
var headings = map[string]bool{
	"h1": true, "h2": true, "h3": true, "h4": true, "section-number": true,
	"section-run": true, "table-caption": true, "table-head": true, "table-group": true,
}

// in returns a style in another colour.
func (s *style) in(color render.Color) *style {
	other := *s
	other.color = color
	return &other
}

// with returns a style in another face.
func (s *style) with(face font.Face) *style {
	other := *s
	other.face = face
	return &other
}

// slotDigits returns a number that is at least as wide as any page number of
// the document will be, from a bound on how much there is to print: a page of
// the smallest type holds far more than a hundred bytes or two blocks.
func slotDigits(doc *render.Document) string {
	digits, pages := "000", 1000
	for n := bulk(doc); pages < n && len(digits) < 7; pages *= 10 {
		digits += "0"
	}
	return digits
}

// bulk counts pages as if they were nearly empty.
func bulk(doc *render.Document) int {
	bytes, pieces := 0, 0
	each(doc.Blocks, func(b render.Block) {
		pieces++
		switch b := b.(type) {
		case *render.Prose:
			prose.Walk(b.Blocks, func(prose.Block) { pieces++ })
			prose.EachInlines(b.Blocks, func(runs *[]prose.Inline) {
				for i := range *runs {
					bytes += len((*runs)[i].Text)
				}
			})
		case *render.Table:
			pieces += len(b.Rows)
		case *render.Matrix:
			pieces += len(b.Rows) * (1 + len(b.Controls)/30)
		}
	})
	return bytes/500 + pieces/6
}

// each calls visit for every block, those in cells and frames too.
func each(blocks []render.Block, visit func(render.Block)) {
	for _, b := range blocks {
		visit(b)
		switch b := b.(type) {
		case *render.Table:
			for _, row := range b.Rows {
				each(row.Across, visit)
				for _, cell := range row.Lead {
					each(cell.Blocks, visit)
				}
				for _, band := range row.Bands {
					for _, cell := range band {
						each(cell.Blocks, visit)
					}
				}
			}
		case *render.Glance:
			each(b.Blocks, visit)
		case *render.Notice:
			visit(&render.Prose{Blocks: b.Blocks})
		}
	}
}
