package revision

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A Tree is a folder at a revision. It is an fs.FS for one reader at a time.
// Like a folder on disk that is read through os.Root it follows symbolic links
// within itself and none out of it.
type Tree struct {
	source  objects
	commit  string
	root    string             // id of its tree, "" where the revision has no such folder
	folders map[string][]entry // of the trees read so far, by id
	failed  error
}

// Commit returns the full id of the commit.
func (t *Tree) Commit() string { return t.commit }

// Err returns why not all could be read that was asked for, nil where it could.
// A file that the author's past holds in a form that cannot be read does not
// count.
func (t *Tree) Err() error { return t.failed }

// Close ends the reading.
func (t *Tree) Close() { t.source.close() }

// object reads an object that the commit needs.
func (t *Tree) object(id string) (object, error) {
	if t.failed != nil {
		return object{}, t.failed
	}
	o, err := t.source.object(id)
	if err != nil {
		return o, t.lacking(err)
	}
	return o, nil
}

// lacking records an error that leaves the past unknown.
func (t *Tree) lacking(err error) error {
	if errors.Is(err, errMissing) {
		err = errors.New(partial)
	}
	t.failed = err
	return err
}

// folder returns the entries of a tree.
func (t *Tree) folder(id string) ([]entry, error) {
	if all, ok := t.folders[id]; ok || id == "" {
		return all, nil
	}
	tree, err := t.object(id)
	if err != nil {
		return nil, err
	}
	return t.keep(tree)
}

// keep reads the entries of a tree and remembers them.
func (t *Tree) keep(tree object) ([]entry, error) {
	all, err := entriesOf(tree)
	if err != nil {
		t.failed = err
		return nil, err
	}
	t.folders[tree.id] = all
	return all, nil
}

var (
	errNotFolder = errors.New("not a directory")
	errEscapes   = errors.New("path escapes from parent") // in the words of os.Root, which package load knows
	errLinks     = errors.New("too many levels of symbolic links")
	errSubmodule = errors.New("it is a submodule, whose files are in another repository")
	errLFS       = errors.New("it is kept by Git LFS, apart from the repository")
)

// find returns the entry that a path leads to.
func (t *Tree) find(name string) (entry, error) {
	const maxLinks = 40
	above := []entry{{name: ".", id: t.root, mode: fs.ModeDir}}
	rest := strings.Split(name, "/")
	for links := 0; len(rest) > 0; {
		here := above[len(above)-1]
		step := rest[0]
		rest = rest[1:]
		switch {
		case step == "." || step == "":
			continue
		case step == "..":
			if len(above) == 1 {
				return entry{}, errEscapes
			}
			above = above[:len(above)-1]
			continue
		}
		next, err := t.in(here, step)
		if err != nil {
			return entry{}, err
		}
		if next.mode != fs.ModeSymlink {
			above = append(above, next)
			continue
		}
		if links++; links > maxLinks {
			return entry{}, errLinks
		}
		target, err := t.target(next)
		if err != nil {
			return entry{}, err
		}
		rest = slices.Concat(target, rest)
	}
	return above[len(above)-1], nil
}

// in returns the entry of the name in a folder.
func (t *Tree) in(folder entry, name string) (entry, error) {
	if folder.mode == submodule {
		return entry{}, errSubmodule
	}
	if folder.mode != fs.ModeDir {
		return entry{}, errNotFolder
	}
	all, err := t.folder(folder.id)
	if err != nil {
		return entry{}, err
	}
	i, found := slices.BinarySearchFunc(all, name, func(e entry, name string) int { return strings.Compare(e.name, name) })
	if !found {
		return entry{}, fs.ErrNotExist
	}
	return all[i], nil
}

// target returns the steps of the path that a symbolic link holds.
func (t *Tree) target(link entry) ([]string, error) {
	const longest = 4096
	o, err := t.object(link.id)
	if err != nil {
		return nil, err
	}
	if o.size > longest {
		return nil, errors.New("file name too long")
	}
	if path.IsAbs(string(o.data)) {
		return nil, errEscapes
	}
	return strings.Split(string(o.data), "/"), nil
}
