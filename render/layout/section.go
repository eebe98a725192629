package layout

import (
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/structure"
)

// An opener is how the title of a section is set.
type opener struct {
	title, line                     *style
	above                           int // white over it, where the page does not begin
	drop                            int // white over it in any case
	lineAbove, ruleAbove, ruleBelow int
}

func (c *composer) opener(run bool) opener {
	if run {
		return opener{
			title: c.style("section-run"), line: c.style("section-run-line"), above: c.theme.Length("section-run-above"),
			lineAbove: c.theme.Length("section-run-line-above"),
			ruleAbove: c.theme.Length("section-run-rule-above"), ruleBelow: c.theme.Length("section-run-rule-below"),
		}
	}
	return opener{
		title: c.style("h1"), line: c.style("section-line"), drop: c.theme.Length("section-drop"),
		lineAbove: c.theme.Length("section-line-above"),
		ruleAbove: c.theme.Length("section-rule-above"), ruleBelow: c.theme.Length("section-rule-below"),
	}
}

// section sets the opener of a section.
func (c *composer) section(k *stack, b *render.Section, rest []render.Block) {
	c.newSection()
	c.sectionNumber, c.figures = b.Number, 0
	x, w := c.measureX, c.measure
	o := c.opener(b.Run)
	if c.opening == "" && b.Number != "" && !b.Run {
		c.opening = b.ID
	}
	var out strip
	if o.drop > 0 {
		out = append(out, elem{height: o.drop, keep: true})
	}
	add := func(lines strip, space int) {
		if len(lines) > 0 {
			lines[0].space = space
			out = append(out, lines...)
		}
	}
	title := b.Title
	outer := c.enterHeading(1)
	if b.Number != "" {
		add(c.text(b.Number, c.style("section-number"), x, w, alignLeft).spaced(), 0)
		title = b.Number + " – " + b.Title
	}
	heading := c.text(b.Title, o.title, x, w, alignLeft)
	c.in = outer
	if len(heading) == 0 {
		heading = strip{{}}
	}
	heading[0].marks = []mark{{id: b.ID, title: title, level: 1}}
	add(heading, c.theme.Length("section-title-above"))
	add(c.text(b.Line, o.line, x, w, alignLeft), o.lineAbove)
	add(c.text(b.Label, c.style("section-label"), x, w, alignLeft), c.theme.Length("section-label-above"))
	for i := range out {
		out[i].keep = true
	}
	k.add(out, o.above, 0)
	if b.Outline {
		c.outline(k, rest)
	}
	rule := Item{Kind: Rule, X: x, W: w, Stroke: c.theme.Length("hairline"), Color: c.theme.Color("rule")}
	k.addHeading(strip{{height: rule.Stroke, keep: true, items: []Item{rule}}}, o.ruleAbove, o.ruleBelow)
}

// outline lists the level-2 headings up to the next section.
func (c *composer) outline(k *stack, rest []render.Block) {
	outer := c.enter(structure.TOC)
	defer func() { c.in = outer }()
	first := true
	for _, b := range rest {
		switch b := b.(type) {
		case *render.Section, *render.Cover:
			return
		case *render.Heading:
			if b.Level == 2 {
				above := 0
				if first {
					above = c.theme.Length("section-outline-above")
				}
				first = false
				k.add(c.entry("", b.Text, b.ID, c.style("contents-2"), c.measureX), above, 0)
			}
		}
	}
}
