package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// writeProject puts all files into a new or empty folder, or none. They are
// written into a folder of their own inside it, whose entries then move up in
// the order of the files.
func writeProject(dir string, files []newFile) (err error) {
	ignoreSizeSignal()
	if err := mustBeFree(dir); err != nil {
		return err
	}
	made, err := makeFolders(dir)
	// Taking back is all that can be done, so its own errors are not told.
	defer func() {
		if err != nil {
			for _, folder := range made {
				_ = os.Remove(folder)
			}
		}
	}()
	if err != nil {
		return fmt.Errorf("cannot make the folder %s: %w", shown(dir), err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("cannot open the folder %s: %w", shown(dir), err)
	}
	defer root.Close()
	temporary := ".socdraft-" + rand.Text() + ".part"
	defer func() { _ = root.RemoveAll(temporary) }()
	if err := writeAll(root, temporary, files); err != nil {
		return fmt.Errorf("cannot write into %s, nothing was written: %w", shown(dir), err)
	}
	if err := moveUp(root, temporary, files); err != nil {
		return fmt.Errorf("cannot write into %s, nothing was written: %w", shown(dir), err)
	}
	return nil
}

// mustBeFree refuses a place that holds anything but a git repository.
func mustBeFree(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		if info, err := os.Lstat(dir); err == nil {
			return fmt.Errorf("cannot write into %s: a %s that leads nowhere is there; name another folder", shown(dir), kindOf(info))
		}
		return nil
	}
	if err != nil {
		if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
			return fmt.Errorf("cannot write into %s: it is not a folder; name another", shown(dir))
		}
		return fmt.Errorf("cannot read the folder %s: %w", shown(dir), err)
	}
	var names []string
	for _, entry := range entries {
		if entry.Name() != ".git" {
			names = append(names, entry.Name())
		}
	}
	if len(names) > 0 {
		return fmt.Errorf("nothing was written: %s is not empty, it holds %s; name a new folder", shown(dir), inTheWay(names))
	}
	return nil
}

func kindOf(info fs.FileInfo) string {
	if info.Mode()&fs.ModeSymlink != 0 {
		return "link"
	}
	return "file"
}

// makeFolders makes a folder and those above it, and returns the new ones,
// innermost first.
func makeFolders(dir string) (made []string, err error) {
	for at := filepath.Clean(dir); ; at = filepath.Dir(at) {
		if _, err := os.Lstat(at); err == nil || at == filepath.Dir(at) {
			break
		}
		made = append(made, at)
	}
	return made, os.MkdirAll(dir, 0o755)
}

func writeAll(root *os.Root, under string, files []newFile) error {
	for _, f := range files {
		name := path.Join(under, f.name)
		if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
			return err
		}
		if err := writeFile(root, name, f.data); err != nil {
			return err
		}
	}
	return nil
}

// moveUp moves the entries of a folder beside it, and takes all back where one
// cannot be.
func moveUp(root *os.Root, from string, files []newFile) (err error) {
	var moved []string
	defer func() {
		if err != nil {
			for _, name := range moved {
				_ = root.RemoveAll(name)
			}
		}
	}()
	for _, f := range files {
		top, _, _ := strings.Cut(f.name, "/")
		if len(moved) > 0 && moved[len(moved)-1] == top {
			continue
		}
		if _, err := root.Lstat(top); err == nil {
			return fmt.Errorf("%q appeared in the meantime", top)
		}
		if err := root.Rename(path.Join(from, top), top); err != nil {
			return err
		}
		moved = append(moved, top)
	}
	return nil
}
