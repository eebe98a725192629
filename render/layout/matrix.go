package layout

import (
	"slices"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/structure"
)

// A matrixSheet is the geometry of a matrix on its turned pages.
//
// Each series of criteria is a band of its own with the controls that are
// mapped in it as columns, so that the marks stand close to their ids. A band
// with many controls has narrower columns; where they do not fit even so, it
// continues below with the next ones.
type matrixSheet struct {
	p       *pager
	m       *render.Matrix
	width   int // between the outer margins
	titleX  int // of the criterion's title
	marksX  int // where columns start
	column  int // width of a column of the band in hand
	through int // x of what is addressed through others
	idX     int // of the id repeated at the right
	ink     render.Color
	line    render.Color
	heads   int         // height of the turned ids
	element int32       // the section that the matrix stands in
	table   matrixTable // the elements of the band in hand
}

// matrix paints a matrix on pages turned on their side.
func (p *pager) matrix(m *render.Matrix) {
	c := p.c
	s := &matrixSheet{p: p, m: m, ink: c.theme.Color("ink"), line: c.theme.Color("hairline")}
	s.width = c.pageH - c.left - c.right
	id := c.style("matrix-id")
	widest := 0
	for _, r := range m.Rows {
		widest = max(widest, c.width(id, c.plain(r.ID)))
	}
	widest = min(widest, s.width/8)
	for _, control := range m.Controls {
		s.heads = max(s.heads, c.width(id, c.plain(control.ID)))
	}
	s.heads = min(s.heads, c.pageW/4) + 9*render.Point
	s.titleX = widest + 8*render.Point
	s.marksX = s.titleX + c.theme.Length("matrix-title")
	s.idX = s.width - widest
	s.through = s.idX - c.theme.Length("matrix-through")

	outer := c.enter(structure.Sect)
	defer func() { c.in = outer }()
	s.element = c.in
	s.page(true)
	for i := 0; i < len(m.Rows); {
		j := i + 1
		for j < len(m.Rows) && m.Rows[j].Series == m.Rows[i].Series {
			j++
		}
		s.series(m.Rows[i:j])
		i = j
	}
}

// page starts a turned page with the legend at its top.
func (s *matrixSheet) page(first bool) {
	p, c := s.p, s.p.c
	c.in = s.element
	p.sheet(c.pageH, c.pageW)
	p.top = p.top - 8*render.Point
	p.y = p.top
	caption := s.m.Caption
	if caption != "" {
		outer := c.in
		if first {
			c.enterHeading(2)
		}
		k := c.text(caption, c.style("h3"), 0, s.width, alignLeft)
		c.in = outer
		at := len(p.over)
		p.y = p.putStrip(k, c.left, p.y)
		if first {
			p.mark([]mark{{id: s.m.ID, title: caption, level: 2}}, p.top)
		} else {
			furnish(p.over[at:])
		}
	}
	at := len(p.over)
	if s.m.Note != "" && first {
		p.y = p.putStrip(c.text(s.m.Note, c.style("caption"), 0, s.width*2/3, alignLeft), c.left, p.y)
		at = len(p.over)
	}
	p.y += 4 * render.Point
	s.legend()
	if !first {
		furnish(p.over[at:])
	}
	p.y += 6 * render.Point
	p.start = p.y
}

func furnish(items []Item) {
	for i := range items {
		items[i].Furniture = true
	}
}

// series sets a band: its controls as columns, its criteria as rows.
func (s *matrixSheet) series(rows []render.MatrixRow) {
	mapped := s.mapped(rows)
	theme := s.p.c.theme
	room := s.through - 10*render.Point - s.marksX
	narrow := max(theme.Length("matrix-column-least"), 1)
	s.column = min(max(room/max(len(mapped), 1), narrow), theme.Length("matrix-column"))
	fit := max(room/max(s.column, 1), 1)
	for first := 0; first == 0 || first < len(mapped); first += fit {
		s.band(rows, mapped[first:min(first+fit, len(mapped))], first > 0)
	}
}

// mapped returns the controls that have a mark in one of the rows.
func (s *matrixSheet) mapped(rows []render.MatrixRow) []int {
	var out []int
	for i := range s.m.Controls {
		if slices.ContainsFunc(rows, func(r render.MatrixRow) bool {
			return i < len(r.Marks) && r.Marks[i] != render.NoMark
		}) {
			out = append(out, i)
		}
	}
	return out
}

// band paints the rows for some columns, the heads again on every page. It
// moves to a new page whole where little of it would fit, and otherwise leaves
// no row alone.
func (s *matrixSheet) band(rows []render.MatrixRow, controls []int, more bool) {
	p := s.p
	s.enterTable(controls)
	defer func() { p.c.in = s.element }()
	name := rows[0].Series
	if more {
		name += " (continued)"
	}
	titles, heights := make([]strip, len(rows)), make([]int, len(rows))
	total := s.headHeight(name)
	for i := range rows {
		s.enterRow(&rows[i], controls)
		titles[i] = s.title(&rows[i])
		heights[i] = s.height(&rows[i], titles[i])
		total += heights[i]
	}
	page := p.bottom - p.start
	if !p.fresh() && p.y+total > p.bottom && total <= page && p.bottom-p.y < page*6/10 {
		s.page(false)
	}
	for i := range rows {
		need := heights[i]
		if i == 0 {
			need += s.headHeight(name)
		}
		if n := len(rows); i+1 < n && (i == 0 || i == n-2) {
			need += heights[i+1]
		}
		if p.y+need > p.bottom && !p.fresh() {
			s.page(false)
			s.head(name, controls, i > 0)
		} else if i == 0 {
			s.head(name, controls, false)
		}
		s.table.row = s.table.rows[i]
		s.row(&rows[i], titles[i], heights[i], controls)
	}
	p.y += p.c.theme.Length("matrix-band-gap")
}

func (s *matrixSheet) headHeight(series string) int {
	return max(s.heads, s.seriesStrip(series).height()+6*render.Point)
}

func (s *matrixSheet) seriesStrip(series string) strip {
	s.p.c.in = s.table.series
	return s.p.c.text(series, s.p.c.style("table-group"), 0, s.marksX-12*render.Point, alignLeft)
}

// head paints the series at the left and the ids of the controls, turned.
func (s *matrixSheet) head(series string, controls []int, again bool) {
	p, c := s.p, s.p.c
	at := len(p.over)
	h := s.headHeight(series)
	name := s.seriesStrip(series)
	p.putStrip(name, c.left, p.y+h-name.height()-4*render.Point)
	st := c.style("matrix-id")
	for i, control := range controls {
		ct := &s.m.Controls[control]
		text := c.plain(ct.ID)
		item := Item{
			Kind: Text, Turned: true, Text: text, Face: st.face, Size: st.size, Color: st.color, W: c.width(st, text),
			X: c.left + s.columnX(i) + s.cap(st)/2, Y: p.y + h - 4*render.Point,
		}
		if ct.Link != "" {
			item.link = c.link(&prose.Inline{Link: ct.Link})
		}
		item.Node = s.table.heads[i]
		p.over = append(p.over, item)
	}
	p.y += h
	p.over = append(p.over, Item{Kind: Rule, X: c.left, Y: p.y, W: s.width, Stroke: c.theme.Length("head-rule"), Color: s.ink})
	if again {
		furnish(p.over[at:])
	}
}

func (s *matrixSheet) cap(st *style) int {
	return s.p.c.fonts.Font(st.face).CapHeight * st.size / 1000
}

// columnX returns the middle of a column.
func (s *matrixSheet) columnX(i int) int { return s.marksX + i*s.column + s.column/2 }

func (s *matrixSheet) title(r *render.MatrixRow) strip {
	s.p.c.in = s.table.row.title
	defer s.p.c.fold()
	return s.p.c.text(r.Title, s.p.c.style("matrix"), 0, s.marksX-s.titleX-10*render.Point, alignLeft)
}

func (s *matrixSheet) note(r *render.MatrixRow) strip {
	c := s.p.c
	c.in = s.table.row.note
	return c.text(r.Note, c.style("meta").with(font.Italic), 0, s.through-s.marksX-10*render.Point, alignLeft)
}

// others returns the ids of what a criterion is addressed through.
func (s *matrixSheet) others(r *render.MatrixRow) strip {
	c := s.p.c
	c.in = s.table.row.through
	return c.text(r.Through, c.style("meta"), 0, s.idX-s.through-14*render.Point, alignLeft)
}

// height returns the height of a criterion's row.
func (s *matrixSheet) height(r *render.MatrixRow, title strip) int {
	text := max(title.height(), s.note(r).height(), s.others(r).height())
	return max(text+s.p.c.theme.Length("fact-bottom"), s.p.c.theme.Length("matrix-row"))
}

// row paints a criterion: id, title, marks, what goes through others, id.
func (s *matrixSheet) row(r *render.MatrixRow, title strip, h int, controls []int) {
	p, c := s.p, s.p.c
	p.mark([]mark{{id: r.ID}}, p.y)
	c.in = s.table.row.id
	id := c.text(r.ID, c.style("matrix-id"), 0, s.titleX, alignLeft)
	c.fold()
	textY := p.y + (h-title.height())/2
	if len(title) == 0 {
		textY = p.y + (h-id.height())/2
	}
	p.putStrip(id, c.left, textY)
	p.putStrip(title, c.left+s.titleX, textY)
	mid := p.y + h/2
	for i, control := range controls {
		if control < len(r.Marks) {
			at := len(p.over)
			s.mark(r.Marks[control], c.left+s.columnX(i), mid)
			s.stands(p.over[at:], i, r.Marks[control])
		}
	}
	if note := s.note(r); len(note) > 0 {
		p.putStrip(note, c.left+s.marksX, p.y+(h-note.height())/2)
	}
	if r.Through != "" {
		s.ring(c.left+s.through, mid)
		text := s.others(r)
		p.putStrip(text, c.left+s.through+8*render.Point, p.y+(h-text.height())/2)
	}
	c.in = 0
	right := c.text(r.ID, c.style("matrix-id"), s.idX, s.width-s.idX, alignRight)
	at := len(p.over)
	p.putStrip(right, c.left, textY)
	furnish(p.over[at:])
	p.y += h
	p.over = append(p.over, Item{Kind: Rule, X: c.left, Y: p.y, W: s.width, Stroke: c.theme.Length("hairline"), Color: s.line})
}
