package revision

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// An UnknownError tells that the repository has no such revision.
type UnknownError struct {
	Revision string
	Near     string // one that it has, or ""
	Shallow  bool   // the clone has not all of the history
}

var (
	day  = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
	date = regexp.MustCompile(`^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b.*|today|yesterday|last .*|.*\bago)$`)
)

// Error says what may be meant, and what may be missing.
func (e *UnknownError) Error() string {
	text := fmt.Sprintf("the repository has no revision %q", e.Revision)
	switch {
	case e.Near != "":
		text += fmt.Sprintf("; it has %q", e.Near)
	case date.MatchString(e.Revision):
		before := "DATE"
		if day.MatchString(e.Revision) {
			before = e.Revision + "T00:00" // else git takes the time of day from the clock
		}
		text += fmt.Sprintf(`; a date is no revision: take the last commit before it, "$(git rev-list -1 --before=%s HEAD)"`, before)
	case !e.Shallow:
		text += `; "git branch --all", "git tag" and "git log --oneline" list what it has`
	}
	if e.Shallow {
		text += `; the clone is shallow, so fetch the history first: "git fetch --unshallow", or "fetch-depth: 0" for actions/checkout`
	}
	return text
}

// unknown returns the error about a revision that is not there. Where a clone
// has only the branches of its origin, as in continuous integration, the branch
// of that name is what may be meant.
func unknown(source objects, revision string) error {
	e := &UnknownError{Revision: revision}
	if near := "origin/" + revision; !strings.HasPrefix(revision, "origin/") {
		if _, err := source.object(near); err == nil {
			e.Near = near
		}
	}
	return e
}

// look adds what the files of the repository around a folder tell: a branch of
// another remote, a name that is nearly the same, a history that is cut.
func (e *UnknownError) look(dir string) {
	names, shallow := namesAround(dir)
	e.Shallow = shallow
	for _, name := range names {
		if e.Near == "" && strings.HasSuffix(name, "/"+e.Revision) {
			e.Near = name
		}
	}
	if e.Near == "" && !date.MatchString(e.Revision) {
		e.Near = diag.Nearest(e.Revision, names)
	}
}
