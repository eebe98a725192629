package soc2

import (
	"github.com/socdraft/socdraft/content/figures"
	"github.com/socdraft/socdraft/render"
)

// figures adds the diagrams of a kind.
func (b *builder) figures(kind string) {
	for _, d := range figures.Of(b.e).Printed(kind) {
		b.add(render.NewProse(render.ByManagement, d))
	}
}
