package plain

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
)

// blocks writes authored text.
func (w *writer) blocks(blocks []prose.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *prose.Paragraph:
			w.line(words(b.Inlines))
		case *prose.Heading:
			w.gap()
			w.line(strings.Repeat("#", b.Level) + " " + words(b.Inlines))
		case *prose.List:
			w.list(b)
		case *prose.Definitions:
			for _, d := range b.Items {
				w.line(words(d.Term.Inlines))
				w.within("  ", func() { w.blocks(d.Blocks) })
			}
		case *prose.Quote:
			w.within("> ", func() { w.blocks(b.Blocks) })
		case *prose.Alert:
			w.within("> ", func() {
				w.line("[" + strings.ToUpper(b.Kind) + "]")
				w.blocks(b.Blocks)
			})
		case *prose.Code:
			w.code(b)
		case *prose.Table:
			w.line(cells(b.Head))
			for _, row := range b.Rows {
				w.line(cells(row))
			}
		case *prose.Figure:
			w.line("[Figure: " + b.Alt + "] " + words(b.Caption))
		case *prose.Diagram:
			w.diagram(b)
		case *prose.Break:
			w.line("---")
		case *prose.Notes:
			w.notes(b)
		default:
			w.line(fmt.Sprintf("[%T]", b))
		}
	}
}

func (w *writer) list(l *prose.List) {
	for i, item := range l.Items {
		mark := "- "
		if l.Ordered {
			mark = fmt.Sprintf("%d. ", l.Start+i)
		}
		switch item.Task {
		case prose.TaskOpen:
			mark += "[ ] "
		case prose.TaskDone:
			mark += "[x] "
		}
		w.item(mark, item.Blocks)
	}
}

// item writes blocks with a mark before their first line.
func (w *writer) item(mark string, blocks []prose.Block) {
	if len(blocks) == 0 {
		w.line(mark)
		return
	}
	rest := blocks
	if p, ok := blocks[0].(*prose.Paragraph); ok {
		w.line(mark + words(p.Inlines))
		rest = blocks[1:]
	} else {
		w.line(mark)
	}
	w.within("  ", func() { w.blocks(rest) })
}

// code keeps its lines.
func (w *writer) code(c *prose.Code) {
	w.within("    ", func() {
		for line := range strings.SplitSeq(strings.TrimSuffix(c.Text, "\n"), "\n") {
			w.line(strings.ReplaceAll(line, "\t", "    "))
		}
	})
}

// diagram says what a drawn figure shows.
func (w *writer) diagram(d *prose.Diagram) {
	w.line("[Figure: " + words(d.Alt) + "] " + words(d.Caption))
	w.within("  ", func() {
		for i, said := range d.Connections() {
			w.line(fmt.Sprintf("%d. ", i+1) + words(said))
		}
		if said := d.Placement(); len(said) > 0 {
			w.line(words(said))
		}
	})
}

func (w *writer) notes(n *prose.Notes) {
	w.gap()
	for _, note := range n.Notes {
		w.item(fmt.Sprintf("[%d] ", note.Number), note.Blocks)
	}
}

func cells(row []prose.Cell) string {
	var b strings.Builder
	b.WriteString("|")
	for _, c := range row {
		b.WriteString(" " + strings.ReplaceAll(words(c.Inlines), "|", "\\|") + " |")
	}
	return b.String()
}

// Prose returns authored text as a draft in plain form says it.
func Prose(blocks []prose.Block) string {
	w := &writer{}
	w.blocks(blocks)
	return strings.TrimSuffix(w.out.String(), "\n")
}
