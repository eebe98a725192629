package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity orders findings by what they stop.
type Severity uint8

// The severities. Error stops check and the auditor edition; Off is a rule
// that is silent in an edition.
const (
	Off Severity = iota
	Info
	Warning
	Error
)

// String returns the word the finding prints.
func (s Severity) String() string {
	return [...]string{"off", "info", "warning", "error"}[s]
}

// A Rule is a kind of finding. Its name and number are stable and never reused.
type Rule struct {
	Name    string   // kebab-case, adjective then noun: "unknown-criterion"
	Number  string   // "S2-012"; loader rules are "LD-", rendering rules "RD-"
	Working Severity // in the working edition
	Handoff Severity // in the auditor edition
	Title   string   // one sentence, lower case, no final stop
}

// SameInBoth returns a rule with one severity for both editions.
func SameInBoth(number, name string, s Severity, title string) *Rule {
	return &Rule{Name: name, Number: number, Working: s, Handoff: s, Title: title}
}

// AtHandoff returns a rule that warns in the working edition and is an error in
// the auditor edition.
func AtHandoff(number, name, title string) *Rule {
	return &Rule{Name: name, Number: number, Working: Warning, Handoff: Error, Title: title}
}

// A Note adds a fact to a finding, with its own place or none.
type Note struct {
	Span Span
	Text string
}

// A Finding is one problem of the author's, at one place.
type Finding struct {
	Rule     *Rule
	Severity Severity // set by List.Resolve from the rule and the edition
	Span     Span
	Message  string // one sentence, lower case, no final stop, quoted values by %q
	Notes    []Note
	Help     string // what to do; empty where the message says it
	Waiver   *Waiver

	waits bool // see Wait
}

// A Waiver is why a finding does not count: who decided so, why and until when.
type Waiver struct {
	Reason     string
	ApprovedBy string // role
	Until      string // date, 2026-12-31
}

// A List collects findings. The zero List is ready to use.
type List struct {
	findings []*Finding
}

// Add records a finding and returns it, so that notes and help can be added.
func (l *List) Add(rule *Rule, span Span, format string, args ...any) *Finding {
	f := &Finding{Rule: rule, Severity: rule.Working, Span: span, Message: fmt.Sprintf(format, args...)}
	l.findings = append(l.findings, f)
	return f
}

// Note adds a fact with a place to the finding and returns the finding.
func (f *Finding) Note(span Span, format string, args ...any) *Finding {
	f.Notes = append(f.Notes, Note{span, fmt.Sprintf(format, args...)})
	return f
}

// Suggest sets what to do and returns the finding.
func (f *Finding) Suggest(format string, args ...any) *Finding {
	f.Help = fmt.Sprintf(format, args...)
	return f
}

// Wait keeps the finding out of the working edition, where nobody can do
// anything about it yet, whatever its rule says, and returns the finding.
func (f *Finding) Wait() *Finding {
	f.waits = true
	return f
}

// Append adds all findings of another list.
func (l *List) Append(other *List) { l.findings = append(l.findings, other.findings...) }

// Resolve sets each severity for the edition, drops what is silent in it, and
// sorts by file, in the order of their ranks, place, rule and message; equal findings are kept once.
func (l *List) Resolve(handoff bool) {
	kept := l.findings[:0]
	for _, f := range l.findings {
		f.Severity = f.Rule.Working
		if handoff {
			f.Severity = f.Rule.Handoff
		}
		if f.Severity != Off && (handoff || !f.waits) {
			kept = append(kept, f)
		}
	}
	slices.SortStableFunc(kept, compare)
	l.findings = slices.CompactFunc(kept, func(a, b *Finding) bool {
		return compare(a, b) == 0 && a.Help == b.Help
	})
}

// TakeWaived takes the findings that have a waiver out of the list and returns
// them in their order.
func (l *List) TakeWaived() []*Finding {
	var waived, standing []*Finding
	for _, f := range l.findings {
		if f.Waiver != nil {
			waived = append(waived, f)
			continue
		}
		standing = append(standing, f)
	}
	l.findings = standing
	return waived
}

// Sorted returns the findings of all lists in the order of Resolve.
func Sorted(lists ...[]*Finding) []*Finding {
	all := slices.Concat(lists...)
	slices.SortStableFunc(all, compare)
	return all
}

func compare(a, b *Finding) int {
	return cmp.Or(
		cmp.Compare(a.Span.rank(), b.Span.rank()),
		cmp.Compare(a.Span.Name(), b.Span.Name()),
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(a.Span.End, b.Span.End),
		cmp.Compare(a.Rule.Number, b.Rule.Number),
		cmp.Compare(a.Message, b.Message),
	)
}

// All returns the findings in their present order.
func (l *List) All() []*Finding { return l.findings }

// Len returns the number of findings.
func (l *List) Len() int { return len(l.findings) }

// Count returns how many findings have the severity.
func (l *List) Count(s Severity) int {
	n := 0
	for _, f := range l.findings {
		if f.Severity == s {
			n++
		}
	}
	return n
}

// Has reports whether a finding of the rule is in the list.
func (l *List) Has(rule *Rule) bool {
	return slices.ContainsFunc(l.findings, func(f *Finding) bool { return f.Rule == rule })
}
