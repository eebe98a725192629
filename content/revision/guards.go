package revision

import (
	"os"
	"slices"
	"strings"
)

// arguments are all that git gets on its command line, whatever is asked for:
// names go through its standard input, where nothing is an option. cat-file
// shows objects as they are stored, without textconv, filters or attributes.
// The configuration of the repository, which a project's change can bring along
// where the clone is careless, is overruled where it names programs.
var arguments = []string{
	"--no-pager",
	"--no-replace-objects",
	"-c", "core.fsmonitor=false",
	"-c", "core.hooksPath=" + os.DevNull,
	"-c", "core.bigFileThreshold=16m", // a larger blob is not held in memory
	"-c", "protocol.allow=never",
	// A folder of the project that looks like a repository is none: its author
	// would decide what the past was.
	"-c", "safe.bareRepository=explicit",
	"cat-file", "--batch",
}

// guards are added to the environment of git.
var guards = []string{
	"GIT_ALLOW_PROTOCOL=none", // overrules the configuration; older versions know no other way not to fetch
	"GIT_NO_LAZY_FETCH=1",
	"GIT_OPTIONAL_LOCKS=0",
	"GIT_TERMINAL_PROMPT=0",
	"LC_ALL=C", // for package revision to understand what it says
}

// kept are the variables of git that reach it. The others are left out: those
// that name another repository, folder or index than the one around the
// project, which git itself sets where it runs a hook, and those that trace.
var kept = []string{
	"GIT_CEILING_DIRECTORIES",
	"GIT_CONFIG_COUNT",
	"GIT_CONFIG_GLOBAL",
	"GIT_CONFIG_NOSYSTEM",
	"GIT_CONFIG_SYSTEM",
	"GIT_DISCOVERY_ACROSS_FILESYSTEM",
	"GIT_EXEC_PATH",
}

// environment returns the environment that git gets in place of the user's.
func environment(users []string) []string {
	var all []string
	for _, variable := range users {
		name, _, _ := strings.Cut(variable, "=")
		if upper := strings.ToUpper(name); !strings.HasPrefix(upper, "GIT_") || slices.Contains(kept, upper) || isConfig(upper) {
			all = append(all, variable)
		}
	}
	return append(all, guards...)
}

// isConfig reports whether a variable is of the numbered ones that GIT_CONFIG_COUNT
// counts.
func isConfig(name string) bool {
	return strings.HasPrefix(name, "GIT_CONFIG_KEY_") || strings.HasPrefix(name, "GIT_CONFIG_VALUE_")
}
