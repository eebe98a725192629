package layout

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render/font"
)

// reportKey tells findings apart, so that text shown twice is reported once.
type reportKey struct {
	source  *diag.Source
	start   int
	message string
}

// clean returns the text of an inline as it can be painted: runes without a
// glyph are replaced by a visible one, control characters are dropped, and
// both are reported at the place where they were written.
func (c *composer) clean(in *prose.Inline) string {
	text := in.Text
	first := c.dirty(text)
	if first < 0 {
		return text
	}
	c.misset(in)
	var b strings.Builder
	b.Grow(len(text))
	b.WriteString(text[:first])
	bare := -1 // where a run of runes without a glyph began
	for i := first; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		found := c.shown(r, size)
		if found && bare >= 0 {
			c.reportBare(in, bare, i)
			bare = -1
		}
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r >= 0x2000 && r <= 0x200A:
			b.WriteByte(' ')
		case r == 0x2011:
			b.WriteByte('-')
		case r == 0x00AD || r == 0x200B || r == 0x2060:
			// Hints where to break or not: they have no look of their own.
		case r == utf8.RuneError && size == 1, r == 0xFFFD:
			b.WriteRune(font.Substitute)
			c.report(in, r, i, size)
		case isControl(r):
			c.report(in, r, i, size)
		case found:
			b.WriteRune(r)
		default:
			b.WriteRune(font.Substitute)
			if bare < 0 {
				bare = i
			}
		}
		i += size
	}
	if bare >= 0 {
		c.reportBare(in, bare, len(text))
	}
	return b.String()
}

// shown reports whether a rune has a glyph, or a look that clean gives it.
func (c *composer) shown(r rune, size int) bool {
	if r == utf8.RuneError && size <= 1 || r == 0xFFFD || r < 0x20 || r >= 0x2000 && r <= 0x2011 || r == 0x2060 || r == 0x00AD || isControl(r) {
		return true
	}
	_, ok := c.fonts.Find(font.Regular, r)
	return ok
}

// plain cleans text that has no place in a source.
func (c *composer) plain(text string) string {
	return c.clean(&prose.Inline{Text: text})
}

// dirty returns where the first byte stands that needs a closer look, -1 where
// there is none. Plain ASCII and the common dashes and quotes need none.
func (c *composer) dirty(text string) int {
	for i := 0; i < len(text); i++ {
		switch b := text[i]; {
		case b >= 0x20 && b < 0x7F:
		case b < 0x20 || b == 0x7F:
			return i
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			if size == 1 || r == 0x00AD || r == 0xFFFD || r >= 0x2000 && r <= 0x2011 || isControl(r) || isAccent(r) ||
				!c.fonts.Font(font.Regular).Has(r) {
				return i
			}
			i += size - 1
		}
	}
	return -1
}

// isControl reports whether a rune has no look and may change how others are
// shown: controls, marks of direction, variation selectors, the byte order
// mark.
func isControl(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7F && r < 0xA0:
		return true
	case r >= 0x200C && r <= 0x200F, r >= 0x2028 && r <= 0x202E, r >= 0x2061 && r <= 0x206F:
		return true
	case r >= 0xFE00 && r <= 0xFE0F, r == 0xFEFF, r >= 0xFFF9 && r <= 0xFFFB, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return false
}

// report reports one rune that is dropped or replaced.
func (c *composer) report(in *prose.Inline, r rune, at, size int) {
	message := "a byte that is no UTF-8 is shown as " + string(font.Substitute)
	if isControl(r) {
		message = fmt.Sprintf("the control character %U is dropped", r)
	} else if size > 1 {
		message = fmt.Sprintf("the character %q (%U) is shown as %c", r, r, font.Substitute)
	}
	c.reportAt(in, at, at+size, message)
}

// shownBare is how many of the runes without a glyph a message repeats.
const shownBare = 12

// reportBare reports runes that follow one another and have no glyph.
func (c *composer) reportBare(in *prose.Inline, start, end int) {
	bare := []rune(in.Text[start:end])
	message := fmt.Sprintf("the character %q (%U) has no glyph in the report's fonts and is shown as %c", bare[0], bare[0], font.Substitute)
	if n := len(bare); n > 1 {
		words, more := string(bare[:min(n, shownBare)]), ""
		if n > shownBare {
			more = "…"
		}
		message = fmt.Sprintf("%d characters, %q%s, have no glyph in the report's fonts and are shown as %c", n, words, more, font.Substitute)
	}
	c.reportAt(in, start, end, message)
}

func (c *composer) reportAt(in *prose.Inline, start, end int, message string) {
	c.reportAs(missingGlyph, in, start, end, message)
}

// reportAs adds a finding on a part of an inline, unless it was added before;
// then it returns one that nobody sees.
func (c *composer) reportAs(rule *diag.Rule, in *prose.Inline, start, end int, message string) *diag.Finding {
	span := in.Span
	if span.Source != nil && span.End-span.Start == len(in.Text) {
		span = span.Source.At(in.Span.Start+start, in.Span.Start+end)
	}
	key := reportKey{span.Source, span.Start, message}
	if c.reported[key] {
		return &diag.Finding{}
	}
	c.reported[key] = true
	f := c.findings.Add(rule, span, "%s", message)
	if !in.Use.IsZero() {
		f.Note(in.Use, "it is inserted here")
	}
	return f
}
