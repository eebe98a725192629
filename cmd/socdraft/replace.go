package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/socdraft/socdraft"
)

// replaceAll puts all files into the folder or none: each is written under a
// temporary name of its own first, so that another run does not meet it, then
// all are renamed. It returns the names that were replaced, all of them unless
// a rename failed; shown says how a name prints.
func replaceAll(root *os.Root, files []newFile, shown func(string) string) (replaced []string, err error) {
	var temporary []string
	defer func() {
		for _, name := range temporary {
			// Renamed ones are gone; removing the rest is all that can be done.
			_ = root.Remove(name)
		}
	}()
	for _, f := range files {
		dir, base := path.Split(f.name)
		name := dir + "." + base + "." + rand.Text() + ".part"
		temporary = append(temporary, name)
		if err := writeFile(root, name, f.data); err != nil {
			return nil, fmt.Errorf("cannot write %s, nothing was replaced: %w", shown(f.name), err)
		}
	}
	for i, f := range files {
		if err := root.Rename(temporary[i], f.name); err != nil {
			return replaced, fmt.Errorf("cannot replace %s%s: %w", shown(f.name), alreadyReplaced(replaced), err)
		}
		replaced = append(replaced, f.name)
	}
	return replaced, nil
}

func alreadyReplaced(names []string) string {
	if len(names) == 0 {
		return " (nothing was replaced)"
	}
	return " (already replaced: " + strings.Join(names, ", ") + ")"
}

// writeSources puts sources of the project in place, all or none. What somebody
// changed since they were read is not overwritten.
func writeSources(project *socdraft.Project, files []socdraft.SourceFile) error {
	ignoreSizeSignal()
	root, err := os.OpenRoot(project.Dir())
	if err != nil {
		return fmt.Errorf("cannot open the project: %w", err)
	}
	defer root.Close()
	shown := func(name string) string { return shown(filepath.Join(project.Dir(), filepath.FromSlash(name))) }
	var next, before []newFile
	for _, f := range files {
		if err := unchanged(root, f); err != nil {
			return fmt.Errorf("cannot write %s, nothing was written: %w", shown(f.Path), err)
		}
		if err := root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
			return fmt.Errorf("cannot make the folder of %s, nothing was written: %w", shown(f.Path), err)
		}
		next = append(next, newFile{f.Path, f.Data})
		before = append(before, newFile{f.Path, f.Before})
	}
	replaced, err := replaceAll(root, next, shown)
	if len(replaced) > 0 && err != nil {
		takeBack(root, before[:len(replaced)], shown)
		err = fmt.Errorf("%w; what was replaced was put back", err)
	}
	return err
}

// unchanged reports what keeps a source from being replaced: something that is
// no file, or bytes that are not those that were read.
func unchanged(root *os.Root, f socdraft.SourceFile) error {
	info, err := root.Lstat(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && f.Before == nil:
		return nil
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return errors.New("something that is not a file is there")
	}
	file, err := root.Open(f.Path)
	if err != nil {
		return err
	}
	defer file.Close()
	now, err := io.ReadAll(io.LimitReader(file, int64(len(f.Before))+1))
	if err != nil {
		return err
	}
	if f.Before == nil || !bytes.Equal(now, f.Before) {
		return errors.New("it was changed in the meantime; run the command again")
	}
	return nil
}

// takeBack puts back what the files held before. Where that fails too, nothing
// more can be done, and the error of the command names what was replaced.
func takeBack(root *os.Root, files []newFile, shown func(string) string) {
	for _, f := range files {
		if f.data == nil {
			_ = root.Remove(f.name)
			continue
		}
		_, _ = replaceAll(root, []newFile{f}, shown)
	}
}
