package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/socdraft/socdraft"
)

// projectWith opens a project that holds the files.
func projectWith(t *testing.T, files map[string]string) *socdraft.Project {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	project, err := socdraft.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { project.Close() })
	return project
}

func TestSourcesAreWrittenAllOrNone(t *testing.T) {
	project := projectWith(t, map[string]string{"requests/a.toml": "old", "requests/b.toml": "old"})
	at := func(name string) string { return filepath.Join(project.Dir(), filepath.FromSlash(name)) }
	both := []socdraft.SourceFile{
		{Path: "requests/a.toml", Before: []byte("old"), Data: []byte("new")},
		{Path: "requests/b.toml", Before: []byte("older"), Data: []byte("new")},
	}
	if err := writeSources(project, both); err == nil || !strings.Contains(err.Error(), "changed in the meantime") {
		t.Errorf("a file that changed was overwritten: %v", err)
	}
	if got := mustRead(t, at("requests/a.toml")); got != "old" {
		t.Errorf("the other file holds %q", got)
	}
	both[1].Before = []byte("old")
	both = append(both, socdraft.SourceFile{Path: "more/c.toml", Data: []byte("new")})
	if err := writeSources(project, both); err != nil {
		t.Fatal(err)
	}
	for _, f := range both {
		if got := mustRead(t, at(f.Path)); got != "new" {
			t.Errorf("%s holds %q", f.Path, got)
		}
	}
	if entries, _ := os.ReadDir(at("requests")); len(entries) != 2 {
		t.Errorf("temporary files are left: %v", entries)
	}
}

func TestANewSourceReplacesNothing(t *testing.T) {
	project := projectWith(t, map[string]string{"requests/a.toml": ""})
	if err := writeSources(project, []socdraft.SourceFile{{Path: "requests/a.toml", Data: []byte("new")}}); err == nil {
		t.Error("a file that appeared was overwritten")
	}
}

func TestSourcesAreWrittenThroughNoLink(t *testing.T) {
	project := projectWith(t, map[string]string{"socdraft.toml": "old"})
	link := filepath.Join(project.Dir(), "lock.toml")
	if err := os.Symlink("socdraft.toml", link); err != nil {
		t.Skip(err)
	}
	err := writeSources(project, []socdraft.SourceFile{{Path: "lock.toml", Before: []byte("old"), Data: []byte("new")}})
	if got := mustRead(t, filepath.Join(project.Dir(), "socdraft.toml")); err == nil || got != "old" {
		t.Errorf("what the link leads to holds %q, error %v", got, err)
	}
}

// A rename that fails puts back what was replaced before it.
func TestAFailedRenamePutsSourcesBack(t *testing.T) {
	project := projectWith(t, map[string]string{"a.toml": "old"})
	root, err := os.OpenRoot(project.Dir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := os.Mkdir(filepath.Join(project.Dir(), "b.toml"), 0o755); err != nil {
		t.Fatal(err)
	}
	replaced, err := replaceAll(root, []newFile{{"a.toml", []byte("new")}, {"b.toml", []byte("new")}}, shown)
	if err == nil || len(replaced) != 1 {
		t.Fatalf("replaced %v, error %v", replaced, err)
	}
	takeBack(root, []newFile{{"a.toml", []byte("old")}}, shown)
	if got := mustRead(t, filepath.Join(project.Dir(), "a.toml")); got != "old" {
		t.Errorf("the file holds %q", got)
	}
}
