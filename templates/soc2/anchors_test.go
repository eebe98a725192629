package soc2_test

import (
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// anchors are the places of a document and those its links ask for.
type anchors struct {
	stand map[string]int
	asked []string
}

func anchorsOf(doc *render.Document) *anchors {
	a := &anchors{stand: map[string]int{}}
	for _, b := range doc.Blocks {
		a.block(b)
	}
	for _, f := range render.Figures(doc.Blocks) { // layout names them
		a.at(f.ID)
	}
	return a
}

func (a *anchors) at(id string) {
	if id != "" {
		a.stand[id]++
	}
}

func (a *anchors) ask(runs []prose.Inline) {
	for _, r := range runs {
		if id, ok := strings.CutPrefix(r.Link, "#"); ok {
			a.asked = append(a.asked, id)
		}
		if r.PageOf != "" {
			a.asked = append(a.asked, r.PageOf)
		}
	}
}

func (a *anchors) facts(facts []render.Fact) {
	for _, f := range facts {
		a.ask(f.Value)
	}
}

func (a *anchors) prose(blocks []prose.Block) {
	prose.EachInlines(blocks, func(r *[]prose.Inline) { a.ask(*r) })
	prose.Walk(blocks, func(b prose.Block) {
		if notes, ok := b.(*prose.Notes); ok {
			for _, n := range notes.Notes {
				a.at(n.ID)
			}
		}
	})
}

func (a *anchors) block(b render.Block) {
	switch b := b.(type) {
	case *render.Glance:
		a.at(b.ID)
		a.facts(b.Facts)
		a.facts(b.Shape)
	case *render.Contents:
		for _, l := range b.Lists {
			for _, e := range l.Entries {
				a.asked = append(a.asked, e.ID)
			}
		}
	case *render.Section:
		a.at(b.ID)
	case *render.Heading:
		a.at(b.ID)
	case *render.Prose:
		a.prose(b.Blocks)
	case *render.Notice:
		a.prose(b.Blocks)
	case *render.Facts:
		a.facts(b.Facts)
	case *render.Placeholder:
		a.at(b.ID)
		a.facts(b.Facts)
	case *render.Meta:
		a.ask(b.Inlines)
	case *render.Table:
		a.table(b)
	case *render.Matrix:
		a.at(b.ID)
		for _, r := range b.Rows {
			a.at(r.ID)
		}
		for _, c := range b.Controls {
			a.asked = append(a.asked, strings.TrimPrefix(c.Link, "#"))
		}
	}
}

func (a *anchors) table(t *render.Table) {
	a.at(t.ID)
	for _, row := range t.Rows {
		a.at(row.ID)
		for _, b := range row.Across {
			a.block(b)
		}
		for _, band := range append([][]render.Cell{row.Lead}, row.Bands...) {
			for _, c := range band {
				a.at(c.ID)
				for _, b := range c.Blocks {
					a.block(b)
				}
			}
		}
	}
}
