package layout

import (
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/structure"
)

// leastSide is what of a figure can just be seen.
const leastSide = 2 * render.Point

// figure sets an image with its caption, numbered within its section.
func (c *composer) figure(k *stack, b *prose.Figure, l column) {
	number := c.figureNumber()
	outer := c.enter(structure.Div)
	defer func() { c.in = outer }()
	figure := c.part(c.in, structure.Figure)
	group := c.enter(structure.Caption)
	runs := append([]prose.Inline{prose.Styled(number+"  ", prose.Bold)}, b.Caption...)
	caption := c.paragraph(runs, c.style("caption"), l.x, l.w, alignLeft)
	c.in = group
	around := c.theme.Length("around-block")
	image, ok := c.doc.Images[b.Path]
	if !ok || image.Width <= 0 || image.Height <= 0 {
		c.noImage(k, b, number, caption, l)
		return
	}
	x, limit := l.x, c.pageH*58/100
	w, h := fitted(image, l.full, limit)
	if w > l.w {
		x = l.fullX
	}
	if min(w, h) < leastSide {
		c.findings.Add(thinFigure, b.Span, "figure %q has %d x %d pixels and cannot be seen at the size it is shown", b.Path, image.Width, image.Height).
			Suggest("crop it, divide it or draw it larger: a figure stands at 96 pixels an inch, reduced to fit the page")
	}
	for i := range caption {
		for j := range caption[i].items {
			caption[i].items[j].move(x-l.x, 0)
		}
		caption[i].keep = i < len(caption)-1
	}
	item := Item{Kind: Image, X: x, W: w, H: h, Art: &Art{Name: b.Path, Alt: b.Alt}, Node: figure}
	c.tree.At(figure).Alt = c.alternative(b.Alt, b.Caption, number)
	s := strip{{height: h, keep: len(caption) > 0, full: x < c.measureX, items: []Item{item}, shrinks: true, marks: figureMark(number)}}
	var shown stack
	shown.addHeading(s, 0, c.theme.Length("above-caption"))
	shown.add(caption, 0, 0)
	k.add(shown.strip, around, around)
}

// alternative returns what stands for a figure where it cannot be seen.
func (c *composer) alternative(alt string, caption []prose.Inline, number string) string {
	if text := strings.TrimSpace(alt); text != "" {
		return text
	}
	return strings.TrimSpace(number + " " + prose.Text(caption))
}

// noImage keeps the words of a figure whose picture is not there. Whoever read
// the pictures has told why.
func (c *composer) noImage(k *stack, b *prose.Figure, number string, caption strip, l column) {
	inner := l.inset(c.theme.Length("box-x"))
	lines := c.paragraph([]prose.Inline{{Text: "[" + b.Alt + "]", Style: prose.Italic, Span: b.Span}}, c.style("caption"), inner.x, inner.w-c.theme.Length("box-x"), alignLeft)
	frame := &box{x: l.x, w: l.w, fill: c.theme.Color("notice-fill")}
	around := c.theme.Length("around-block")
	s := lines.inBox(frame, c.theme.Length("box-y"))
	s[0].marks = append(s[0].marks, figureMark(number)...)
	s[len(s)-1].keep = len(caption) > 0
	k.addHeading(s, around, c.theme.Length("above-caption"))
	k.add(caption, around, around)
	k.exact = false
	k.below = around
}

// figureNumber returns the words that name the next figure.
func (c *composer) figureNumber() string {
	c.figures++
	return render.FigureName(c.sectionNumber, c.figures)
}

// figureMark names the place of a figure, for the list of figures.
func figureMark(name string) []mark { return []mark{{id: render.FigureAnchor(name)}} }
