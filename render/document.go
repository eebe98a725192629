// Package render is the contract between what a deliverable says and how it
// looks: Document for the PDFs, Workbook for the spreadsheet, Theme for the
// look. The templates make these values; the writers in the packages below
// turn them into pages, cells or plain text and add no words of their own
// beyond page numbers.
package render

import (
	"time"

	"github.com/socdraft/socdraft/content/prose"
)

// Owner tells whose words a block holds.
type Owner uint8

// The owners of words in a report.
const (
	ByTool           Owner = iota // generated navigation, marks and notices
	ByManagement                  // the service organization
	ByServiceAuditor              // the CPA firm, or a placeholder for it
	ByIncluded                    // an included subservice organization
)

// String returns the owner as a margin note says it.
func (o Owner) String() string {
	return [...]string{"socdraft", "Management", "Service auditor", "Included organization"}[o]
}

// Paper is a page size.
type Paper uint8

// The page sizes.
const (
	Letter Paper = iota
	A4
)

// A Document is a report before layout.
type Document struct {
	Name   string    // "soc2-draft"
	Title  string    // for the metadata; begins with DRAFT
	Date   time.Time // of the draft, for the metadata; zero is the epoch
	Lang   string    // "en-US"
	Paper  Paper
	Header string // running header, left: short title of the report
	Mark   string // running header, right: "DRAFT · working edition · revision …"
	Footer string // running footer, left: organization
	Images map[string]Image
	Blocks []Block

	// OneColumn sets all in one measure in the middle of the page, in larger
	// type: a short document that has no notes for a margin column.
	OneColumn bool

	// Attachments are carried inside the file. They are no part of its pages.
	Attachments []Attachment

	// Watermark is drawn large and pale beneath the text of each page but a
	// cover, as a shape that is no text; "" for none.
	Watermark string
}

// An Attachment is a file inside the file.
type Attachment struct {
	Name  string // file name, in ASCII
	Type  string // "application/json"
	About string // what it is, for a reader
	Data  []byte
}

// An Image is a picture that was read and checked: a PNG of at most 8 bits a
// color, without transparency and not interlaced, or a JPEG in gray or YCbCr.
type Image struct {
	Data          []byte
	Format        string // "png" or "jpeg"
	Width, Height int    // pixels
}

// A Block is one of *Cover, *Glance, *Contents, *Section, *Heading, *Prose,
// *Facts, *Placeholder, *Notice, *Table, *Matrix, *Meta and *NewPage.
type Block interface{ Owner() Owner }

// By carries the owner of a block's words; every block embeds it.
type By struct{ Whose Owner }

// Owner returns whose words the block holds.
func (b By) Owner() Owner { return b.Whose }

// A Fact is a label and what is so.
type Fact struct {
	Label string
	Value []prose.Inline
}

// A Cover is the first page.
type Cover struct {
	By
	Band   []prose.Inline // what this is and is not, at the very top
	Logo   Logo           // above the name; zero where there is none
	Name   string         // the organization
	Kind   string         // "SOC 2® report – type 2"
	Title  string         // the long title
	Lines  []string       // type and time frame
	Facts  []Fact         // quiet block at the foot
	Public bool           // general use: warmer
}

// A Logo is a picture that stands for the organization. Its name stands beneath
// as text all the same.
type Logo struct {
	Name string // among Document.Images
	Alt  string // "Logo of Wrenfield, Inc."
}

// A Glance is the one-page summary: facts left, the report's shape right.
type Glance struct {
	By
	ID     string
	Title  string // "At a glance"
	Label  string // "Navigation aid, not part of the report"
	Facts  []Fact
	Shape  []Fact // section and, through PageOf, its pages
	Blocks []Block
}

// Contents lists the sections and headings with their pages, then the entries
// of further lists.
type Contents struct {
	By
	Title  string
	Levels int // 1: sections only; 2: and their level-2 headings
	Lists  []ContentsList
}

// A ContentsList is a list of places below the contents: tables, exceptions.
type ContentsList struct {
	Title   string
	Entries []ContentsEntry
}

// A ContentsEntry is one place.
type ContentsEntry struct {
	Text string
	ID   string // anchor
}

// A Section opens a section: on a new page, or where the text stands when it
// runs on. It is the level-1 heading of the contents and the bookmarks.
type Section struct {
	By
	ID      string
	Number  string // "Section 3", or "" where the part has no number
	Title   string
	Line    string // owner line: "Prepared by management of Wrenfield"
	Label   string // "Navigation aid, not part of the report", "Not covered by …", or ""
	Outline bool   // list the section's own level-2 headings under the title
	Run     bool   // run on: no page of its own, and a smaller opener
}

// A Heading stands over a part. Level is 2 to 4; levels 2 and 3 are
// bookmarked, level 2 stands in the contents.
type Heading struct {
	By
	ID     string
	Level  int
	Text   []prose.Inline
	Margin []string // what the margin column says beside it: "DC 3", a source file
}

// Prose is authored or boilerplate text.
type Prose struct {
	By
	Blocks []prose.Block
	Quiet  bool // secondary ink, caption size: notes under tables
}

// Facts is a small two-column list.
type Facts struct {
	By
	Title string // "Facts for this paragraph", or ""
	Facts []Fact
}

// A Placeholder marks words that somebody has yet to supply. Text is bracketed
// and starts in capitals, so that it survives copy and paste.
type Placeholder struct {
	By
	ID    string
	Text  string // "[SERVICE AUDITOR TO PROVIDE – scope: …]"
	Facts []Fact // "facts for this paragraph"
}

// A Notice is a boxed remark: "management to consider …".
type Notice struct {
	By
	Title  string
	Blocks []prose.Block
}

// NewPage starts a new page.
type NewPage struct{ By }

// A Table is a table of the report. Heads repeat on each page.
type Table struct {
	By
	ID      string
	Caption string // listed under the contents; "" for small tables
	Note    string // secondary line under the caption
	Columns []Column
	Rows    []Row
}

// A Column of a table.
type Column struct {
	Head     string
	Share    int  // of the table's width, in thousandths; 0: by content
	Names    bool // first column only: its cells name their rows, as heads for readers who hear them
	Internal bool // management-internal: tinted head
	Numeric  bool // right aligned, tabular figures
}

// A Row of a table. Lead cells stand once at the row's left and span all of
// its bands; each band holds the cells of the remaining columns, side by side.
// A plain row has no lead and one band.
type Row struct {
	ID    string // anchor, or ""
	Key   string // repeated with "(continued)" where the row crosses a page
	Lead  []Cell
	Bands [][]Cell
	Group string // set alone: a row of its own across the table, heading what follows

	// Across is set alone, too: blocks across the table that head the rows up
	// to the next ones. Where these cross a page, Key is named again.
	Across []Block
}

// A Cell holds blocks: *Prose, *Meta, *Placeholder.
type Cell struct {
	ID     string // anchor, or ""
	Blocks []Block
	Bar    bool // bar at the left edge: an exception stands here
}

// Meta is a line of secondary ink inside a cell.
type Meta struct {
	By
	Inlines []prose.Inline
}

// A Mark in a matrix.
type Mark uint8

// The marks of a matrix. Exception includes that the control is mapped.
const (
	NoMark Mark = iota
	Mapped
	Exception
	Pending // mapped, result not provided
)

// A Matrix shows which controls are mapped to which criteria.
type Matrix struct {
	By
	ID       string
	Caption  string
	Note     string
	Legend   []LegendEntry
	Controls []MatrixControl
	Rows     []MatrixRow
}

// A LegendEntry explains a mark; Ring explains the ring of MatrixRow.Through.
type LegendEntry struct {
	Mark Mark
	Ring bool
	Text string
}

// A MatrixControl is a column of a matrix.
type MatrixControl struct {
	ID   string
	Link string // "#AC-01"
}

// A MatrixRow is a criterion of a matrix.
type MatrixRow struct {
	ID      string // anchor: "CC6.1"
	Series  string // rows of one series stand together
	Title   string // "Logical access security"
	Marks   []Mark // one for each control, in order
	Through string // "CSOC-1, CSOC-3" where addressed in part or whole through CSOCs
	Note    string // "not relevant – see Section 3", or ""
}

// NewProse returns blocks with their owner.
func NewProse(whose Owner, blocks ...prose.Block) *Prose {
	return &Prose{By: By{whose}, Blocks: blocks}
}

// PlainCell returns a cell with one paragraph of the given runs.
func PlainCell(whose Owner, runs ...prose.Inline) Cell {
	return Cell{Blocks: []Block{NewProse(whose, prose.Para(runs...))}}
}

// PlainRow returns a row of one band.
func PlainRow(id, key string, cells ...Cell) Row {
	return Row{ID: id, Key: key, Bands: [][]Cell{cells}}
}
