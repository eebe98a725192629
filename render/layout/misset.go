package layout

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render/font"
)

// misset reports text whose characters have glyphs, but which is set otherwise
// than it is read: that from right to left, and accents that are characters of
// their own.
func (c *composer) misset(in *prose.Inline) {
	text := in.Text
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		end := i + size
		switch {
		case isAccent(r):
			end += lead(text[end:], isAccent)
			c.reportAs(missetText, in, i, end, fmt.Sprintf("the accent %U is set beside its letter, not over it", r)).
				Suggest("write the letter and its accent as one character")
		case rightToLeft(r):
			end += lead(text[end:], func(r rune) bool { return rightToLeft(r) || isAccent(r) })
			if _, ok := c.fonts.Find(font.Regular, r); ok {
				c.reportAs(missetText, in, i, end, fmt.Sprintf("%q is read from right to left and set from left to right", text[i:end])).
					Suggest("write it in Latin letters")
			}
		}
		i = end
	}
}

// lead returns the length of the runes at the start of text that are so.
func lead(text string, is func(rune) bool) int {
	for i, r := range text {
		if !is(r) {
			return i
		}
	}
	return len(text)
}

// isAccent reports marks over, under and through the letter before them.
func isAccent(r rune) bool { return r >= 0x0300 && r <= 0x036F }

func rightToLeft(r rune) bool {
	return r >= 0x0590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}
