package score

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/socdraft/socdraft/content/check"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
	"github.com/socdraft/socdraft/content/markdown"
	"github.com/socdraft/socdraft/content/prose"
)

// example returns the files of an example.
func example(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("../../examples/" + name)
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// scored returns the signals of a project, by id.
func scored(t *testing.T, files fs.FS) map[string]Signal {
	t.Helper()
	list := &diag.List{}
	result, err := load.Project(files, list)
	if err != nil {
		t.Fatal(err)
	}
	if !result.Loaded() {
		t.Fatalf("not loaded: %s", list.All()[0].Message)
	}
	c := coverage.Of(result.Engagement)
	facts := check.Facts{Coverage: c, Rules: slices.Concat(load.Rules, check.Rules())}
	check.Run(result.Engagement, facts, list)
	check.WaiversOf(result.Engagement, facts).Mark(list.All())
	list.Resolve(false)
	waived := list.TakeWaived()
	byID := map[string]Signal{}
	for _, s := range Of(result.Engagement, c, list.All(), waived) {
		byID[s.ID] = s
	}
	return byID
}

// edited returns the well-made example with one text in place of another.
func edited(t *testing.T, file, old, text string) fstest.MapFS {
	t.Helper()
	files := example(t, "wrenfield")
	if old == "" {
		files[file] = &fstest.MapFile{Data: []byte(text)}
		return files
	}
	was := string(files[file].Data)
	if !strings.Contains(was, old) {
		t.Fatalf("%s does not have %q", file, old)
	}
	files[file] = &fstest.MapFile{Data: []byte(strings.Replace(was, old, text, 1))}
	return files
}

// generic could stand in any company's description.
const generic = `The company uses a leading cloud hosting provider. Production servers and databases stand in secure data
centers behind firewalls. The security team monitors the network, engineers deploy software after review, and the board of
directors oversees management. Customer data is encrypted, and backups are taken each night.
`

// assertionText is an assertion of management's own that lacks what it is for
// and its conclusions.
const assertionText = `Management of {{ organization.name }} prepared the attached description titled “Wrenfield Software, Inc.’s
Description of Its Wrenfield Exchange Platform” for {{ report.time_frame }}, by DC section 200, for {{ report.categories }},
by TSP section 100. Corvane Cloud and Talverin Managed Security are carved out. User entity controls are assumed.
`

// An edit is one change to the well-made example and what becomes of a signal.
type edit struct {
	name, file, old, text string // old "" replaces the file

	signal  string
	state   State
	message string // of the first place
	rule    string
}

var edits = []edit{
	{"no time frame", "socdraft.toml", "period = {", "# period = {",
		"S1", NotJudged, "type 2 report has no period", "invalid-period"},
	{"an unwritten name", "socdraft.toml", `name = "Wrenfield Exchange Platform"`, `name = "TODO 1: name"`,
		"S1", NotJudged, "the name of the system is not given", ""},
	{"an unwritten role signs", "socdraft.toml", "[[signatory]]", "[[signatory]]\nrole = \"TODO 1: role\"\n[[signatory]]",
		"S2", SomeToMend, "facts are missing for the assertion to tell the role that signs", ""},
	{"an assertion that says little", "assertion.md", "", "We are sure that all is well.\n",
		"S2", Weak, "assertion of a type 2 report does not say that the controls operated effectively", "unasserted-operation"},
	{"an assertion without conclusions", "assertion.md", "", assertionText,
		"S2", Weak, "assertion of a type 2 report does not say that the controls operated effectively", "unasserted-operation"},
	{"another name", "description/monitoring.md", "Several controls", "At Wrenfeild several controls",
		"S3", SomeToMend, `the organization is called "Wrenfeild" here`, "variant-name"},
	{"another frequency", "description/monitoring.md", "each\nday ([MO-05](#MO-05))", "each\nmonth ([MO-05](#MO-05))",
		"S3", SomeToMend, "", "contradictory-frequency"},
	{"a part of any company", "description/software.md", "", generic,
		"S4", SomeToMend, `part "software" of the description names no software or provider of the project's tables`, ""},
	{"a component nowhere", "components.toml", "location = \"Staff in 27 states of the United States\"", "",
		"S4", SomeToMend, `infrastructure "laptops" does not say where it is or who provides it`, ""},
	{"a provider that is not there", "third-parties.toml", "id = \"corvane\"", "id = \"corvane-cloud\"",
		"S4", SomeToMend, "", "dangling-reference"},
	{"praise", "description/monitoring.md", "Several controls", "Several world-class controls",
		"S4", SomeToMend, "", "marketing-wording"},
	{"a criterion for nothing", "controls/01-governance.toml", `["CC1.1", "CC1.5"]`, `["CC6.4"]`,
		"S5", Strong, "", ""},
	{"a category for nothing", "socdraft.toml", `"confidentiality"]`, `"confidentiality", "privacy"]`,
		"S5", Weak, "none of the 18 criteria of privacy is mapped to a control", "uncovered-criterion"},
	{"a role to come", "controls/01-governance.toml", `owner_role = "Head of People"`, `owner_role = "TODO 6: role"`,
		"S6", Strong, "", "leftover-placeholder"},
	{"a vague statement", "controls/01-governance.toml", "meets quarterly", "meets periodically",
		"S6", Strong, `"periodically" does not say when or how much, so nobody can test it`, "vague-wording"},
	{"a test of nothing", "tests/2026/04-continuity-vendors-data.toml", continuityTest, "Reviewed evidence.",
		"S7", Strong, `the tests of control "BC-01" have only 2 words for what was looked at and what was checked`, ""},
	{"a test by asking", "tests/2026/04-continuity-vendors-data.toml", `methods = ["inspection"]`, `methods = ["inquiry"]`,
		"S7", Strong, `control "BC-01" (Yearly review of the continuity plan) was tested by inquiry alone`, "inquiry-alone"},
}

const continuityTest = `Inspected the continuity plan signed in March 2026 for recovery order, roles, contacts and insurance cover,
and traced three recovery priorities to the business impact analysis.`

func TestAnEditCostsItsSignalOnePlace(t *testing.T) {
	for _, tt := range edits {
		t.Run(tt.signal+" "+tt.name, func(t *testing.T) {
			s := scored(t, edited(t, tt.file, tt.old, tt.text))[tt.signal]
			if s.State != tt.state || s.Good >= s.Of || len(s.Mend) == 0 {
				t.Fatalf("%s, %s, %d places", s.State, s.Measure, len(s.Mend))
			}
			first, rule := s.Mend[0], ""
			if first.Rule != nil {
				rule = first.Rule.Name
			}
			if rule != tt.rule && tt.rule+tt.message != "" || tt.message != "" && first.Message != tt.message {
				t.Errorf("first %q [%s]\nwant %q [%s]", first.Message, rule, tt.message, tt.rule)
			}
		})
	}
}

func TestAWellMadeProjectIsStrongWhereItCanBe(t *testing.T) {
	signals := scored(t, example(t, "wrenfield"))
	for id, s := range signals {
		want := Strong
		if id == "S1" {
			want = NotJudged
		}
		if s.State != want || s.Good != s.Of || s.Of == 0 || len(s.Mend) > 0 {
			t.Errorf("%s: %s, %s, %d places", id, s.State, s.Measure, len(s.Mend))
		}
	}
	if s := signals["S1"]; !strings.HasSuffix(s.Measure, notOurs) {
		t.Errorf("S1 does not say whose words are not judged: %s", s.Measure)
	}
}

func TestManagementsOwnWordsCanSayItAll(t *testing.T) {
	files := edited(t, "assertion.md", "", strings.Replace(assertionText, "by DC section 200", "which tells intended users of risks, by DC section 200", 1)+`
We assert that the description meets the description criteria; that the controls were suitably designed; and that
those controls operated effectively throughout the period.
`)
	if s := scored(t, files)["S2"]; s.State != Strong || s.Good != s.Of {
		t.Errorf("%s, %s: %v", s.State, s.Measure, s.Mend)
	}
}

func TestNothingWrittenIsNotPraised(t *testing.T) {
	for id, want := range map[string]State{"S1": NotJudged, "S2": Weak, "S3": NotJudged, "S4": Weak, "S5": Weak, "S6": Weak, "S7": NotJudged} {
		if s := scored(t, example(t, "skeleton"))[id]; s.State != want {
			t.Errorf("%s of the skeleton: %s, want %s: %s", id, s.State, want, s.Measure)
		}
	}
}

func TestSilenceBetweenTwoParagraphsIsNoAgreement(t *testing.T) {
	files := example(t, "wrenfield")
	for path := range files {
		if strings.HasPrefix(path, "description/") && !strings.HasSuffix(path, "/overview.md") {
			delete(files, path)
		}
	}
	s := scored(t, files)["S3"]
	if s.State != NotJudged || s.Of == 0 || !strings.HasSuffix(s.Measure, "too little is written yet to contradict itself") {
		t.Errorf("%s, %s", s.State, s.Measure)
	}
}

func TestTestsAreJudgedOnlyWhereTheFirmMadeThem(t *testing.T) {
	for name, want := range map[string]string{
		"startup": "a type 1 report has no tests of operation",
		"allfive": "no tests of the service auditor have been received",
	} {
		if s := scored(t, example(t, name))["S7"]; s.State != NotJudged || s.Of != 0 || s.Measure != want || len(s.Mend) > 0 {
			t.Errorf("%s: %s, %s, %d places", name, s.State, s.Measure, len(s.Mend))
		}
	}
}

// TestWhatIsEverywhereWeakensTheSignal edits until a signal is weak.
func TestWhatIsEverywhereWeakensTheSignal(t *testing.T) {
	for _, tt := range []struct {
		signal string
		spoil  func(path, text string) string
	}{
		{"S4", func(path, text string) string {
			if strings.HasPrefix(path, "description/") && strings.HasSuffix(path, ".md") {
				return generic
			}
			if path == "components.toml" {
				return lineOf("location").ReplaceAllString(lineOf("provider").ReplaceAllString(text, ""), "")
			}
			return text
		}},
		{"S6", func(path, text string) string {
			if strings.HasPrefix(path, "controls/") {
				return lineOf("owner_role").ReplaceAllString(text, `owner_role = "TODO 6: role"`)
			}
			return text
		}},
		{"S7", func(path, text string) string {
			if strings.HasPrefix(path, "tests/") && strings.HasSuffix(path, ".toml") {
				return procedure.ReplaceAllString(text, `procedure = "Inspected evidence for a sample of items and found that the control operated."`)
			}
			return text
		}},
	} {
		files := example(t, "wrenfield")
		for path, f := range files {
			f.Data = []byte(tt.spoil(path, string(f.Data)))
		}
		s := scored(t, files)[tt.signal]
		if s.State != Weak || len(s.Mend) != Shown || s.More == 0 {
			t.Errorf("%s: %s, %s, %d places and %d more", tt.signal, s.State, s.Measure, len(s.Mend), s.More)
		}
	}
}

var procedure = regexp.MustCompile(`(?s)procedure = """.*?"""`)

func lineOf(key string) *regexp.Regexp { return regexp.MustCompile(`(?m)^` + key + ` = .*$`) }

func TestWaivedFindingsAreCountedApart(t *testing.T) {
	files := edited(t, "controls/01-governance.toml", "meets quarterly", "meets periodically")
	files["waivers.toml"] = &fstest.MapFile{Data: []byte(`[[waiver]]
rule = "vague-wording"
reason = "The charter says when."
approved_by = "Compliance Manager"
until = 2027-06-30
`)}
	signals := scored(t, files)
	if s := signals["S6"]; s.Waived != 1 || s.Good != s.Of || len(s.Mend) > 0 {
		t.Errorf("S6: %s, %d waived, %d places", s.Measure, s.Waived, len(s.Mend))
	}
	if n := signals["S4"].Waived; n != 0 {
		t.Errorf("S4 has %d waived findings of another signal", n)
	}
}

func TestEveryRuleThatCountsExists(t *testing.T) {
	var known []string
	for _, r := range slices.Concat(load.Rules, markdown.Rules, prose.Rules, check.Rules()) {
		known = append(known, r.Name)
	}
	for _, s := range signals {
		weights := weightsOf(s.id)
		if len(weights) == 0 {
			t.Errorf("no rule feeds %s", s.id)
		}
		for name := range weights {
			if !slices.Contains(known, name) {
				t.Errorf("%s counts findings of %q, which is no rule", s.id, name)
			}
		}
	}
	for _, el := range elements {
		for _, name := range el.rules {
			if _, counts := weightsOf("S2")[name]; !counts {
				t.Errorf("%s is told by %q, which does not feed S2", el.id, name)
			}
		}
	}
	for _, f := range feeds {
		if !slices.ContainsFunc(signals, func(s signal) bool { return s.id == f.signal }) {
			t.Errorf("rules feed %q, which is no signal", f.signal)
		}
	}
}
