package soc3

import (
	"strings"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/content/public"
)

// A passage is a stretch of authored text that prints in the report, with the
// way back to its source.
type passage struct {
	words []word
	place func(start, end int) diag.Span // of bytes of the text
}

// passages returns what authors wrote for the report, in no particular order
// of print.
func passages(f *public.Facts) []passage {
	var all []passage
	text := func(texts ...public.Text) {
		for _, t := range texts {
			all = append(all, passage{wordsOf(t.Value), t.Slice})
		}
	}
	blocks := func(p public.Prose) {
		prose.EachInlines(p.Blocks, func(runs *[]prose.Inline) { all = append(all, passageOf(*runs)) })
		prose.Walk(p.Blocks, func(b prose.Block) {
			switch b := b.(type) {
			case *prose.Code:
				all = append(all, whole(b.Text, b.Span))
			case *prose.Figure:
				all = append(all, whole(b.Alt, b.Span))
			}
		})
	}
	blocks(f.Boundaries)
	blocks(f.Assertion)
	for _, promises := range [][]public.Promise{f.Commitments, f.Requirements} {
		for _, p := range promises {
			blocks(p.Text)
		}
	}
	text(f.Organization, f.ShortName, f.System)
	for _, s := range f.Services {
		text(s.Name, s.Summary)
	}
	for _, c := range f.Components {
		text(c.Name, c.Summary)
	}
	for _, s := range f.Subservice {
		text(s.Name, s.Summary)
		text(s.Signatories...)
	}
	text(f.Signatories...)
	return all
}

func whole(text string, span diag.Span) passage {
	return passage{wordsOf(text), func(int, int) diag.Span { return span }}
}

// passageOf returns the runs of a paragraph as one passage.
func passageOf(runs []prose.Inline) passage {
	var b strings.Builder
	starts := make([]int, len(runs))
	for i, r := range runs {
		starts[i] = b.Len()
		b.WriteString(r.Text)
	}
	at := func(offset int) diag.Span {
		i := len(runs) - 1
		for i > 0 && starts[i] > offset {
			i--
		}
		span := runs[i].Span
		if len(runs[i].Text) == span.End-span.Start && !span.IsZero() {
			from := span.Start + offset - starts[i]
			return span.Source.At(from, from+1)
		}
		return span
	}
	return passage{wordsOf(b.String()), func(start, end int) diag.Span {
		from, to := at(start), at(end-1)
		if from.IsZero() || from.Source != to.Source || to.End < from.Start {
			return from
		}
		return from.Source.At(from.Start, to.End)
	}}
}

// places returns where the authored passages have the given words: at least
// the first eight of them, and as many more as follow.
func places(all []passage, wanted []word) []diag.Span {
	var found []diag.Span
	lead := wanted[:min(len(wanted), shingleWords)]
	for _, p := range all {
		for at := range p.words {
			if !same(lead, p.words, at) {
				continue
			}
			n := len(lead)
			for n < len(wanted) && at+n < len(p.words) && p.words[at+n].text == wanted[n].text {
				n++
			}
			if span := p.place(p.words[at].start, p.words[at+n-1].end); !span.IsZero() {
				found = append(found, span)
			}
		}
	}
	return found
}
