package socdraft_test

import (
	"cmp"
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

// TestMutations makes each edit of the table in an example that has no finding
// and expects what the table says: those findings and no other, in either
// edition.
func TestMutations(t *testing.T) {
	table, mutations := readMutations(t)
	sources := readProject(t, "examples/wrenfield")
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

// foundIn returns the findings of both editions, a line each:
//
//	file:line severity rule "what is marked"
//
// A severity that differs is that of the working edition, a stroke, that of the
// auditor edition.
func foundIn(t *testing.T, dir string) []string {
	t.Helper()
	type found struct {
		*diag.Finding
		severity [2]string
	}
	var order []*found
	known := map[string]*found{}
	for edition, name := range []socdraft.Edition{socdraft.Working, socdraft.Auditor} {
		result := checked(t, dir, socdraft.Options{Edition: name})
		severities := map[*diag.Finding]string{}
		for _, f := range result.Findings {
			severities[f] = f.Severity.String()
		}
		for _, f := range result.Waived {
			severities[f] = "waived"
		}
		for _, f := range diag.Sorted(result.Findings, result.Waived) {
			key := fmt.Sprint(f.Span.Name(), " ", f.Span.Start, " ", f.Span.End, " ", f.Rule.Name, " ", f.Message)
			if known[key] == nil {
				known[key] = &found{f, [2]string{"off", "off"}}
				order = append(order, known[key])
			}
			known[key].severity[edition] = severities[f]
			holdFinding(t, f)
		}
	}
	slices.SortStableFunc(order, func(a, b *found) int {
		return cmp.Or(strings.Compare(a.Span.Name(), b.Span.Name()), a.Span.Start-b.Span.Start)
	})
	var lines []string
	for _, f := range order {
		line, col := f.Span.Position()
		t.Logf("%s:%d:%d: [%s] %s\n%s", f.Span.Name(), line, col, f.Rule.Name, f.Message, remarks(f.Finding))
		severity := f.severity[0]
		if f.severity[1] != severity {
			severity += "/" + f.severity[1]
		}
		lines = append(lines, fmt.Sprintf("%s:%d %s %s %s", f.Span.Name(), line, severity, f.Rule.Name, marked(f.Span)))
	}
	return lines
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
