package typst

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// blocks writes prose.
func (w *writer) blocks(blocks []prose.Block) {
	for _, b := range blocks {
		w.proseBlock(b)
	}
}

func (w *writer) proseBlock(b prose.Block) {
	switch b := b.(type) {
	case *prose.Paragraph:
		w.runs(b.Inlines)
		w.f("\n\n")
	case *prose.Heading:
		w.mark(b.ID, min(max(b.Level, 2), 4), b.Inlines, false)
	case *prose.List:
		w.list(b)
	case *prose.Definitions:
		for _, d := range b.Items {
			if d.Term != nil {
				w.f("#strong%s\n\n", w.bracketed(d.Term.Inlines))
			}
			w.f("#pad(left: lengths.list-indent)[\n")
			w.within(func() { w.blocks(d.Blocks) })
			w.f("]\n\n")
		}
	case *prose.Quote:
		w.f("#quote-box[\n")
		w.within(func() { w.blocks(b.Blocks) })
		w.f("]\n\n")
	case *prose.Alert:
		w.alert(b)
	case *prose.Code:
		w.f("#code(%s)\n\n", quoted(strings.TrimSuffix(b.Text, "\n")))
	case *prose.Table:
		w.proseTable(b)
	case *prose.Figure:
		w.figure(b)
	case *prose.Diagram:
		w.diagram(b)
	case *prose.Break:
		w.f("#short-rule()\n\n")
	}
}

func (w *writer) list(b *prose.List) {
	if b.Ordered {
		w.f("#enum(start: %d,\n", b.Start)
		for i := range b.Items {
			w.item(&b.Items[i])
			w.f(",\n")
		}
		w.f(")\n\n")
		return
	}
	w.f("#list(\n")
	for i := range b.Items {
		w.item(&b.Items[i])
		w.f(",\n")
	}
	w.f(")\n\n")
}

func (w *writer) item(item *prose.Item) {
	w.f("[")
	switch item.Task {
	case prose.TaskOpen:
		w.f("☐ ")
	case prose.TaskDone:
		w.f("☑ ")
	}
	w.within(func() { w.blocks(item.Blocks) })
	w.f("]")
}

func (w *writer) alert(b *prose.Alert) {
	ink := "colors.accent"
	if b.Kind == "warning" || b.Kind == "caution" {
		ink = "colors.exception"
	}
	name := "Note"
	if b.Kind != "" {
		name = strings.ToUpper(b.Kind[:1]) + b.Kind[1:]
	}
	w.f("#alert(%s, %s)[\n", content(name), ink)
	w.within(func() { w.blocks(b.Blocks) })
	w.f("]\n\n")
}

// diagram writes the caption of a drawn figure and the list of what it connects:
// typst has no layout of graphs, which is not raced.
func (w *writer) diagram(b *prose.Diagram) {
	name := w.figureNumber()
	w.f("#picture(none, 0pt, %s, %s)\n%s\n\n", content(name), w.bracketed(b.Caption), escaped("["+prose.Text(b.Alt)+"]"))
	list := &prose.List{Ordered: true, Start: 1}
	for _, said := range b.Connections() {
		list.Items = append(list.Items, prose.Item{Blocks: []prose.Block{&prose.Paragraph{Inlines: said}}})
	}
	w.list(list)
	if said := b.Placement(); len(said) > 0 {
		w.blocks([]prose.Block{&prose.Paragraph{Inlines: said}})
	}
}

// figureNumber returns the words that name the next figure, whose anchor it
// writes.
func (w *writer) figureNumber() string {
	w.figures++
	name := render.FigureName(w.section, w.figures)
	w.anchor(render.FigureAnchor(name))
	return name
}

// figure writes a picture as wide as it is at 96 pixels an inch, within its
// bounds.
func (w *writer) figure(b *prose.Figure) {
	name := w.figureNumber()
	image, ok := w.doc.Images[b.Path]
	if !ok || image.Width <= 0 || image.Height <= 0 {
		w.f("#picture(none, 0pt, %s, %s)\n%s\n\n", content(name), w.bracketed(b.Caption), escaped("["+b.Alt+"]"))
		return
	}
	width := image.Width * 750
	room := w.text
	if width > room {
		room = w.full
		width = min(width, room)
	}
	_, height := w.theme.Size(w.doc.Paper)
	if h := width * image.Height / image.Width; h > height*58/100 {
		width = width * (height * 58 / 100) / h
	}
	figure := fmt.Sprintf("picture(%s, %s, %s, %s)", quoted(w.place(b.Path, image)), pt(width), content(name), w.bracketed(b.Caption))
	if width > w.text {
		figure = "wide(" + figure + ")"
	}
	w.f("#%s\n\n", figure)
}
