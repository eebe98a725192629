package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/socdraft/socdraft"
)

// defaultOutput is the folder inside the project that build writes into.
const defaultOutput = "out"

// An output is the folder that takes the finished files.
type output struct {
	dir     string // as it prints
	project *socdraft.Project
}

// openOutput names the folder to write into. A folder that the command line
// names is trusted; out/ in the project is not, since a pull request can make
// it a link to anywhere.
func openOutput(project *socdraft.Project, dir string) (*output, error) {
	if dir != "" {
		return &output{dir, project}, nil
	}
	o := &output{filepath.Join(project.Dir(), defaultOutput), project}
	info, err := os.Lstat(o.dir)
	if err == nil && !info.IsDir() {
		return nil, fmt.Errorf("cannot write into %s: it is not a folder; name another with -o", o.dir)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("cannot write into %s: %w", o.dir, err)
	}
	return o, nil
}

func (o *output) path(name string) string { return filepath.Join(o.dir, name) }

// write puts all files in place or none. Where a rename fails the error says
// which files were already replaced.
func (o *output) write(files []socdraft.File) error {
	ignoreSizeSignal()
	if err := o.spareSources(files); err != nil {
		return err
	}
	if err := os.MkdirAll(o.dir, 0o755); err != nil {
		return fmt.Errorf("cannot make the output folder: %w", err)
	}
	root, err := os.OpenRoot(o.dir)
	if err != nil {
		return fmt.Errorf("cannot open the output folder: %w", err)
	}
	defer root.Close()
	var all []newFile
	for _, f := range files {
		all = append(all, newFile{f.Name, f.Data})
	}
	_, err = replaceAll(root, all, o.path)
	return err
}

// spareSources refuses to replace what the project was read from, such as a
// received file in the folder that -o names.
func (o *output) spareSources(files []socdraft.File) error {
	for _, f := range files {
		old, err := os.Lstat(o.path(f.Name))
		if err != nil {
			continue
		}
		for _, name := range o.project.Opened() {
			source := filepath.Join(o.project.Dir(), filepath.FromSlash(name))
			if !strings.EqualFold(path.Base(name), f.Name) {
				continue
			}
			if info, err := os.Stat(source); err == nil && os.SameFile(old, info) {
				return fmt.Errorf("cannot write %s, nothing was replaced: it is a source of the project; name another place", o.path(f.Name))
			}
		}
	}
	return nil
}

// spareOther refuses to replace a file of the same name that holds something
// else, such as a workbook that somebody worked in.
func (o *output) spareOther(file socdraft.File) error {
	path := o.path(file.Name)
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil && info.Mode().IsRegular() && info.Size() == int64(len(file.Data)) {
		if data, err := os.ReadFile(path); err == nil && bytes.Equal(data, file.Data) {
			return nil
		}
	}
	return fmt.Errorf("%s is not replaced, since it differs: somebody may have worked in it; merge it or move it away, or name another folder with -o", shown(path))
}

// writeFile writes a new file and nothing else: not through a planted link.
func writeFile(root *os.Root, name string, data []byte) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// stale returns the files in the folder that a skipped or refused target left
// from an earlier build.
func (o *output) stale(result *socdraft.Result) []string {
	var names []string
	for _, name := range result.NotWritten {
		if _, err := os.Lstat(o.path(name)); err == nil {
			names = append(names, filepath.ToSlash(o.path(name)))
		}
	}
	return names
}
