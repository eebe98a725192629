package main

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// gridColumns is the width that a table keeps within, whatever the terminal's.
const gridColumns = 100

// A grid is a table in aligned columns, two spaces between them.
type grid struct {
	columns []column
	colour  bool
	rows    [][]string
	strong  []bool // rows in bold, where there is colour
}

// A column is as wide as what it holds, up to most. A flexible one gives way
// until the table keeps within its width.
type column struct {
	head     string
	right    bool
	most     int
	flexible bool
}

func (g *grid) add(strong bool, cells ...string) {
	g.rows = append(g.rows, cells)
	g.strong = append(g.strong, strong)
}

func (g *grid) write(b *bytes.Buffer) {
	widths := g.widths()
	heads := make([]string, len(g.columns))
	for i, c := range g.columns {
		heads[i] = c.head
	}
	b.WriteString(g.line(heads, widths) + "\n")
	for i, row := range g.rows {
		line := g.line(row, widths)
		if g.colour && g.strong[i] {
			line = "\x1b[1m" + line + "\x1b[0m"
		}
		b.WriteString(line + "\n")
	}
}

func (g *grid) widths() []int {
	widths := make([]int, len(g.columns))
	rest := gridColumns - 2*(len(g.columns)-1)
	for i, c := range g.columns {
		widths[i] = utf8.RuneCountInString(c.head)
		for _, row := range g.rows {
			widths[i] = max(widths[i], utf8.RuneCountInString(row[i]))
		}
		if !c.flexible {
			widths[i] = min(widths[i], c.most)
			rest -= widths[i]
		}
	}
	for i, c := range g.columns {
		if c.flexible {
			widths[i] = min(widths[i], rest)
		}
	}
	return widths
}

func (g *grid) line(cells []string, widths []int) string {
	var b strings.Builder
	for i, c := range g.columns {
		text := cut(cells[i], widths[i])
		blank := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(text))
		if c.right {
			text = blank + text
		} else {
			text += blank
		}
		if i > 0 {
			b.WriteString("  ")
		}
		b.WriteString(text)
	}
	return strings.TrimRight(b.String(), " ")
}

// cut shortens a text to the width; an ellipsis says so.
func cut(text string, width int) string {
	if utf8.RuneCountInString(text) <= width {
		return text
	}
	return strings.TrimRight(string([]rune(text)[:width-1]), " ") + "…"
}
