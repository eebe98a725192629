package load

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
)

// A Root is a folder on disk as an fs.FS. Nothing outside the folder can be
// opened through it, by ".." or by a symbolic link, and opening a pipe or
// device does not wait for the other side.
type Root struct {
	root   *os.Root
	opened map[string]bool
}

// Open returns the Root of a folder. Close it after use.
func Open(dir string) (*Root, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Root{root, map[string]bool{}}, nil
}

// Close releases the folder.
func (r *Root) Close() error { return r.root.Close() }

// Open opens a file for reading.
func (r *Root) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	f, err := r.root.OpenFile(name, os.O_RDONLY|nonblocking, 0)
	if err != nil {
		return nil, err
	}
	r.opened[name] = true
	return f, nil
}

// Opened returns the names of the files and folders that were opened, sorted.
func (r *Root) Opened() []string { return slices.Sorted(maps.Keys(r.opened)) }

// Stat describes the file that a name leads to.
func (r *Root) Stat(name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrInvalid}
	}
	return r.root.Stat(name)
}

// escapes reports whether the error says that a symbolic link leads out of the
// folder. Package os has no value to compare with.
func escapes(err error) bool {
	path, ok := errors.AsType[*fs.PathError](err)
	return ok && strings.Contains(path.Err.Error(), "escapes")
}

// reason returns what went wrong without the path, which the finding names.
func reason(err error) string {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err
	}
	return err.Error()
}
