package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/socdraft/socdraft"
)

// onTerminal runs the command as if its output went to a terminal.
func onTerminal(args ...string) string {
	var out bytes.Buffer
	a := &app{stdout: &out, stderr: discard{}, env: func(string) string { return "" }, now: fixedNow,
		terminal: func(io.Writer) bool { return true }}
	a.run(args)
	return out.String()
}

func TestOnATerminalCheckShowsTheCoverage(t *testing.T) {
	const project, head = "../../examples/startup", "Criteria and what is mapped to them"
	for _, tt := range []struct {
		flags []string
		want  bool
	}{
		{nil, true},
		{[]string{"--coverage=false"}, false},
		{[]string{"-q"}, false},
		{[]string{"--output-format", "concise"}, false},
		{[]string{"--output-format", "json"}, false},
		{[]string{"--output-format", "markdown"}, false},
	} {
		if got := strings.Contains(onTerminal(append(tt.flags, "check", project)...), head); got != tt.want {
			t.Errorf("check %v: coverage %t, want %t", tt.flags, got, tt.want)
		}
	}
}

// coverageOf is a listing of one criterion of each kind.
func coverageOf() *socdraft.Listing {
	long := strings.Repeat("Ä-LONG-ID-", 5)
	return &socdraft.Listing{
		Columns: []string{"id", "title", "gap", "controls", "tests", "exceptions", "csocs", "cuecs", "not_relevant", "to_do"},
		Rows: [][]any{
			{"CC1.1", "Integrity", "nothing mapped", []string(nil), 0, 0, []string(nil), []string{"CUEC-1"}, false, []string(nil)},
			{"CC1.2", "Oversight", "no test", []string{"AC-01"}, 0, 0, []string(nil), []string(nil), false, []string(nil)},
			{"CC1.3", strings.Repeat("Title ", 20), "", []string{long, "AC-02", "AC-03", "AC-04", "AC-05"}, 12, 1, []string{"CSOC-1", "CSOC-2"}, []string{"CUEC-1"}, false, []string(nil)},
			{"CC1.4", "Elsewhere", "", []string(nil), 0, 0, []string{"CSOC-1"}, []string(nil), false, []string(nil)},
			{"CC1.5", "Nowhere", "", []string(nil), 0, 0, []string(nil), []string(nil), true, []string(nil)},
			{"CC1.6", "Begun", "to do", []string{"AC-09"}, 0, 0, []string(nil), []string(nil), false, []string{"AC-09"}},
			{"CC1.7", "Half", "", []string{"AC-08", "AC-09"}, 0, 0, []string{"CSOC-7"}, []string(nil), false, []string{"AC-09", "CSOC-7"}},
			{"CC2.1", "Hostile", "", []string{"A\x1b[31m", "AC-02", "AC-03", "AC-04"}, 3, 0, []string(nil), []string(nil), false, []string(nil)},
		},
		Beside: &socdraft.Listing{
			Columns: []string{"id", "title", "gap", "answered_in", "to_do"},
			Rows: [][]any{
				{"DC 4", "System incidents", "nothing yet", []string(nil), []string(nil)},
				{"DC 3", "Components", "to do", []string{"components"}, []string{"description/people.md", "description/infrastructure.md", "description/data.md"}},
				{"DC 8", "Criteria not relevant", "", []string(nil), []string(nil)},
			},
		},
	}
}

func TestCoverageSaysWhatIsMissingInItsColumn(t *testing.T) {
	got := string(coverageTables(coverageOf(), false))
	for _, want := range []string{
		"8 criteria, nothing mapped for 1, no test for 1, to do for 1\n",
		"\nCC1.1  Integrity ", "nothing mapped", "no test           –\n", "AC-02 AC-03 +1",
		"12           1  CSOC-1 +1, CUEC-1\n", "–  not relevant\n", "\nCC1.6  Begun                to do: AC-09 ",
		"AC-08, to do: AC-09 CSOC-7              –           –\n",
		"to do: description/people.md,", "written: components\n", "–  CSOC-1\n",
		"\nDC 4  System incidents       nothing yet\n", "\nDC 8  Criteria not relevant  –\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for line := range strings.Lines(got) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > gridColumns {
			t.Errorf("%d columns: %s", n, line)
		}
	}
	if strings.Contains(got, "\x1b") {
		t.Error("an id reached the terminal as it is")
	}
}

func TestGapsAreBoldWhereThereIsColour(t *testing.T) {
	got := string(coverageTables(coverageOf(), true))
	if n := strings.Count(got, "\x1b[1m"); n != 7 || !strings.Contains(got, "\n\x1b[1mCC1.1") {
		t.Errorf("%d bold rows, want the 4 with gaps, one on 3 more lines:\n%q", n, got)
	}
}
