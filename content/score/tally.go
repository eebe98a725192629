package score

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/socdraft/socdraft/content/diag"
)

// measured is what a signal counts.
type measured struct {
	items []item
	scope []diag.Span // where rules about words count, besides in items
	what  string      // what the good ones of the items are, after "7 of 9"

	// reason says why the signal is not judged, after the count if there is one.
	reason string
}

// An item is one thing that is counted, good unless it lacks something or has a
// finding.
type item struct {
	places []diag.Span // what is found in them is about the item
	rules  []string    // findings of these are about the item, wherever they stand
	lacks  []Place     // what no rule tells of
	bad    bool        // it lacks something that a rule tells of elsewhere
}

// lacking adds what the item lacks and where that is told.
func (it *item) lacking(at diag.Span, message string, args ...any) {
	it.lacks = append(it.lacks, Place{Span: at, Message: fmt.Sprintf(message, args...)})
}

// A tally counts the items of a signal.
type tally struct {
	of       signal
	measured measured
	weights  map[string]weight
	byRule   map[string]int // the item that a rule is about
	places   index
	scope    index
	found    []bool // by item: it has a finding
	open     []fault
	loose    int // findings on nothing that is counted
	errors   int
}

// A fault is a place with what decides its rank.
type fault struct {
	Place
	severity diag.Severity
	order    int
}

func newTally(s signal, m measured) *tally {
	t := &tally{of: s, measured: m, weights: weightsOf(s.id), byRule: map[string]int{}, found: make([]bool, len(m.items))}
	for i, it := range m.items {
		t.places.add(i, it.places...)
		for _, rule := range it.rules {
			t.byRule[rule] = i
		}
	}
	t.scope.add(0, m.scope...)
	t.places.sort()
	t.scope.sort()
	return t
}

// counts returns the item that a finding is about, -1 for none, and whether it
// counts for the signal.
func (t *tally) counts(f *diag.Finding) (int, bool) {
	w, fed := t.weights[f.Rule.Name]
	if !fed || f.Severity < diag.Warning || len(t.measured.items) == 0 {
		return -1, false
	}
	i := t.about(f)
	if i < 0 && w.within && t.scope.at(f.Span) < 0 {
		return -1, false
	}
	return i, true
}

func (t *tally) about(f *diag.Finding) int {
	if i, ok := t.byRule[f.Rule.Name]; ok {
		return i
	}
	return t.places.at(f.Span)
}

// add counts a finding.
func (t *tally) add(f *diag.Finding) {
	i, counts := t.counts(f)
	if !counts {
		return
	}
	if i >= 0 {
		t.found[i] = true
	} else {
		t.loose++
	}
	if f.Severity == diag.Error {
		t.errors++
	}
	t.open = append(t.open, fault{Place{f.Span, f.Message, f.Rule}, f.Severity, t.weights[f.Rule.Name].order})
}

// signal returns the count.
func (t *tally) signal() Signal {
	s := Signal{ID: t.of.id, Pillar: t.of.pillar, Name: t.of.name, Of: len(t.measured.items),
		Counts: t.of.counts, Strong: t.of.strong, Weak: t.of.weak}
	for i, it := range t.measured.items {
		if !t.found[i] { // else the rule has told of it
			for _, lack := range it.lacks {
				t.open = append(t.open, fault{lack, diag.Warning, -1})
			}
		}
		if !t.found[i] && !it.bad && len(it.lacks) == 0 {
			s.Good++
		}
	}
	s.State = t.state(s.Good, s.Of)
	s.Measure = t.words(s.Good, s.Of)
	slices.SortStableFunc(t.open, func(a, b fault) int {
		return cmp.Or(cmp.Compare(b.severity, a.severity), cmp.Compare(a.order, b.order)) // else as the findings stand
	})
	for _, f := range t.open[:min(len(t.open), Shown)] {
		s.Mend = append(s.Mend, f.Place)
	}
	s.More = len(t.open) - len(s.Mend)
	return s
}

func (t *tally) state(good, of int) State {
	switch {
	case t.measured.reason != "" || of == 0:
		return NotJudged
	case good*100 >= t.of.strong*of && t.loose == 0 && t.errors == 0:
		return Strong
	case good*100 >= t.of.weak*of:
		return SomeToMend
	}
	return Weak
}

func (t *tally) words(good, of int) string {
	if of == 0 {
		return t.measured.reason
	}
	words := fmt.Sprintf("%d of %d %s", good, of, t.measured.what)
	if good == of && t.loose > 0 { // else the count tells that something is amiss
		words += fmt.Sprintf("; but other findings: %d", t.loose)
	}
	if t.measured.reason != "" {
		words += "; " + t.measured.reason
	}
	return words
}
