package typst

import (
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// anchors returns the places that the document has. A link to any other is an
// error to Typst.
func anchors(doc *render.Document) map[string]bool {
	known := make(map[string]bool)
	for _, b := range doc.Blocks {
		addAnchors(known, b)
	}
	delete(known, "")
	return known
}

func addAnchors(known map[string]bool, b render.Block) {
	switch b := b.(type) {
	case *render.Section:
		known[b.ID] = true
	case *render.Heading:
		known[b.ID] = true
	case *render.Placeholder:
		known[b.ID] = true
	case *render.Glance:
		known[b.ID] = true
		for _, inner := range b.Blocks {
			addAnchors(known, inner)
		}
	case *render.Matrix:
		known[b.ID] = true
		for _, r := range b.Rows {
			known[r.ID] = true
		}
	case *render.Prose:
		addProse(known, b.Blocks)
	case *render.Notice:
		addProse(known, b.Blocks)
	case *render.Table:
		known[b.ID] = true
		for _, r := range b.Rows {
			known[r.ID] = true
			addCells(known, r.Lead)
			for _, inner := range r.Across {
				addAnchors(known, inner)
			}
			for _, band := range r.Bands {
				addCells(known, band)
			}
		}
	}
}

func addCells(known map[string]bool, cells []render.Cell) {
	for _, c := range cells {
		known[c.ID] = true
		for _, b := range c.Blocks {
			addAnchors(known, b)
		}
	}
}

func addProse(known map[string]bool, blocks []prose.Block) {
	prose.Walk(blocks, func(b prose.Block) {
		switch b := b.(type) {
		case *prose.Heading:
			known[b.ID] = true
		case *prose.Notes:
			for _, n := range b.Notes {
				known[n.ID] = true
			}
		}
	})
}
