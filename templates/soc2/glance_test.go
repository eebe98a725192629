package soc2_test

import (
	"testing"

	"github.com/socdraft/socdraft/templates/soc2"
)

// What management waived is its own affair.
func TestWaivedFindingsAreCountedInTheWorkingEdition(t *testing.T) {
	const line = "Waived findings"
	e := baseProject(t).engagement(t)
	for _, test := range []struct {
		edition soc2.Edition
		waived  int
		want    bool
	}{{soc2.Working, 3, true}, {soc2.Working, 0, false}, {soc2.Auditor, 3, false}} {
		d := &draft{t: t}
		d.doc = soc2.Document(soc2.Input{Engagement: e, Edition: test.edition, Today: after, Waived: test.waived}, &d.list)
		d.lines = flatten(d.doc)
		if test.want {
			d.has("navigation/glance", line+": 3 (internal)")
			continue
		}
		d.lacks("", line)
	}
}
