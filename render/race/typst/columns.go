package typst

import (
	"strings"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// A need is how much width a column asks for. Typst is given widths that were
// found here, so that it need not measure every cell itself.
type need struct {
	least int // its widest word
	most  int // its widest text, unbroken
	share int // in thousandths of the table; 0: by content
}

func (n *need) words(w *writer, style, text string) {
	n.most = max(n.most, w.width(style, text))
	for word := range strings.FieldsSeq(text) {
		n.least = max(n.least, w.width(style, word))
	}
}

// width measures text in a style of the theme.
func (w *writer) width(style, text string) int {
	s := w.theme.Text[style]
	f := w.fonts.Font(faceOf(s.Face))
	return setWidth(f, s, text)
}

func setWidth(f *font.Font, s render.TextStyle, text string) int {
	em, n := 0, 0
	for _, r := range text {
		em += f.Width(r)
		n++
	}
	return em*s.Size.Len()/1000 + n*s.Track.Len()
}

// divide gives columns their widths, which add up to width less the gaps.
// Columns without a share get their widest text where there is room, else
// their widest word and a part of the rest.
func divide(needs []need, width, gap int) []int {
	room := width - gap*(len(needs)-1)
	widths := make([]int, len(needs))
	left, least, most := room, 0, 0
	for i := range needs {
		n := &needs[i]
		if n.share > 0 {
			widths[i] = room * n.share / 1000
			left -= widths[i]
			continue
		}
		n.least = min(max(n.least, 1), room/2)
		n.most = min(max(n.most, n.least), room*3/2)
		least, most = least+n.least, most+n.most
	}
	for i, n := range needs {
		switch {
		case n.share > 0:
		case most <= left:
			widths[i] = n.most + (left-most)*n.most/most
		case least <= left:
			widths[i] = n.least + (left-least)*(n.most-n.least)/(most-least)
		default:
			widths[i] = left * n.least / least
		}
	}
	return widths
}
