// Package check holds the rules that judge an engagement: what it lacks, what
// contradicts itself, what may not stand in a draft.
//
// Run is the entry; All lists the rules, which stand in one file for each
// family. Every rule has a file testdata/<name>.txtar with a project that
// breaks it and one that does not. It is the rule's documentation too, so it
// begins with why an auditor cares and then, after "Fix: ", how to mend it.
// A rule reports at the value that is wrong; what is missing is reported where
// it should stand.
//
// The rules of the form of values (types, most required keys and closed lists,
// ids, unknown criteria) belong to package load; one of the two reports a fault.
package check

import (
	"embed"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
)

// Facts are what the rules need beyond the engagement itself.
type Facts struct {
	Today    content.Date        // zero: nothing is compared with the present day
	Coverage *coverage.Coverage  // nil: derived from the engagement
	Partial  bool                // a file could not be read: what is missing may stand in it
	Requests []*requests.Request // nil: derived from the engagement where a rule needs it
	Rules    []*diag.Rule        // all that a waiver may name; nil: those of this package
}

// A Check is a rule and how it is tested.
type Check struct {
	Rule *diag.Rule
	run  func(*project)

	// absence is set where the rule reports that nothing says something, which
	// is not known of a project read in part.
	absence bool
}

// project is what one rule sees.
type project struct {
	*content.Engagement
	facts     Facts
	rule      *diag.Rule
	list      *diag.List
	passages  []passage
	lexicon   *lexicon
	reading   *reading                   // of the passages
	saying    []statement                // see stated
	mistyped  map[diag.Span]bool         // values of a wrong type, which loading reported
	unwritten unwritten                  // texts of the skeleton
	tests     map[string][]*content.Test // by control
	asked     []*requests.Request        // see requestList
}

// add reports a finding of the rule; without a place, at the project's start.
// A value of a wrong type has its finding already, and so has a text that is
// still to be written: what follows from it is left out.
func (p *project) add(at diag.Span, format string, args ...any) *diag.Finding {
	if at.IsZero() {
		at = p.Root
	}
	if p.mistyped[at] || p.awaited(at) {
		return new(diag.List).Add(p.rule, at, format, args...)
	}
	return p.list.Add(p.rule, at, format, args...)
}

// wrongType is the name of the rule of loading whose findings stand at values.
const wrongType = "wrong-type"

func (p *project) type1() bool { return p.Report.Type == content.Type1 }
func (p *project) type2() bool { return p.Report.Type == content.Type2 }

// Run tests all rules in their order. The list has the findings of loading and
// gets those of the rules.
func Run(e *content.Engagement, facts Facts, list *diag.List) {
	if facts.Coverage == nil {
		facts.Coverage = coverage.Of(e)
	}
	if facts.Rules == nil {
		facts.Rules = Rules()
	}
	p := &project{Engagement: e, facts: facts, list: list, passages: passages(e), mistyped: map[diag.Span]bool{}}
	p.unwritten = unwrittenIn(p.passages)
	p.lexicon = lexiconOf(e)
	p.reading = read(p.passages, p.lexicon, examplesFor(e))
	p.tests = map[string][]*content.Test{}
	for _, t := range e.Tests() {
		p.tests[t.Control.Value] = append(p.tests[t.Control.Value], t)
	}
	for _, f := range list.All() {
		if f.Rule.Name == wrongType {
			p.mistyped[f.Span] = true
		}
	}
	for _, c := range All {
		if c.absence && facts.Partial {
			continue
		}
		p.rule = c.Rule
		c.run(p)
	}
}

// OfWhole returns the rules that are applied to a project read as a whole alone.
func OfWhole() []*diag.Rule {
	var rules []*diag.Rule
	for _, c := range All {
		if c.absence {
			rules = append(rules, c.Rule)
		}
	}
	return rules
}

// Rules returns the rules in the order of All.
func Rules() []*diag.Rule {
	var rules []*diag.Rule
	for _, c := range All {
		rules = append(rules, c.Rule)
	}
	return rules
}

//go:embed testdata/*.txtar
var examples embed.FS

// Example returns the rule's example as a txtar archive: what it is about, a
// project that breaks it under bad/, the findings, one that does not under good/,
// and perhaps one that nearly does under near/. It is empty for rules of other packages.
func Example(rule *diag.Rule) []byte {
	data, err := examples.ReadFile("testdata/" + rule.Name + ".txtar")
	if err != nil {
		return nil
	}
	return data
}

// LeastProject returns, as a txtar archive, the project that the examples change.
func LeastProject() []byte {
	data, err := examples.ReadFile("testdata/base.txtar")
	if err != nil {
		panic(err) // it is embedded
	}
	return data
}
