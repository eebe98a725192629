package revision

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// objects is where the objects of a repository come from: catFile, or a table
// in tests. The name is whatever git takes as one.
type objects interface {
	object(name string) (object, error)
	close()
}

// errMissing is the error of an object that is not in the repository.
var errMissing = errors.New("the repository does not have it")

// An object is a commit, a tag, a tree or a blob.
type object struct {
	id   string // hexadecimal
	kind string
	size int64
	data []byte // the first maxObject bytes
}

// maxObject is how much of one object is read, and maxRead of all. Both are
// above what is read of a project on disk, so that a file that is too large
// there is so here, by the same rule.
const (
	maxObject = 32 << 20
	maxRead   = 512 << 20
)

// An entry is a line of a tree.
type entry struct {
	name string
	id   string
	mode fs.FileMode
}

// submodule is the mode of a folder that is another repository's. Its files are
// not among the objects of this one.
const submodule = fs.ModeDir | fs.ModeIrregular

// entriesOf reads a tree: for each entry its mode in octal, a space, its name,
// a zero byte and the id as bytes. Entries are returned by name; git sorts
// those of folders as if they ended in a slash.
func entriesOf(tree object) ([]entry, error) {
	broken := func(what string) ([]entry, error) {
		return nil, fmt.Errorf("the tree %.12s of the repository is malformed: %s", tree.id, what)
	}
	if tree.kind != "tree" {
		return broken("it is a " + tree.kind)
	}
	if tree.size > int64(len(tree.data)) {
		return broken("it is too large")
	}
	width := len(tree.id) / 2
	var all []entry
	for rest := tree.data; len(rest) > 0; {
		mode, after, ok := bytes.Cut(rest, []byte(" "))
		name, id, ok2 := bytes.Cut(after, []byte{0})
		if !ok || !ok2 || len(id) < width {
			return broken("it ends within an entry")
		}
		bits, err := strconv.ParseUint(string(mode), 8, 32)
		if err != nil {
			return broken(fmt.Sprintf("%q is no mode", mode))
		}
		e := entry{name: string(name), id: fmt.Sprintf("%x", id[:width]), mode: modeOf(bits)}
		if e.name == "" || e.name == "." || e.name == ".." || strings.Contains(e.name, "/") {
			return broken(fmt.Sprintf("%q is no name", e.name))
		}
		all = append(all, e)
		rest = id[width:]
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Compare(a.name, b.name) })
	for i := range all[:max(len(all)-1, 0)] {
		if all[i].name == all[i+1].name {
			return broken(fmt.Sprintf("it has %q twice", all[i].name))
		}
	}
	return all, nil
}

// modeOf translates the mode of a tree's entry.
func modeOf(bits uint64) fs.FileMode {
	const (
		kind   = 0o170000
		folder = 0o040000
		link   = 0o120000
		commit = 0o160000
		file   = 0o100000
	)
	switch bits & kind {
	case folder:
		return fs.ModeDir
	case link:
		return fs.ModeSymlink
	case commit:
		return submodule
	case file:
		return 0
	}
	return fs.ModeIrregular
}
