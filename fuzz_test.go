package socdraft_test

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft"
)

// FuzzBuild builds projects whose files hold any bytes, in the plain and the
// finished form: nothing panics, fails or hangs, findings stand inside their
// sources, and every file is written whole or named as not written.
func FuzzBuild(f *testing.F) {
	f.Add(fuzzProject, fuzzControl, "The overview of [AC-01](#AC-01), {{ system.name }}.\n", fuzzTest)
	f.Add(strings.Replace(fuzzProject, "type = 2", "type = 1\nas_of = 2026-06-30", 1), fuzzControl, "| a | b |\n|---|---|\n| 1 | `2` |\n\n> [!NOTE]\n> x[^1]\n\n[^1]: y\n", "")
	f.Add(strings.Replace(fuzzProject, "\"security\"", "\"privacy\"", 1), fuzzControl+"[[control.earlier]]\nstatement = \"S.\"\neffective_until = 2025-12-31\n",
		"# T\n\n1. a\n   - b\n\n![x](x.png \"y\")\n\n<b>\n", strings.Replace(fuzzTest, "no_exceptions", "exception", 1))
	f.Add(fuzzProject, strings.NewReplacer("AC-01", strings.Repeat("long ", 500), "The lead", strings.Repeat("The lead ", 2000)).Replace(fuzzControl), "x\n", "")
	f.Fuzz(func(t *testing.T, project, control, overview, test string) {
		dir := t.TempDir()
		writeFiles(t, dir, map[string]string{
			"socdraft.toml":           project,
			"controls/a.toml":         control,
			"description/overview.md": overview,
			"tests/2026/a.toml":       test,
		})
		for _, plain := range []bool{true, false} {
			holdResult(t, build(t, dir, socdraft.Options{Plain: plain}))
		}
	})
}

func holdResult(t *testing.T, result *socdraft.Result) {
	t.Helper()
	if files := len(result.Files); len(result.NotWritten)+files != 3 || !result.Refused && files < 2 {
		t.Errorf("refused %v: %d files, not written %q", result.Refused, files, result.NotWritten)
	}
	for _, f := range result.Files {
		if len(f.Data) == 0 || f.Count == 0 {
			t.Errorf("%s: %d bytes, %d %s", f.Name, len(f.Data), f.Count, f.Unit)
		}
	}
	for _, f := range result.Findings {
		if span := f.Span; !span.IsZero() && (span.Start < 0 || span.End < span.Start || span.End > len(span.Source.Text)) {
			t.Errorf("%s: %q stands at %s, %d to %d", f.Rule.Name, f.Message, span.Name(), span.Start, span.End)
		}
	}
}

const fuzzProject = `[organization]
name = "Quill Ledger, Inc."
short_name = "Quill"
[system]
name = "Ledger Service"
[[service]]
id = "ledger"
name = "Ledger"
summary = "Keeps ledgers."
user_entities = "Firms"
[report]
type = 2
period = { start = 2025-07-01, end = 2026-06-30 }
categories = ["security"]
[draft]
date = 2026-08-14
`

const fuzzControl = `[[control]]
id = "AC-01"
title = "Access"
area = "Access"
statement = "The lead approves access."
criteria = ["CC6.1"]
owner_role = "Lead"
frequency = "per_occurrence"
trigger = "access_change"
nature = "manual"
systems = []
evidence = ["Ticket"]
effective_from = 2025-08-01
`

const fuzzTest = `source = "management"
[[test]]
id = "T-1"
control = "AC-01"
methods = ["inspection"]
procedure = "Inspected a sample."
result = "no_exceptions"
text = "None."
population = 9
tested = 3
deviations = 1
nature = "Late"
`
