// Package diagram lays out a prose.Diagram: boxes in layers along the flow,
// frames around groups, edges in right angles. Layout gives a Scene of plain
// marks at fixed points, which any writer can paint with lines, polygons and
// text; prose.Diagram.Connections says the same in sentences.
//
// The method is the layered one: cycles are opened in the author's order,
// nodes get ranks, long edges a bend in every rank they pass, groups stay
// together within their ranks, crossings are lessened by sweeps, and what
// remains is two one-dimensional questions. Across the flow, each bend and
// each frame's side is one number under constraints; along it, each edge that
// turns gets a track of its own between two ranks.
//
// All lengths are integers in thousandths of a point; the same diagram gives
// the same marks everywhere.
package diagram

import (
	"fmt"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// The largest diagram that is laid out. A larger one could not be read on a
// page, and would take longer than the rest of the report.
const (
	MaxNodes  = 200
	MaxEdges  = 400
	MaxGroups = 100
	MaxText   = 50_000 // bytes of all labels
)

// Options is what a layout depends on besides the diagram.
type Options struct {
	Width     int // what the scene may take at most
	MaxHeight int
	Theme     *render.Theme
	Fonts     *font.Set
}

// TooLarge tells what is too much of a diagram, or "".
func TooLarge(d *prose.Diagram) string {
	for _, c := range []struct {
		n, most int
		what    string
	}{
		{len(d.Nodes), MaxNodes, "nodes"},
		{len(d.Edges), MaxEdges, "edges"},
		{len(d.Groups), MaxGroups, "groups"},
		{textSize(d), MaxText, "bytes of labels"},
	} {
		if c.n > c.most {
			return fmt.Sprintf("%d %s, and %d at most can be laid out", c.n, c.what, c.most)
		}
	}
	return ""
}

// textSize returns the bytes of all labels.
func textSize(d *prose.Diagram) int {
	n := 0
	add := func(runs []prose.Inline) {
		for i := range runs {
			n += len(runs[i].Text)
		}
	}
	for i := range d.Groups {
		add(d.Groups[i].Label)
	}
	for i := range d.Nodes {
		add(d.Nodes[i].Label)
	}
	for i := range d.Edges {
		add(d.Edges[i].Label)
	}
	return n
}

// Layout lays a diagram out within the width and height of the options. It
// turns the flow where that lets the letters keep their size, and else shrinks
// the scene: see Scene.Scale. One that is too large gives an empty scene; ask
// TooLarge first.
func Layout(d *prose.Diagram, o Options) *Scene {
	s := &Scene{Scale: Whole, Title: plainText(d.Caption), Description: plainText(d.Alt)}
	if TooLarge(d) != "" || len(d.Nodes)+len(d.Groups) == 0 {
		return s
	}
	for _, said := range d.Connections() {
		s.said = append(s.said, plainText(said))
	}
	if said := d.Placement(); len(said) > 0 {
		s.said = append(s.said, plainText(said))
	}
	fit(s, d, &o)
	return s
}
