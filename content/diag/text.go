package diag

import "sort"

// A Text is a string an author wrote, together with the place of each of its
// bytes in the source. Escapes, a stripped line ending or an inserted variable
// make the two differ, so carets inside long text need the map.
type Text struct {
	Value string
	Span  Span // the whole value, with its quotes where it has any

	pieces []piece // ascending by at
}

// A piece says that the decoded bytes from at on were written from src on: one
// to one, or, for an atom (an escape), all of them by the same src..srcEnd.
type piece struct {
	at          int
	src, srcEnd int
	atom        bool
}

// NewText returns a text whose bytes stand one to one at span.
func NewText(value string, span Span) Text {
	return Text{Value: value, Span: span, pieces: []piece{{0, span.Start, span.End, false}}}
}

// IsZero reports whether nobody wrote the text.
func (t Text) IsZero() bool { return t.Value == "" && t.Span.IsZero() }

// String returns the value, so that a Text prints as what it says.
func (t Text) String() string { return t.Value }

// Slice returns the place in the source of the value's bytes from start up to
// end.
func (t Text) Slice(start, end int) Span {
	if t.Span.Source == nil || len(t.pieces) == 0 {
		return t.Span
	}
	from, _ := t.locate(start)
	_, to := t.locate(max(end-1, start))
	if end <= start {
		to = from
	}
	return Span{t.Span.Source, from, max(to, from)}
}

// locate returns the source offsets of one decoded byte.
func (t Text) locate(offset int) (from, to int) {
	i := sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].at > offset }) - 1
	if i < 0 {
		return t.Span.Start, t.Span.Start
	}
	p := t.pieces[i]
	if p.atom {
		return p.src, p.srcEnd
	}
	at := p.src + offset - p.at
	return at, at + 1
}

// A TextBuilder makes a Text piece by piece.
type TextBuilder struct {
	value  []byte
	pieces []piece
}

// Verbatim appends bytes that stand in the source as they are, from offset on.
func (b *TextBuilder) Verbatim(s string, offset int) {
	if n := len(b.pieces); n > 0 && !b.pieces[n-1].atom && b.pieces[n-1].src+len(b.value)-b.pieces[n-1].at == offset {
		b.value = append(b.value, s...)
		return
	}
	b.pieces = append(b.pieces, piece{at: len(b.value), src: offset, srcEnd: offset + len(s)})
	b.value = append(b.value, s...)
}

// Atom appends bytes that stand for all of the source from start up to end: an
// escape, or a folded line ending.
func (b *TextBuilder) Atom(s string, start, end int) {
	b.pieces = append(b.pieces, piece{at: len(b.value), src: start, srcEnd: end, atom: true})
	b.value = append(b.value, s...)
}

// Text returns what was built, spanning span.
func (b *TextBuilder) Text(span Span) Text {
	return Text{Value: string(b.value), Span: span, pieces: b.pieces}
}
