package soc2

import (
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/figures"
	"github.com/socdraft/socdraft/content/prose"
)

// figuresOf returns the diagrams that stand in a part of the description.
func (b *builder) figuresOf(part string) []prose.Block {
	kind := map[string]string{"infrastructure": content.NetworkDiagram, "data": content.DataFlowDiagram}[part]
	if kind == "" {
		return nil
	}
	var blocks []prose.Block
	for _, d := range figures.Of(b.e).Printed(kind) {
		blocks = append(blocks, d)
	}
	return blocks
}

// leading puts figures at the end of what a text says before its first heading:
// below, they would seem to be part of what the last heading is about.
func leading(text, figures []prose.Block) []prose.Block {
	at := slices.IndexFunc(text, func(b prose.Block) bool {
		switch b.(type) {
		case *prose.Heading, *prose.Notes:
			return true
		}
		return false
	})
	if at < 0 {
		at = len(text)
	}
	return slices.Concat(text[:at], figures, text[at:])
}
