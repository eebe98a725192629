package pdf

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
)

// lead is the white that a reader who jumps to a place sees above it.
const lead = 12000

// bookmarks writes the outline. The library lets no level be skipped, takes
// the page from where it stands, and counts y from the foot of the last page,
// whatever page the bookmark is for.
func (w *writer) bookmarks(res *layout.Result) {
	if len(res.Pages) == 0 {
		return
	}
	last := res.Pages[len(res.Pages)-1].Height
	depth := 0
	for _, h := range res.Headings {
		level := min(max(h.Level-1, 0), depth)
		depth = level + 1
		height := res.Pages[h.Page-1].Height
		y := last - (height - max(h.Y-lead, 0))
		w.pdf.SetPage(h.Page)
		w.pdf.Bookmark(basic(h.Text), level, pt(y))
	}
	w.pdf.SetPage(len(res.Pages))
}

// basic returns text as the library can encode it: valid, and of the basic
// plane.
func basic(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 1<<16 {
			return font.Substitute
		}
		return r
	}, strings.ToValidUTF8(text, string(font.Substitute)))
}

// ascii returns an address with its other bytes written as %XX.
func ascii(address string) string {
	var b strings.Builder
	for i := range len(address) {
		if c := address[i]; c <= ' ' || c >= 0x7F {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
