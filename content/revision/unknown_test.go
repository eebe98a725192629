package revision

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// repository writes files into a new folder, which has the folder "p", and
// returns its path.
func repository(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	files["p/socdraft.toml"] = ""
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(strings.ReplaceAll(text, "DIR", dir)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "p")
}

func TestAnUnknownRevisionIsToldWithWhatTheRepositoryHas(t *testing.T) {
	const list = `; "git branch --all", "git tag" and "git log --oneline" list what it has`
	const fetch = `; the clone is shallow, so fetch the history first: "git fetch --unshallow", or "fetch-depth: 0" for actions/checkout`
	full := map[string]string{
		".git/refs/heads/main": "1", ".git/refs/heads/feature/scope": "1", ".git/refs/remotes/upstream/release": "1",
		".git/packed-refs": "# pack-refs with: peeled\n1111 refs/tags/v1.2\n^2222\n3333 refs/notes/x\n",
	}
	shallow := map[string]string{".git/shallow": "1\n", ".git/refs/heads/main": "1"}
	tree := map[string]string{".git": "gitdir: DIR/all/.git/worktrees/p\n", "all/.git/worktrees/p/commondir": "../..\n", "all/.git/refs/heads/main": "1"}
	odd := map[string]string{".git": "gitdir: \n"}
	for _, tt := range []struct {
		files     map[string]string
		rev, want string
	}{
		{full, "mian", `; it has "main"`},
		{full, "feature/scop", `; it has "feature/scope"`},
		{full, "v1.1", `; it has "v1.2"`},
		{full, "release", `; it has "upstream/release"`},
		{full, "0123456789", list},
		{full, "HEAD~3", list},
		{full, "2026-01-01", `; a date is no revision: take the last commit before it, "$(git rev-list -1 --before=2026-01-01T00:00 HEAD)"`},
		{full, "2 weeks ago", `; a date is no revision: take the last commit before it, "$(git rev-list -1 --before=DATE HEAD)"`},
		{full, "2026-01-01$(x)", `; a date is no revision: take the last commit before it, "$(git rev-list -1 --before=DATE HEAD)"`},
		{shallow, "HEAD~3", fetch},
		{shallow, "mian", `; it has "main"` + fetch},
		{shallow, "2026-01-01", `; a date is no revision: take the last commit before it, "$(git rev-list -1 --before=2026-01-01T00:00 HEAD)"` + fetch},
		{tree, "mian", `; it has "main"`},
		{odd, "mian", list},
		{map[string]string{}, "mian", list},
	} {
		e := &UnknownError{Revision: tt.rev}
		e.look(repository(t, tt.files))
		_, got, _ := strings.Cut(e.Error(), `"`+tt.rev+`"`)
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.rev, got, tt.want)
		}
	}
}

// Names are read from within the repository and from nowhere else.
func TestNamesAreOfTheRepository(t *testing.T) {
	dir := repository(t, map[string]string{".git/HEAD": "ref: refs/heads/main", "elsewhere/secret": "1", "packed": "1 refs/tags/secret\n"})
	git := filepath.Join(filepath.Dir(dir), ".git")
	if os.Symlink("../../elsewhere", filepath.Join(git, "refs")) != nil || os.Symlink("../packed", filepath.Join(git, "packed-refs")) != nil {
		t.Skip("no symbolic links here")
	}
	if names, shallow := namesAround(dir); len(names) > 0 || shallow {
		t.Errorf("%q, shallow: %v", names, shallow)
	}
}
