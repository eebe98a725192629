package typst

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// block writes a block of the document. Rest is what follows it.
func (w *writer) block(b render.Block, rest []render.Block) {
	switch b := b.(type) {
	case *render.Cover:
		w.cover(b)
	case *render.Glance:
		w.glance(b)
	case *render.Contents:
		w.contents(b)
	case *render.Section:
		w.openSection(b, rest)
	case *render.Heading:
		w.heading(b)
	case *render.Prose:
		w.prose(b)
	case *render.Facts:
		if b.Title != "" {
			w.f("#block(styled(\"table-caption\", %s))\n", content(b.Title))
		}
		w.facts(b.Facts, w.text, true, "fact-label", "fact")
	case *render.Placeholder:
		w.placeholder(b, "placeholder")
	case *render.Notice:
		w.f("#notice(%s)[\n", content(b.Title))
		w.within(func() { w.blocks(b.Blocks) })
		w.f("]\n\n")
	case *render.Table:
		w.table(b)
	case *render.Matrix:
		w.matrix(b)
	case *render.Meta:
		w.f("#meta%s\n\n", w.bracketed(b.Inlines))
	case *render.NewPage:
		w.f("#pagebreak(weak: true)\n\n")
	}
}

// within writes what stands inside a box, a list or a cell.
func (w *writer) within(write func()) {
	w.depth++
	write()
	w.depth--
}

func (w *writer) prose(b *render.Prose) {
	if !b.Quiet {
		w.blocks(b.Blocks)
		return
	}
	w.f("#quiet[\n")
	w.blocks(b.Blocks)
	w.f("]\n\n")
}

func (w *writer) cover(b *render.Cover) {
	fill := "colors.band-fill"
	if b.Public {
		fill = "colors.warm-fill"
	}
	band := "none"
	if len(b.Band) > 0 {
		band = w.bracketed(b.Band)
	}
	w.f("#cover(%s, %s, %s, %s, %s, %s, (", fill, band, w.logo(b.Logo), content(b.Name), content(b.Kind), content(b.Title))
	for _, line := range b.Lines {
		w.f("%s, ", content(line))
	}
	w.f("))[\n")
	w.facts(b.Facts, w.text, true, "fact-label", "fact")
	w.f("]\n\n")
}

// logo returns the picture of a logo, none where there is none.
func (w *writer) logo(l render.Logo) string {
	image, ok := w.doc.Images[l.Name]
	if !ok || image.Width <= 0 || image.Height <= 0 {
		return "none"
	}
	width := min(image.Width*750, w.theme.Length("logo-width"), w.theme.Length("logo-height")*image.Width/image.Height)
	return fmt.Sprintf("image(%s, width: %s)", quoted(w.place(l.Name, image)), pt(width))
}

func (w *writer) glance(b *render.Glance) {
	name, _ := w.label(b.ID)
	w.f("#glance(%s, %s, %s, [\n", content(b.Title), name, content(b.Label))
	w.facts(b.Facts, w.full*57/100, true, "fact-label", "fact")
	w.f("], shape(\n")
	for _, f := range b.Shape {
		w.f("  %s, %s,\n", content(f.Label), w.bracketed(f.Value))
	}
	w.f("))\n#wide[\n")
	for _, inner := range b.Blocks {
		w.block(inner, nil)
	}
	w.f("]\n\n")
}

func (w *writer) contents(b *render.Contents) {
	w.f("#pagebreak(weak: true)\n#contents(%s, %d)\n", content(b.Title), b.Levels)
	for _, list := range b.Lists {
		if len(list.Entries) == 0 {
			continue
		}
		w.f("#contents-list(%s)\n", content(list.Title))
		for _, e := range list.Entries {
			w.entry("contents-3", prose.Plain(e.Text), e.ID)
		}
	}
	w.f("\n")
}

// entry writes a line of a list of places.
func (w *writer) entry(style string, text []prose.Inline, id string) {
	name := "none"
	if w.known[id] {
		name = named(id)
	}
	plain := make([]prose.Inline, len(text))
	for i, in := range text {
		in.Link = ""
		plain[i] = in
	}
	w.f("#entry(%s, none, %s)%s\n", quoted(style), name, w.bracketed(plain))
}

func (w *writer) openSection(b *render.Section, rest []render.Block) {
	w.section, w.figures = b.Number, 0
	name, _ := w.label(b.ID)
	w.f("#section(%s, %s, %s, (", orNone(b.Number), content(b.Title), name)
	if b.Line != "" {
		w.f("(\"section-line\", %s), ", content(b.Line))
	}
	if b.Label != "" {
		w.f("(\"section-label\", %s), ", content(b.Label))
	}
	w.f("))\n")
	if b.Outline {
		w.outline(rest)
	}
	w.f("#section-rule()\n\n")
}

// outline lists the level-2 headings up to the next section.
func (w *writer) outline(rest []render.Block) {
	for _, b := range rest {
		switch b := b.(type) {
		case *render.Section, *render.Cover:
			return
		case *render.Heading:
			if b.Level == 2 {
				w.entry("contents-2", b.Text, b.ID)
			}
		}
	}
}

func (w *writer) heading(b *render.Heading) {
	if len(b.Margin) > 0 {
		notes := make([]string, len(b.Margin))
		for i, note := range b.Margin {
			notes[i] = content(note)
		}
		defer w.f("\n")
		w.mark(b.ID, min(max(b.Level, 2), 4), b.Text, true)
		w.f("#beside(%s)\n", strings.Join(notes, ", "))
		return
	}
	w.mark(b.ID, min(max(b.Level, 2), 4), b.Text, true)
	w.f("\n")
}

// mark writes a heading with its label.
func (w *writer) mark(id string, level int, text []prose.Inline, outlined bool) {
	name, ok := w.label(id)
	if outlined && w.depth == 0 {
		w.f("%s ", strings.Repeat("=", level))
		w.runs(text)
		if ok {
			w.f(" %s", name)
		}
		w.f("\n")
		return
	}
	w.f("#heading(level: %d, outlined: false, bookmarked: %t)%s", level, w.depth == 0, w.bracketed(text))
	if ok {
		w.f("%s", name)
	}
	w.f("\n")
}

// facts writes labels and what is so, side by side; labels take two fifths of
// the width at most.
func (w *writer) facts(facts []render.Fact, width int, ruled bool, label, value string) {
	if len(facts) == 0 {
		return
	}
	first := 0
	for _, f := range facts {
		first = max(first, w.width(label, f.Label))
	}
	w.f("#facts(%s, %t, %s, %s,\n", pt(min(first+1, width*2/5)), ruled, quoted(label), quoted(value))
	for _, f := range facts {
		w.f("  %s, %s,\n", content(f.Label), w.bracketed(f.Value))
	}
	w.f(")\n\n")
}

func (w *writer) placeholder(b *render.Placeholder, style string) {
	w.f("#placeholder(%s, %s)[", quoted(style), content(b.Text))
	w.anchor(b.ID)
	label, value := "fact-label", "fact"
	if style != "placeholder" {
		label, value = "meta", "table"
	}
	w.facts(b.Facts, w.text, false, label, value)
	w.f("]\n\n")
}
