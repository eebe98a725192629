package diagram

import "github.com/socdraft/socdraft/content/prose"

// A plan is a diagram in one look and direction: how large everything is,
// before it has a place.
type plan struct {
	d        *prose.Diagram
	look     *look
	to       prose.Direction
	down     bool // the flow goes down or up, else right or left
	back     bool // it goes left or up
	abreast  int  // how many nodes may stand in a rank; 0: any number
	boxes    []box
	notes    []*label // of edges
	captions []*label // of groups
	loops    [][]int  // of each node, the edges from it to itself
}

// A box is the size of a node.
type box struct {
	w, h  int
	label *label
}

// newPlan measures a diagram.
func newPlan(d *prose.Diagram, l *look, to prose.Direction) *plan {
	p := &plan{d: d, look: l, to: to, loops: make([][]int, len(d.Nodes))}
	p.down = to == prose.Downward || to == prose.Upward
	p.back = to == prose.Leftward || to == prose.Upward
	for i := range d.Edges {
		e := &d.Edges[i]
		p.notes = append(p.notes, l.set(e.Label, &l.edge, l.labelMost))
		if e.From == e.To {
			p.loops[e.From] = append(p.loops[e.From], i)
		}
	}
	p.measureBoxes()
	for i := range d.Groups {
		p.captions = append(p.captions, l.set(d.Groups[i].Label, &l.zone, l.captionMost))
	}
	return p
}

// measureBoxes gives all boxes one width, and one height where no label is
// long: what differs in a picture should mean something.
func (p *plan) measureBoxes() {
	l := p.look
	for k, w := range l.boxes {
		p.boxes = p.boxes[:0]
		most := 0
		for i := range p.d.Nodes {
			b := p.boxOf(&p.d.Nodes[i], w)
			p.boxes = append(p.boxes, b)
			most = max(most, len(b.label.lines))
		}
		if most <= 2 && !p.cutWords(w) || k == len(l.boxes)-1 {
			break
		}
	}
	common := 0
	for i, b := range p.boxes {
		if p.d.Nodes[i].Outline != prose.Decision && len(b.label.lines) <= 3 {
			common = max(common, b.h)
		}
	}
	for i := range p.boxes {
		p.boxes[i].h = max(p.boxes[i].h, common)
		if least := (len(p.loops[i]) + 1) * leastLoop; p.down {
			p.boxes[i].h = max(p.boxes[i].h, least)
		} else {
			p.boxes[i].w = max(p.boxes[i].w, least)
		}
	}
}

// leastLoop is the room that a loop needs at the side of its node.
const leastLoop = 6000

// room returns how wide the text of a node may be in a box of a width.
func (p *plan) room(n *prose.DiagramNode, w int) int {
	switch n.Outline {
	case prose.Rounded:
		return w - 2*p.look.boxX - p.look.round/2
	case prose.Decision:
		return w * 4 / 5
	}
	return w - 2*p.look.boxX
}

// cutWords reports whether a word is longer than a box of a width has room for.
func (p *plan) cutWords(w int) bool {
	for i := range p.d.Nodes {
		n := &p.d.Nodes[i]
		for _, word := range p.look.words(n.Label, &p.look.node) {
			if word.w > p.room(n, w) {
				return true
			}
		}
	}
	return false
}

func (p *plan) boxOf(n *prose.DiagramNode, w int) box {
	l := p.look
	b := box{w: w, label: l.set(n.Label, &l.node, p.room(n, w))}
	b.h = max(b.label.h, l.node.leading) + 2*l.boxY
	switch n.Outline {
	case prose.Store:
		b.h += 2 * l.rim
	case prose.Decision:
		// The corners of the text stand on the sides of the diamond.
		b.w = max(b.label.w*8/5, w)
		b.h = max(b.label.h, l.node.leading)*b.w/(b.w-b.label.w) + l.boxY
	}
	return b
}

// common returns the innermost group around two groups, -1 where there is none.
func (p *plan) common(a, b int) int {
	for a != b {
		// A group's parent stands below it in the list.
		if a > b {
			a = p.parent(a)
		} else {
			b = p.parent(b)
		}
	}
	return a
}

// parent returns the group around a group, -1 where there is none.
func (p *plan) parent(g int) int {
	if g < 0 || g >= len(p.d.Groups) || p.d.Groups[g].Parent >= g {
		return -1
	}
	return max(p.d.Groups[g].Parent, -1)
}

// group returns the innermost group of a node.
func (p *plan) group(node int) int {
	if g := p.d.Nodes[node].Group; g >= 0 && g < len(p.d.Groups) {
		return g
	}
	return -1
}

// parts returns the nodes of each unconnected part, in the author's order. What
// stands in one group is connected. Groups without nodes are parts of their
// own, and come with no nodes.
func (p *plan) parts() (nodes [][]int, empty []int) {
	n := len(p.d.Nodes)
	of := make([]int, n+len(p.d.Groups))
	for i := range of {
		of[i] = i
	}
	find := func(i int) int {
		for of[i] != i {
			of[i] = of[of[i]]
			i = of[i]
		}
		return i
	}
	join := func(a, b int) {
		a, b = find(a), find(b)
		of[max(a, b)] = min(a, b)
	}
	for i := range p.d.Edges {
		join(p.d.Edges[i].From, p.d.Edges[i].To)
	}
	for i := range p.d.Nodes {
		if g := p.group(i); g >= 0 {
			join(i, n+g)
		}
	}
	for g := range p.d.Groups {
		if parent := p.parent(g); parent >= 0 {
			join(n+g, n+parent)
		}
	}
	at := make([]int, len(of))
	for i := range p.d.Nodes {
		root := find(i)
		if at[root] == 0 {
			nodes = append(nodes, nil)
			at[root] = len(nodes)
		}
		nodes[at[root]-1] = append(nodes[at[root]-1], i)
	}
	for g := range p.d.Groups {
		if find(n+g) >= n {
			empty = append(empty, g)
		}
	}
	return nodes, empty
}
