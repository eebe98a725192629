package soc2

import (
	"github.com/socdraft/socdraft/content/figures"
	"github.com/socdraft/socdraft/render"
)

// figures adds the diagrams of a kind. One that has nothing to draw is told to
// its author.
func (b *builder) figures(kind string) {
	model := figures.Of(b.e)
	for _, d := range b.e.Components.Diagrams {
		if d.Kind.Value != kind {
			continue
		}
		if drawn := model.Draw(d); len(drawn.Nodes) > 0 {
			b.add(render.NewProse(render.ByManagement, drawn))
		}
	}
}
