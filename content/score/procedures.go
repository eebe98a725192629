package score

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// fewestWords is how many words a procedure has at least that says what was
// looked at and what was checked: "Inspected the signed charter for approval."
const fewestWords = 6

// manyControls is how many controls tested in the same words make a procedure
// a pattern.
const manyControls = 3

// procedures counts the controls whose tests, by the service auditor, are told
// so that a reader can follow them. What management tested itself stands in no
// report.
func procedures(v *view) measured {
	tests := v.TestsByControl((*content.TestFile).Auditors)
	m := measured{what: "controls have tests that say what was looked at, how, and how much"}
	switch {
	case v.Report.Type == content.Type1:
		return measured{reason: "a type 1 report has no tests of operation"}
	case len(tests) == 0:
		return measured{reason: "no tests of the service auditor have been received"}
	}
	shared := v.sharedProcedures()
	for _, c := range v.inScope() {
		own := tests[c.ID.Value]
		it := item{places: []diag.Span{c.ID.Span}}
		for _, t := range own {
			it.places = append(it.places, v.table(t.Span))
		}
		if open := untold(own, shared); open != "" {
			at := v.place(c.ID.Span, c.Span)
			if len(own) > 0 {
				at = v.place(own[0].Procedure.Raw.Span, own[0].ID.Span, own[0].Span)
			}
			it.lacking(at, "the tests of control %q %s", c.ID.Value, open)
		}
		m.items = append(m.items, it)
	}
	return m
}

// received returns the tests of the service auditor.
func (v *view) received() []*content.Test {
	var all []*content.Test
	for _, t := range v.Tests() {
		if t.File.Auditors() {
			all = append(all, t)
		}
	}
	return all
}

// sharedProcedures counts the controls tested in the same words.
func (v *view) sharedProcedures() map[string]int {
	shared, seen := map[string]int{}, map[[2]string]bool{}
	for _, t := range v.received() {
		words := strings.Join(strings.Fields(t.Procedure.String()), " ")
		if key := [2]string{words, t.Control.Value}; words != "" && !seen[key] {
			seen[key] = true
			shared[words]++
		}
	}
	return shared
}

// untold returns what the tests of a control leave open, "" for nothing.
func untold(tests []*content.Test, shared map[string]int) string {
	var beyond, extent bool
	longest := 0
	for _, t := range tests {
		if !operated(t) {
			return ""
		}
		words := strings.Fields(t.Procedure.String())
		if n := shared[strings.Join(words, " ")]; n >= manyControls {
			return fmt.Sprintf("say word for word what those of %d controls do", n)
		}
		longest = max(longest, len(words))
		extent = extent || tellsExtent(t)
		for _, method := range t.Methods {
			beyond = beyond || method.Value != "inquiry"
		}
	}
	switch {
	case len(tests) == 0:
		return "are missing"
	case longest < fewestWords:
		return fmt.Sprintf("have only %d words for what was looked at and what was checked", longest)
	case !beyond:
		return "name no method besides inquiry"
	case !extent:
		return "do not say how many items were tested, or of which day"
	}
	return ""
}

// operated reports whether the result is about a control at work: for others
// the rules ask for a reason.
func operated(t *content.Test) bool {
	return t.Result.Value == content.ResultNoExceptions || t.IsException() || t.Result.Value == content.ResultPending || t.Result.Value == ""
}

// extents are beginnings of words by which a procedure says how much was
// tested.
var extents = []string{"sample", "select", " all ", " each ", " every ", "population", " one ", "setting", "configur"}

func tellsExtent(t *content.Test) bool {
	return t.Tested.Given() || t.Population.Given() || len(t.Occurred)+len(t.Captured) > 0 ||
		hasAny(" "+strings.ToLower(t.Procedure.String())+" ", extents)
}
