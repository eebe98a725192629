// Package explain is the documentation of the rules: why each matters, how to
// mend what it finds, an example, and which numbers of the catalogue are held
// by tests or wait for documents that do not exist yet.
//
// A rule about the engagement is explained by its example in package check; the
// others by rules.txtar.
package explain

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/socdraft/socdraft/content/check"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
	"github.com/socdraft/socdraft/content/prose"
)

// A Page tells of one number of the catalogue. What a page does not have is
// empty.
type Page struct {
	Name        string   `json:"name"`
	Number      string   `json:"number"`
	Kind        Kind     `json:"kind"`
	Working     string   `json:"working"` // severity in the working edition
	Auditor     string   `json:"auditor"` // severity in the auditor edition
	Title       string   `json:"title"`
	NeverWaived bool     `json:"never_waived"`
	Why         string   `json:"why"`
	Fix         string   `json:"fix"`
	Bad         []File   `json:"bad"`
	Findings    string   `json:"findings"` // what check says about the bad files
	Good        []File   `json:"good"`
	Near        []File   `json:"near"`       // near misses, of which check says nothing
	Least       []File   `json:"-"`          // the project that the examples of package check change
	Tests       []string `json:"tests"`      // of an invariant
	WaitsFor    string   `json:"waits_for"`  // of a waiting rule
	CoveredBy   []string `json:"covered_by"` // names of the rules that find its faults
}

// A Kind says how a number of the catalogue is kept.
type Kind string

// The kinds: a rule reports findings, an invariant is true of every draft and
// held by tests, a waiting rule is about a document that is not made or read
// yet, a covered number's faults are found by rules with other numbers.
const (
	Rule      Kind = "rule"
	Invariant Kind = "invariant"
	Waiting   Kind = "waiting"
	Covered   Kind = "covered"
)

// A File is a source of an example. One without text is taken away from the
// project.
type File struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// page returns a page whose lists are empty, not missing.
func page(kind Kind, number, name, title string) *Page {
	return &Page{Kind: kind, Number: number, Name: name, Title: title, NeverWaived: check.NeverWaived(number),
		Bad: []File{}, Good: []File{}, Near: []File{}, Tests: []string{}, CoveredBy: []string{}}
}

// Of returns the page of a rule.
func Of(r *diag.Rule) *Page {
	p := page(Rule, r.Number, r.Name, r.Title)
	p.Working, p.Auditor = r.Working.String(), r.Handoff.String()
	if data := check.Example(r); data != nil {
		example := txtar.Parse(data)
		p.Why, p.Fix = paragraphs(string(example.Comment))
		p.show(example.Files)
		for _, f := range txtar.Parse(check.LeastProject()).Files {
			p.Least = append(p.Least, File{f.Name, string(f.Data)})
		}
		return p
	}
	p.Why, p.Fix = paragraphs(texts()[r.Name])
	if data := load.Example(r); data != nil {
		p.show(txtar.Parse(data).Files)
	}
	return p
}

// notLoaded ends the findings of an archive of loading whose project has gaps.
const notLoaded = "not loaded as a whole\n"

// show takes over the files of an example. Those of loading have no good
// project and so no folders.
func (p *Page) show(files []txtar.File) {
	for _, f := range files {
		folder, name, _ := strings.Cut(f.Name, "/")
		switch {
		case f.Name == "findings":
			p.Findings = strings.TrimSuffix(string(f.Data), notLoaded)
		case folder == "good":
			p.Good = append(p.Good, File{name, string(f.Data)})
		case folder == "near":
			p.Near = append(p.Near, File{name, string(f.Data)})
		default:
			p.Bad = append(p.Bad, File{strings.TrimPrefix(f.Name, "bad/"), string(f.Data)})
		}
	}
}

//go:embed rules.txtar
var rulesFile []byte

// texts returns the explanations of rules.txtar by the rule's name.
var texts = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, f := range txtar.Parse(rulesFile).Files {
		m[f.Name] = string(f.Data)
	}
	return m
})

// paragraphs returns the two paragraphs of an explanation, each on one line.
func paragraphs(text string) (why, fix string) {
	why, fix, _ = strings.Cut(strings.TrimSpace(text), "\n\n")
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	return line(why), prose.FirstUpper(strings.TrimPrefix(line(fix), "Fix: "))
}

// Pages returns the pages of the rules, the invariants, the waiting rules and
// the covered numbers by number.
func Pages(rules []*diag.Rule) []*Page {
	var pages []*Page
	for _, r := range rules {
		pages = append(pages, Of(r))
	}
	for _, i := range invariants {
		p := page(Invariant, i.number, i.name, i.title)
		p.Why, p.Tests = i.why, i.tests
		pages = append(pages, p)
	}
	for _, w := range waiting {
		p := page(Waiting, w.number, w.name, w.title)
		p.WaitsFor = string(w.document)
		pages = append(pages, p)
	}
	for _, c := range covered {
		p := page(Covered, c.number, c.name, c.title)
		p.Why, p.CoveredBy = c.why, c.by
		pages = append(pages, p)
	}
	slices.SortStableFunc(pages, func(a, b *Page) int { return strings.Compare(a.Number, b.Number) })
	return pages
}
