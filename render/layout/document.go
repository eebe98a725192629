package layout

import "github.com/socdraft/socdraft/render"

// block gives a block its pages, or stacks it for the next flush. Rest is what
// follows it in the document.
func (p *pager) block(b render.Block, rest []render.Block) {
	switch b := b.(type) {
	case *render.Cover:
		p.flush()
		p.cover(b)
		p.apart(rest)
	case *render.NewPage:
		p.flush()
		p.apart(append([]render.Block{b}, rest...))
	case *render.Section:
		p.flush()
		p.clear()
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
		p.c.block(&p.stack, b, p.c.page())
	}
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
		switch b.(type) {
		case *render.NewPage:
			continue
		case *render.Cover, *render.Section, *render.Glance, *render.Contents, *render.Matrix:
			return
		}
		p.clear()
		return
	}
}

// empty reports whether nothing stands on the page in hand.
func (p *pager) empty() bool { return len(p.under) == 0 && len(p.over) == 0 }
