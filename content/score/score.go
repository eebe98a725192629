// Package score measures an engagement by the signals S1 to S7 with which
// readers of finished reports judge them, as the Reliability Rubric v1.0 of the
// SOC 2 Quality Guild numbers them. Names, measures and words are ours.
//
// Of is the entry. A measure counts things a reader can count too: so many of
// so many controls say who acts. It counts facts of the engagement and findings
// of the rules; which rule counts for which signal is data in feeds. What
// cannot be known has no measure and is not judged, since silence must not look
// like praise. Nothing here reaches a draft.
package score

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
)

// State is a measure in a word. There is no mark for the whole: a report is as
// good as a reader's trust in it.
type State string

// The states.
const (
	Strong     State = "strong"
	SomeToMend State = "some to mend"
	Weak       State = "weak"
	NotJudged  State = "not judged"
)

// A Signal is what one of the rubric's questions finds.
type Signal struct {
	ID      string // "S4"
	Pillar  string // "structure" or "substance"
	Name    string
	State   State
	Good    int // of Of; both are zero where nothing could be counted
	Of      int
	Measure string  // the count in words, or why there is none
	Counts  string  // what is counted, and what makes one of them good
	Strong  int     // percent that have to be good for it to be strong; 0 where it is never judged
	Weak    int     // percent below which it is weak
	Mend    []Place // what to mend first
	More    int     // places besides those of Mend
	Waived  int     // waived findings, which do not count
}

// A Place is something to mend.
type Place struct {
	Span    diag.Span
	Message string
	Rule    *diag.Rule // that reports it, or nil where only the measure does
}

// Shown is how many places a signal names.
const Shown = 3

// Of returns the signals in their order, from an engagement, its coverage and
// the findings on it, those that count and those that are waived.
func Of(e *content.Engagement, c *coverage.Coverage, standing, waived []*diag.Finding) []Signal {
	v := viewOf(e, c)
	var all []Signal
	for _, s := range signals {
		m := s.look(v)
		tally := newTally(s, m)
		for _, f := range standing {
			tally.add(f)
		}
		signal := tally.signal()
		for _, f := range waived {
			if _, counts := tally.counts(f); counts {
				signal.Waived++
			}
		}
		all = append(all, signal)
	}
	return all
}
