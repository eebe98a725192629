package markdown

import (
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// runs collects the inlines of one paragraph. Text that stands one to one in
// the source joins the run before it where style, link and place allow.
type runs struct {
	c     *converter
	style prose.Style
	link  string
	cell  bool // in a table cell, where "\|" is a bar even in code
	alt   bool // in an alternative text, where an image is its own
	items []run
}

type run struct {
	text []byte
	meta prose.Inline // without Text
}

// reopen takes finished inlines up again.
func reopen(inlines []prose.Inline) []run {
	var items []run
	for _, in := range inlines {
		items = append(items, run{text: []byte(in.Text), meta: in})
	}
	return items
}

// exact reports whether the run stands one to one in the source, or nowhere.
func (r *run) exact() bool {
	s := r.meta.Span
	return s.IsZero() || len(r.text) == s.End-s.Start
}

func (r *run) isBreak() bool { return len(r.text) == 1 && r.text[0] == '\n' }

// add appends text written at span.
func (r *runs) add(text []byte, span diag.Span) {
	if len(text) == 0 {
		return
	}
	next := run{text: text, meta: prose.Inline{Style: r.style, Link: r.link, Span: span}}
	if n := len(r.items); n > 0 && joins(&r.items[n-1], &next) {
		last := &r.items[n-1]
		last.text = append(last.text, text...)
		last.meta.Span.End = span.End
		return
	}
	next.text = append([]byte(nil), text...)
	r.items = append(r.items, next)
}

func joins(a, b *run) bool {
	return a.meta.Style == b.meta.Style && a.meta.Link == b.meta.Link &&
		a.meta.Span.Source == b.meta.Span.Source && a.meta.Span.End == b.meta.Span.Start &&
		a.exact() && b.exact() && !a.isBreak() && !b.isBreak()
}

// verbatim appends src[start:stop] as it stands. Where the text has escapes of
// its own file format the parts between them stay exact.
func (r *runs) verbatim(start, stop int) {
	if start >= stop {
		return
	}
	span := r.c.at(start, stop)
	if span.IsZero() || span.End-span.Start == stop-start {
		r.add(r.c.src[start:stop], span)
		return
	}
	for start < stop {
		_, size := utf8.DecodeRune(r.c.src[start:stop])
		r.add(r.c.src[start:start+size], r.c.at(start, start+size))
		start += size
	}
}

// atom appends text that stands for all of src[start:stop].
func (r *runs) atom(text string, start, stop int) {
	r.add([]byte(text), r.c.at(start, stop))
}

// space appends one space for the white space src[start:stop], none where the
// run starts or ends in a space already.
func (r *runs) space(start, stop int) {
	if !r.atSpace() {
		r.atom(" ", start, stop)
	}
}

func (r *runs) atSpace() bool {
	if len(r.items) == 0 {
		return true
	}
	text := r.items[len(r.items)-1].text
	last := text[len(text)-1]
	return last == ' ' || last == '\n'
}

// hardBreak appends a line break; white space before it is left out.
func (r *runs) hardBreak(start, stop int) {
	r.trim()
	if len(r.items) == 0 {
		return
	}
	r.items = append(r.items, run{
		text: []byte{'\n'},
		meta: prose.Inline{Style: r.style, Link: r.link, Span: r.c.at(start, stop)},
	})
}

// trim takes white space off the end, but not what is code.
func (r *runs) trim() {
	for n := len(r.items); n > 0; n = len(r.items) {
		last := &r.items[n-1]
		k := len(last.text)
		if last.meta.Style&prose.Mono != 0 || last.text[k-1] != ' ' && !last.isBreak() {
			return
		}
		if k == 1 {
			r.items = r.items[:n-1]
			continue
		}
		if !last.meta.Span.IsZero() && last.exact() {
			last.meta.Span.End--
		}
		last.text = last.text[:k-1]
	}
}

// done returns the runs.
func (r *runs) done() []prose.Inline {
	r.trim()
	var inlines []prose.Inline
	for _, item := range r.items {
		in := item.meta
		in.Text = string(item.text)
		inlines = append(inlines, in)
	}
	return inlines
}
