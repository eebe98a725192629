package revision

import (
	"bufio"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// What is read of a repository's names. It is for a hint alone, so what is
// beyond that, or kept in another form, is left out.
const (
	maxNames  = 5000
	maxPacked = 4 << 20
)

// kindsOfNames are the folders of the names that people give.
var kindsOfNames = []string{"refs/heads/", "refs/tags/", "refs/remotes/"}

// namesAround returns the names of branches and tags of the repository around a
// folder, as its files tell them, and whether its history is cut. No program is
// asked, nothing is followed out of the repository.
func namesAround(dir string) (names []string, shallow bool) {
	folder := repositoryAround(dir)
	if folder == "" {
		return nil, false
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, false
	}
	defer root.Close()
	info, err := root.Lstat("shallow")
	shallow = err == nil && info.Mode().IsRegular() && info.Size() > 0
	names = append(loose(root), packed(root)...)
	slices.Sort(names)
	return slices.Compact(names), shallow
}

// loose returns the names that have a file each.
func loose(root *os.Root) []string {
	var names []string
	for _, kind := range kindsOfNames {
		// What cannot be read has no names.
		_ = fs.WalkDir(root.FS(), strings.TrimSuffix(kind, "/"), func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return fs.SkipDir
			case len(names) == maxNames:
				return fs.SkipAll
			case entry.Type().IsRegular():
				names = append(names, strings.TrimPrefix(path, kind))
			}
			return nil
		})
	}
	return names
}

// packed returns the names that stand in one file.
func packed(root *os.Root) []string {
	if info, err := root.Lstat("packed-refs"); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	file, err := root.Open("packed-refs")
	if err != nil {
		return nil
	}
	defer file.Close()
	var names []string
	for lines := bufio.NewScanner(io.LimitReader(file, maxPacked)); lines.Scan() && len(names) < maxNames; {
		_, ref, _ := strings.Cut(lines.Text(), " ")
		for _, kind := range kindsOfNames {
			if name, of := strings.CutPrefix(ref, kind); of {
				names = append(names, name)
			}
		}
	}
	return names
}

// repositoryAround returns the folder that holds the names of the repository
// around a folder, or "". Of a work tree beside the first that is the one they
// share.
func repositoryAround(dir string) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return ""
	}
	for ; ; dir = filepath.Dir(dir) {
		at := filepath.Join(dir, ".git")
		info, err := os.Lstat(at)
		switch {
		case err == nil && info.IsDir():
			return at
		case err == nil && info.Mode().IsRegular():
			git := pathIn(dir, at, "gitdir: ")
			if shared := pathIn(git, filepath.Join(git, "commondir"), ""); shared != "" {
				return shared
			}
			return git
		case dir == filepath.Dir(dir):
			return ""
		}
	}
}

// pathIn returns the path that a small file holds behind a word, relative to a
// folder, or "".
func pathIn(dir, file, word string) string {
	if info, err := os.Lstat(file); dir == "" || err != nil || !info.Mode().IsRegular() || info.Size() > 4096 {
		return ""
	}
	text, err := os.ReadFile(file)
	path, found := strings.CutPrefix(strings.TrimSpace(string(text)), word)
	if err != nil || !found || path == "" {
		return ""
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	return path
}
