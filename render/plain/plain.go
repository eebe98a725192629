// Package plain writes documents and workbooks as readable text: what reviewers
// compare in git and what the golden files hold.
//
// A document becomes one paragraph a line, with its headings marked; a workbook
// becomes tab-separated values. Pages are unknown here, so a dash stands for
// each page number. The entries are Document and Workbook; both are pure, and what
// they return ends with a line end.
package plain

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// Document returns the report as text.
func Document(doc *render.Document) []byte {
	w := &writer{}
	w.line("Title: " + doc.Title)
	w.line("Header: " + doc.Header)
	w.line("Mark: " + doc.Mark)
	w.line("Footer: " + doc.Footer)
	for _, b := range doc.Blocks {
		w.block(doc, b)
	}
	return w.out.Bytes()
}

// A writer collects lines. Blank lines stand between blocks, never twice.
type writer struct {
	out    bytes.Buffer
	indent string
	blank  bool
}

// line writes one line; what the text holds of line ends becomes a mark.
func (w *writer) line(text string) {
	text = strings.TrimRight(flat(text), " ")
	if text == "" {
		return
	}
	if w.blank && w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
	w.blank = false
	w.out.WriteString(w.indent + text + "\n")
}

// gap leaves one blank line before the next line.
func (w *writer) gap() { w.blank = true }

// within writes what f writes, indented.
func (w *writer) within(indent string, f func()) {
	before := w.indent
	w.indent += indent
	f()
	w.indent = before
}

// flat puts text on one line: hard line breaks become " / ", and a space that
// keeps words together on a page is a plain one.
func flat(text string) string {
	text = strings.NewReplacer("\r\n", " / ", "\n", " / ", "\r", " / ", "\u00a0", " ").Replace(text)
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, text)
}

// words returns runs as text. Links out of the document show their target,
// struck text its marks, note numbers their brackets, and pages a dash.
func words(runs []prose.Inline) string {
	var b strings.Builder
	for i, r := range runs {
		switch {
		case r.PageOf != "":
			b.WriteString("–")
		case r.Style&prose.Superscript != 0:
			b.WriteString("[" + r.Text + "]")
		case r.Style&prose.Strike != 0:
			b.WriteString("~~" + r.Text + "~~")
		default:
			b.WriteString(r.Text)
		}
		outside := r.Link != "" && !strings.HasPrefix(r.Link, "#")
		if outside && (i+1 == len(runs) || runs[i+1].Link != r.Link) && r.Link != r.Text && r.Link != "mailto:"+r.Text {
			b.WriteString(" <" + r.Link + ">")
		}
	}
	return b.String()
}

func (w *writer) facts(facts []render.Fact) {
	for _, f := range facts {
		w.line(f.Label + ": " + words(f.Value))
	}
}

// block writes one block of a document.
func (w *writer) block(doc *render.Document, b render.Block) {
	w.gap()
	switch b := b.(type) {
	case *render.Cover:
		w.cover(b)
	case *render.Glance:
		w.line("# " + b.Title)
		w.line(b.Label)
		w.facts(b.Facts)
		w.facts(b.Shape)
		for _, inner := range b.Blocks {
			w.block(doc, inner)
		}
	case *render.Contents:
		w.contents(doc, b)
	case *render.Section:
		w.section(b)
	case *render.Heading:
		w.heading(b)
	case *render.Prose:
		w.blocks(b.Blocks)
	case *render.Facts:
		w.line(b.Title)
		w.facts(b.Facts)
	case *render.Placeholder:
		w.placeholder(b)
	case *render.Notice:
		w.line("! " + b.Title)
		w.within("  ", func() { w.blocks(b.Blocks) })
	case *render.Table:
		w.table(b)
	case *render.Matrix:
		w.matrix(b)
	case *render.Meta:
		w.line("(" + words(b.Inlines) + ")")
	case *render.NewPage:
	default:
		w.line(fmt.Sprintf("[%T]", b))
	}
	w.gap()
}

func (w *writer) cover(c *render.Cover) {
	w.line(words(c.Band))
	w.gap()
	w.line("# " + c.Title)
	w.line(c.Name)
	w.line(c.Kind)
	for _, l := range c.Lines {
		w.line(l)
	}
	w.facts(c.Facts)
}

func (w *writer) section(s *render.Section) {
	title := s.Title
	if s.Number != "" {
		title = s.Number + " – " + title
	}
	w.line("# " + title)
	w.line(s.Line)
	w.line(s.Label)
}

func (w *writer) heading(h *render.Heading) {
	text := strings.Repeat("#", max(h.Level, 2)) + " " + words(h.Text)
	if len(h.Margin) > 0 {
		text += "  {" + strings.Join(h.Margin, "; ") + "}"
	}
	w.line(text)
}

func (w *writer) placeholder(p *render.Placeholder) {
	w.line(p.Text)
	w.within("  ", func() { w.facts(p.Facts) })
}

// contents lists what the contents of the pages list, without the pages.
func (w *writer) contents(doc *render.Document, c *render.Contents) {
	w.line("# " + c.Title)
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *render.Section:
			w.line("- " + strings.TrimSpace(b.Number+" "+b.Title))
		case *render.Heading:
			if b.Level == 2 && c.Levels >= 2 {
				w.line("  - " + words(b.Text))
			}
		}
	}
	for _, l := range c.Lists {
		w.gap()
		w.line(l.Title)
		for _, e := range l.Entries {
			w.line("- " + e.Text)
		}
	}
}
