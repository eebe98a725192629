package socdraft

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/check"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
)

// ruleRisenCount is of checks alone: no draft is held up by a count.
var ruleRisenCount = diag.SameInBoth("GT-003", "risen-count", diag.Error, "a rule finds more than gate.toml accepts of it")

// A Gated is what gate.toml says of a rule in one edition, beside what is found.
type Gated struct {
	Rule     *diag.Rule
	Accepted int // findings that do not fail a check; 0 where there is no line
	Found    int

	span diag.Span // of the line, or where it would stand
}

// Rose reports whether there is more than is accepted, so that all of it counts.
func (g Gated) Rose() bool { return g.Found > g.Accepted }

// Risen returns the finding about a count that rose. It fails a check, whatever
// severity the findings of the rule have: the gate is there to hold the count.
func (g Gated) Risen() *diag.Finding {
	return new(diag.List).Add(ruleRisenCount, g.span, "findings of rule %q rose from %d to %d", g.Rule.Name, g.Accepted, g.Found).
		Suggest("mend what is new, or write there by hand, where a reviewer sees it: %s = %d", g.Rule.Name, g.Found)
}

// gated compares the findings with the gate, by name of rule: the rules of its
// lines and those with findings, but for those of which none is ever accepted.
func (r *run) gated(findings []*diag.Finding) []Gated {
	if r.engagement.Gate == nil {
		return nil
	}
	part := r.engagement.Gate.Working
	if r.options.Edition == Auditor {
		part = r.engagement.Gate.Auditor
	}
	accepted := check.Accepted(r.engagement, r.options.Edition == Auditor, r.facts().Rules)
	found := countable(findings)
	var all []Gated
	for rule, a := range accepted {
		all = append(all, Gated{rule, a.Most, found[rule], a.Span})
	}
	for rule, n := range found {
		if _, listed := accepted[rule]; !listed {
			all = append(all, Gated{rule, 0, n, part.Span})
		}
	}
	slices.SortFunc(all, func(a, b Gated) int { return cmp.Compare(a.Rule.Name, b.Rule.Name) })
	return all
}

// countable counts the findings of each rule that a gate can accept. What only
// informs needs nobody's patience.
func countable(findings []*diag.Finding) map[*diag.Rule]int {
	counts := map[*diag.Rule]int{}
	for _, f := range findings {
		if f.Severity > diag.Info && !check.NeverWaived(f.Rule.Number) {
			counts[f.Rule]++
		}
	}
	return counts
}

// A NewGate is a gate that accepts what is found now.
type NewGate struct {
	Edits
	Editions []EditionGate
}

// An EditionGate is the part of a gate about one edition.
type EditionGate struct {
	Edition  Edition
	Accepted int     // findings
	Rules    int     // of those
	Never    int     // findings of rules of which none is ever accepted
	Rose     []Gated // left as they are: counts that would have to rise
}

// gateHead begins each gate.
const gateHead = `# How many findings of each rule "socdraft check" accepts until they are mended, by edition. A rule with one more fails
# the check, and so does one that is not listed. Building the auditor edition takes no notice of this file.
# Written by "socdraft check --write-gate", which lowers counts and never raises one.
`

// NewGate makes a gate of what both editions find. Counts of a gate that is there
// may fall but not rise: what would have to stays as it is and is in the result.
func (p *Project) NewGate(o Options) (*NewGate, error) {
	r, err := p.start(o)
	if err != nil {
		return nil, err
	}
	out := &NewGate{}
	var text strings.Builder
	text.WriteString(gateHead)
	for _, edition := range []Edition{Working, Auditor} {
		o.Edition = edition
		result, err := p.Check(o)
		if err != nil {
			return nil, err
		}
		if !result.Whole {
			out.Findings = result.Findings
			return out, nil
		}
		found := countable(result.Findings)
		part := EditionGate{Edition: edition}
		for _, g := range result.Gate {
			if g.Rose() {
				part.Rose = append(part.Rose, g)
				found[g.Rule] = g.Accepted
			}
		}
		maps.DeleteFunc(found, func(_ *diag.Rule, n int) bool { return n == 0 })
		part.Rules = len(found)
		fmt.Fprintf(&text, "\n[%s]\n", edition)
		byName := func(a, b *diag.Rule) int { return cmp.Compare(a.Name, b.Name) }
		for _, rule := range slices.SortedFunc(maps.Keys(found), byName) {
			fmt.Fprintf(&text, "%s = %d\n", rule.Name, found[rule])
			part.Accepted += found[rule]
		}
		for _, f := range result.Findings {
			if f.Severity > diag.Info && check.NeverWaived(f.Rule.Number) {
				part.Never++
			}
		}
		out.Editions = append(out.Editions, part)
	}
	_, before := r.sourceOf(load.GateFile, "")
	if string(before) != text.String() {
		out.Files = []SourceFile{{Path: load.GateFile, Before: before, Data: []byte(text.String())}}
	}
	return out, nil
}
