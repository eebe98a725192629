package socdraft

import (
	"strings"

	"github.com/socdraft/socdraft/content/explain"
)

// An Explanation tells of one number of the catalogue of rules.
type Explanation = explain.Page

// An ExampleFile is a source of an example.
type ExampleFile = explain.File

// The kinds of numbers.
const (
	Rule      = explain.Rule
	Invariant = explain.Invariant
	Waiting   = explain.Waiting
	Covered   = explain.Covered
)

// Explanations returns all numbers of the catalogue in their order: the rules,
// the invariants that tests hold, the rules that wait, and the numbers that other
// rules cover.
func Explanations() []*Explanation { return explain.Pages(Rules()) }

// Explain returns the explanation with the name or number, in any case.
func Explain(key string) (*Explanation, bool) {
	for _, p := range Explanations() {
		if strings.EqualFold(key, p.Name) || strings.EqualFold(key, p.Number) {
			return p, true
		}
	}
	return nil, false
}
