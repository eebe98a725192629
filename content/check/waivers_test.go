package check

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
)

var waivable = diag.SameInBoth("S2-998", "waivable-fault", diag.Error, "a fault for tests")

// waivedIn loads the file beside a waiver of the target and reports whether a
// finding at the marked bytes is waived.
func waivedIn(t *testing.T, file, text, marked, message, target string) bool {
	t.Helper()
	if target != "" {
		target = `target = "` + target + `"`
	}
	waivers := "[[waiver]]\nrule = \"S2-998\"\nreason = \"r\"\napproved_by = \"CISO\"\nuntil = 2026-08-01\n" + target
	fsys := fstest.MapFS{
		"socdraft.toml": {Data: []byte("[organization]\nname = \"X\"\n")},
		"waivers.toml":  {Data: []byte(waivers)},
		file:            {Data: []byte(text)},
	}
	list := &diag.List{}
	result, err := load.Project(fsys, list)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(result.Sources, func(s *diag.Source) bool { return s.Name == file })
	at := strings.Index(text, marked)
	if i < 0 || at < 0 {
		t.Fatalf("%q is not in %s", marked, file)
	}
	f := list.Add(waivable, result.Sources[i].At(at, at+len(marked)), "%s", message)
	WaiversOf(result.Engagement, Facts{Today: today, Rules: []*diag.Rule{waivable}}).Mark(list.All())
	return f.Waiver != nil
}

const registers = `
[[party]]
id = "host"
name = "Host"

[[party.csoc]]
id = "CSOC-1"
text = "guards"

[[party.their_cuec]]
text = "keys"

[[party]]
id = "mail"
name = "Mail"
csoc = [{ id = "CSOC-2", text = "sends" }]
`

func TestTargetsAreWhatTheTableAroundDescribes(t *testing.T) {
	for _, test := range []struct {
		marked, target string
		want           bool
	}{
		{"Host", "", true},
		{"Host", "host", true},
		{"Host", "third-parties.toml", true},
		{"Host", "mail", false},
		{"Host", "other.toml", false},
		{"Host", "CSOC-1", false},
		{"guards", "CSOC-1", true},
		{"guards", "host", true},
		{"guards", "mail", false},
		{"keys", "host", true},
		{"keys", "CSOC-1", false},
		{"Mail", "mail", true},
		{"Mail", "host", false},
		{"sends", "mail", true},
		{"sends", "host", false},
		{"Host", "quoted", false}, // the table says what it is about
	} {
		if got := waivedIn(t, "third-parties.toml", registers, test.marked, `wrong with "quoted"`, test.target); got != test.want {
			t.Errorf("a finding at %q, target %q: waived is %v", test.marked, test.target, got)
		}
	}
}

// What is missing has no table: its message names what it is about.
func TestTargetsAreWhatTheMessageQuotes(t *testing.T) {
	for target, want := range map[string]bool{"CC6.1": true, "CC6.2": false, "CC6": false, "commitments.toml": true} {
		if got := waivedIn(t, "commitments.toml", "# nothing yet\n", "#", `no control covers "CC6.1"`, target); got != want {
			t.Errorf("target %q: waived is %v", target, got)
		}
	}
}

// A waiver that breaks a rule of its own waives nothing.
func TestWaiversHoldWhereComplete(t *testing.T) {
	whole := "rule = \"waivable-fault\"\nreason = \"r\"\napproved_by = \"CISO\"\nuntil = 2026-08-01\n"
	for text, want := range map[string]int{
		whole:                          1,
		"target = \"AC-01\"\n" + whole: 1,
		"targt = \"AC-01\"\n" + whole:  0,
		strings.Replace(whole, "2026-08-01", `"2026-08-01"`, 1):   0,
		strings.Replace(whole, "2026-08-01", "2026-07-31", 1):     0,
		strings.Replace(whole, "reason = \"r\"\n", "", 1):         0,
		strings.Replace(whole, `"r"`, `" "`, 1):                   0,
		strings.Replace(whole, "approved_by = \"CISO\"\n", "", 1): 0,
		strings.Replace(whole, "until = 2026-08-01\n", "", 1):     0,
		strings.Replace(whole, "waivable-fault", "D11", 1):        0,
		strings.Replace(whole, "waivable-fault", "none", 1):       0,
	} {
		result, err := load.Project(fstest.MapFS{
			"socdraft.toml": {Data: []byte("[organization]\nname = \"X\"\n")},
			"waivers.toml":  {Data: []byte("[[waiver]]\n" + text)},
		}, &diag.List{})
		if err != nil {
			t.Fatal(err)
		}
		rules := []*diag.Rule{waivable, attestationConclusion.Rule}
		if got := len(WaiversOf(result.Engagement, Facts{Today: today, Rules: rules}).inForce); got != want {
			t.Errorf("%d waivers hold of\n%s", got, text)
		}
	}
}

// A table in the place of a list is reported and does not hold; a sound waiver
// beside a malformed one does.
func TestAMalformedWaiverWaivesNothing(t *testing.T) {
	const sound = "rule = \"waivable-fault\"\nreason = \"r\"\napproved_by = \"CISO\"\nuntil = 2026-08-01\n"
	for text, want := range map[string]int{
		"[waiver]\n" + sound: 0,
		"[[waiver]]\n" + sound + "[[waiver]]\nby = 1\n" + sound + "[[waiver]]\n" + sound: 2,
	} {
		result, err := load.Project(fstest.MapFS{
			"socdraft.toml": {Data: []byte("[organization]\nname = \"X\"\n")},
			"waivers.toml":  {Data: []byte(text)},
		}, &diag.List{})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(WaiversOf(result.Engagement, Facts{Today: today, Rules: []*diag.Rule{waivable}}).inForce); got != want {
			t.Errorf("%d waivers hold of\n%s", got, text)
		}
	}
}
