package socdraft

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"time"
)

// An overlay is a project as it would be with some of its files written anew.
type overlay struct {
	under fs.FS
	files map[string][]byte
}

// readsStill reports, as an error, what would be wrong with the sources of the
// request list after the edits. A command that writes them asks first: it would
// be stopped by its own words the next time.
func (p *Project) readsStill(files []SourceFile) error {
	if len(files) == 0 {
		return nil
	}
	over := overlay{p.fsys, map[string][]byte{}}
	for _, f := range files {
		over.files[f.Path] = f.Data
	}
	r, err := In(over).start(Options{})
	if err != nil {
		return err
	}
	for _, f := range r.unreadable() {
		line, col := f.Span.Position()
		return fmt.Errorf("nothing is written, since the sources could not be read after it: %s:%d:%d: %s", f.Span.Name(), line, col, f.Message)
	}
	return nil
}

// Open opens a file as it would be.
func (o overlay) Open(name string) (fs.File, error) {
	if data, ok := o.files[name]; ok {
		return &overlaid{Reader: bytes.NewReader(data), name: path.Base(name), size: int64(len(data))}, nil
	}
	return o.under.Open(name)
}

// Stat describes a file as it would be.
func (o overlay) Stat(name string) (fs.FileInfo, error) {
	if data, ok := o.files[name]; ok {
		return &overlaid{name: path.Base(name), size: int64(len(data))}, nil
	}
	return fs.Stat(o.under, name)
}

// ReadDir lists a folder with the files and folders that would be new in it.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.under, name)
	have := map[string]bool{}
	for _, e := range entries {
		have[e.Name()] = true
	}
	for file, data := range o.files {
		next := &overlaid{name: path.Base(file), size: int64(len(data))}
		folder := path.Dir(file)
		if folder != name && path.Dir(folder) == name {
			next, folder = &overlaid{name: path.Base(folder), folder: true}, name
		}
		if folder == name && !have[next.name] {
			have[next.name] = true
			entries = append(entries, fs.FileInfoToDirEntry(next))
		}
	}
	if errors.Is(err, fs.ErrNotExist) && len(entries) > 0 {
		err = nil
	}
	return entries, err
}

// overlaid is a file or folder that is in no folder yet, and its description.
type overlaid struct {
	*bytes.Reader
	name   string
	size   int64
	folder bool
}

// Close does nothing: the file is in memory.
func (f *overlaid) Close() error { return nil }

// Stat returns the description.
func (f *overlaid) Stat() (fs.FileInfo, error) { return f, nil }

// Name returns the last part of the path.
func (f *overlaid) Name() string { return f.name }

// Size returns the bytes of the file.
func (f *overlaid) Size() int64 { return f.size }

// Mode tells files and folders apart.
func (f *overlaid) Mode() fs.FileMode {
	if f.folder {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

// ModTime returns no time.
func (f *overlaid) ModTime() time.Time { return time.Time{} }

// IsDir reports whether it is a folder.
func (f *overlaid) IsDir() bool { return f.folder }

// Sys returns nothing.
func (f *overlaid) Sys() any { return nil }
