package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

// built runs build on the example with many findings and returns the messages.
func built(t *testing.T, terminal bool, args ...string) string {
	t.Helper()
	var messages bytes.Buffer
	a := &app{stdout: discard{}, stderr: &messages, env: func(name string) string { return map[string]string{"NO_COLOR": "1"}[name] }, now: fixedNow,
		terminal: func(io.Writer) bool { return terminal }}
	a.run(append([]string{"build", "../../examples/broken", "--target", "requests", "-o", t.TempDir()}, args...))
	return messages.String()
}

// What was written is what a person looks for, so it must not scroll away.
func TestOnATerminalBuildShowsTheWorstFindings(t *testing.T) {
	findings := func(text string) int {
		return strings.Count("\n"+text, "\nerror[") + strings.Count("\n"+text, "\nwarning[")
	}
	all, few := built(t, false), built(t, true)
	if findings(all) < 15 || strings.Contains(all, " more findings: socdraft check") {
		t.Errorf("elsewhere all are printed:\n%s", all)
	}
	if findings(few) != shownOnTerminal || strings.Contains(few, "warning[") || strings.Count(few, "\n") > 50 {
		t.Errorf("not the worst few:\n%s", few)
	}
	if !strings.Contains(few, " more findings: socdraft check ../../examples/broken\n\nwrote ") {
		t.Errorf("the others are not told:\n%s", few)
	}
	if got := built(t, true, "-q"); findings(got) != strings.Count("\n"+all, "\nerror[") {
		t.Errorf("quiet prints all errors:\n%s", got)
	}
	if got := built(t, true, "--edition", "auditor"); !strings.Contains(got, "socdraft check --edition auditor ../../examples/broken\n") {
		t.Errorf("another edition is told:\n%s", got)
	}
}
