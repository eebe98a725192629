package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
)

const gateFile = "gate.toml"

// fitGate refuses what does not go with --write-gate, which counts everything
// and prints no findings.
func (f *checkFlags) fitGate() error {
	other := ""
	switch {
	case !f.gate:
	case f.sinceOn:
		other = "--since"
	case f.score:
		other = "--score"
	case len(f.reports) > 0:
		other = "--report"
	}
	if other == "" {
		return nil
	}
	return usagef("--write-gate counts all findings of both editions and prints none; leave %s out", other)
}

// writeGateFile writes gate.toml, with the counts that fell and without those
// that rose.
func (a *app) writeGateFile(args []string, flags checkFlags) error {
	o, err := a.options(flags.common)
	if err != nil {
		return err
	}
	project, err := a.open(args)
	if err != nil {
		return err
	}
	defer project.Close()
	gate, err := project.NewGate(o)
	if err != nil {
		return err
	}
	path := filepath.ToSlash(filepath.Join(project.Dir(), gateFile))
	if err := a.apply(project, &gate.Edits, false); err != nil {
		a.say("%s was not written: the project cannot be read as a whole", path)
		return err
	}
	for _, e := range gate.Editions {
		never := ""
		if e.Never > 0 {
			never = "; not accepted, as their rules never are: " + count(e.Never, "finding")
		}
		a.say("%s edition: %s of %s accepted%s", e.Edition, count(e.Accepted, "finding"), count(e.Rules, "rule"), never)
	}
	if len(gate.Files) == 0 {
		a.say("%s stays as it is", path)
	} else {
		a.say("wrote %s", path)
	}
	if a.leftLow(gate) {
		return errFindings
	}
	return nil
}

// leftLow tells which counts of the gate would have to rise, and reports
// whether any would.
func (a *app) leftLow(gate *socdraft.NewGate) bool {
	left := false
	for _, e := range gate.Editions {
		for _, g := range e.Rose {
			left = true
			fmt.Fprintf(a.stderr, "%s edition: %q rose from %d to %d and is left at %d\n", e.Edition, g.Rule.Name, g.Accepted, g.Found, g.Accepted)
		}
	}
	if left {
		fmt.Fprintln(a.stderr, "counts only fall: mend what is new, or raise the count by hand, where a reviewer sees it")
	}
	return left
}

// failing returns the findings that fail a check: those of the least severity
// on, but for the ones that the gate accepts.
func failing(result *socdraft.Result, least diag.Severity) []*diag.Finding {
	var all []*diag.Finding
	for _, f := range result.Findings {
		if f.Severity >= least && !accepted(result, f) {
			all = append(all, f)
		}
	}
	return all
}

// accepted reports whether the gate accepts all findings of the rule.
func accepted(result *socdraft.Result, f *diag.Finding) bool {
	return slices.ContainsFunc(result.Gate, func(g socdraft.Gated) bool { return g.Rule == f.Rule && !g.Rose() })
}

// acceptedRules returns the rules all findings of which the gate accepts.
func acceptedRules(result *socdraft.Result) map[*diag.Rule]bool {
	rules := map[*diag.Rule]bool{}
	for _, g := range result.Gate {
		rules[g.Rule] = !g.Rose()
	}
	return rules
}

// risen returns the counts that rose; with a past to compare with, those of
// rules that find something new.
func risen(result *socdraft.Result, since bool) []socdraft.Gated {
	var all []socdraft.Gated
	for _, g := range result.Gate {
		finds := func(f *diag.Finding) bool { return f.Rule == g.Rule }
		if g.Rose() && (!since || slices.ContainsFunc(result.Findings, finds)) {
			all = append(all, g)
		}
	}
	return all
}

// withRisen returns the findings and those about counts that rose.
func withRisen(findings []*diag.Finding, rose []socdraft.Gated) []*diag.Finding {
	var about []*diag.Finding
	for _, g := range rose {
		about = append(about, g.Risen())
	}
	return diag.Sorted(findings, about)
}

// sayGate tells where the gate and the findings differ: what rose and what fell.
func (a *app) sayGate(result *socdraft.Result, rose []socdraft.Gated) {
	var up, down []string
	for _, g := range rose {
		up = append(up, fmt.Sprintf("%q rose from %d to %d", g.Rule.Name, g.Accepted, g.Found))
	}
	for _, g := range result.Gate {
		if g.Found < g.Accepted {
			down = append(down, fmt.Sprintf("%s %d, now %d", g.Rule.Name, g.Accepted, g.Found))
		}
	}
	if len(up) > 0 {
		a.say("%s: %s", gateFile, strings.Join(up, "; "))
	}
	if len(down) > 0 && result.Whole {
		a.say("note: %s accepts more than there is (%s); \"socdraft check --write-gate\" lowers it", gateFile, strings.Join(down, "; "))
	}
}

// withinGate counts the printed findings that the gate accepts.
func withinGate(result *socdraft.Result) string {
	n := 0
	for _, f := range result.Findings {
		if accepted(result, f) {
			n++
		}
	}
	switch {
	case n == 0:
		return ""
	case n == len(result.Findings):
		return ", all accepted by " + gateFile
	}
	return fmt.Sprintf(", %d of them accepted by %s", n, gateFile)
}
