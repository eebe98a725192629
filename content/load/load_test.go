package load

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/socdraft/socdraft/content/diag"
)

var update = flag.Bool("update", false, "rewrite the expected findings")

// base is the least socdraft.toml without a finding; archives that test
// something else leave theirs out.
const base = `[organization]
name = "Wrenfield Software, Inc."
short_name = "Wrenfield"

[system]
name = "Exchange Platform"

[[service]]
id = "exchange"
name = "Exchange"
summary = "Moves records."
user_entities = "Employers"

[report]
type = 2
period = { start = 2025-07-01, end = 2026-06-30 }
categories = ["security"]
`

// wanted is the file of an archive with the expected findings.
const wanted = "findings"

// TestFindings loads each archive of testdata as a project and compares the
// findings with the ones the archive expects.
func TestFindings(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no archives", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			a := txtar.Parse(text)
			got := []byte(findingsOf(t, project(a)))
			at := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == wanted })
			if at < 0 {
				t.Fatalf("no file %q in the archive", wanted)
			}
			if *update {
				a.Files[at].Data = got
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := a.Files[at].Data; !bytes.Equal(want, got) {
				t.Errorf("findings:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// project returns the files of an archive, with the base where it has no
// project file and does not say that there is none.
func project(a *txtar.Archive) fstest.MapFS {
	fsys := fstest.MapFS{}
	if !strings.Contains(string(a.Comment), "no project file") {
		fsys[ProjectFile] = &fstest.MapFile{Data: []byte(base)}
	}
	for _, f := range a.Files {
		if f.Name != wanted {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return fsys
}

// withFiles returns a project of the base and the given names and texts.
func withFiles(namesAndTexts ...string) fstest.MapFS {
	fsys := fstest.MapFS{ProjectFile: &fstest.MapFile{Data: []byte(base)}}
	for i := 0; i < len(namesAndTexts); i += 2 {
		fsys[namesAndTexts[i]] = mapFile(namesAndTexts[i+1])
	}
	return fsys
}

func mapFile(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

// load loads a project and returns its result and sorted findings.
func load(t testing.TB, fsys fs.FS) (*Result, *diag.List) {
	t.Helper()
	var list diag.List
	result, err := Project(fsys, &list)
	if err != nil {
		t.Fatal(err)
	}
	list.Resolve(false)
	return result, &list
}

// findingsOf returns what loading a project finds, as text.
func findingsOf(t testing.TB, fsys fs.FS) string {
	t.Helper()
	result, list := load(t, fsys)
	text := show(list)
	if !result.Loaded() {
		text += "not loaded as a whole\n"
	}
	return text
}

// show prints findings as tests compare them.
func show(list *diag.List) string {
	var b strings.Builder
	for _, f := range list.All() {
		line, col := f.Span.Position()
		fmt.Fprintf(&b, "%s:%d:%d: %s[%s]: %s\n", f.Span.Name(), line, col, f.Severity, f.Rule.Name, f.Message)
		for _, n := range f.Notes {
			line, col := n.Span.Position()
			fmt.Fprintf(&b, "  note: %s:%d:%d: %s\n", n.Span.Name(), line, col, n.Text)
		}
		if f.Help != "" {
			fmt.Fprintf(&b, "  help: %s\n", f.Help)
		}
	}
	return b.String()
}

// Only the service auditor issues a report, so no key says that one is issued.
func TestS2148NoSourceSaysThatAReportIsIssued(t *testing.T) {
	for _, text := range []string{
		strings.Replace(base, "[report]\n", "[report]\nstatus = \"issued\"\n", 1),
		base + "[draft]\nstatus = \"issued\"\n",
		"status = \"issued\"\n" + base,
	} {
		got := findingsOf(t, fstest.MapFS{ProjectFile: &fstest.MapFile{Data: []byte(text)}})
		if !strings.Contains(got, `error[unknown-key]: unknown key "status"`) {
			t.Errorf("findings:\n%s\nof:\n%s", got, text)
		}
	}
}
