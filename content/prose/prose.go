// Package prose is the rich text an author can write: blocks of inlines, each
// knowing where it stands in the source. It is what Markdown becomes, and all
// that the templates and the writers see of it.
//
// Inlines are flat runs: a run is text of one style and one link, so a writer
// walks a slice and needs no tree.
package prose

import "github.com/socdraft/socdraft/content/diag"

// A Block is one of *Paragraph, *Heading, *List, *Definitions, *Quote, *Alert,
// *Code, *Table, *Figure, *Diagram, *Break and *Notes.
type Block interface{ block() }

// A Paragraph is running text.
type Paragraph struct {
	Inlines []Inline
}

// A Heading opens a part. Level is 1 to 6 as authored.
type Heading struct {
	Level   int
	ID      string // slug, unique in its file, or the authored {#id}
	Inlines []Inline
	Span    diag.Span
}

// A List is bulleted or numbered.
type List struct {
	Ordered bool
	Start   int // number of the first item of an ordered list
	Items   []Item
}

// An Item is one entry of a list.
type Item struct {
	Task   Task
	Blocks []Block
}

// Task tells whether an item is a task and its state.
type Task uint8

// The states of an item as a task.
const (
	NoTask Task = iota
	TaskOpen
	TaskDone
)

// Definitions is a definition list.
type Definitions struct {
	Items []Definition
}

// A Definition explains one term.
type Definition struct {
	Term   *Paragraph
	Blocks []Block
}

// A Quote is quoted text.
type Quote struct {
	Blocks []Block
}

// An Alert is a GFM alert.
type Alert struct {
	Kind   string // "note", "tip", "important", "warning", "caution"
	Blocks []Block
}

// Code is a block of text kept as it is.
type Code struct {
	Text string // lines end with "\n", the last too
	Lang string
	Span diag.Span
}

// A Table is a GFM table. Each row has as many cells as the head.
type Table struct {
	Aligns []Align
	Head   []Cell
	Rows   [][]Cell
	Span   diag.Span
}

// A Cell of a table holds one paragraph.
type Cell struct {
	Inlines []Inline
}

// Align is the alignment of a table column.
type Align uint8

// The alignments of a table column.
const (
	AlignLeft Align = iota
	AlignCenter
	AlignRight
)

// A Figure is an image with its caption and alternative text.
type Figure struct {
	Path    string // relative to the project, cleaned
	Alt     string
	Caption []Inline
	Span    diag.Span
}

// A Break is a thematic break.
type Break struct{}

// Notes holds the footnotes of a file, in the order of their numbers. It is
// the last block of the file.
type Notes struct {
	Notes []Note
}

// A Note is one footnote.
type Note struct {
	Number int
	ID     string // the anchor that references link to, without "#"
	Blocks []Block
}

func (*Paragraph) block()   {}
func (*Heading) block()     {}
func (*List) block()        {}
func (*Definitions) block() {}
func (*Quote) block()       {}
func (*Alert) block()       {}
func (*Code) block()        {}
func (*Table) block()       {}
func (*Figure) block()      {}
func (*Diagram) block()     {}
func (*Break) block()       {}
func (*Notes) block()       {}

// Style is a set of marks on a run.
type Style uint8

// The marks a run can bear.
const (
	Bold Style = 1 << iota
	Italic
	Mono
	Strike
	Superscript
	SmallCaps // set by templates only; writers without small capitals use Bold
)

// An Inline is a run of text of one style and one link.
//
// Where len(Text) equals the length of Span the bytes stand one to one in the
// source; otherwise the run is an atom (an entity, a variable) and Span is all
// of it. Text "\n" alone is a hard line break. White space inside Text is
// single spaces: soft line breaks are already folded.
type Inline struct {
	Text  string
	Style Style
	Link  string // "https://…", "mailto:…", "#id", or ""
	Span  diag.Span

	// PageOf asks for the number of the page on which the anchor of this id
	// stands; Text is empty then. Only templates set it.
	PageOf string

	// Use is set on a variable's value: where the variable stands, while Span
	// is where its value was written.
	Use diag.Span
}

// Plain returns built-in text as one run.
func Plain(text string) []Inline { return []Inline{{Text: text}} }

// Styled returns built-in text as one run with a style.
func Styled(text string, style Style) Inline { return Inline{Text: text, Style: style} }

// Linked returns built-in text as one run with a link.
func Linked(text, link string) Inline { return Inline{Text: text, Link: link} }

// Para returns a paragraph of the given runs.
func Para(runs ...Inline) *Paragraph { return &Paragraph{Inlines: runs} }
