package layout

import (
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// block gives a block its pages, or stacks it for the next flush. Rest is what
// follows it in the document.
func (p *pager) block(b render.Block, rest []render.Block) {
	p.c.attend(b)
	switch b := b.(type) {
	case *render.Cover:
		p.flush()
		p.cover(b)
		p.apart(rest)
	case *render.NewPage:
		p.flush()
		p.apart(rest)
	case *render.Section:
		if !b.Run {
			p.flush()
			p.clear()
		}
		p.c.section(&p.stack, b, rest)
	case *render.Glance, *render.Contents:
		p.flush()
		p.clear()
		p.c.block(&p.stack, b, p.c.page())
		p.flush()
		p.apart(rest)
	case *render.Matrix:
		p.flush()
		p.matrix(b)
		p.apart(rest)
	default:
		l := p.c.page()
		if overTable(b, rest) {
			l.x, l.w = l.fullX, l.full
		}
		p.c.block(&p.stack, b, l)
		if len(rest) > 0 && introduces(b, rest[0]) {
			p.stack.hold()
		}
	}
}

// overTable reports whether a block is a heading right over a table of the full
// width, with nothing beside it: it starts where the table does.
func overTable(b render.Block, rest []render.Block) bool {
	h, ok := b.(*render.Heading)
	if !ok || len(h.Margin) > 0 || len(rest) == 0 {
		return false
	}
	t, ok := rest[0].(*render.Table)
	return ok && t.Caption == ""
}

// introduces reports whether a block ends in a colon before the table or list
// of facts that it announces.
func introduces(b, next render.Block) bool {
	switch next.(type) {
	case *render.Table, *render.Facts, *render.Placeholder:
	default:
		return false
	}
	text, ok := b.(*render.Prose)
	if !ok || len(text.Blocks) == 0 {
		return false
	}
	last, ok := text.Blocks[len(text.Blocks)-1].(*prose.Paragraph)
	return ok && endsInColon(last)
}

// clear starts a page unless the one in hand is empty.
func (p *pager) clear() {
	if len(p.pages) == 0 || !p.empty() {
		p.newPage()
	}
}

// apart starts a page for what follows, unless that brings its own page.
func (p *pager) apart(rest []render.Block) {
	for _, b := range rest {
		switch b := b.(type) {
		case *render.NewPage:
			continue
		case *render.Section:
			if !b.Run {
				return
			}
		case *render.Cover, *render.Glance, *render.Contents, *render.Matrix:
			return
		}
		p.clear()
		return
	}
}

// empty reports whether nothing stands on the page in hand.
func (p *pager) empty() bool {
	return len(p.under) == 0 && len(p.over) == 0 && len(p.foot.parts) == 0
}
