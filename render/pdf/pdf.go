// Package pdf paints laid-out pages as a PDF. It is the only package that
// knows the PDF library, and uses little of it: fonts cut to the glyphs in
// use, images, links, bookmarks and the file around them. What stands on a
// page is our own content stream.
//
// The same pages always give the same bytes: dates come from the document, and
// what the library would leave to the order of a map is made unique first.
package pdf

import (
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/go-pdf/fpdf"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/render/pdf/finish"
)

// Write returns the pages as a PDF file.
func Write(doc *render.Document, res *layout.Result, fonts *font.Set) ([]byte, error) {
	return Begin(doc, fonts).Write(res)
}

// A Draft is a PDF that is begun while its pages are still laid out.
type Draft struct {
	doc   *render.Document
	fonts *font.Set
	begun chan *writer
}

// Begin prepares the fonts that nearly all documents use, which is the longest
// part of writing that only one processor can do.
func Begin(doc *render.Document, fonts *font.Set) *Draft {
	d := &Draft{doc, fonts, make(chan *writer, 1)}
	go func() {
		w := newWriter(doc, fonts)
		for _, f := range usualFaces {
			w.addFont(f)
		}
		d.begun <- w
	}()
	return d
}

// Write returns the pages as a PDF file. It is called once.
func (d *Draft) Write(res *layout.Result) ([]byte, error) {
	w, doc, fonts := <-d.begun, d.doc, d.fonts
	if !w.needs(usedFaces(res)) {
		w = newWriter(doc, fonts) // a font that no page uses would be in the file
	}
	if err := w.registerFonts(res); err != nil {
		return nil, err
	}
	w.registerShapes(res)
	if err := w.registerImages(res); err != nil {
		return nil, err
	}
	streams, marks := w.stream.paint(res, w.images)
	for i := range streams {
		w.page(&res.Pages[i], streams[i])
		streams[i] = nil // the library has its copy
	}
	w.bookmarks(res)
	w.registerRunes()
	var out output
	if err := w.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("write %s.pdf: %w", doc.Name, err)
	}
	names := make(finish.Names)
	for f := range font.Faces {
		names[f.String()] = fonts.Font(f).Name
	}
	return finish.File(out, names, w.tags(res, marks))
}

// An output takes over what the library writes. That is the whole file at
// once, and the library is done with it then, so it need not be copied.
type output []byte

func (o *output) Write(p []byte) (int, error) {
	if *o == nil {
		*o = p[:len(p):len(p)]
	} else {
		*o = append(*o, p...)
	}
	return len(p), nil
}

// A writer carries the library's document and what was learned from it.
type writer struct {
	doc    *render.Document
	fonts  *font.Set
	pdf    *fpdf.Fpdf
	added  [font.Faces]bool
	stream stream

	images   map[string]string            // resource name of each image
	pictures map[[sha256.Size]byte]string // and of its bytes
	shapes   map[shapeKey]fpdf.Template
}

func newWriter(doc *render.Document, fonts *font.Set) *writer {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 612, Ht: 792}})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	pdf.SetCompression(false) // finish does it, on all processors
	pdf.SetTitle(basic(doc.Title), true)
	pdf.SetProducer("socdraft", false)
	if doc.Lang != "" {
		pdf.SetLang(doc.Lang)
	}
	date := dateOf(doc)
	pdf.SetCreationDate(date)
	pdf.SetModificationDate(date)
	w := &writer{doc: doc, fonts: fonts, pdf: pdf, images: make(map[string]string),
		pictures: make(map[[sha256.Size]byte]string), shapes: make(map[shapeKey]fpdf.Template)}
	w.stream.fonts = fonts
	return w
}

// page adds one page.
func (w *writer) page(p *layout.Page, content []byte) {
	w.pdf.AddPageFormat("P", fpdf.SizeType{Wd: pt(p.Width), Ht: pt(p.Height)})
	w.paintShapes(p)
	w.pdf.RawWriteStr(string(content)) // at once; from a reader it grows bit by bit
}

// dateOf returns the date that the file bears.
func dateOf(doc *render.Document) time.Time {
	if doc.Date.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	return doc.Date.UTC()
}

// pt returns a length in points, for the library.
func pt(length int) float64 { return float64(length) / 1000 }
