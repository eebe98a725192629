package report

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

var update = flag.Bool("update", false, "rewrite the expected texts of the formats")

var (
	warned   = diag.SameInBoth("S2-077", "copied-text", diag.Warning, "a text stands in another report")
	informed = diag.SameInBoth("LD-003", "unused-file", diag.Info, "a file is not read")
	silent   = diag.SameInBoth("RD-001", "misset-text", diag.Error, "a character cannot be set")
)

// nasty returns findings whose words and places try what each format obeys.
func nasty() []*diag.Finding {
	access := diag.NewSource("controls/my plan, 100%: a|b <&>.toml", []byte(
		"\uFEFFid = \"日本 AC-2\"\r\nstatement = \"a \u202Ebad\u202C `|` word\"\r\nnote = \"\"\"\r\none\r\ntwo\"\"\"\r\n"))
	other := diag.NewSource("description/Überblick.md", []byte("# Plan\n\nThe é access, quarterly.\n"))
	place := func(src *diag.Source, marked string) diag.Span {
		at := strings.Index(string(src.Text), marked)
		return src.At(at, at+len(marked))
	}
	var list diag.List
	list.Add(rule, place(access, "AC-2"), "control %q says 100%%\n::error ::forged, and \x1b[31m", "AC-2").
		Note(place(other, "quarterly"), "the description says <b>quarterly</b> | there").
		Note(diag.Span{}, "see ##[add-mask]x and https://example.com").
		Suggest("write one of:\nquarterly, `annual`; ask @org/team, see #12")
	list.Add(warned, place(access, "bad\u202C `|`"), "\u202Ecopied & <img src=x> *bold* [link](https://example.com)")
	list.Add(warned, place(access, "\"\"\"\r\none\r\ntwo\"\"\""), "two lines")
	list.Add(warned, other.At(0, 0), "something \"is missing\" ]]> here")
	list.Add(informed, diag.Span{}, "nobody wrote 'this'")
	list.Resolve(false)
	return list.All()
}

var nastyOptions = Options{Dir: "../my project", Root: "soc 2", Edition: "working",
	Rules:   []*diag.Rule{informed, rule, warned, silent},
	Explain: func(r *diag.Rule) string { return "Why " + r.Name + " matters." }}

func TestFormats(t *testing.T) {
	for _, name := range Formats() {
		t.Run(name, func(t *testing.T) {
			golden(t, "nasty."+name, printed(t, name, nastyOptions, nasty()...))
			golden(t, "empty."+name, printed(t, name, nastyOptions))
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got:\n%s\nwant:\n%s", file, got, want)
	}
}

// TestNothingHiddenIsPrinted holds that no format passes on what a terminal
// obeys or a reader does not see.
func TestNothingHiddenIsPrinted(t *testing.T) {
	for _, name := range Formats() {
		for _, r := range printed(t, name, nastyOptions, nasty()...) {
			if r != '\n' && hidden(r) {
				t.Errorf("%s prints U+%04X", name, r)
			}
		}
	}
}

// many returns n findings of which every tenth is an error.
func many(n int) []*diag.Finding {
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "line %d\n", i)
	}
	src := diag.NewSource("controls/many.toml", []byte(text.String()))
	var list diag.List
	at := 0
	for i := range n {
		r := warned
		if i%10 == 9 {
			r = rule
		}
		list.Add(r, src.At(at, at+4), "line %d is wrong", i)
		at += len(fmt.Sprintf("line %d\n", i))
	}
	list.Resolve(false)
	return list.All()
}

// TestManyFindingsAreCutWhereTheReaderDropsThem holds that a format prints all
// findings in their order, or the worst, with a line about the others.
func TestManyFindingsAreCutWhereTheReaderDropsThem(t *testing.T) {
	const n, errors = 100_000, 10_000
	findings := many(n)
	cuts := map[string]struct {
		kept, errors int
		sentence     string
	}{
		"github":   {20, 10, "99980 findings of 100000 not annotated: GitHub shows 10 of each severity for a step\n"},
		"sarif":    {25_000, errors, `"75000 findings of 100000 not listed: code scanning takes 25000 results"`},
		"markdown": {-1, -1, "findings of 100000 not listed: the table ends at 900 KiB, before GitHub would drop it.\n"},
	}
	for _, name := range Formats() {
		got := printed(t, name, Options{}, findings...)
		kept := strings.Count(got, "is wrong")
		cut, capped := cuts[name]
		switch {
		case !capped && kept != n:
			t.Errorf("%s prints %d findings", name, kept)
		case !capped && strings.Contains(got, "of 100000 not"):
			t.Errorf("%s speaks of a cut", name)
		case !capped && name != "junit" && strings.Index(got, "line 8 is") > strings.Index(got, "line 9 is"):
			t.Errorf("%s changes the order", name)
		case capped && !strings.Contains(got, cut.sentence):
			t.Errorf("%s does not say %q", name, cut.sentence)
		case capped && cut.kept >= 0 && kept != cut.kept:
			t.Errorf("%s prints %d findings, want %d", name, kept, cut.kept)
		case capped && cut.errors >= 0 && strings.Count(got, "9 is wrong") != cut.errors:
			t.Errorf("%s prints %d errors, want %d", name, strings.Count(got, "9 is wrong"), cut.errors)
		}
		if name == "markdown" && (len(got) > markdownBytes+200 || len(got) < markdownBytes-200 || strings.Count(got, "9 is wrong") < kept*9/10) {
			t.Errorf("markdown prints %d bytes, %d findings", len(got), kept)
		}
	}
}

func TestFingerprintsSurviveMovedLines(t *testing.T) {
	of := func(before string) []string {
		text := before + "id = \"a\"\nid = \"a\"\nid = \"b\"\n"
		src := diag.NewSource("c.toml", []byte(text))
		var list diag.List
		for _, at := range []int{0, 9, 18} {
			list.Add(rule, src.At(len(before)+at+5, len(before)+at+8), "wrong on line %d", at)
		}
		list.Add(rule, src.At(0, 0), "no control covers %q", "CC6.1")
		list.Add(rule, src.At(0, 0), "no control covers %q", "CC6.2")
		return Fingerprints(list.All())
	}
	names := of("")
	if moved := of("# a comment\n\n"); !slices.Equal(names, moved) {
		t.Errorf("moved lines change %q to %q", names, moved)
	}
	slices.Sort(names)
	if len(slices.Compact(names)) != 5 {
		t.Errorf("two findings share a name: %q", names)
	}
}

// TestAFingerprintStaysWhenANeighborGoes holds that what lacks at one place is
// told apart by what it is, not by its count.
func TestAFingerprintStaysWhenANeighborGoes(t *testing.T) {
	lacking := func(criteria ...string) []string {
		src := diag.NewSource("socdraft.toml", []byte("x"))
		var list diag.List
		for _, c := range criteria {
			list.Add(rule, src.At(0, 0), "no control covers %q", c)
		}
		return Fingerprints(list.All())
	}
	if both, one := lacking("CC1.1", "CC1.2"), lacking("CC1.2"); both[1] != one[0] {
		t.Errorf("%q became %q", both[1], one[0])
	}
}
