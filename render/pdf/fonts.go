package pdf

import (
	"bytes"
	"errors"
	"regexp"

	"github.com/go-pdf/fpdf"

	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
)

// The library keeps the names of its font resources and the runes it will
// embed to itself. A template shares its fonts with the document, so text set
// in a template that is never placed registers the runes, and the template's
// bytes tell the name.

var fontName = regexp.MustCompile(`/(F[0-9a-f]+) `)

var errNoResource = errors.New("the PDF library names its resources in an unknown way")

// registerFonts adds the fonts in use and learns their resource names. The
// regular face is always among them, for templates and bookmarks start from
// it.
func (w *writer) registerFonts(res *layout.Result) error {
	used := usedFaces(res)
	for f, ok := range used {
		if ok {
			w.addFont(font.Face(f))
		}
	}
	w.pdf.SetFont(font.Regular.String(), "", 10)
	for f := range font.Faces {
		if !used[f] {
			continue
		}
		t := w.hidden(func(t *fpdf.Tpl) { t.SetFont(f.String(), "", 10) })
		found := fontName.FindAllSubmatch(t, -1)
		if len(found) == 0 {
			return errNoResource
		}
		w.stream.names[f] = string(found[len(found)-1][1]) // the first is the font it started with
	}
	return w.pdf.Error()
}

// usualFaces are those of nearly every document.
var usualFaces = [...]font.Face{font.Regular, font.Semibold, font.Mono}

// addFont adds a font once.
func (w *writer) addFont(f font.Face) {
	if !w.added[f] {
		w.added[f] = true
		// The library writes into the bytes it is given.
		w.pdf.AddUTF8FontFromBytes(f.String(), "", bytes.Clone(w.fonts.Font(f).Data))
	}
}

// needs reports whether all fonts that were added are used.
func (w *writer) needs(used [font.Faces]bool) bool {
	for f, added := range w.added {
		if added && !used[f] {
			return false
		}
	}
	return true
}

func usedFaces(res *layout.Result) (used [font.Faces]bool) {
	used[font.Regular] = true
	for i := range res.Pages {
		for k := range res.Pages[i].Items {
			if it := &res.Pages[i].Items[k]; it.Kind == layout.Text {
				used[it.Face] = true
			}
		}
	}
	return used
}

// registerRunes tells the library which glyphs each font needs.
func (w *writer) registerRunes() {
	for f := range font.Faces {
		if used := w.stream.used[f].runes(); len(used) > 0 {
			w.hidden(func(t *fpdf.Tpl) {
				t.SetFont(f.String(), "", 10)
				t.Text(0, 0, string(used))
			})
		}
	}
}

// hidden returns the bytes of a template that is never placed.
func (w *writer) hidden(draw func(*fpdf.Tpl)) []byte {
	return w.pdf.CreateTemplateCustom(fpdf.PointType{}, fpdf.SizeType{Wd: 10, Ht: 10}, draw).Bytes()
}
