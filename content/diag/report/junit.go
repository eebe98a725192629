package report

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

type junitReport struct {
	XMLName  xml.Name      `xml:"testsuites"`
	Name     string        `xml:"name,attr"`
	Tests    int           `xml:"tests,attr"`
	Failures int           `xml:"failures,attr"`
	Suites   []*junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	Skipped *junitSkipped `xml:"skipped"`
	Failure *junitFailure `xml:"failure"`
	Out     *junitOutput  `xml:"system-out"`
}

type junitFailure struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",cdata"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

type junitOutput struct {
	Text string `xml:",cdata"`
}

// writeJUnit prints a suite for each family of rules and in it a case for each
// rule, never one for a criterion: that a rule found nothing does not say that
// a criterion is met. A rule fails by a finding that fails the check; the
// findings below that are the output of a case. A rule that would pass only
// because findings of it are waived or accepted, or because it was not applied,
// is skipped.
func writeJUnit(w io.Writer, findings []*diag.Finding, opts Options) error {
	of := map[*diag.Rule][]*diag.Finding{}
	for _, f := range findings {
		of[f.Rule] = append(of[f.Rule], f)
	}
	waived := map[*diag.Rule][]*diag.Finding{}
	for _, f := range opts.Waived {
		waived[f.Rule] = append(waived[f.Rule], f)
	}
	all := junitReport{Name: "socdraft"}
	suites := map[string]*junitSuite{}
	for _, rule := range opts.rules(opts.withWaived(findings)) {
		family, _, _ := strings.Cut(rule.Number, "-")
		s := suites[family]
		if s == nil {
			s = &junitSuite{Name: "socdraft." + family}
			suites[family] = s
			all.Suites = append(all.Suites, s)
		}
		c := opts.junitCase(s.Name, rule, of[rule])
		if why := opts.notPassed(rule, of[rule], waived[rule]); why != "" && c.Failure == nil {
			c.Skipped = &junitSkipped{why}
			s.Skipped++
		}
		s.Cases = append(s.Cases, c)
		s.Tests++
		all.Tests++
		if c.Failure != nil {
			s.Failures++
			all.Failures++
		}
	}
	return encodeXML(w, all)
}

// notPassed returns why a rule without a failure is no rule that passed, or "".
func (o Options) notPassed(rule *diag.Rule, findings, waived []*diag.Finding) string {
	var why []string
	if n := len(waived); n > 0 {
		why = append(why, fmt.Sprintf("%s waived, by %s", plural(n, "finding"), oneLine(deciders(waived))))
	}
	if n := len(findings); n > 0 && o.Accepted[rule] {
		why = append(why, plural(n, "finding")+" accepted by gate.toml")
	}
	if slices.Contains(o.Unapplied, rule) {
		why = append(why, "not applied, since a file could not be read as a whole")
	}
	return strings.Join(why, "; ")
}

func (o Options) junitCase(class string, rule *diag.Rule, findings []*diag.Finding) junitCase {
	c := junitCase{Class: class, Name: rule.Name}
	var failing, others []*diag.Finding
	for _, f := range findings {
		if f.Severity >= cmp.Or(o.FailOn, diag.Error) && !o.Accepted[rule] {
			failing = append(failing, f)
			continue
		}
		others = append(others, f)
	}
	if len(failing) > 0 {
		c.Failure = &junitFailure{
			Type:    worstFirst(failing)[0].Severity.String(),
			Message: fmt.Sprintf("%s (%s)", rule.Title, plural(len(failing), "finding")),
			Text:    o.junitText(failing),
		}
	}
	if len(others) > 0 {
		c.Out = &junitOutput{o.junitText(others)}
	}
	return c
}

// junitText lists findings. No line begins with a name of the project's, which
// GitHub Actions might obey.
func (o Options) junitText(findings []*diag.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "\n- %s: %s: %s", o.repositoryPlace(f.Span), f.Severity, oneLine(f.Message))
		for _, line := range advice(f, o.repositoryPlace) {
			b.WriteString("\n  " + line)
		}
	}
	b.WriteByte('\n')
	return b.String()
}

// rules returns the rules that were looked for, and behind them those of
// findings that are not among them.
func (o Options) rules(findings []*diag.Finding) []*diag.Rule {
	var all []*diag.Rule
	seen := map[*diag.Rule]bool{}
	add := func(r *diag.Rule) {
		if !seen[r] {
			seen[r] = true
			all = append(all, r)
		}
	}
	for _, r := range o.Rules {
		add(r)
	}
	for _, f := range findings {
		add(f.Rule)
	}
	return all
}
