package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestAProjectIsTakenBackWhole fails at each step of writing one.
func TestAProjectIsTakenBackWhole(t *testing.T) {
	files := []newFile{{"a/1", nil}, {"b", nil}, {"c", nil}}
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := writeAll(root, "new", files); err != nil {
		t.Fatal(err)
	}
	if err := root.WriteFile("c", []byte("kept"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := moveUp(root, "new", files); err == nil {
		t.Error("a file that appeared was replaced")
	}
	if left := folder(t, dir); len(left) != 2 || left[0] != "c" || left[1] != "new" {
		t.Errorf("left in the folder: %q", left)
	}

	above := filepath.Join(t.TempDir(), "x")
	if err := writeProject(filepath.Join(above, "y"), append(files, newFile{"b", nil})); err == nil {
		t.Error("a file was written twice")
	}
	if _, err := os.Lstat(above); err == nil {
		t.Error("the folders made for the project are still there")
	}
}

func folder(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
