package check

import (
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var untestedControl = Check{
	Rule: diag.AtHandoff("S2-105", "untested-control",
		"a control in scope has no test and result of the service auditor"),
	absence: true,
	run: func(p *project) {
		if !p.type2() {
			return
		}
		begun := slices.ContainsFunc(p.Controls, func(c *content.Control) bool { return p.tested(c.ID.Value) })
		for _, c := range p.Controls {
			if p.InScope(c) && c.ID.Value != "" && !p.tested(c.ID.Value) && !p.unfit(c.ID.Value) {
				f := p.add(c.ID.Span, "control %s has no test and result of the service auditor", called(c.ID, c.Title)).
					Suggest("add them to a file under tests/ once the service auditor has sent them; until then there is nothing to do")
				p.noteTests(f, c.ID.Value)
				if !begun { // before the fieldwork each control waits
					f.Wait()
				}
			}
		}
	},
}

func (p *project) tested(control string) bool {
	return slices.ContainsFunc(p.tests[control], func(t *content.Test) bool {
		return t.File.Auditors() && t.Result.Value != "" && t.Result.Value != content.ResultPending
	})
}

// unfit reports whether a test of the control would count but for a finding
// that it has already: its origin is not proven, or it has no result.
func (p *project) unfit(control string) bool {
	return slices.ContainsFunc(p.tests[control], func(t *content.Test) bool {
		return t.File.Source.Value == content.FromServiceAuditor && t.Result.Value != content.ResultPending &&
			(!t.File.Auditors() || t.Result.Value == "")
	})
}

// noteTests says why tests of the control do not count.
func (p *project) noteTests(f *diag.Finding, control string) {
	for _, t := range p.tests[control] {
		switch {
		case t.File.Source.Value == content.FromManagement:
			f.Note(t.ID.Span, "test %q is management's own", t.ID.Value)
		case !t.File.Auditors():
			f.Note(t.ID.Span, "test %q stands in a file whose origin is not verified", t.ID.Value)
		default:
			f.Note(t.ID.Span, "test %q has no result yet", t.ID.Value)
		}
	}
}

var misplacedTests = Check{
	Rule: diag.SameInBoth("S2-106", "misplaced-tests", diag.Error,
		"a type 1 report has tests of operating effectiveness"),
	run: func(p *project) {
		if !p.type1() {
			return
		}
		for _, file := range p.TestFiles {
			if len(file.Tests) > 0 {
				p.add(place(file.Tests[0].ID.Span, file.Tests[0].Span), "type 1 report has tests of controls").
					Note(p.Report.TypeSpan, "the type is 1 here").
					Suggest("take the tests out, or set type = 2 with a period: a type 1 report does not say whether controls worked")
			}
		}
	},
}

// hashStart is how much of a hash messages show.
const hashStart = 12

var unverifiedWords = Check{
	Rule: diag.SameInBoth("S2-107", "unverified-origin", diag.Error,
		"tests claim to be the service auditor's but no received file proves it"),
	run: func(p *project) {
		for _, file := range p.TestFiles {
			switch {
			case file.Managements() && file.Received != nil:
				p.add(file.Received.Span, "tests are management's own, but the file has [received]").
					Note(file.Source.Span, "their source is given here").
					Suggest("take [received] away; management's testing never stands in the service auditor's columns")
			case file.Source.Value == content.FromServiceAuditor && !file.Auditors():
				f := p.unverified(file)
				if f.Help == "" {
					f.Suggest("put the file that the firm sent under tests/ and record its name, SHA-256, date and firm in [received]; until then the columns stay open")
				}
			}
		}
	},
}

func (p *project) unverified(file *content.TestFile) *diag.Finding {
	r := file.Received
	switch {
	case r == nil:
		return p.add(file.Source.Span, "tests claim to be the service auditor's, but the file has no [received]")
	case r.File.Value == "":
		return p.add(r.Span, "tests claim to be the service auditor's, but [received] names no file")
	case r.Missing:
		return p.add(r.File.Span, "received file %q is not in the project", r.File.Value).
			Suggest("the path is relative to this file; put the service auditor's file there as it was received")
	case r.Actual == "":
		return p.add(r.File.Span, "received file %q cannot be read", r.File.Value)
	case r.Empty:
		return p.add(r.File.Span, "received file %q is empty", r.File.Value)
	case r.Own:
		return p.add(r.File.Span, "received file %q is a source of this project, not what the service auditor sent", r.File.Value)
	case r.SHA256.Value == "":
		return p.add(r.Span, "received file %q has no recorded hash", r.File.Value).
			Note(r.File.Span, "its SHA-256 is %s", r.Actual)
	}
	if strings.EqualFold(r.SHA256.Value, r.Actual) {
		return p.add(r.SHA256.Span, "SHA-256 of received file %q is written in capitals", r.File.Value).
			Suggest("write it in lower case")
	}
	is, recorded := shortHashes(r.Actual, r.SHA256.Value)
	return p.add(r.SHA256.Span, "received file %q has SHA-256 %s, not %s", r.File.Value, is, recorded).
		Note(r.File.Span, "the file is named here").
		Suggest("if this is the file as it was received, record %s here; else get the file again", r.Actual)
}

// shortHashes shortens two hashes to as much as tells them apart.
func shortHashes(a, b string) (shortA, shortB string) {
	if start(a) == start(b) {
		return a, b
	}
	return start(a) + "…", start(b) + "…"
}

func start(hash string) string { return hash[:min(len(hash), hashStart)] }

var unpairedTest = Check{
	Rule: diag.SameInBoth("S2-108", "unpaired-test", diag.Error,
		"a test has no result, or a result no test"),
	run: func(p *project) {
		for _, t := range p.periodTests() {
			where := place(t.ID.Span, t.Span)
			switch {
			case t.Result.Value == "":
				p.add(where, "test %q has no result", t.ID.Value).
					Suggest("copy it from the service auditor's file, or write result = \"pending\" while the test is not finished")
			case t.Result.Value == content.ResultPending, t.Result.Value == content.ResultNotTestedCarvedOut:
			case t.Procedure.IsZero():
				p.add(where, "result of test %q has no procedure", t.ID.Value).
					Suggest("copy from the service auditor's file what was done: a result without it is a claim")
			case len(t.Methods) == 0:
				p.add(where, "test %q has no methods", t.ID.Value).
					Suggest("the methods are %s", listed(content.TestMethods))
			case t.File.Source.Value == content.FromServiceAuditor && t.Text.IsZero():
				p.add(where, "result of test %q has no text in the service auditor's words", t.ID.Value).
					Suggest("copy into text what the service auditor wrote, such as: No exceptions noted; their words print, not the code of the result")
			}
		}
	},
}

// periodTests returns the tests of a type 2 report.
func (p *project) periodTests() []*content.Test {
	if !p.type2() {
		return nil
	}
	return p.Tests()
}

var unknownMethod = Check{
	Rule: diag.SameInBoth("S2-109", "unknown-test-method", diag.Error,
		"a method of testing does not exist"),
	run: func(p *project) {
		for _, t := range p.periodTests() {
			for _, m := range t.Methods {
				if !slices.Contains(content.TestMethods, m.Value) {
					near(p.add(m.Span, "test %q has unknown method %q", t.ID.Value, m.Value), m.Value, content.TestMethods)
				}
			}
		}
	},
}

var untimelyOccurrence = Check{
	Rule: diag.SameInBoth("S2-111", "untimely-occurrence", diag.Error,
		"a tested occurrence lies outside the period"),
	run: func(p *project) {
		period, ok := p.ordered()
		if !ok {
			return
		}
		for _, t := range p.Tests() {
			for _, d := range t.Occurred {
				if !period.Contains(d) {
					p.add(d.Span, "test %q covers an occurrence on %s, outside the period", t.ID.Value, d).
						Note(period.Span, "the period is %s", period).
						Suggest("what happened outside the period shows nothing about it: check the date; the day on which somebody took the record goes into captured")
				}
			}
		}
	},
}
