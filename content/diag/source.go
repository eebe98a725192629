// Package diag holds the author's problems as data: sources, the places in
// them, findings and the list that collects them.
//
// A finding is never a Go error. Errors are for the machine's problems and our
// bugs; findings are shown to the author, all of them, sorted by place.
package diag

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// A Source is one file of the project, as it was read. NewSource makes it.
type Source struct {
	Name string // path relative to the project, with "/"
	Text []byte // the bytes of the file, unchanged
	Rank int    // findings of a lower one come first; those of one rank are sorted by name

	lines  []int    // offsets at which lines start
	marks  []mark   // places in long lines, ascending
	hidden [][2]int // offsets between which no excerpt shows what is written
}

// Hide keeps the bytes from start up to end, a secret, out of all excerpts.
func (s *Source) Hide(start, end int) {
	start, end = max(start, 0), min(end, len(s.Text))
	if start < end {
		s.hidden = append(s.hidden, [2]int{start, end})
	}
}

// Shown returns the text as excerpts may show it: byte for byte the same, with
// asterisks for what is hidden.
func (s *Source) Shown() []byte {
	if len(s.hidden) == 0 {
		return s.Text
	}
	shown := bytes.Clone(s.Text)
	for _, h := range s.hidden {
		for i := h[0]; i < h[1]; i++ {
			if shown[i] >= ' ' {
				shown[i] = '*'
			}
		}
	}
	return shown
}

// A mark says how many code points of its line stand before an offset, so that
// the columns of a line as long as a file are not counted from its start.
type mark struct{ offset, points int }

// markEvery is the distance of marks in bytes.
const markEvery = 4096

// NewSource returns the source of the given name and bytes.
func NewSource(name string, text []byte) *Source {
	s := &Source{Name: name, Text: text, lines: []int{0}}
	for i, c := range text {
		if c == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	for i := range s.lines {
		end := len(text)
		if i+1 < len(s.lines) {
			end = s.lines[i+1]
		}
		s.markLine(s.lineStart(i), end)
	}
	return s
}

// markLine sets the marks of one line.
func (s *Source) markLine(start, end int) {
	points := 0
	for end-start > markEvery {
		next := start + markEvery
		for next < end && !utf8.RuneStart(s.Text[next]) {
			next++
		}
		points += utf8.RuneCount(s.Text[start:next])
		start = next
		s.marks = append(s.marks, mark{start, points})
	}
}

// bom is the byte order mark, which counts for no column.
const bom = "\uFEFF"

// lineStart returns the offset of the first column of the line with the index.
func (s *Source) lineStart(index int) int {
	if index == 0 && len(s.Text) >= len(bom) && string(s.Text[:len(bom)]) == bom {
		return len(bom)
	}
	return s.lines[index]
}

// Position turns a byte offset into a 1-based line and a 1-based column
// counted in code points. A byte order mark at the start has no column, and an
// invalid byte counts as one.
func (s *Source) Position(offset int) (line, col int) {
	offset = min(max(offset, 0), len(s.Text))
	line = sort.SearchInts(s.lines, offset+1)
	start, points := min(s.lineStart(line-1), offset), 0
	before := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].offset > offset }) - 1
	if before >= 0 && s.marks[before].offset > start {
		start, points = s.marks[before].offset, s.marks[before].points
	}
	return line, points + utf8.RuneCount(s.Text[start:offset]) + 1
}

// LineAt returns the offsets of the line around an offset, without its ending
// and without a byte order mark.
func (s *Source) LineAt(offset int) (from, to int) {
	index := sort.SearchInts(s.lines, min(max(offset, 0), len(s.Text))+1) - 1
	from, to = s.lineStart(index), len(s.Text)
	if index+1 < len(s.lines) {
		to = s.lines[index+1] - 1
	}
	if to > from && s.Text[to-1] == '\r' {
		to--
	}
	return from, to
}

// InvalidByte returns the offset of the first byte that is not UTF-8, or -1.
func (s *Source) InvalidByte() int {
	if utf8.Valid(s.Text) {
		return -1
	}
	for at := 0; at < len(s.Text); {
		r, n := utf8.DecodeRune(s.Text[at:])
		if r == utf8.RuneError && n <= 1 {
			return at
		}
		at += n
	}
	return -1
}

// A Span is a place in a source: the bytes from Start up to End. The zero Span
// means text that nobody authored in this project ("built-in").
type Span struct {
	Source     *Source
	Start, End int
}

// At returns the span of the given offsets in s.
func (s *Source) At(start, end int) Span { return Span{s, start, end} }

// IsZero reports whether the span points nowhere.
func (s Span) IsZero() bool { return s.Source == nil }

// Name returns the name of the span's source, "built-in" where there is none.
func (s Span) Name() string {
	if s.Source == nil {
		return "built-in"
	}
	return s.Source.Name
}

func (s Span) rank() int {
	if s.Source == nil {
		return 0
	}
	return s.Source.Rank
}

// Position returns the 1-based line and column of the span's start, 0, 0 where
// it points nowhere.
func (s Span) Position() (line, col int) {
	if s.Source == nil {
		return 0, 0
	}
	return s.Source.Position(s.Start)
}
