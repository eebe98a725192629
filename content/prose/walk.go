package prose

import "strings"

// Walk calls visit for every block, outer before inner, in reading order.
func Walk(blocks []Block, visit func(Block)) {
	for _, b := range blocks {
		visit(b)
		switch b := b.(type) {
		case *List:
			for _, item := range b.Items {
				Walk(item.Blocks, visit)
			}
		case *Definitions:
			for _, d := range b.Items {
				visit(d.Term)
				Walk(d.Blocks, visit)
			}
		case *Quote:
			Walk(b.Blocks, visit)
		case *Alert:
			Walk(b.Blocks, visit)
		case *Notes:
			for _, n := range b.Notes {
				Walk(n.Blocks, visit)
			}
		}
	}
}

// EachInlines calls visit for the runs of every paragraph, heading, cell and
// caption and for the words of diagrams, in reading order. Visit may replace them through the pointer.
func EachInlines(blocks []Block, visit func(*[]Inline)) {
	Walk(blocks, func(b Block) {
		switch b := b.(type) {
		case *Paragraph:
			visit(&b.Inlines)
		case *Heading:
			visit(&b.Inlines)
		case *Figure:
			visit(&b.Caption)
		case *Diagram:
			b.eachRuns(visit)
		case *Table:
			for i := range b.Head {
				visit(&b.Head[i].Inlines)
			}
			for _, row := range b.Rows {
				for i := range row {
					visit(&row[i].Inlines)
				}
			}
		}
	})
}

// Text returns the runs' text without marks.
func Text(runs []Inline) string {
	if len(runs) == 1 {
		return runs[0].Text
	}
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// BlocksText returns the visible words of blocks, a paragraph a line, without
// bullets and numbers: for text rules and comparisons.
func BlocksText(blocks []Block) string {
	var lines []string
	EachInlines(blocks, func(runs *[]Inline) {
		if len(*runs) > 0 {
			lines = append(lines, Text(*runs))
		}
	})
	Walk(blocks, func(b Block) {
		if c, ok := b.(*Code); ok {
			lines = append(lines, strings.TrimSuffix(c.Text, "\n"))
		}
	})
	return strings.Join(lines, "\n")
}
