package score

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
)

// agreement counts what could contradict another section: controls, parts of
// the description, the service auditor's tests, management's own assertion.
func agreement(v *view) measured {
	m := measured{what: "controls, parts and tests have no contradiction that the rules find"}
	add := func(place diag.Span) { m.items = append(m.items, item{places: []diag.Span{place}}) }
	for _, c := range v.inScope() {
		if coverage.Written(c.Statement.String()) {
			add(v.table(c.Span))
		}
	}
	for _, doc := range v.parts() {
		if coverage.WrittenDocument(doc) {
			add(doc.Span)
		}
	}
	for _, t := range v.received() {
		add(v.table(t.Span))
	}
	if coverage.WrittenDocument(v.Assertion) {
		add(v.Assertion.Span)
	}
	for _, doc := range v.OtherInformation {
		m.scope = append(m.scope, doc.Span)
	}
	switch {
	case len(m.items) == 0:
		m.reason = "nothing is written yet that could contradict itself"
	case !v.comparable():
		m.reason = "too little is written yet to contradict itself"
	}
	return m
}

// comparable reports whether there are controls and at least half of the parts
// of the description that have to be written. Silence between two paragraphs is
// no agreement.
func (v *view) comparable() bool {
	there, wanted := 0, 0
	for _, part := range content.DescriptionParts {
		if part.Required || part.Prose {
			wanted++
			if coverage.WrittenDocument(v.Description.Known[part.Name]) {
				there++
			}
		}
	}
	for _, c := range v.inScope() {
		if coverage.Written(c.Statement.String()) {
			return 2*there >= wanted
		}
	}
	return false
}
