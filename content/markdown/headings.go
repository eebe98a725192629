package markdown

import (
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// skippedHeadings reports headings that are more than one level below the one
// before. A text may begin with level 1 or 2, since its title is often ours.
func skippedHeadings(blocks []prose.Block, list *diag.List) {
	level := 1
	prose.Walk(blocks, func(b prose.Block) {
		h, ok := b.(*prose.Heading)
		if !ok {
			return
		}
		if h.Level > level+1 {
			list.Add(SkippedHeading, h.Span, "heading of level %d skips level %d", h.Level, level+1).
				Suggest("begin the line with %d number signs: readers who listen to the report go from level to level", level+1)
		}
		level = h.Level
	})
}
