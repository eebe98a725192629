//go:build unix

package load

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// onDisk writes the base project to a folder.
func onDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, ProjectFile, base)
	return dir
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func findingsIn(t *testing.T, dir string) string {
	t.Helper()
	root, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	return findingsOf(t, root)
}

func TestNoSymbolicLinkLeadsOutOfTheProject(t *testing.T) {
	outside := t.TempDir()
	write(t, outside, "secret.toml", oneControl)
	write(t, outside, "secret.png", "secret")
	write(t, outside, "controls/a.toml", oneControl)
	dir := onDisk(t)
	write(t, dir, "description/overview.md", "![Secret](secret.png \"Secret\")\n")
	link := func(target, name string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	link(filepath.Join(outside, "secret.toml"), "policies.toml")
	link("../../../"+filepath.Base(outside)+"/secret.toml", "tests/2026/a.toml")
	link(filepath.Join(outside, "secret.png"), "description/secret.png")
	link(filepath.Join(outside, "controls"), "controls")
	link("loop.toml", "loop.toml")
	link("nowhere.toml", "risks.toml")
	link("socdraft.toml", "inside.toml")
	want := `description/overview.md:1:1: error[path-escape]: symbolic link "description/secret.png" leads out of the project
policies.toml:1:1: error[path-escape]: symbolic link "policies.toml" leads out of the project
risks.toml:1:1: error[unreadable-file]: file "risks.toml" cannot be read: no such file or directory
controls:1:1: error[path-escape]: symbolic link "controls" leads out of the project
tests/2026/a.toml:1:1: error[path-escape]: symbolic link "tests/2026/a.toml" leads out of the project
inside.toml:1:1: warning[unread-file]: file "inside.toml" is not read
  help: text of the report goes into description/, other words to readers into other-information/; notes for yourselves can be .txt
loop.toml:1:1: error[unreadable-file]: file "loop.toml" cannot be read: too many levels of symbolic links
not loaded as a whole
`
	if got := findingsIn(t, dir); got != want {
		t.Errorf("findings:\n%s\nwant:\n%s", got, want)
	}
}

func TestASymbolicLinkInsideTheProjectIsRead(t *testing.T) {
	dir := onDisk(t)
	write(t, dir, "shared.txt", oneControl)
	if err := os.Mkdir(filepath.Join(dir, "controls"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../shared.txt", filepath.Join(dir, "controls", "a.toml")); err != nil {
		t.Skip(err)
	}
	if got := findingsIn(t, dir); got != "" {
		t.Error(got)
	}
}

func TestPipesAndFoldersInPlaceOfFilesDoNotBlock(t *testing.T) {
	dir := onDisk(t)
	for _, name := range []string{"controls", "risks.toml", "description", "description/figures"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write(t, dir, "description/overview.md", "![Pipe](figures/pipe.png \"Pipe\")\n")
	for _, name := range []string{"controls/pipe.toml", "criteria.toml", "description/figures/pipe.png", "pipe"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Skip(err)
		}
	}
	if err := os.Symlink("../pipe", filepath.Join(dir, "controls", "linked.toml")); err != nil {
		t.Skip(err)
	}
	want := `criteria.toml:1:1: error[not-a-regular-file]: "criteria.toml" is a pipe, not a file
  help: put a plain file in its place
description/overview.md:1:1: error[not-a-regular-file]: "description/figures/pipe.png" is a pipe, not a file
  help: put a plain file in its place
risks.toml:1:1: error[not-a-regular-file]: "risks.toml" is a folder, not a file
  help: put a plain file in its place
controls/linked.toml:1:1: error[not-a-regular-file]: "controls/linked.toml" is a pipe, not a file
  help: put a plain file in its place
controls/pipe.toml:1:1: error[not-a-regular-file]: "controls/pipe.toml" is a pipe, not a file
  help: put a plain file in its place
not loaded as a whole
`
	done := make(chan string)
	go func() { done <- findingsIn(t, dir) }()
	select {
	case got := <-done:
		if got != want {
			t.Errorf("findings:\n%s\nwant:\n%s", got, want)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("loading waits for a pipe")
	}
}

func TestAnUnreadableFileIsAFinding(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("every file can be read by root")
	}
	dir := onDisk(t)
	write(t, dir, "risks.toml", "")
	if err := os.Chmod(filepath.Join(dir, "risks.toml"), 0); err != nil {
		t.Fatal(err)
	}
	if got := findingsIn(t, dir); !strings.Contains(got, "risks.toml:1:1: error[unreadable-file]") {
		t.Error(got)
	}
}

func TestFoldersNestedTooDeepAreAFinding(t *testing.T) {
	dir := onDisk(t)
	write(t, dir, strings.Repeat("d/", 20)+"x.toml", "")
	if got := findingsIn(t, dir); !strings.Contains(got, "error[too-deep]") {
		t.Error(got)
	}
}

func TestAFolderThatIsNotThereIsAnError(t *testing.T) {
	if _, err := Open(filepath.Join(t.TempDir(), "missing")); err == nil {
		t.Error("no error")
	}
}
