package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/socdraft/socdraft"
)

func files(text string) []socdraft.File {
	return []socdraft.File{{Name: "a.pdf", Data: []byte(text)}, {Name: "b.xlsx", Data: []byte(text)}}
}

// outputInto returns the output of an empty project.
func outputInto(t *testing.T, dir string) *output {
	t.Helper()
	project, err := socdraft.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { project.Close() })
	return &output{dir, project}
}

func mustRead(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestWriteReplacesAllFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	o := outputInto(t, dir)
	for _, text := range []string{"first", "second"} {
		if err := o.write(files(text)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"a.pdf", "b.xlsx"} {
		if got := mustRead(t, filepath.Join(dir, name)); got != "second" {
			t.Errorf("%s holds %q", name, got)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 2 {
		t.Errorf("temporary files are left: %v", entries)
	}
}

// A failure before the first rename leaves every earlier file as it was.
func TestAFailedWriteLeavesThePreviousOutputs(t *testing.T) {
	dir := t.TempDir()
	o := outputInto(t, dir)
	if err := o.write(files("previous")); err != nil {
		t.Fatal(err)
	}
	next := files("next")
	next[1].Name = "missing/b.xlsx" // a file that cannot be made
	err := o.write(next)
	if err == nil || !strings.Contains(err.Error(), "nothing was replaced") {
		t.Fatalf("got error %v", err)
	}
	for _, name := range []string{"a.pdf", "b.xlsx"} {
		if got := mustRead(t, filepath.Join(dir, name)); got != "previous" {
			t.Errorf("%s holds %q", name, got)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 2 {
		t.Errorf("temporary files are left: %v", entries)
	}
}

func TestAFailedRenameSaysWhatWasReplaced(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "b.xlsx", "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	err := outputInto(t, dir).write(files("next"))
	if err == nil || !strings.Contains(err.Error(), "already replaced: a.pdf") {
		t.Fatalf("got error %v", err)
	}
}

func TestAPlantedLinkIsNotFollowed(t *testing.T) {
	dir, outside := t.TempDir(), filepath.Join(t.TempDir(), "victim")
	if err := os.WriteFile(outside, []byte("untouched"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "a.pdf")); err != nil {
		t.Fatal(err)
	}
	if err := outputInto(t, dir).write(files("draft")); err != nil {
		t.Fatal(err)
	}
	if got := mustRead(t, outside); got != "untouched" {
		t.Errorf("the link's target holds %q", got)
	}
	if got := mustRead(t, filepath.Join(dir, "a.pdf")); got != "draft" {
		t.Errorf("a.pdf holds %q", got)
	}
}
