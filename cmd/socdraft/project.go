package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
)

const projectFile = "socdraft.toml"

// projectDir returns the folder of the project that the arguments name, or the
// nearest parent of the present folder that is one.
func projectDir(args []string) (string, error) {
	if len(args) == 1 {
		dir := args[0]
		if filepath.Base(dir) == projectFile {
			dir = filepath.Dir(dir)
		}
		info, err := os.Stat(dir)
		if err != nil {
			return "", fmt.Errorf("cannot open the project: %w", err)
		}
		if !info.IsDir() {
			return "", usagef("%s is not a folder; PROJECT is the folder that holds %s", args[0], projectFile)
		}
		if around := projectAround(dir); around != "" {
			return "", usagef("%s has no %s; the project around it is %s: name that", args[0], projectFile, shown(around))
		}
		return dir, nil
	}
	here, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("cannot tell the present folder: %w", err)
	}
	if up := projectUpFrom(here, "."); up != "" {
		return up, nil
	}
	return "", usagef("no %s here or in any parent folder; name the project: socdraft COMMAND PROJECT", projectFile)
}

// projectUpFrom returns the nearest project of a folder and its parents, as a
// path that begins with how the folder was named, or "".
func projectUpFrom(dir, named string) string {
	for ; ; dir, named = filepath.Dir(dir), filepath.Join(named, "..") {
		if info, err := os.Lstat(filepath.Join(dir, projectFile)); err == nil && info.Mode().IsRegular() {
			return named
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}

// projectAround returns the project that a folder is in, where it is none and
// has no file that may have been meant to make it one.
func projectAround(dir string) string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return ""
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	if slices.Contains(names, projectFile) || diag.Nearest(projectFile, names) != "" {
		return ""
	}
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	return projectUpFrom(absolute, filepath.Clean(dir))
}

// atMostProject accepts no or one argument.
func atMostProject(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usagef("%s takes one PROJECT, got %d arguments", cmd.Name(), len(args))
	}
	return nil
}

// common holds the flags that check, build and list share.
type common struct {
	edition string
	today   string
}

func (c *common) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&c.edition, "edition", string(socdraft.Working), "edition: "+strings.Join(socdraft.Editions(), " or "))
	cmd.Flags().StringVar(&c.today, "today", "", "date to take for today (YYYY-MM-DD); default SOURCE_DATE_EPOCH, else the draft's date, else the clock")
	complete(cmd, "edition", socdraft.Editions())
}

// options turns the shared flags and the environment into options.
func (a *app) options(c common) (socdraft.Options, error) {
	o := socdraft.Options{Now: a.now()}
	edition, err := oneOf("edition", c.edition, socdraft.Editions())
	if err != nil {
		return o, err
	}
	o.Edition = socdraft.Edition(edition)
	if epoch := a.env("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil || seconds < 0 || seconds > 253402300799 {
			return o, usagef("SOURCE_DATE_EPOCH is %q, not a number of seconds", epoch)
		}
		o.DraftDate = time.Unix(seconds, 0).UTC()
		o.Today = o.DraftDate
	}
	if c.today != "" {
		if o.Today, err = time.Parse(time.DateOnly, c.today); err != nil {
			return o, usagef("--today is %q, not a date like 2026-06-30", c.today)
		}
	}
	return o, nil
}

// oneOf returns value when it is among the names, else a usage error with the
// nearest of them.
func oneOf(what, value string, names []string) (string, error) {
	for _, name := range names {
		if name == value {
			return value, nil
		}
	}
	return "", unknownName(what, value, names)
}

func unknownName(what, value string, names []string) error {
	hint := ""
	if near := diag.Nearest(value, names); near != "" {
		hint = fmt.Sprintf("; a similar one is %q", near)
	}
	return usagef("unknown %s %q%s (known: %s)", what, value, hint, strings.Join(names, ", "))
}

// complete offers names for a flag in shell completion.
func complete(cmd *cobra.Command, flag string, names []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // the flag was registered on the line before
	}
}
