package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/examples"
)

var (
	todo      = regexp.MustCompile(`TODO \d+: [^"]*`)
	criterion = regexp.MustCompile(`criteria = \["CC(\d)\.\d"\]`)
	declared  = regexp.MustCompile(`(?m)^# (\w+ = "none"|period = .*|as_of = .*)$`)
)

// inSeries is how many criteria each series of the common criteria has.
var inSeries = map[string]int{"1": 5, "2": 3, "3": 4, "4": 2, "5": 3, "6": 8, "7": 5, "8": 1, "9": 2}

// fill does what check asks of the skeleton, and nothing else: each TODO gets
// words, what can be declared is, each criterion has a control: fill DIR.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: fill DIR")
	}
	n := 0
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		text := todo.ReplaceAllStringFunc(string(data), func(string) string {
			n++
			if filepath.Ext(name) == ".md" {
				return fmt.Sprintf("Paragraph %d tells of the ledger. %s\n", n, strings.Repeat("Clerks of the branch keep it in the vault. ", 4))
			}
			return fmt.Sprintf("Ledger clerk %d", n)
		})
		text = declared.ReplaceAllString(text, "$1")
		text = criterion.ReplaceAllStringFunc(text, func(found string) string {
			series := criterion.FindStringSubmatch(found)[1]
			var ids []string
			for i := range inSeries[series] {
				ids = append(ids, fmt.Sprintf("%q", fmt.Sprintf("CC%s.%d", series, i+1)))
			}
			return "criteria = [" + strings.Join(ids, ", ") + "]"
		})
		return os.WriteFile(name, []byte(text), entry.Type().Perm())
	}))
}

// A draft is for specified parties, wherever -o puts it.
func TestANewProjectKeepsDraftsOutOfGit(t *testing.T) {
	text, err := fs.ReadFile(examples.Skeleton(), ".gitignore")
	if err != nil {
		t.Fatal(err)
	}
	patterns := strings.Split(string(text), "\n")
	project := socdraft.In(examples.Wrenfield())
	for _, o := range []socdraft.Options{{}, {Plain: true}, {Facts: true}} {
		result, err := project.Build(o)
		if err != nil || len(result.Files) == 0 {
			t.Fatal(err)
		}
		for _, f := range result.Files {
			if !slices.ContainsFunc(patterns, func(p string) bool { matches, err := filepath.Match(p, f.Name); return matches && err == nil }) {
				t.Errorf("no line of .gitignore keeps %s out", f.Name)
			}
		}
	}
	for _, line := range []string{"/out/", "/evidence/", "/populations/", "/licensed/", "!/tests/*/received/*"} {
		if !slices.Contains(patterns, line) {
			t.Errorf("the line %s is missing", line)
		}
	}
}
