package main

import (
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/render/plain"
)

// knownWords returns the words of a document.
func knownWords(doc *render.Document) map[string]bool {
	known := make(map[string]bool)
	for _, word := range wordsOf(string(plain.Document(doc))) {
		known[word] = true
	}
	return known
}

// repeatedWords returns the words of running lines and of heads that stand
// again on each page: other page ends repeat others of them.
func repeatedWords(doc *render.Document, theme *render.Theme) map[string]bool {
	repeated := make(map[string]bool)
	add := func(text string) {
		for _, word := range wordsOf(text) {
			repeated[word] = true
		}
	}
	pages, _ := layout.Pages(doc, theme, font.Embedded())
	for i := range pages.Pages {
		for k := range pages.Pages[i].Items {
			if it := &pages.Pages[i].Items[k]; it.Furniture {
				add(it.Text)
			}
		}
	}
	for _, b := range doc.Blocks {
		heads(b, add)
	}
	return repeated
}

// heads calls visit for what a table or matrix repeats.
func heads(b render.Block, visit func(string)) {
	switch b := b.(type) {
	case *render.Table:
		for _, c := range b.Columns {
			visit(c.Head)
		}
	case *render.Matrix:
		for _, c := range b.Controls {
			visit(c.ID)
		}
		for _, r := range b.Rows { // again for each part of a wide matrix
			visit(r.Series + " " + r.ID + " " + r.Title + " " + r.Through)
		}
	case *render.Prose:
		prose.Walk(b.Blocks, func(b prose.Block) {
			if t, ok := b.(*prose.Table); ok {
				for _, c := range t.Head {
					visit(prose.Text(c.Inlines))
				}
			}
		})
	}
}
