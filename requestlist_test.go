package socdraft_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft"
)

// answered are the files of a request list that is worked on.
var answered = map[string]string{
	"requests/lock.toml":    "[[request]]\nid = \"R-001\"\nkey = \"ENG.fraud\"\n",
	"requests/auditor.toml": "[[request]]\nid = \"R-900\"\ntitle = \"Badge log\"\nwhat = \"The log of the badges.\"\nkind = \"document\"\n",
	"requests/answers.toml": "[[answer]]\nrequest = \"R-001\"\nstatus = \"in_progress\"\n",
	"requests/issued.toml":  "[[round]]\nnumber = 1\nissue = \"5f1c\"\n",
}

// waiver is for what later finds: that is no word of a report either.
const waiver = "[[waiver]]\nrule = \"impossible-status\"\nreason = \"Counsel is away.\"\napproved_by = \"General Counsel\"\nuntil = 2099-12-31\n"

// A run that found nothing answers a request. The results of tests are the
// service auditor's and stay as they are, with the whole report and its revision.
func TestARunWithoutRowsChangesNoResult(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("examples/wrenfield")); err != nil {
		t.Fatal(err)
	}
	report := func() (tests string, list string) {
		result := build(t, dir, socdraft.Options{Plain: true})
		return string(result.Files[0].Data), string(result.Files[2].Data)
	}
	before, _ := report()
	path := filepath.Join(dir, "populations.toml")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	run := "\n[[population.run]]\ncovers = { start = 2025-07-01, end = 2026-01-31 }\nrun_at = \"2026-07-02T09:30:00Z\"\nrows = 0\nproof = \"screenshot\"\n"
	if err := os.WriteFile(path, append(data, run...), 0o644); err != nil {
		t.Fatal(err)
	}
	after, list := report()
	if before != after {
		t.Error("the report changed")
	}
	if want := "No occurrence: the run of July 2, 2026, 09:30 UTC found none. Proof: screenshot."; !strings.Contains(list, want) {
		t.Errorf("the request list does not say %q", want)
	}
}

// A status is no word of a report, so the reports stay as they are, with their
// revision, whatever stands in requests/.
func TestAStatusChangesNoReport(t *testing.T) {
	before, after := t.TempDir(), t.TempDir()
	for _, dir := range []string{before, after} {
		if err := os.CopyFS(dir, os.DirFS("examples/wrenfield")); err != nil {
			t.Fatal(err)
		}
		writeFiles(t, dir, map[string]string{"waivers.toml": waiver})
	}
	writeFiles(t, after, answered)
	later := maps.Clone(answered)
	later["requests/answers.toml"] = "[[answer]]\nrequest = \"R-001\"\nstatus = \"blocked\"\n"
	first := build(t, before, socdraft.Options{})
	second := build(t, after, socdraft.Options{})
	writeFiles(t, after, later)
	third := build(t, after, socdraft.Options{})
	for i, f := range first.Files {
		report := f.Target != "requests"
		if same := bytes.Equal(f.Data, second.Files[i].Data); same != report {
			t.Errorf("%s without and with a request list is the same: %v", f.Name, same)
		}
		if same := bytes.Equal(second.Files[i].Data, third.Files[i].Data); same != report {
			t.Errorf("%s before and after a change of status is the same: %v", f.Name, same)
		}
	}
}

// What is wrong with an answer holds up the list alone: the auditor edition of
// the reports waits for nobody's status.
func TestAnErrorInAnAnswerHoldsUpNoReport(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("examples/wrenfield")); err != nil {
		t.Fatal(err)
	}
	writeFiles(t, dir, map[string]string{"requests/answers.toml": "[[answer]]\nrequest = \"ENG.description\"\nstatus = \"submitted\"\n"})
	all := build(t, dir, socdraft.Options{Edition: socdraft.Auditor})
	if len(all.Files) != 2 || !all.Refused || !slices.Equal(all.NotWritten, []string{"request-list.xlsx"}) {
		t.Errorf("%d files, refused: %v, not written: %q", len(all.Files), all.Refused, all.NotWritten)
	}
	reports := build(t, dir, socdraft.Options{Edition: socdraft.Auditor, Targets: []string{"soc2", "soc3"}})
	if len(reports.Files) != 2 || reports.Refused {
		t.Errorf("%d reports, refused: %v", len(reports.Files), reports.Refused)
	}
}
