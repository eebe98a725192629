package score

import (
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
)

// A view is an engagement with where its tables end.
type view struct {
	*content.Engagement
	coverage *coverage.Coverage
	begins   map[*diag.Source][]int // where tables begin that are part of no other
}

func viewOf(e *content.Engagement, c *coverage.Coverage) *view {
	v := &view{Engagement: e, coverage: c, begins: map[*diag.Source][]int{}}
	for _, p := range e.Places {
		if p.Within == nil {
			v.begins[p.Header.Source] = append(v.begins[p.Header.Source], p.Header.Start)
		}
	}
	return v
}

// table returns the place of the whole table with the header.
func (v *view) table(header diag.Span) diag.Span {
	if header.IsZero() {
		return header
	}
	begins := v.begins[header.Source]
	i, _ := slices.BinarySearch(begins, header.Start+1)
	header.End = len(header.Source.Text)
	if i < len(begins) {
		header.End = begins[i]
	}
	return header
}

// inScope returns the controls in scope.
func (v *view) inScope() []*content.Control {
	var in []*content.Control
	for _, c := range v.Controls {
		if v.InScope(c) {
			in = append(in, c)
		}
	}
	return in
}

// parts returns the documents of the description in printed order.
func (v *view) parts() []*content.Document {
	var all []*content.Document
	for _, part := range content.DescriptionParts {
		if doc := v.Description.Known[part.Name]; doc != nil {
			all = append(all, doc)
		}
	}
	return append(all, v.Description.Others...)
}

// place returns the first of the places that is one, else the project's start.
func (v *view) place(spans ...diag.Span) diag.Span {
	for _, s := range spans {
		if !s.IsZero() {
			return s
		}
	}
	return v.Root
}

// top returns where a document begins.
func top(doc *content.Document) diag.Span {
	at := doc.Span
	at.End = at.Start
	return at
}
