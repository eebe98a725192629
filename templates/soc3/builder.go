package soc3

import (
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
)

// A builder collects the blocks of one draft in printed order.
type builder struct {
	f      *public.Facts
	in     Input
	list   *diag.List
	parts  []part
	blocks []render.Block
	taken  map[string]bool // anchors given so far
}

func (b *builder) add(blocks ...render.Block) { b.blocks = append(b.blocks, blocks...) }

// anchor returns the id, or a numbered form of it where the id is taken.
func (b *builder) anchor(id string) string {
	for id != "" && b.taken[id] {
		id += "-2"
	}
	b.taken[id] = true
	return id
}

// heading adds a level-2 heading.
func (b *builder) heading(whose render.Owner, id, text string) {
	b.add(&render.Heading{By: render.By{Whose: whose}, ID: b.anchor(id), Level: 2, Text: prose.Plain(text)})
}

// placeholder adds a placeholder with its facts.
func (b *builder) placeholder(whose render.Owner, text string, facts ...render.Fact) {
	b.add(&render.Placeholder{By: render.By{Whose: whose}, Text: text, Facts: facts})
}

// missing adds a placeholder for words that management has yet to supply.
func (b *builder) missing(what string, facts ...render.Fact) {
	b.placeholder(render.ByManagement, "[MANAGEMENT TO PROVIDE – "+what+"]", facts...)
}

// lowestLevel is the deepest heading of the report.
const lowestLevel = 4

// authored adds an authored file: its headings of level 2 stand right below
// the part's title, and none skips a level.
func (b *builder) authored(blocks []prose.Block) {
	var chunk []prose.Block
	flush := func() {
		if len(chunk) > 0 {
			b.add(render.NewProse(render.ByManagement, chunk...))
			chunk = nil
		}
	}
	level := 1
	for _, block := range blocks {
		h, ok := block.(*prose.Heading)
		if !ok {
			chunk = append(chunk, block)
			continue
		}
		flush()
		level = min(max(h.Level, 2), level+1, lowestLevel)
		b.add(&render.Heading{By: render.By{Whose: render.ByManagement}, ID: b.anchor(h.ID), Level: level, Text: h.Inlines})
	}
	flush()
}

func plain(text string) prose.Inline { return prose.Inline{Text: text} }

// authoredText is one run of authored text.
func authoredText(t public.Text) prose.Inline { return prose.Inline{Text: t.Value, Span: t.Span} }

// strong is authored text in bold.
func strong(t public.Text) prose.Inline {
	return prose.Inline{Text: t.Value, Span: t.Span, Style: prose.Bold}
}

func fact(label string, value ...prose.Inline) render.Fact {
	return render.Fact{Label: label, Value: value}
}

// words is a fact that the tool says in its own words.
func words(label, value string) render.Fact { return fact(label, plain(value)) }

// proseCell is a cell of authored long text.
func proseCell(p public.Prose) render.Cell {
	return render.Cell{Blocks: []render.Block{render.NewProse(render.ByManagement, prose.Clone(p.Blocks)...)}}
}

// textCell is a cell of one paragraph in management's words.
func textCell(runs ...prose.Inline) render.Cell {
	return render.PlainCell(render.ByManagement, runs...)
}
