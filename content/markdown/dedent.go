package markdown

import (
	"bytes"
	"sort"

	"github.com/yuin/goldmark/util"

	"github.com/socdraft/socdraft/content/diag"
)

// A cut says that from the offset at on, src stands so many bytes earlier than
// the text it was made of.
type cut struct{ at, bytes int }

// dedent takes off the indentation that all lines share: authors indent the
// multi-line strings of TOML files, and a list must stay a list. The first line
// may stand behind the quotes and have none.
func (c *converter) dedent() {
	lines := bytes.SplitAfter(c.src, []byte("\n"))
	indent := -1
	for i, line := range lines {
		if i == 0 || util.IsBlank(line) {
			continue
		}
		n := len(line) - len(bytes.TrimLeft(line, " "))
		if indent < 0 || n < indent {
			indent = n
		}
	}
	if indent <= 0 {
		return
	}
	var src []byte
	total := 0
	for _, line := range lines {
		n := min(indent, len(line)-len(bytes.TrimLeft(line, " ")))
		total += n
		c.cuts = append(c.cuts, cut{len(src), total})
		src = append(src, line[n:]...)
	}
	c.src = src
}

// at returns the place of src[start:stop].
func (c *converter) at(start, stop int) diag.Span {
	if start >= stop {
		from := c.offset(start)
		return c.text.Slice(from, from)
	}
	return c.text.Slice(c.offset(start), c.offset(stop-1)+1)
}

// offset returns where the byte of src stands in text.Value.
func (c *converter) offset(at int) int {
	i := sort.Search(len(c.cuts), func(i int) bool { return c.cuts[i].at > at }) - 1
	if i < 0 {
		return at + c.base
	}
	return at + c.base + c.cuts[i].bytes
}
