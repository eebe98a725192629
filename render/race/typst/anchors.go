package typst

import (
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// places are the anchors that a document has, a link to any other being an
// error to Typst, and its footnotes, which Typst wants where they are referred
// to.
type places struct {
	known map[string]bool
	notes map[string]*prose.Note
}

func placesOf(doc *render.Document) *places {
	p := &places{make(map[string]bool), make(map[string]*prose.Note)}
	for _, b := range doc.Blocks {
		p.block(b)
	}
	for _, f := range render.Figures(doc.Blocks) {
		p.known[f.ID] = true
	}
	delete(p.known, "")
	return p
}

func (p *places) block(b render.Block) {
	switch b := b.(type) {
	case *render.Section:
		p.known[b.ID] = true
	case *render.Heading:
		p.known[b.ID] = true
	case *render.Placeholder:
		p.known[b.ID] = true
	case *render.Glance:
		p.known[b.ID] = true
		for _, inner := range b.Blocks {
			p.block(inner)
		}
	case *render.Matrix:
		p.known[b.ID] = true
		for _, r := range b.Rows {
			p.known[r.ID] = true
		}
	case *render.Prose:
		p.prose(b.Blocks)
	case *render.Notice:
		p.prose(b.Blocks)
	case *render.Table:
		p.known[b.ID] = true
		for _, r := range b.Rows {
			p.known[r.ID] = true
			p.cells(r.Lead)
			for _, inner := range r.Across {
				p.block(inner)
			}
			for _, band := range r.Bands {
				p.cells(band)
			}
		}
	}
}

func (p *places) cells(cells []render.Cell) {
	for _, c := range cells {
		p.known[c.ID] = true
		for _, b := range c.Blocks {
			p.block(b)
		}
	}
}

func (p *places) prose(blocks []prose.Block) {
	prose.Walk(blocks, func(b prose.Block) {
		switch b := b.(type) {
		case *prose.Heading:
			p.known[b.ID] = true
		case *prose.Notes:
			for i := range b.Notes {
				p.notes[b.Notes[i].ID] = &b.Notes[i]
			}
		}
	})
}
