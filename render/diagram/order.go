package diagram

import (
	"cmp"
	"slices"
)

// A row is the order within a rank, for each group what stands directly in it:
// vertices, and groups as inside returns them. The first is that of the rank
// itself.
type row [][]int

// inside is a group as an item of a row.
func inside(g int) int { return -1 - g }

// groupOf returns the group that an item is, if it is one.
func groupOf(item int) (g int, ok bool) { return -1 - item, item < 0 }

// sweeps is how often the ranks are put in order along the flow and back.
const sweeps = 10

// patience is how many sweeps may bring nothing.
const patience = 6

// arrange finds an order with few crossings.
func (q *part) arrange() {
	q.span()
	q.firstOrder()
	best := q.copyOrder()
	least := q.crossings()
	for _, reverse := range []bool{false, true} {
		if reverse {
			q.reverse()
		}
		for i, stale := 0, 0; i < 2*sweeps && stale < patience; i++ {
			q.sweep(i%2 == 0)
			q.swap()
			stale++
			if n := q.crossings(); n < least {
				least, best, stale = n, q.copyOrder(), 0
			}
			if i%2 == 1 {
				q.orderGroups()
			}
		}
		if least == 0 {
			break
		}
	}
	q.rows, q.order = best.rows, best.order
	q.number()
	q.setPorts()
}

// An order is what arrange looks for.
type order struct {
	rows  []row
	order []int
}

func (q *part) copyOrder() order {
	o := order{order: slices.Clone(q.order)}
	for _, r := range q.rows {
		c := make(row, len(r))
		for g := range r {
			c[g] = slices.Clone(r[g])
		}
		o.rows = append(o.rows, c)
	}
	return o
}

// span finds the ranks of each group, and gives those without nodes a blank.
func (q *part) span() {
	q.spans = make([]span, len(q.d.Groups))
	for g := range q.spans {
		q.spans[g] = span{first: -1}
	}
	for i := range q.vs {
		q.widen(q.vs[i].group, q.vs[i].rank)
	}
	for g := range q.spans {
		if q.spans[g].first >= 0 || !q.holds(g) {
			continue
		}
		rank := 0
		for up := q.parent(g); up >= 0; up = q.parent(up) {
			if q.spans[up].first >= 0 {
				rank = q.spans[up].first
				break
			}
		}
		if !q.hasGroups(g) {
			q.addBlank(g, rank)
			q.widen(g, rank)
		}
	}
	for g := range q.spans {
		if q.spans[g].first >= 0 {
			q.order = append(q.order, g)
		}
	}
}

// holds reports whether a group belongs to the part.
func (q *part) holds(g int) bool {
	for ; g >= 0; g = q.parent(g) {
		if q.spans[g].first >= 0 || slices.Contains(q.bare, g) {
			return true
		}
	}
	return false
}

func (q *part) hasGroups(g int) bool {
	for i := range q.d.Groups {
		if q.parent(i) == g {
			return true
		}
	}
	return false
}

// widen makes a group and those around it reach to a rank.
func (q *part) widen(g, rank int) {
	for ; g >= 0; g = q.parent(g) {
		s := &q.spans[g]
		if s.first < 0 {
			s.first, s.last = rank, rank
		}
		s.first, s.last = min(s.first, rank), max(s.last, rank)
	}
}

func (q *part) addBlank(g, rank int) {
	c := q.captions[g]
	v := vertex{kind: blank, node: -1, edge: -1, group: g, rank: rank, depth: c.w}
	if q.down {
		v.depth, v.after = q.look.pad, c.w
	}
	q.vs = append(q.vs, v)
	q.ranks = max(q.ranks, rank+1)
}

// firstOrder is the author's.
func (q *part) firstOrder() {
	q.rows = make([]row, q.ranks)
	for r := range q.rows {
		q.rows[r] = make(row, len(q.d.Groups)+1)
	}
	for i := range q.vs {
		v := &q.vs[i]
		q.rows[v.rank][v.group+1] = append(q.rows[v.rank][v.group+1], i)
	}
	for _, g := range q.order {
		s := &q.spans[g]
		s.posLeft = make([]int, s.last-s.first+1)
		s.posRight = make([]int, s.last-s.first+1)
		for r := s.first; r <= s.last; r++ {
			q.rows[r][q.parent(g)+1] = append(q.rows[r][q.parent(g)+1], inside(g))
		}
	}
	q.number()
}

// number gives everything its place in its rank.
func (q *part) number() {
	for r := range q.rows {
		q.numberIn(r, -1, 0)
	}
}

func (q *part) numberIn(r, g, pos int) int {
	for _, item := range q.rows[r][g+1] {
		child, ok := groupOf(item)
		if !ok {
			q.vs[item].pos = pos
			pos++
			continue
		}
		s := &q.spans[child]
		s.posLeft[r-s.first] = pos
		pos = q.numberIn(r, child, pos+1)
		s.posRight[r-s.first] = pos
		pos++
	}
	return pos
}

// reverse turns every rank around.
func (q *part) reverse() {
	slices.Reverse(q.order)
	for _, r := range q.rows {
		for g := range r {
			slices.Reverse(r[g])
		}
	}
	q.number()
}

// sweep puts the ranks in order, each by the one before it in the direction of
// the sweep.
func (q *part) sweep(forward bool) {
	for i := 1; i < q.ranks; i++ {
		r, by := i, i-1
		if !forward {
			r, by = q.ranks-1-i, q.ranks-i
		}
		q.sortIn(r, by, -1)
		q.numberIn(r, -1, 0)
	}
}

// sortIn orders what stands in a group in a rank, by the means of its
// neighbours in another rank. It returns the sum of those means.
func (q *part) sortIn(r, by, g int) (sum, count int) {
	items := q.rows[r][g+1]
	var groups, singles []int
	for _, item := range items {
		child, ok := groupOf(item)
		if !ok {
			v := &q.vs[item]
			var known bool
			if v.key, known = q.mean(item, by); known {
				sum, count = sum+v.key, count+1
			}
			singles = append(singles, item)
			continue
		}
		s, n := q.sortIn(r, by, child)
		sum, count = sum+s, count+n
		q.keyGroup(child, r, by, s, n)
		groups = append(groups, child)
	}
	slices.SortStableFunc(singles, func(a, b int) int { return cmp.Compare(q.vs[a].key, q.vs[b].key) })
	slices.SortFunc(groups, func(a, b int) int {
		return cmp.Compare(slices.Index(q.order, a), slices.Index(q.order, b))
	})
	keys := q.rising(groups)
	k := 0
	items = items[:0]
	for _, v := range singles {
		for ; k < len(groups) && keys[k] <= q.vs[v].key; k++ {
			items = append(items, inside(groups[k]))
		}
		items = append(items, v)
	}
	for ; k < len(groups); k++ {
		items = append(items, inside(groups[k]))
	}
	q.rows[r][g+1] = items
	return sum, count
}

// mean returns the mean place of a vertex's neighbours in a rank, in
// thousandths, or about its own place where it has none there.
func (q *part) mean(v, by int) (key int, known bool) {
	x := &q.vs[v]
	sum, n := 0, 0
	if by < x.rank {
		for _, l := range x.in {
			sum, n = sum+q.vs[q.links[l].from].pos, n+1
		}
	} else {
		for _, l := range x.out {
			sum, n = sum+q.vs[q.links[l].to].pos, n+1
		}
	}
	if n == 0 {
		return 1000 * x.pos, false
	}
	return 1000 * sum / n, true
}

// keyGroup says where a group wants to stand in a rank.
func (q *part) keyGroup(g, r, by, sum, n int) {
	s := &q.spans[g]
	if by >= s.first && by <= s.last {
		sum, n = sum+500*(s.posLeft[by-s.first]+s.posRight[by-s.first]), n+1
	}
	s.key = 500 * (s.posLeft[r-s.first] + s.posRight[r-s.first])
	if n > 0 {
		s.key = sum / n
		s.wish, s.wishes = s.wish+s.key, s.wishes+1
	}
}

// rising returns the keys of groups in their order, where neighbours that want
// to change places share their mean.
func (q *part) rising(groups []int) []int {
	keys := make([]int, 0, len(groups))
	weight := make([]int, 0, len(groups))
	for _, g := range groups {
		k, w := q.spans[g].key, 1
		for len(keys) > 0 && keys[len(keys)-1] > k {
			last := len(keys) - 1
			k = (k*w + keys[last]*weight[last]) / (w + weight[last])
			w += weight[last]
			keys, weight = keys[:last], weight[:last]
		}
		keys, weight = append(keys, k), append(weight, w)
	}
	all := make([]int, 0, len(groups))
	for i, k := range keys {
		for range weight[i] {
			all = append(all, k)
		}
	}
	return all
}

// orderGroups puts the groups in the order that they wished in the last
// sweeps. It is one order for all ranks, so that no two frames change sides.
func (q *part) orderGroups() {
	wish := func(g int) int {
		if s := &q.spans[g]; s.wishes > 0 {
			return s.wish / s.wishes
		}
		return 0
	}
	slices.SortStableFunc(q.order, func(a, b int) int { return cmp.Compare(wish(a), wish(b)) })
	for i := range q.spans {
		q.spans[i].wish, q.spans[i].wishes = 0, 0
	}
	for _, r := range q.rows {
		for g := range r {
			q.placeGroups(r[g])
		}
	}
	q.number()
}

// placeGroups puts the groups among some items in their order, in the places
// that groups have now.
func (q *part) placeGroups(items []int) {
	var groups []int
	for _, g := range q.order {
		if slices.Contains(items, inside(g)) {
			groups = append(groups, g)
		}
	}
	for i, item := range items {
		if _, ok := groupOf(item); ok {
			items[i] = inside(groups[0])
			groups = groups[1:]
		}
	}
}

// swap exchanges neighbours wherever that leaves fewer crossings.
func (q *part) swap() {
	for range 4 {
		better := false
		for r := range q.rows {
			for g := range q.rows[r] {
				better = q.swapIn(q.rows[r][g]) || better
			}
		}
		if !better {
			return
		}
	}
}

func (q *part) swapIn(items []int) bool {
	better := false
	for i := 1; i < len(items); i++ {
		a, b := items[i-1], items[i]
		if a < 0 || b < 0 {
			continue
		}
		if now, then := q.crossed(a, b), q.crossed(b, a); then < now {
			items[i-1], items[i] = b, a
			q.vs[a].pos, q.vs[b].pos = q.vs[b].pos, q.vs[a].pos
			better = true
		}
	}
	return better
}

// crossed counts the crossings of the links of two vertices of a rank where
// the first stands before the second.
func (q *part) crossed(a, b int) int {
	n := 0
	for _, i := range q.vs[a].in {
		for _, k := range q.vs[b].in {
			if q.vs[q.links[i].from].pos > q.vs[q.links[k].from].pos {
				n++
			}
		}
	}
	for _, i := range q.vs[a].out {
		for _, k := range q.vs[b].out {
			if q.vs[q.links[i].to].pos > q.vs[q.links[k].to].pos {
				n++
			}
		}
	}
	return n
}
