package typst

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// pt returns a length of the theme as Typst writes it.
func pt(length int) string { return strconv.FormatFloat(float64(length)/1000, 'f', -1, 64) + "pt" }

func color(c render.Color) string { return fmt.Sprintf(`rgb("#%06x")`, uint32(c)) }

// preamble writes what the theme gives.
func (w *writer) preamble() {
	t := w.theme
	w.f("#let fonts = (%s, %s)\n", quoted(families[font.Regular]), quoted(families[font.Mono]))
	w.f("#let colors = (\n")
	for _, name := range slices.Sorted(maps.Keys(t.Colors)) {
		w.f("  %s: %s,\n", name, color(t.Colors[name]))
	}
	w.f(")\n#let lengths = (\n")
	for _, name := range slices.Sorted(maps.Keys(t.Lengths)) {
		w.f("  %s: %s,\n", name, pt(t.Length(name)))
	}
	w.f(")\n#let styles = (\n")
	for _, name := range slices.Sorted(maps.Keys(t.Text)) {
		w.f("  %s: %s,\n", name, w.textStyle(t.Text[name]))
	}
	w.f(")\n")
	w.frame()
}

// textStyle returns a style. Its lines are as high as its leading, the type in
// the middle of it.
func (w *writer) textStyle(s render.TextStyle) string {
	face := faceOf(s.Face)
	weight, slant := 400, "normal"
	if face == font.Semibold || face == font.SemiboldItalic {
		weight = 600
	}
	if face == font.Italic || face == font.SemiboldItalic {
		slant = "italic"
	}
	family := "fonts"
	if face == font.Mono {
		family = "fonts.at(1)"
	}
	size, leading := s.Size.Len(), s.Leading.Len()
	above := (leading + w.fonts.Font(face).CapHeight*size/1000) / 2
	return fmt.Sprintf("(font: %s, weight: %d, style: %s, size: %s, fill: %s, tracking: %s, top-edge: %s, bottom-edge: %s)", family, weight,
		quoted(slant), pt(size), color(w.theme.Color(s.Color)), pt(s.Track.Len()), pt(above), pt(above-leading))
}

func (w *writer) frame() {
	p := &w.theme.Page
	width, height := w.theme.Size(w.doc.Paper)
	w.f("#let frame = (width: %s, height: %s, left: %s, right: %s, top: %s, bottom: %s, header: %s, column: %s, gutter: %s)\n",
		pt(width), pt(height), pt(p.Left.Len()), pt(p.Right.Len()), pt(p.Top.Len()), pt(p.Bottom.Len()), pt(p.Header.Len()),
		pt(p.Column.Len()), pt(p.Gutter.Len()))
	w.f("#let running = (header: %s, mark: %s, footer: %s)\n", content(w.doc.Header), content(w.doc.Mark), content(w.doc.Footer))
	w.f("#let watermark = %s\n", orNone(w.doc.Watermark))
}

// families are the names by which Typst knows the fonts.
var families = [font.Faces]string{
	font.Regular: "Source Sans 3", font.Semibold: "Source Sans 3", font.Italic: "Source Sans 3",
	font.SemiboldItalic: "Source Sans 3", font.Mono: "Liberation Mono",
}

func faceOf(name string) font.Face {
	for f := range font.Faces {
		if f.String() == name {
			return f
		}
	}
	return font.Regular
}
