package check

import (
	"flag"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
)

var update = flag.Bool("update", false, "rewrite the expected findings")

// today is after the period of the base project.
var today = content.Date{Year: 2026, Month: 8, Day: 1}

// overlay returns the base project with the archive's files under the folder
// laid over it; an empty file takes one away.
func overlay(t *testing.T, a *txtar.Archive, folder string) fstest.MapFS {
	t.Helper()
	base, err := os.ReadFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range txtar.Parse(base).Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for _, f := range a.Files {
		name, ok := strings.CutPrefix(f.Name, folder+"/")
		if !ok {
			continue
		}
		delete(fsys, name)
		if len(f.Data) > 0 {
			fsys[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return fsys
}

// findings returns the findings in the project, of the rule or, where it is
// nil, of all rules and of loading.
func findings(t *testing.T, fsys fstest.MapFS, rule *diag.Rule) string {
	t.Helper()
	list := &diag.List{}
	result, err := load.Project(fsys, list)
	if err != nil {
		t.Fatal(err)
	}
	facts := Facts{Today: today, Partial: !result.Loaded(), Rules: slices.Concat(load.Rules, Rules())}
	Run(result.Engagement, facts, list)
	waivers := WaiversOf(result.Engagement, facts)
	waivers.Mark(list.All())
	waivers.ReportUnused(list)
	list.Resolve(rule != nil && rule.Working == diag.Off)
	list.TakeWaived()
	var b strings.Builder
	for _, f := range list.All() {
		if rule != nil && f.Rule != rule {
			continue
		}
		fmt.Fprintf(&b, "%s: %s[%s]: %s\n", where(f.Span), f.Severity, f.Rule.Name, f.Message)
		for _, n := range f.Notes {
			fmt.Fprintf(&b, "  note: %s: %s\n", where(n.Span), n.Text)
		}
		if f.Help != "" {
			fmt.Fprintf(&b, "  help: %s\n", f.Help)
		}
	}
	return b.String()
}

// isExplained reports whether a text has two paragraphs of whole sentences: why
// an auditor cares, and how to mend it.
func isExplained(text string) bool {
	why, fix, two := strings.Cut(strings.TrimSpace(text), "\n\n")
	return two && !strings.Contains(fix, "\n\n") && strings.HasPrefix(fix, "Fix: ") &&
		strings.HasSuffix(why, ".") && strings.HasSuffix(fix, ".")
}

func where(s diag.Span) string {
	line, col := s.Position()
	return fmt.Sprintf("%s:%d:%d", s.Name(), line, col)
}

func TestBaseHasNoFinding(t *testing.T) {
	if got := findings(t, overlay(t, &txtar.Archive{}, "good"), nil); got != "" {
		t.Errorf("the base project has findings:\n%s", got)
	}
}

// Every rule has an example: the bad project has exactly the findings it
// promises; the good one, and one with near misses, have none.
func TestExamples(t *testing.T) {
	for _, c := range All {
		t.Run(c.Rule.Name, func(t *testing.T) {
			data := Example(c.Rule)
			if data == nil {
				t.Fatal("no example")
			}
			a := txtar.Parse(data)
			at := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "findings" })
			if at < 0 {
				t.Fatal("the example has no findings")
			}
			if !isExplained(string(a.Comment)) {
				t.Errorf("the example does not say in one paragraph why the rule matters and in a second, beginning \"Fix: \", how to mend it:\n%s", a.Comment)
			}
			want := &a.Files[at]
			got := findings(t, overlay(t, a, "bad"), c.Rule)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(path.Join("testdata", c.Rule.Name+".txtar"), txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got == "" || got != string(want.Data) {
				t.Errorf("bad project:\n%s\nwant:\n%s", got, want.Data)
			}
			for _, folder := range []string{"good", "near"} {
				if folder == "near" && !slices.ContainsFunc(a.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "near/") }) {
					continue
				}
				if got := findings(t, overlay(t, a, folder), c.Rule); got != "" {
					t.Errorf("%s project:\n%s", folder, got)
				}
			}
		})
	}
}

// The examples of the project are complete; what they leave open is known.
func TestProjects(t *testing.T) {
	for _, name := range []string{"wrenfield", "startup", "allfive"} {
		t.Run(name, func(t *testing.T) {
			list := &diag.List{}
			result, err := load.Project(os.DirFS("../../examples/"+name), list)
			if err != nil {
				t.Fatal(err)
			}
			Run(result.Engagement, Facts{Today: result.Engagement.Draft.Date}, list)
			list.Resolve(false)
			for _, f := range list.All() {
				t.Logf("%s: %s[%s]: %s", where(f.Span), f.Severity, f.Rule.Name, f.Message)
			}
			if n := list.Len(); n > 0 {
				t.Errorf("%d findings", n)
			}
		})
	}
}

// Names and numbers are stable and unique, and nothing in testdata is left
// over.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.Name] || seen[r.Number] {
			t.Errorf("%s %s is there twice", r.Number, r.Name)
		}
		seen[r.Name], seen[r.Number] = true, true
		if r.Title == "" || strings.HasSuffix(r.Title, ".") {
			t.Errorf("%s has title %q", r.Name, r.Title)
		}
	}
	files, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if name := strings.TrimSuffix(f.Name(), ".txtar"); name != "base" && !seen[name] {
			t.Errorf("no rule is named %q", name)
		}
	}
}

// A value of a wrong type has one finding, that of loading.
func TestMistypedValue(t *testing.T) {
	fsys := overlay(t, &txtar.Archive{}, "good")
	data := strings.Replace(string(fsys["socdraft.toml"].Data), "type = 2", "type = true", 1)
	fsys["socdraft.toml"] = &fstest.MapFile{Data: []byte(data)}
	want := "socdraft.toml:12:8: error[wrong-type]: \"type\" must be a whole number, not true or false\n"
	if got := findings(t, fsys, nil); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// What is missing may stand in a file that could not be read.
func TestPartialProject(t *testing.T) {
	list := &diag.List{}
	src := diag.NewSource("socdraft.toml", []byte("x"))
	e := &content.Engagement{Root: src.At(0, 0)}
	Run(e, Facts{Partial: true}, list)
	if list.Len() != 0 {
		t.Errorf("%d findings", list.Len())
	}
	Run(e, Facts{}, list)
	if list.Len() == 0 {
		t.Error("no findings")
	}
}

func TestManyCommitmentsAreTracedQuickly(t *testing.T) {
	var ids, others []content.Text
	e := &content.Engagement{}
	for i := range 300 {
		others = append(others, content.Text{Value: fmt.Sprint("SX-", i)})
		id := content.Text{Value: fmt.Sprint("SC-", i)}
		ids = append(ids, id)
		e.Commitments = append(e.Commitments, &content.Commitment{ID: id})
	}
	for i := range 300 {
		e.Requirements = append(e.Requirements, &content.Requirement{ID: content.Text{Value: fmt.Sprint("SR-", i)}, Commitments: ids})
	}
	for range 1500 {
		e.Controls = append(e.Controls, &content.Control{Commitments: others})
	}
	start := time.Now()
	Run(e, Facts{}, &diag.List{})
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("took %v", took)
	}
}
