// Package revision reads a folder as it was at a revision of its git repository.
//
// Open is the entry. It returns a Tree, an fs.FS like the one of a folder on
// disk, made of nothing but objects of the repository: no file is checked out
// or written, nothing is fetched, and the one program that runs is
// `git cat-file --batch`, in a way that neither the project nor the
// configuration of the repository can change. Only where a revision is not found,
// the files of the repository are looked at, for the names of branches and tags
// to suggest. The rule of the package: what
// the author's past holds is an error of one file and stays with it; what keeps
// the past from being known is an error of the Tree, so that nobody takes half
// a past for all of it.
package revision

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ErrMalformed is why Open does not look for a revision at all.
var ErrMalformed = errors.New("no revision is named like that")

// Open returns the folder dir as it was at the revision, a name as git takes
// them: a commit, a branch, a tag, "HEAD~3". The context bounds all reading.
// Close the Tree after use.
func Open(ctx context.Context, dir, revision string) (*Tree, error) {
	if err := plausible(revision); err != nil {
		return nil, err
	}
	git, err := newCatFile(ctx, dir)
	if err != nil {
		return nil, err
	}
	t, err := open(git, revision)
	if err != nil {
		git.close()
		var unknown *UnknownError
		if errors.As(err, &unknown) {
			unknown.look(dir)
		}
		return nil, err
	}
	return t, nil
}

// plausible refuses what is no revision before any program sees it: an option,
// and what would be two lines of the conversation with git.
func plausible(revision string) error {
	const longest = 1000
	switch {
	case revision == "":
		return fmt.Errorf("%w: it is empty", ErrMalformed)
	case strings.HasPrefix(revision, "-"):
		return fmt.Errorf("%w: %q looks like an option", ErrMalformed, revision)
	case len(revision) > longest:
		return fmt.Errorf("%w: it has more than %d bytes", ErrMalformed, longest)
	case !utf8.ValidString(revision) || strings.ContainsFunc(revision, unicode.IsControl):
		return fmt.Errorf("%w: %q has control characters", ErrMalformed, revision)
	}
	return nil
}

// open finds the commit and the folder in it.
func open(source objects, revision string) (*Tree, error) {
	commit, err := source.object(revision)
	if errors.Is(err, errMissing) {
		return nil, unknown(source, revision)
	}
	if err == nil && commit.kind != "commit" {
		commit, err = source.object(commit.id + "^{commit}")
		if errors.Is(err, errMissing) {
			return nil, fmt.Errorf("%q is no commit, nor the name of one", revision)
		}
	}
	if err != nil {
		return nil, err
	}
	t := &Tree{source: source, commit: commit.id, folders: map[string][]entry{}}
	// "./" is the folder that git runs in: what leads to it from the top of the
	// repository is for git to know.
	folder, err := source.object(commit.id + ":./")
	if errors.Is(err, errMissing) {
		if _, err := source.object(commit.id + "^{tree}"); err != nil {
			return nil, t.lacking(err)
		}
		return t, nil
	}
	if err != nil {
		return nil, err
	}
	t.root = folder.id
	if _, err := t.keep(folder); err != nil {
		return nil, err
	}
	return t, nil
}
