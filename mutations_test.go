package socdraft_test

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
)

// The flag is not -update: what an edit brings is read and judged before it is
// accepted, and not with goldens that change by themselves.
var updateMutations = flag.Bool("update-mutations", false, "write what the edits of testdata/mutations.txt bring into it")

const mutationsFile = "testdata/mutations.txt"

// summarized is the rule that speaks in each auditor edition without the
// official text of the criteria, so in that of the example too.
const summarized = "summarized-criteria"

// TestMutations makes each edit of the table in an example that has no finding
// and expects what the table says: those findings and no other, in either
// edition.
func TestMutations(t *testing.T) {
	table, mutations := readMutations(t)
	sources := readProject(t, "examples/wrenfield")
	maps.DeleteFunc(sources, func(name string, _ []byte) bool { return strings.HasPrefix(name, "requests/") }) // edits write their own
	untouched := t.TempDir()
	sources.write(t, untouched, "")
	if got := foundIn(t, untouched); len(got) > 0 {
		t.Fatalf("the example has findings of its own:\n%s", strings.Join(got, "\n"))
	}
	got := make([][]string, len(mutations))
	t.Run("edits", func(t *testing.T) {
		for i, m := range mutations {
			t.Run(m.name, func(t *testing.T) {
				t.Parallel()
				edited, err := m.apply(sources)
				if err != nil {
					t.Fatalf("%s:%d: %v", mutationsFile, m.line, err)
				}
				dir := t.TempDir()
				edited.write(t, dir, untouched)
				got[i] = foundIn(t, dir)
				if !*updateMutations && !slices.Equal(got[i], m.want) {
					t.Errorf("%s:%d: brings\n%s\nwant\n%s", mutationsFile, m.line, strings.Join(got[i], "\n"), strings.Join(m.want, "\n"))
				}
			})
		}
	})
	if *updateMutations && !t.Failed() {
		if err := os.WriteFile(mutationsFile, []byte(withFindings(table, mutations, got)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestMutationsReachEachRule holds that a rule is either brought to light by an
// edit of the table or is listed with the reason why none does.
func TestMutationsReachEachRule(t *testing.T) {
	_, mutations := readMutations(t)
	if len(mutations) < 150 {
		t.Errorf("only %d edits", len(mutations))
	}
	reached := map[string]bool{}
	for _, m := range mutations {
		for _, line := range m.want {
			if fields := strings.Fields(line); len(fields) > 2 {
				reached[fields[2]] = true
			}
		}
	}
	for _, r := range socdraft.Rules() {
		switch reason := unreached[r.Name]; {
		case reached[r.Name] && reason != "":
			t.Errorf("%s is listed as beyond one edit, but an edit brings it", r.Name)
		case !reached[r.Name] && reason == "":
			t.Errorf("no edit of %s brings %s %s (%s): add one, or the reason why none does to unreached_test.go", mutationsFile, r.Number, r.Name, r.Title)
		}
		delete(reached, r.Name)
	}
	for name := range reached {
		t.Errorf("no rule is named %s", name)
	}
	for name := range unreached {
		if _, ok := socdraft.Explain(name); !ok {
			t.Errorf("no rule is named %s", name)
		}
	}
}

// foundIn returns the findings, a line each:
//
//	file:line severity rule "what is marked"
//
// A severity that differs is that of the working edition, a stroke, that of the
// auditor edition.
func foundIn(t *testing.T, dir string) []string {
	t.Helper()
	working := checked(t, dir, socdraft.Options{})
	auditor := working
	if slices.ContainsFunc(all(working), func(f *diag.Finding) bool { return f.Rule.Working != f.Rule.Handoff }) {
		auditor = checked(t, dir, socdraft.Options{Edition: socdraft.Auditor})
	}
	severities := map[string][2]string{}
	for edition, result := range []*socdraft.Result{working, auditor} {
		for _, f := range all(result) {
			of, known := severities[identity(f)]
			if !known {
				of = [2]string{"off", "off"}
			}
			of[edition] = severity(f)
			severities[identity(f)] = of
		}
	}
	var lines []string
	for _, f := range diag.Sorted(all(working), all(auditor)) {
		of, open := severities[identity(f)]
		if !open {
			continue // shown already
		}
		if f.Rule.Name == summarized {
			continue
		}
		delete(severities, identity(f))
		holdFinding(t, f)
		line, _ := f.Span.Position()
		t.Logf("%s:%d: [%s] %s\n%s", f.Span.Name(), line, f.Rule.Name, f.Message, remarks(f))
		shown := of[0]
		if of[1] != of[0] {
			shown += "/" + of[1]
		}
		lines = append(lines, fmt.Sprintf("%s:%d %s %s %s", f.Span.Name(), line, shown, f.Rule.Name, marked(f.Span)))
	}
	return lines
}

func all(r *socdraft.Result) []*diag.Finding { return diag.Sorted(r.Findings, r.Waived) }

// identity tells a finding from others, in whichever edition.
func identity(f *diag.Finding) string {
	return fmt.Sprint(f.Span.Name(), " ", f.Span.Start, " ", f.Span.End, " ", f.Rule.Name, " ", f.Message)
}

func severity(f *diag.Finding) string {
	if f.Waiver != nil {
		return "waived"
	}
	return f.Severity.String()
}

func remarks(f *diag.Finding) string {
	var b strings.Builder
	for _, n := range f.Notes {
		line, col := n.Span.Position()
		fmt.Fprintf(&b, "  note: %s:%d:%d: %s\n", n.Span.Name(), line, col, n.Text)
	}
	if f.Help != "" {
		fmt.Fprintf(&b, "  help: %s\n", f.Help)
	}
	return b.String()
}

// marked returns the text of a place, in quotes and cut to what one line shows.
func marked(s diag.Span) string {
	if s.IsZero() || s.Source == nil {
		return `""`
	}
	text := strings.Join(strings.Fields(string(s.Source.Shown()[s.Start:s.End])), " ")
	if runes := []rune(text); len(runes) > 50 {
		text = string(runes[:40]) + "…" + string(runes[len(runes)-9:])
	}
	return fmt.Sprintf("%+q", text)
}

func checked(t *testing.T, dir string, o socdraft.Options) *socdraft.Result {
	t.Helper()
	project, err := socdraft.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer project.Close()
	result, err := project.Check(o)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// holdFinding fails where a finding cannot be printed as it is meant.
func holdFinding(t *testing.T, f *diag.Finding) {
	t.Helper()
	places := []diag.Span{f.Span}
	for _, n := range f.Notes {
		places = append(places, n.Span)
	}
	for _, s := range places {
		if !s.IsZero() && s.Source != nil && (s.Start < 0 || s.End < s.Start || s.End > len(s.Source.Text)) {
			t.Errorf("%s: %q stands at %s, %d to %d", f.Rule.Name, f.Message, s.Name(), s.Start, s.End)
		}
	}
	if !utf8.ValidString(f.Message) {
		t.Errorf("%s: message %q is no text", f.Rule.Name, f.Message)
	}
}

// sources are the files of a project by their path.
type sources map[string][]byte

func readProject(t testing.TB, dir string) sources {
	t.Helper()
	files := sources{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[path], err = os.ReadFile(filepath.Join(dir, path))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// write writes the files to a folder. Those that another folder has with the
// same bytes are linked to it.
func (s sources) write(t *testing.T, dir, from string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(s)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if from != "" {
			same, err := os.ReadFile(filepath.Join(from, filepath.FromSlash(name)))
			if err == nil && string(same) == string(s[name]) && os.Link(filepath.Join(from, filepath.FromSlash(name)), path) == nil {
				continue
			}
		}
		if err := os.WriteFile(path, s[name], 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
