package load

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

func TestTheRevisionChangesWithNamesAndBytesOfWhatIsRead(t *testing.T) {
	revision := func(fsys fs.FS) string {
		result, _ := load(t, fsys)
		return result.Engagement.Revision
	}
	first := revision(withFiles("description/a.md", "One.", "description/b.md", "Two."))
	if len(first) != 12 || strings.Trim(first, "0123456789abcdef") != "" {
		t.Errorf("revision %q", first)
	}
	if revision(withFiles("description/b.md", "Two.", "description/a.md", "One.", "notes.txt", "x", "README.md", "x")) != first {
		t.Error("changes with what is not read")
	}
	for name, other := range map[string]fs.FS{
		"bytes":  withFiles("description/a.md", "One!", "description/b.md", "Two."),
		"name":   withFiles("description/a.md", "One.", "description/c.md", "Two."),
		"border": withFiles("description/a.md", "One.T", "description/b.md", "wo."),
	} {
		if revision(other) == first {
			t.Errorf("does not change with the %s", name)
		}
	}
}

func TestSourcesAreTheTextFilesByName(t *testing.T) {
	result, _ := load(t, withFiles("risks.toml", "", "description/a.md", "A.", "controls/a.toml", oneControl, "x.txt", ""))
	var names []string
	for _, s := range result.Sources {
		names = append(names, s.Name)
	}
	if got := strings.Join(names, " "); got != "controls/a.toml description/a.md risks.toml socdraft.toml" {
		t.Error(got)
	}
}

func TestVariablesInMarkdownKnowTheirValuesPlace(t *testing.T) {
	result, list := load(t, withFiles(
		"description/overview.md", "# {{ organization.short_name }}\n",
		"description/ours.md", "# About {{ organization.short_name }}\n\nThe {{ system.name }} in {{ report.time_frame }}: {{ report.categories }}; {{ party.host.service }}\n",
		"third-parties.toml", "[[party]]\nid = \"host\"\nname = \"Host\"\nclassification = \"vendor\"\nservice = \"Keeps *machines*.\"\n",
		"commitments.toml", "[[commitment]]\nid = \"SC-1\"\ntext = \"Not {{ expanded }}.\"\ncategories = [\"security\"]\n",
	))
	if list.Has(prose.UnknownVariable) {
		t.Error(show(list))
	}
	d := result.Engagement.Description.Others[0]
	if d.Title.Value != "About Wrenfield" {
		t.Errorf("title %q", d.Title.Value)
	}
	want := "The Exchange Platform in the period July 1, 2025 to June 30, 2026: security; Keeps machines."
	if got := prose.BlocksText(d.Blocks); got != want {
		t.Errorf("text %q", got)
	}
	prose.EachInlines(d.Blocks, func(runs *[]prose.Inline) {
		for _, run := range *runs {
			if run.Text == "Exchange Platform" {
				line, col := run.Span.Position()
				if run.Span.Name() != ProjectFile || line != 6 || col != 9 {
					t.Errorf("value at %s:%d:%d", run.Span.Name(), line, col)
				}
				if run.Use.Name() != "description/ours.md" {
					t.Errorf("used at %s", run.Use.Name())
				}
			}
		}
	})
	if got := result.Engagement.Commitments[0].Text.String(); got != "Not {{ expanded }}." {
		t.Errorf("TOML text %q", got)
	}
}

func TestAReceivedFileIsHashed(t *testing.T) {
	const sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // of "abc"
	result, list := load(t, withFiles(
		"tests/2026/a.toml", "source = \"service_auditor\"\n[received]\nfile = \"in/a.txt\"\nsha256 = \""+sum+"\"\nreceived_on = 2026-08-12\nfirm = \"F\"\n",
		"tests/2026/in/a.txt", "abc",
	))
	file := result.Engagement.TestFiles[0]
	if list.Len() > 0 || file.Received.Path != "tests/2026/in/a.txt" || !file.Auditors() {
		t.Errorf("%+v\n%s", file.Received, show(list))
	}
}

func TestRuleNamesAndNumbersAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules {
		for _, key := range []string{r.Name, r.Number} {
			if seen[key] {
				t.Errorf("%q is there twice", key)
			}
			seen[key] = true
		}
		if strings.HasSuffix(r.Title, ".") || strings.ToLower(r.Name) != r.Name {
			t.Errorf("%s: %s", r.Name, r.Title)
		}
	}
}

// Every key of the example's files reaches the engagement; a getter that reads
// the wrong key would show as a missing value.
func TestTheWholeExampleReachesTheEngagement(t *testing.T) {
	root, err := Open("../../examples/wrenfield")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var list diag.List
	result, err := Project(root, &list)
	if err != nil {
		t.Fatal(err)
	}
	e := result.Engagement
	for what, n := range map[string]int{
		"criteria": len(e.Criteria) - 60, "services": len(e.Services), "commitments": len(e.Commitments),
		"requirements": len(e.Requirements), "components": len(e.Components.All()), "controls": len(e.Controls),
		"populations": len(e.Populations), "tests": len(e.Tests()), "parties": len(e.Parties),
		"CSOCs": len(e.CSOCs()), "CUECs": len(e.UserEntities.CUECs), "policies": len(e.Policies), "risks": len(e.Risks),
		"months": e.Report.Period.Months() - 11, "parts": len(e.Description.Known),
	} {
		if n < 1 {
			t.Errorf("no %s", what)
		}
	}
	for _, c := range e.Controls {
		if c.ID.Span.IsZero() || c.Statement.IsZero() || len(c.Criteria) == 0 || c.Span.IsZero() {
			t.Errorf("%+v", c)
		}
	}
}
