package layout

import (
	"strings"

	"github.com/socdraft/socdraft/render/structure"
)

// What is set belongs to the element in hand: text takes its number when it is
// broken into words, so that it keeps it wherever a page break puts it.

// enter makes a new element, in the one in hand, the one in hand. It returns
// the one before, which the caller puts back. Where none is in hand, as when
// text is only measured or repeats what stands elsewhere, none is made.
func (c *composer) enter(tag structure.Tag) (outer int32) {
	outer = c.in
	if outer > 0 {
		c.in = c.tree.Add(outer, tag)
	}
	return outer
}

// part adds an element to another without entering it.
func (c *composer) part(of int32, tag structure.Tag) int32 {
	if of == 0 {
		return 0
	}
	return c.tree.Add(of, tag)
}

// aside makes what is set until the returned function is called belong to no
// element.
func (c *composer) aside() (back func()) {
	outer := c.in
	c.in = 0
	return func() { c.in = outer }
}

// fold makes the only paragraph of the element in hand one with it.
func (c *composer) fold() {
	if c.in > 0 {
		c.tree.Fold(c.in)
	}
}

// newSection starts a section of the document.
func (c *composer) newSection() { c.in = c.tree.Add(structure.Root, structure.Sect) }

// enterHeading makes a heading the element in hand. Its level is the number of
// headings that it stands under, for readers jump from level to level: where
// one was skipped, all of that level move up.
func (c *composer) enterHeading(level int) (outer int32) {
	if c.book.inside != nil { // a note is read out of turn
		return c.enter(structure.P)
	}
	if c.in > 0 {
		for len(c.levels) > 0 && c.levels[len(c.levels)-1] >= level {
			c.levels = c.levels[:len(c.levels)-1]
		}
		c.levels = append(c.levels, level)
		level = len(c.levels)
	}
	return c.enter(structure.Heading(level))
}

// linkElement returns the element of a link in the one in hand.
func (c *composer) linkElement() int32 {
	if c.in == 0 || c.tree.At(c.in).Tag == structure.Link {
		return c.in
	}
	return c.tree.Add(c.in, structure.Link)
}

// spaced puts a space after a strip that more text of its element follows, so
// that readers do not join the words.
func (s strip) spaced() strip {
	for i := len(s) - 1; i >= 0; i-- {
		for k := len(s[i].items) - 1; k >= 0; k-- {
			if it := &s[i].items[k]; it.Kind == Text {
				if !strings.HasSuffix(it.Text, " ") {
					it.Text += " "
				}
				return s
			}
		}
	}
	return s
}
