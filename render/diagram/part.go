package diagram

import (
	"slices"

	"github.com/socdraft/socdraft/content/prose"
)

// A part is a connected part of a diagram on its way to a picture. Its ranks
// follow each other along the flow (u); within a rank things stand side by
// side across it (v).
type part struct {
	*plan
	nodes  []int  // of the diagram, in its order
	bare   []int  // groups without any node
	edges  []int  // of the diagram, without loops
	turned []bool // by edge of the diagram: it goes against the flow

	vs     []vertex
	at     []int // by node of the diagram: its vertex
	links  []link
	ranks  int
	chains [][]int // by place in edges: its links in the order of the flow

	spans []span // by group
	order []int  // the groups of the part, as they follow each other across the flow
	rows  []row  // by rank

	vars      []variable
	depth     []int // by rank
	starts    []int // by rank: where it begins along the flow
	tracks    []channel
	length    int   // along the flow
	captionAt []int // by group, where its caption begins across the flow
}

// A vertex is what takes room in a rank.
type vertex struct {
	kind   kind
	node   int // of a body
	edge   int // of a bend or note
	group  int // the innermost group that it stands in
	rank   int
	pos    int // its place in the rank, counting the sides of frames
	before int // room across the flow, from its middle
	after  int
	depth  int   // room along the flow
	in     []int // links
	out    []int
	on     int // its variable
	key    int // in ordering
}

type kind uint8

const (
	body  kind = iota // a node
	bend              // an edge passes
	note              // an edge passes with its label
	blank             // keeps room in a group without nodes
)

// A link is what an edge is between two ranks that follow each other.
type link struct {
	from, to   int // vertices
	edge       int
	leave, end int // where it meets them, from their middles
}

// A span is the ranks of a group.
type span struct {
	first, last  int
	left, right  int   // variables
	before, room int   // above the first thing across the flow, and the least width
	extra        int   // at the left, for the caption
	start, end   int   // pads along the flow
	posLeft      []int // by rank from first
	posRight     []int
	key          int // where it wants to stand in a rank
	wish, wishes int // the sum of its keys, and how many
}

// newPart builds the ranks of some nodes.
func newPart(p *plan, nodes, bare []int) *part {
	q := &part{plan: p, nodes: nodes, bare: bare, at: make([]int, len(p.d.Nodes)), turned: make([]bool, len(p.d.Edges))}
	in := make([]bool, len(p.d.Nodes))
	for _, n := range nodes {
		in[n] = true
	}
	for i := range p.d.Edges {
		if e := &p.d.Edges[i]; e.From != e.To && in[e.From] {
			q.edges = append(q.edges, i)
		}
	}
	if len(nodes) > 0 {
		q.openCycles()
		q.layers()
	}
	return q
}

// ends returns the nodes of an edge in the direction of the flow.
func (q *part) ends(edge int) (from, to int) {
	e := &q.d.Edges[edge]
	if q.turned[edge] {
		return e.To, e.From
	}
	return e.From, e.To
}

// openCycles turns the edges that lead back to a node on the way to them.
func (q *part) openCycles() {
	out := make([][]int, len(q.d.Nodes))
	for _, e := range q.edges {
		out[q.d.Edges[e].From] = append(out[q.d.Edges[e].From], e)
	}
	const (
		unseen = iota
		onTheWay
		done
	)
	state := make([]uint8, len(q.d.Nodes))
	var visit func(n int)
	visit = func(n int) {
		state[n] = onTheWay
		for _, e := range out[n] {
			switch to := q.d.Edges[e].To; state[to] {
			case unseen:
				visit(to)
			case onTheWay:
				q.turned[e] = true
			}
		}
		state[n] = done
	}
	for _, n := range q.nodes {
		if state[n] == unseen {
			visit(n)
		}
	}
}

// layers gives each node a level along the flow: as early as the edges to it
// let it be, and then where its edges are short.
func (q *part) layers() {
	level := make([]int, len(q.d.Nodes))
	taken := map[int]int{} // how many nodes a level has
	sorted := q.sorted()
	out, in := q.neighbours()
	for _, n := range sorted {
		for _, m := range in[n] {
			level[n] = max(level[n], level[m]+1)
		}
		for q.abreast > 0 && taken[level[n]] >= q.abreast {
			level[n]++
		}
		taken[level[n]]++
	}
	for range 8 {
		moved := false
		for k := range sorted {
			n := sorted[len(sorted)-1-k]
			was := level[n]
			q.tighten(n, level, in, out)
			if q.abreast > 0 && taken[level[n]] >= q.abreast {
				level[n] = was
			}
			taken[was]--
			taken[level[n]]++
			moved = moved || level[n] != was
		}
		if !moved {
			break
		}
	}
	q.fill(q.dense(level))
}

// dense numbers the levels that have nodes from 0.
func (q *part) dense(level []int) []int {
	var used []int
	for _, n := range q.nodes {
		used = append(used, level[n])
	}
	slices.Sort(used)
	used = slices.Compact(used)
	for _, n := range q.nodes {
		level[n], _ = slices.BinarySearch(used, level[n])
	}
	return level
}

// sorted returns the nodes so that edges lead from earlier to later ones.
func (q *part) sorted() []int {
	out, in := q.neighbours()
	left := make([]int, len(q.d.Nodes))
	var ready []int
	for _, n := range q.nodes {
		if left[n] = len(in[n]); left[n] == 0 {
			ready = append(ready, n)
		}
	}
	for i := 0; i < len(ready); i++ {
		for _, m := range out[ready[i]] {
			if left[m]--; left[m] == 0 {
				ready = append(ready, m)
			}
		}
	}
	return ready
}

// neighbours returns the nodes that each node's edges lead to, and come from.
func (q *part) neighbours() (out, in [][]int) {
	out, in = make([][]int, len(q.d.Nodes)), make([][]int, len(q.d.Nodes))
	for _, e := range q.edges {
		from, to := q.ends(e)
		out[from], in[to] = append(out[from], to), append(in[to], from)
	}
	return out, in
}

// tighten moves a node to where the sum of its edges is least, as far as its
// neighbours let it, and among equals towards its group.
func (q *part) tighten(n int, level []int, in, out [][]int) {
	if len(in[n]) == 0 && len(out[n]) == 0 {
		return
	}
	was := level[n]
	low, high := was, was
	switch {
	case len(in[n]) > len(out[n]):
		low = 0
	case len(in[n]) < len(out[n]):
		high = 1 << 30
	default:
		low, high = 0, 1<<30
	}
	for i, m := range in[n] {
		if i == 0 || level[m]+1 > low {
			low = level[m] + 1
		}
	}
	for i, m := range out[n] {
		if i == 0 && high == 1<<30 || level[m]-1 < high {
			high = level[m] - 1
		}
	}
	switch {
	case len(in[n]) > len(out[n]):
		level[n] = low
	case len(in[n]) < len(out[n]):
		level[n] = max(high, was)
	default:
		if to, ok := q.groupLevel(n, level); ok {
			level[n] = min(max(to, low), high)
		}
	}
}

// groupLevel returns the mean level of the other nodes of a node's group.
func (q *part) groupLevel(n int, level []int) (int, bool) {
	sum, count := 0, 0
	for _, m := range q.nodes {
		if m != n && q.group(m) >= 0 && q.group(m) == q.group(n) {
			sum += level[m]
			count++
		}
	}
	if count == 0 {
		return 0, false
	}
	return (sum + count/2) / count, true
}

// fill makes the vertices: nodes at even levels, labels of short edges at odd
// levels between them, and bends wherever else an edge passes a rank.
func (q *part) fill(level []int) {
	top := 0
	for _, n := range q.nodes {
		top = max(top, 2*level[n])
	}
	used := make([]bool, top+1)
	labelAt := make([]int, len(q.edges))
	for _, n := range q.nodes {
		used[2*level[n]] = true
	}
	for i, e := range q.edges {
		from, to := q.ends(e)
		labelAt[i] = -1
		if len(q.notes[e].lines) > 0 {
			labelAt[i] = 2 * ((level[from] + level[to]) / 2)
			if level[to] == level[from]+1 {
				labelAt[i] = 2*level[from] + 1
			}
			used[labelAt[i]] = true
		}
	}
	rank := make([]int, top+1)
	for i, u := range used {
		rank[i] = q.ranks
		if u {
			q.ranks++
		}
	}
	for _, n := range q.nodes {
		q.at[n] = q.addBody(n, rank[2*level[n]])
	}
	for i, e := range q.edges {
		from, to := q.ends(e)
		last := q.at[from]
		var chain []int
		for l := 2*level[from] + 1; l < 2*level[to]; l++ {
			if !used[l] {
				continue
			}
			v := q.addBend(e, rank[l], l == labelAt[i])
			chain = append(chain, q.join(last, v, e))
			last = v
		}
		chain = append(chain, q.join(last, q.at[to], e))
		q.chains = append(q.chains, chain)
	}
}

func (q *part) addBody(n, rank int) int {
	b, l := &q.boxes[n], q.look
	v := vertex{kind: body, node: n, edge: -1, group: q.group(n), rank: rank}
	across := b.h
	v.depth = b.w
	if q.down {
		across, v.depth = b.w, b.h
	}
	v.before, v.after = across/2, across-across/2
	if loops := q.loops[n]; len(loops) > 0 {
		w, h := q.loopLabels(n)
		v.after += (len(loops)+1)*l.loop/2 + l.loop/2
		if q.down {
			v.after += w
			v.depth = max(v.depth, h)
		} else {
			v.after += h
			v.depth = max(v.depth, w)
		}
	}
	q.vs = append(q.vs, v)
	return len(q.vs) - 1
}

// loopLabels returns the room of the labels of a node's loops.
func (q *part) loopLabels(n int) (w, h int) {
	for _, e := range q.loops[n] {
		w, h = max(w, q.notes[e].w), h+q.notes[e].h
	}
	return w, h
}

func (q *part) addBend(e, rank int, labelled bool) int {
	d := &q.d.Edges[e]
	v := vertex{kind: bend, node: -1, edge: e, group: q.common(q.group(d.From), q.group(d.To)), rank: rank}
	if labelled {
		v.kind = note
		n := q.notes[e]
		across := n.h
		v.depth = n.w + 2*noteX
		if q.down {
			across, v.depth = n.w+2*noteX, n.h+2*noteY
		}
		v.before, v.after = across/2, across-across/2
	}
	q.vs = append(q.vs, v)
	return len(q.vs) - 1
}

// The white around the label of an edge.
const (
	noteX = 2000
	noteY = 500
)

func (q *part) join(a, b, edge int) int {
	i := len(q.links)
	q.links = append(q.links, link{from: a, to: b, edge: edge})
	q.vs[a].out = append(q.vs[a].out, i)
	q.vs[b].in = append(q.vs[b].in, i)
	return i
}

// outline returns the outline of a node of the diagram.
func (q *part) outline(n int) prose.Outline { return q.d.Nodes[n].Outline }
