package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected outputs of the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"socdraft": main, "git": fakeGit})
}

func TestScripts(t *testing.T) {
	examples, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	program, err := exec.LookPath("socdraft") // which TestMain made
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("EXAMPLES", examples)
			env.Setenv("SOCDRAFT", program)
			env.Setenv("NO_COLOR", "1")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"fifo":     makeFIFO,
			"repeat":   repeatInto,
			"hold":     hold,
			"edit":     edit,
			"put":      put,
			"number":   number,
			"png":      makePNG,
			"grey":     makeGrey,
			"lines":    lines,
			"fill":     fill,
			"workbook": workbook,
			"saying":   saying,
			"without":  withoutTables,
		},
	})
}

// TestUsageIsToldApart holds the exit codes of mistakes on the command line.
func TestUsageIsToldApart(t *testing.T) {
	tests := []struct {
		args []string
		want int
	}{
		{[]string{"help"}, exitFine},
		{[]string{"version"}, exitFine},
		{[]string{"buidl"}, exitUsage},
		{[]string{"build", "--edtion", "auditor"}, exitUsage},
		{[]string{"build", "--edition", "auditors"}, exitUsage},
		{[]string{"build", "--target", "soc1"}, exitUsage},
		{[]string{"build", "--format", "docx"}, exitUsage},
		{[]string{"build", "a", "b"}, exitUsage},
		{[]string{"check", "--output-format", "xml"}, exitUsage},
		{[]string{"check", "--report", "sarif"}, exitUsage},
		{[]string{"check", "--report", "xml=x"}, exitUsage},
		{[]string{"check", "--fail-on", "fatal"}, exitUsage},
		{[]string{"check", "--coverage", "--json"}, exitUsage},
		{[]string{"check", "../../examples/startup", "--since", "--no-index"}, exitUsage},
		{[]string{"check", "../../examples/startup", "--since", ""}, exitUsage},
		{[]string{"check", "--write-gate", "--since", "HEAD"}, exitUsage},
		{[]string{"check", "--write-gate", "--score"}, exitUsage},
		{[]string{"check", "--write-gate", "--report", "sarif=x"}, exitUsage},
		{[]string{"check", "--today", "yesterday"}, exitUsage},
		{[]string{"list"}, exitUsage},
		{[]string{"list", "control"}, exitUsage},
		{[]string{"version", "x"}, exitUsage},
		{[]string{"init"}, exitUsage},
		{[]string{"init", "a", "b"}, exitUsage},
		{[]string{"init", "--type", "3", "a"}, exitUsage},
		{[]string{"init", "--name", "", "a"}, exitUsage},
		{[]string{"init", "--name", "a\nb", "a"}, exitUsage},
		{[]string{"init", "--example", "--type", "2", "a"}, exitUsage},
		{[]string{"check", "no-such-folder"}, exitFailure},
	}
	for _, tt := range tests {
		a := &app{stdout: discard{}, stderr: discard{}, env: func(string) string { return "" }, now: fixedNow,
			terminal: isTerminal}
		if got := a.run(tt.args); got != tt.want {
			t.Errorf("socdraft %v: exit %d, want %d", tt.args, got, tt.want)
		}
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

func fixedNow() time.Time { return time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC) }

// repeatInto writes a text a number of times into a file: repeat FILE TEXT N.
func repeatInto(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: repeat FILE TEXT N")
	}
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	for range n {
		_, err := f.WriteString(args[1])
		ts.Check(err)
	}
}
