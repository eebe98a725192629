package main

import (
	"os"
	"path/filepath"
)

// repositoryFolder returns the path of the folder within the repository that
// holds it, with "/": "" for its root, and where there is none. Links are
// resolved, since a repository knows nothing of those that lead to it. No git
// program is asked: a repository is what has a .git.
func repositoryFolder(dir string) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return ""
	}
	for root := dir; ; root = filepath.Dir(root) {
		if _, err := os.Lstat(filepath.Join(root, ".git")); err == nil {
			inside, err := filepath.Rel(root, dir)
			if err != nil || inside == "." {
				return ""
			}
			return filepath.ToSlash(inside)
		}
		if root == filepath.Dir(root) {
			return ""
		}
	}
}
