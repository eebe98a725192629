package prose

import (
	"slices"

	"github.com/socdraft/socdraft/content/diag"
)

// A Diagram is a figure drawn from what is connected with what. Where things
// stand is the layout's to say. Its order is the author's: groups, nodes and
// edges as they were first named.
type Diagram struct {
	Direction Direction
	Groups    []DiagramGroup
	Nodes     []DiagramNode
	Edges     []DiagramEdge
	Caption   []Inline
	Alt       []Inline // what it shows, for readers who cannot see it
	Span      diag.Span
}

// Direction is where the flow of a diagram goes.
type Direction uint8

// The directions of a diagram.
const (
	Rightward Direction = iota
	Downward
	Leftward
	Upward
)

// Outline is the outline of a node.
type Outline uint8

// The outlines of nodes.
const (
	Box      Outline = iota // a part of the system
	Rounded                 // a person or group of people
	Store                   // a data store, drawn as a cylinder
	Outside                 // an organization outside the system, with a broken line
	Decision                // a diamond
)

// A DiagramNode is one thing of a diagram.
type DiagramNode struct {
	ID      string
	Label   []Inline
	Outline Outline
	Group   int    // its innermost group, an index into Groups; -1: none
	Link    string // "#id" where it is told of, or ""
	Span    diag.Span
}

// A DiagramEdge goes from one node to another, indexes into Nodes. Both may be
// the same.
type DiagramEdge struct {
	From, To int
	Label    []Inline
	Detail   []Inline // what the list of edges says after the label
	Line     Line
	Tail     bool // an arrowhead at From
	Head     bool // an arrowhead at To
	Span     diag.Span
}

// Line is how an edge is drawn.
type Line uint8

// The lines of edges.
const (
	Solid Line = iota
	Dashed
	Thick
)

// A DiagramGroup is a frame around nodes and other groups: a network zone, an
// organization.
type DiagramGroup struct {
	ID     string
	Label  []Inline
	Parent int // the group around it, an index into Groups below its own; -1: none
	Dashed bool
	Span   diag.Span
}

// eachRuns visits the words of a diagram.
func (d *Diagram) eachRuns(visit func(*[]Inline)) {
	for i := range d.Groups {
		visit(&d.Groups[i].Label)
	}
	for i := range d.Nodes {
		visit(&d.Nodes[i].Label)
	}
	for i := range d.Edges {
		visit(&d.Edges[i].Label)
		visit(&d.Edges[i].Detail)
	}
	visit(&d.Caption)
	visit(&d.Alt)
}

// clone copies a diagram as deep as its words.
func (d *Diagram) clone() *Diagram {
	c := *d
	c.Groups = slices.Clone(d.Groups)
	c.Nodes = slices.Clone(d.Nodes)
	c.Edges = slices.Clone(d.Edges)
	c.eachRuns(func(runs *[]Inline) { *runs = slices.Clone(*runs) })
	return &c
}
