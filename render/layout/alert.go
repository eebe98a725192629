package layout

import (
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/structure"
)

// alert sets a callout: its kind is told by the word, by the icon before it
// and by the bar at the left, the colour only repeats it.
func (c *composer) alert(k *stack, b *prose.Alert, l column) {
	color := c.theme.Color("accent")
	if b.Kind == "warning" || b.Kind == "caution" {
		color = c.theme.Color("exception")
	}
	frame := &box{fill: c.theme.Color("notice-fill"), bar: color, barW: c.theme.Length("bar")}
	outer := c.enter(structure.Div)
	title := c.alertTitle(b.Kind, l.inset(c.theme.Length("box-x")), color)
	c.framed(k, b.Blocks, title, l, frame, c.theme.Length("box-y"))
	c.in = outer
}

// alertTitle sets the icon and the word of a callout.
func (c *composer) alertTitle(kind string, l column, color render.Color) strip {
	s := l.text.with(font.Semibold).in(color)
	indent := iconSize + s.size/2
	title := c.text(alertWord(kind), s, l.x+indent, l.w-indent, alignLeft)
	for i := range title {
		title[i].keep = true
	}
	if mark, ok := icons[kind]; ok && len(title) > 0 {
		middle := c.baseline(s) - c.fonts.Font(s.face).CapHeight*s.size/2000
		title[0].items = append(mark.at(l.x, middle-iconSize/2, color), title[0].items...)
	}
	return title
}

// alertWord names a kind of alert.
func alertWord(kind string) string {
	if kind == "" {
		return "Note"
	}
	return strings.ToUpper(kind[:1]) + kind[1:]
}
