package revision

import (
	"fmt"
	"strings"
)

// partial is what to do about objects that are not there.
const partial = "the clone lacks objects of the revision, as partial clones do, and nothing is fetched: check the revision out once, or clone without --filter"

// refusals tell what to do about what git says before it ends.
var refusals = []struct{ says, means string }{
	{"promisor remote", partial},
	{"dubious ownership", `the repository belongs to another user, so git does not read it; where you trust it: git config --global --add safe.directory FOLDER, with the folder that git names`},
	{"cannot use bare repository", "the project is in a folder that looks like a bare repository, which is not trusted; check a clone with a work tree"},
	{"not a git repository", "the project is in no git repository, so it has no revisions"},
	{"outside working tree", "the project is in no work tree of its repository; check a clone with a work tree"},
	{"outside of a work tree", "the project is in no work tree of its repository; check a clone with a work tree"},
}

// refusal explains why git ended.
func refusal(said string, ended error) error {
	said = strings.TrimSpace(said)
	for _, r := range refusals {
		if strings.Contains(said, r.says) {
			return fmt.Errorf("%s (git: %s)", r.means, oneLine(said))
		}
	}
	switch {
	case said != "":
		return fmt.Errorf("git ended: %s", oneLine(said))
	case ended != nil:
		return fmt.Errorf("git ended: %w", ended)
	}
	return fmt.Errorf("git ended before it answered")
}

// oneLine joins lines and keeps characters that a terminal obeys or hides out:
// what git says quotes names.
func oneLine(text string) string {
	quoted := fmt.Sprintf("%q", strings.Join(strings.Fields(text), " "))
	return quoted[1 : len(quoted)-1]
}
