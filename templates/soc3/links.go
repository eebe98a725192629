package soc3

import (
	"strings"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// DeadLink is a link of authored text to a place that the report does not
// have: most are links to parts of the SOC 2.
var DeadLink = diag.SameInBoth("WD-003", "dead-public-link", diag.Warning,
	"text of the SOC 3 links to something that the SOC 3 does not have")

// Rules lists the rules of this package by number.
var Rules = []*diag.Rule{LeakedControl, LeakedTest, LeakedStatement, RestrictedUse, WrongForm, DeadLink}

// unlink turns links to places that the report does not have into plain text,
// each with a finding. The blocks belong to this draft alone.
func (b *builder) unlink() {
	for _, block := range b.blocks {
		eachProse(block, func(p *render.Prose) {
			prose.Walk(p.Blocks, func(block prose.Block) {
				if n, ok := block.(*prose.Notes); ok {
					for _, note := range n.Notes {
						b.taken[note.ID] = true
					}
				}
			})
		})
	}
	for _, block := range b.blocks {
		if h, ok := block.(*render.Heading); ok {
			b.unlinkRuns(h.Text)
		}
		eachProse(block, func(p *render.Prose) {
			prose.EachInlines(p.Blocks, func(runs *[]prose.Inline) { b.unlinkRuns(*runs) })
		})
	}
}

func (b *builder) unlinkRuns(runs []prose.Inline) {
	for i, r := range runs {
		to, ok := strings.CutPrefix(r.Link, "#")
		if !ok || b.taken[to] {
			continue
		}
		runs[i].Link = ""
		b.list.Add(DeadLink, r.Span, "the SOC 3 has no place %q to link to", to).
			Suggest("leave the link out; the words print without it")
	}
}

// eachProse calls visit for the prose of a block, that of its cells included.
func eachProse(block render.Block, visit func(*render.Prose)) {
	switch block := block.(type) {
	case *render.Prose:
		visit(block)
	case *render.Table:
		for _, row := range block.Rows {
			for _, band := range row.Bands {
				for _, cell := range band {
					for _, inner := range cell.Blocks {
						eachProse(inner, visit)
					}
				}
			}
		}
	}
}
