package layout

import (
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render/diagram"
	"github.com/socdraft/socdraft/render/structure"
)

// diagram draws a figure with its caption, numbered with the images, and a list
// of what it connects: who cannot see the figure reads the list, and who checks
// it counts by it.
func (c *composer) diagram(k *stack, b *prose.Diagram, l column) {
	number := c.figureNumber()
	outer := c.enter(structure.Div)
	defer func() { c.in = outer }()
	figure := c.part(c.in, structure.Figure)
	group := c.enter(structure.Caption)
	runs := append([]prose.Inline{prose.Styled(number+"  ", prose.Bold)}, b.Caption...)
	caption := c.paragraph(runs, c.style("caption"), l.x, l.w, alignLeft)
	c.in = group
	around := c.theme.Length("around-block")
	if scene := c.scene(b, l); scene.Width > 0 {
		c.tree.At(figure).Alt = c.alternative(prose.Text(b.Alt), b.Caption, number)
		drawn := c.drawn(scene, figure, l)
		drawn.marks = figureMark(number)
		k.addHeading(strip{drawn}, around, c.theme.Length("above-caption"))
		around = 0
	}
	if around > 0 && len(caption) > 0 {
		caption[0].marks = figureMark(number)
	}
	for i := range caption {
		caption[i].keep = true
	}
	k.add(caption, around, c.theme.Length("above-caption"))
	c.connections(k, b, l)
	k.below = c.theme.Length("around-block")
}

// scene lays the diagram out in the room of a figure.
func (c *composer) scene(b *prose.Diagram, l column) *diagram.Scene {
	o := diagram.Options{Width: l.full, MaxHeight: c.pageH * 62 / 100, Theme: c.theme, Fonts: c.fonts}
	scene := diagram.Layout(c.typeset(b), o)
	if scene.Illegible() {
		c.findings.Add(illegibleDiagram, b.Span, "diagram is drawn at %d%% of its size and cannot be read", scene.Scale*100/diagram.Whole).
			Suggest("divide it, shorten its labels, or leave out what the reader need not see")
	}
	return scene
}

// typeset returns a diagram with its words as text is set.
func (c *composer) typeset(b *prose.Diagram) *prose.Diagram {
	blocks := prose.Clone([]prose.Block{b})
	prose.EachInlines(blocks, func(runs *[]prose.Inline) {
		t := tokenizer{c: c}
		for i := range *runs {
			r := &(*runs)[i]
			if r.Text == "\n" {
				t = tokenizer{c: c}
				continue
			}
			r.Text = t.curl(c.clean(r), r.Style)
		}
	})
	return blocks[0].(*prose.Diagram)
}

// drawn returns a scene as one element, which begins in the margin where it is
// wider than the text.
func (c *composer) drawn(scene *diagram.Scene, node int32, l column) elem {
	x := l.x
	if scene.Width > l.w {
		x = l.fullX
	}
	items := []Item{{Kind: Frame, X: x, W: scene.Width, H: scene.Height, Node: node}}
	for i := range scene.Marks {
		it := itemOf(&scene.Marks[i], x, node)
		if it.Kind == Text && !goesOn(scene.Marks, i) && !strings.HasSuffix(it.Text, " ") {
			it.Text += " " // so that who reads the text does not join two labels
		}
		items = append(items, it)
	}
	return elem{height: scene.Height, keep: true, full: x < c.measureX, items: items}
}

// goesOn reports whether the words of a mark go on without a space in the next.
func goesOn(marks []diagram.Mark, i int) bool {
	if i+1 == len(marks) {
		return false
	}
	m, next := &marks[i], &marks[i+1]
	return next.Kind == diagram.Text && next.Y == m.Y && next.X == m.X+m.W
}

// itemOf returns a mark of a scene that stands at x.
func itemOf(m *diagram.Mark, x int, node int32) Item {
	it := Item{Color: m.Color, Stroke: m.Stroke, Node: node}
	if m.Kind == diagram.Text {
		it.Kind, it.Face, it.Size, it.Text, it.X, it.Y, it.W = Text, m.Face, m.Size, m.Text, m.X+x, m.Y, m.W
		return it
	}
	it.Kind = Polygon
	if m.Kind == diagram.Polyline {
		it.Kind = Polyline
	}
	it.Art = &Art{Dash: m.Dash}
	for _, p := range m.Points {
		it.Art.Points = append(it.Art.Points, Point{p.X + x, p.Y})
	}
	return it
}

// connections sets the list of what a diagram connects and beneath it what
// stands where, in small type.
func (c *composer) connections(k *stack, b *prose.Diagram, l column) {
	l.text, l.align, l.gap = c.style("quiet"), alignLeft, 0
	list := &prose.List{Ordered: true, Start: 1}
	for _, said := range b.Connections() {
		list.Items = append(list.Items, prose.Item{Blocks: []prose.Block{&prose.Paragraph{Inlines: said}}})
	}
	if len(list.Items) > 0 {
		c.list(k, list, l)
	}
	if said := b.Placement(); len(said) > 0 {
		l.gap = l.text.leading / 2
		c.blocks(k, []prose.Block{&prose.Paragraph{Inlines: said}}, l)
	}
}
