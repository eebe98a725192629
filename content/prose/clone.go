package prose

import "slices"

// Clone copies blocks as deep as EachInlines reaches, so that the copy can be
// expanded or relinked while the original stays as it was read.
func Clone(blocks []Block) []Block {
	copies := make([]Block, len(blocks))
	for i, b := range blocks {
		copies[i] = cloneBlock(b)
	}
	return copies
}

func cloneBlock(b Block) Block {
	switch b := b.(type) {
	case *Paragraph:
		return cloneParagraph(b)
	case *Heading:
		c := *b
		c.Inlines = slices.Clone(b.Inlines)
		return &c
	case *List:
		c := *b
		c.Items = make([]Item, len(b.Items))
		for i, item := range b.Items {
			c.Items[i] = Item{Task: item.Task, Blocks: Clone(item.Blocks)}
		}
		return &c
	case *Definitions:
		c := &Definitions{Items: make([]Definition, len(b.Items))}
		for i, d := range b.Items {
			c.Items[i] = Definition{Term: cloneParagraph(d.Term), Blocks: Clone(d.Blocks)}
		}
		return c
	case *Quote:
		return &Quote{Blocks: Clone(b.Blocks)}
	case *Alert:
		return &Alert{Kind: b.Kind, Blocks: Clone(b.Blocks)}
	case *Table:
		return cloneTable(b)
	case *Figure:
		c := *b
		c.Caption = slices.Clone(b.Caption)
		return &c
	case *Diagram:
		return b.clone()
	case *Notes:
		c := &Notes{Notes: make([]Note, len(b.Notes))}
		for i, n := range b.Notes {
			c.Notes[i] = Note{Number: n.Number, ID: n.ID, Blocks: Clone(n.Blocks)}
		}
		return c
	}
	return b // code and breaks have no runs
}

func cloneParagraph(p *Paragraph) *Paragraph {
	return &Paragraph{Inlines: slices.Clone(p.Inlines)}
}

func cloneTable(t *Table) *Table {
	c := *t
	c.Head = cloneCells(t.Head)
	c.Rows = make([][]Cell, len(t.Rows))
	for i, row := range t.Rows {
		c.Rows[i] = cloneCells(row)
	}
	return &c
}

func cloneCells(cells []Cell) []Cell {
	copies := make([]Cell, len(cells))
	for i, cell := range cells {
		copies[i] = Cell{Inlines: slices.Clone(cell.Inlines)}
	}
	return copies
}
