package report

import (
	"strings"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/diag"
)

// An excerpt shows at most excerptColumns of a line; where the line is longer,
// contextColumns of it stand before the caret.
const (
	excerptColumns = 160
	contextColumns = 60
)

// An excerpt is a source line as the terminal shows it, with the place of the
// carets beneath.
type excerpt struct {
	line, lastLine int
	text           string
	column, length int // of the carets, in terminal columns
}

// A glyph is one character of an excerpt.
type glyph struct {
	shown string
	width int
	at    int // byte offset in the source
}

// excerptOf returns the line on which the span starts; false where it points
// nowhere, or into an empty file.
func excerptOf(span diag.Span) (excerpt, bool) {
	if span.IsZero() || len(span.Source.Text) == 0 {
		return excerpt{}, false
	}
	src := span.Source
	start := min(max(span.Start, 0), len(src.Text))
	end := min(max(span.End, start), len(src.Text))
	from, to := src.LineAt(start)
	e := excerpt{}
	e.line, _ = src.Position(start)
	e.lastLine, _ = src.Position(max(end-1, start))

	glyphs := glyphsOf(src.Shown(), from, to, start)
	first, last := caretColumns(glyphs, start, end)
	e.text, e.column, e.length = window(glyphs, first, last)
	return e, true
}

// glyphsOf returns the characters of the line near the caret, and behind them
// one empty column for what is missing at the line's end. A line may be as long
// as a file: only the part that can be shown is looked at.
func glyphsOf(text []byte, from, to, caret int) []glyph {
	const reach = utf8.UTFMax * (excerptColumns + contextColumns)
	var glyphs []glyph
	if caret-from > reach {
		from = caret - reach
		for !utf8.RuneStart(text[from]) && from < caret {
			from++
		}
		glyphs = append(glyphs, glyph{"…", 1, from})
	}
	end := to
	to = min(to, max(caret, from)+reach)
	column := 0
	for from < to {
		shown, width, size := cell(text[from:end], column)
		glyphs = append(glyphs, glyph{shown, width, from})
		column += width
		from += size
	}
	if from < end {
		glyphs = append(glyphs, glyph{"…", 1, from})
	}
	return append(glyphs, glyph{"", 1, end})
}

// caretColumns returns the columns at which the carets for the bytes from
// start up to end begin and end: at least one caret.
func caretColumns(glyphs []glyph, start, end int) (first, last int) {
	column, found := 0, false
	for i, g := range glyphs {
		behind := i == len(glyphs)-1
		if !found && (behind || glyphs[i+1].at > start) {
			found, first = true, column
			if g.width == 0 && first > 0 {
				first-- // a mark above a letter has no column of its own
			}
		}
		column += g.width
		if g.at < end && !behind {
			last = column
		}
	}
	return first, max(last, first+1)
}

// window returns the part of the line to show and the carets' place in it.
func window(glyphs []glyph, first, last int) (text string, column, length int) {
	total := 0
	for _, g := range glyphs {
		total += g.width
	}
	low := 0
	if last > excerptColumns {
		low = max(0, min(first-contextColumns, total-excerptColumns))
	}
	high := min(total, low+excerptColumns)

	var b strings.Builder
	at, begin := 0, -1
	for _, g := range glyphs {
		if at >= low && at+g.width <= high {
			if begin < 0 {
				begin = at
			}
			b.WriteString(g.shown)
		}
		at += g.width
	}
	text = strings.TrimRight(b.String(), " ")
	begin = max(begin, 0)
	column, length = first-begin, max(min(last, high)-first, 1)
	if low > 0 {
		text, column = "… "+text, column+2
	}
	if high < total {
		text += " …"
	}
	return text, column, length
}
