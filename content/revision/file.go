package revision

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"time"
)

// Open opens a file for reading.
func (t *Tree) Open(name string) (fs.File, error) {
	e, info, data, err := t.read("open", name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		entries, err := t.ReadDir(name)
		if err != nil {
			return nil, err
		}
		return &openFolder{info: info, left: entries}, nil
	}
	if bytes.HasPrefix(data, []byte("version https://git-lfs.github.com/spec/")) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errLFS}
	}
	content := io.Reader(bytes.NewReader(data))
	if e.size > int64(len(data)) {
		content = io.MultiReader(content, endless{})
	}
	return &openFile{info, content}, nil
}

// endless stands for what is behind the part of a file that is read.
type endless struct{}

func (endless) Read([]byte) (int, error) { return 0, errors.New("it is larger than what is read") }

// Stat describes the file that a name leads to.
func (t *Tree) Stat(name string) (fs.FileInfo, error) {
	_, info, _, err := t.read("stat", name)
	return info, err
}

// read returns what a name leads to and, of a file, its bytes.
func (t *Tree) read(op, name string) (object, fileInfo, []byte, error) {
	fail := func(err error) (object, fileInfo, []byte, error) {
		return object{}, fileInfo{}, nil, &fs.PathError{Op: op, Path: name, Err: err}
	}
	if !fs.ValidPath(name) {
		return fail(fs.ErrInvalid)
	}
	e, err := t.find(name)
	if err != nil {
		return fail(err)
	}
	info := fileInfo{name: path.Base(name), mode: e.mode}
	if !e.mode.IsRegular() {
		return object{}, info, nil, nil
	}
	o, err := t.object(e.id)
	if err != nil {
		return fail(err)
	}
	info.size = o.size
	return o, info, o.data, nil
}

// ReadDir lists a folder.
func (t *Tree) ReadDir(name string) ([]fs.DirEntry, error) {
	fail := func(err error) ([]fs.DirEntry, error) {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: err}
	}
	if !fs.ValidPath(name) {
		return fail(fs.ErrInvalid)
	}
	folder, err := t.find(name)
	switch {
	case err != nil:
		return fail(err)
	case folder.mode == submodule:
		return fail(errSubmodule)
	case folder.mode != fs.ModeDir:
		return fail(errNotFolder)
	}
	all, err := t.folder(folder.id)
	if err != nil {
		return fail(err)
	}
	listed := make([]fs.DirEntry, len(all))
	for i, e := range all {
		listed[i] = dirEntry{e, t}
	}
	return listed, nil
}

// A dirEntry is an entry as ReadDir lists it: a link is a link.
type dirEntry struct {
	entry
	tree *Tree
}

func (d dirEntry) Name() string      { return d.name }
func (d dirEntry) IsDir() bool       { return d.mode.IsDir() }
func (d dirEntry) Type() fs.FileMode { return d.mode.Type() }
func (d dirEntry) String() string    { return fs.FormatDirEntry(d) }

// Info reads a file for its size, which a tree does not tell.
func (d dirEntry) Info() (fs.FileInfo, error) {
	info := fileInfo{name: d.name, mode: d.mode}
	if d.mode.IsRegular() {
		o, err := d.tree.object(d.id)
		if err != nil {
			return nil, err
		}
		info.size = o.size
	}
	return info, nil
}

// A fileInfo describes a file, which has no time: it is as old as the commit.
type fileInfo struct {
	name string
	size int64
	mode fs.FileMode
}

func (i fileInfo) Name() string       { return i.name }
func (i fileInfo) Size() int64        { return i.size }
func (i fileInfo) Mode() fs.FileMode  { return i.mode }
func (i fileInfo) ModTime() time.Time { return time.Time{} }
func (i fileInfo) IsDir() bool        { return i.mode.IsDir() }
func (i fileInfo) Sys() any           { return nil }

// An openFile is a file that is being read.
type openFile struct {
	info fileInfo
	io.Reader
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Close() error               { return nil }

// An openFolder is a folder that is being listed.
type openFolder struct {
	info fileInfo
	left []fs.DirEntry
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFolder) Close() error               { return nil }

func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.name, Err: errors.New("is a directory")}
}

// ReadDir lists n entries more, all that are left where n is not positive.
func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(f.left) {
		if n > 0 && len(f.left) == 0 {
			return nil, io.EOF
		}
		n = len(f.left)
	}
	listed := f.left[:n:n]
	f.left = f.left[n:]
	return listed, nil
}
