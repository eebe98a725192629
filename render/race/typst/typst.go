// Package typst writes a document as a source for Typst, the way an author who
// knows it well would: headings, lists and tables are its own, contents come
// from its outline, pages from its counters, and the look from set and show
// rules. Paper, margins, fonts, sizes, leadings and the widths of columns are
// those of the theme, so that both engines set the same words in the same room.
package typst

import (
	"bytes"
	_ "embed"
	"fmt"
	"path"
	"strings"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

//go:embed style.typ
var style []byte

// Source returns the document as a Typst source, and the files that it refers
// to by name.
func Source(doc *render.Document, theme *render.Theme, fonts *font.Set) (source []byte, files map[string][]byte) {
	w := &writer{doc: doc, theme: theme, fonts: fonts, places: placesOf(doc), labelled: make(map[string]bool), files: make(map[string][]byte)}
	w.measure()
	w.preamble()
	w.out.Write(style)
	w.f("\n#set document(title: %s)\n", quoted(doc.Title))
	for i, b := range doc.Blocks {
		w.block(b, doc.Blocks[i+1:])
	}
	return w.out.Bytes(), w.files
}

// A writer collects the source.
type writer struct {
	*places
	out   bytes.Buffer
	doc   *render.Document
	theme *render.Theme
	fonts *font.Set
	files map[string][]byte

	full, text int // widths between the margins and of prose

	labelled map[string]bool // those written so far
	section  string          // number of the section in hand
	figures  int             // in the section so far
	depth    int             // of boxes, lists and cells around what is written
}

// f writes formatted source.
func (w *writer) f(format string, args ...any) { fmt.Fprintf(&w.out, format, args...) }

func (w *writer) measure() {
	page := &w.theme.Page
	width, _ := w.theme.Size(w.doc.Paper)
	w.full = width - page.Left.Len() - page.Right.Len()
	w.text = w.full - page.Column.Len() - page.Gutter.Len()
}

// label returns what a place is called, the first time it is asked for: a
// label must stand once only.
func (w *writer) label(id string) (string, bool) {
	if id == "" || w.labelled[id] {
		return "none", false
	}
	w.labelled[id] = true
	return named(id), true
}

// anchor writes a place that links lead to.
func (w *writer) anchor(id string) {
	if name, ok := w.label(id); ok {
		w.f("#anchor(%s);", name)
	}
}

// place writes the picture of a figure to a file and returns its name.
func (w *writer) place(name string, image render.Image) string {
	file := strings.ReplaceAll(strings.TrimSuffix(name, path.Ext(name)), "/", "-") + "." + image.Format
	w.files[file] = image.Data
	return file
}
