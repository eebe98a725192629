package load

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/tomlfile"
)

const oneControl = `[[control]]
id = "AC-01"
title = "Joiners"
area = "Access"
statement = "The owner approves access."
criteria = ["CC6.1"]
owner_role = "Security Lead"
frequency = "daily"
`

func TestByteOrderMarksAndWindowsLinesDoNotShiftPlaces(t *testing.T) {
	text := strings.ReplaceAll(oneControl+"colour = 1\n", "\n", "\r\n")
	got := findingsOf(t, withFiles(
		"controls/a.toml", "\uFEFF"+text,
		"description/overview.md", "\uFEFFSee [it](#AC-02).\r\n",
		"policies.toml", "\uFEFFpolicies = 1\r\n",
		"risks.toml", "\uFEFF",
		"changes.toml", "",
	))
	want := `description/overview.md:1:10: warning[dangling-link]: link leads to unknown id "AC-02"
  help: a similar id exists: "AC-01"
policies.toml:1:1: error[unknown-key]: unknown key "policies"
  help: known keys: policy
controls/a.toml:9:1: error[unknown-key]: unknown key "colour" in [[control]]
  help: take it away, so that nobody relies on what is never read; the reference in socdraft's README.md lists the keys
`
	if got != want {
		t.Errorf("findings:\n%s\nwant:\n%s", got, want)
	}
}

func TestTextThatIsNotUTF8IsOneFindingOfItsFile(t *testing.T) {
	got := findingsOf(t, withFiles(
		"controls/a.toml", oneControl+"alias = \"caf\xe9\"\n",
		"description/overview.md", "Caf\xe9.\n",
		"policies.toml", "\xff\xfe[\x00[\x00",
		"controls/b.toml", "colour = 1\n",
	))
	want := `description/overview.md:1:4: error[invalid-utf8]: byte 0xe9 is not UTF-8
  help: save the file as UTF-8
policies.toml:1:1: error[invalid-utf8]: file is UTF-16, not UTF-8
  help: save the file as UTF-8
controls/a.toml:9:13: error[invalid-utf8]: byte 0xe9 is not UTF-8
  help: save the file as UTF-8
controls/b.toml:1:1: error[unknown-key]: unknown key "colour"
  help: known keys: control
not loaded as a whole
`
	if got != want {
		t.Errorf("findings:\n%s\nwant:\n%s", got, want)
	}
}

func TestHostileTextEndsQuickly(t *testing.T) {
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	cases := map[string]struct{ name, text, rule string }{
		"brackets":               {"controls/a.toml", many("[", 8<<20), "syntax-error"},
		"nested arrays":          {"controls/a.toml", "a = " + many("[", 8<<20-10), "too-deep"},
		"nested arrays that end": {"controls/a.toml", "a = " + many("[", 2000) + many("]", 2000), "too-deep"},
		"nested tables":          {"controls/a.toml", "a = " + many("{a=", 2<<20), "too-deep"},
		"dotted key":             {"controls/a.toml", many("a.", 16_000) + "a = 1", "too-deep"},
		"dotted header":          {"controls/a.toml", "[" + many("a.", 16_000) + "a]", "too-deep"},
		"dotted tables":          {"controls/a.toml", many("a.a.a.a.a.a.a.a.a.a = {", 10) + many("}", 10), "too-deep"},
		"many values":            {"controls/a.toml", "a = [" + many("1,", 4_000_000) + "]", "too-large"},
		"many tables":            {"controls/a.toml", many("[[a]]\n", 1_300_000), "too-large"},
		"many keys":              {"criteria.toml", manyKeys(190_000), "unknown-key"},
		"too long":               {"controls/a.toml", many("#", 8<<20+1), "too-large"},
		"long Markdown":          {"description/overview.md", many("a", 1<<20+1), "too-large"},
		"unclosed text":          {"controls/a.toml", "a = \"\"\"" + many("\\\\", 4<<20-20), "syntax-error"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, list := load(t, withFiles(c.name, c.text))
			if list.Len() == 0 || list.All()[0].Rule.Name != c.rule {
				t.Errorf("want %s: %.200s", c.rule, show(list))
			}
		})
	}
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("k" + number(i+1) + "=1\n")
	}
	return b.String()
}

func TestFindingsComeInTheSameOrderInEveryRun(t *testing.T) {
	project := withFiles(
		"controls/a.toml", oneControl+"alias = 1\nkind = 2\nzeta = 1\nalpha = 1\nsystems = [1, 2]\n",
		"risks.toml", "[[risk]]\nid = \"R 1\"\nowner = 1\n",
	)
	var first string
	for range 1000 {
		var list diag.List
		if _, err := Project(project, &list); err != nil {
			t.Fatal(err)
		}
		got := show(&list)
		if first == "" {
			first = got
		}
		if got != first {
			t.Fatalf("now:\n%s\nfirst:\n%s", got, first)
		}
	}
	alias, kind := strings.Index(first, `"alias" must be`), strings.Index(first, `"kind" must be`)
	if alias < 0 || kind < alias {
		t.Errorf("not in source order:\n%s", first)
	}
}

func TestANameWithCombiningMarksIsAFinding(t *testing.T) {
	got := findingsOf(t, withFiles("description/re\u0301seau.md", "Text."))
	if !strings.Contains(got, "warning[decomposed-name]") {
		t.Error(got)
	}
}

func TestFiveThousandFilesLoad(t *testing.T) {
	project := withFiles()
	for i := range 5000 {
		name := number(i + 10_000)
		project["description/part"+name+".md"] = mapFile("Part " + name + ".\n")
	}
	result, list := load(t, project)
	if list.Len() > 0 || len(result.Engagement.Description.Others) != 5000 {
		t.Errorf("%d parts\n%.300s", len(result.Engagement.Description.Others), show(list))
	}
}

func TestAnOverlayMayNameAnyFileOnce(t *testing.T) {
	result, list := load(t, withFiles("criteria.toml", "text_overlay = \"controls/a.toml\"\n", "controls/a.toml", oneControl))
	if len(result.Sources) != 3 || !list.Has(tomlfile.UnknownKey) {
		t.Errorf("%d sources\n%s", len(result.Sources), show(list))
	}
}

func TestAFolderInPlaceOfTheProjectFileIsAFinding(t *testing.T) {
	got := findingsOf(t, fstest.MapFS{"socdraft.toml/x": mapFile(""), "risks.toml": mapFile("x = 1\n")})
	want := `socdraft.toml:1:1: error[not-a-regular-file]: "socdraft.toml" is a folder, not a file
  help: put a plain file in its place
risks.toml:1:1: error[unknown-key]: unknown key "x"
  help: known keys: risk
not loaded as a whole
`
	if got != want {
		t.Errorf("findings:\n%s", got)
	}
}

func TestTooManyControlsAreOneFinding(t *testing.T) {
	var b strings.Builder
	for i := range maxControls + 2 {
		b.WriteString(strings.ReplaceAll(oneControl, "AC-01", "AC-"+number(i+1)))
	}
	text := b.String()
	half := strings.Index(text, "[[control]]\nid = \"AC-"+number(maxControls/2))
	result, list := load(t, withFiles("controls/a.toml", text[:half], "controls/b.toml", text[half:]))
	if list.Len() != 1 || !list.Has(tomlfile.TooLarge) || result.Loaded() {
		t.Errorf("loaded %v\n%.400s", result.Loaded(), show(list))
	}
}

func TestALineOfTextHasALimit(t *testing.T) {
	long := strings.ReplaceAll(oneControl, "Joiners", strings.Repeat("x", 10_001))
	result, list := load(t, withFiles("controls/a.toml", long))
	if list.Len() != 1 || !list.Has(tomlfile.TooLarge) || result.Loaded() {
		t.Errorf("loaded %v\n%.400s", result.Loaded(), show(list))
	}
}

func TestAReceivedFileIsNoSourceOfTheProject(t *testing.T) {
	sha := func(text string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text))) }
	tests := func(file, hash string) string {
		return "source = \"service_auditor\"\n[received]\nfile = \"" + file + "\"\nsha256 = \"" + hash +
			"\"\nreceived_on = 2026-08-01\nfirm = \"Pell\"\n"
	}
	cases := map[string]struct {
		file, hash string
		own, empty bool
	}{
		"sent":          {"sent.txt", sha("words"), false, false},
		"a source":      {"../../controls/a.toml", sha(oneControl), true, false},
		"a copy of one": {"copy.txt", sha(oneControl), true, false},
		"empty":         {"empty.txt", sha(""), false, true},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			result, _ := load(t, withFiles("controls/a.toml", oneControl, "tests/2026/a.toml", tests(c.file, c.hash),
				"tests/2026/sent.txt", "words", "tests/2026/copy.txt", oneControl, "tests/2026/empty.txt", ""))
			r := result.Engagement.TestFiles[0].Received
			if r.Own != c.own || r.Empty != c.empty || r.Verified() == (c.own || c.empty) {
				t.Errorf("own %v, empty %v, verified %v", r.Own, r.Empty, r.Verified())
			}
		})
	}
}

func BenchmarkManyCitations(b *testing.B) {
	var controls, incidents, links strings.Builder
	for i := range 8000 {
		fmt.Fprintf(&controls, "[[control]]\nid = \"AC-%d\"\n", i)
	}
	for i := range 50 {
		fmt.Fprintf(&incidents, "[[incident]]\nid = \"I-%d\"\ncontrols = [", i)
		for j := range 2000 {
			fmt.Fprintf(&incidents, "\"AC-%d\",", j)
		}
		incidents.WriteString("]\n")
	}
	for i := range 50_000 {
		fmt.Fprintf(&links, "[a](#zz%d)\n\n", i)
	}
	fsys := withFiles("controls/a.toml", controls.String(), "incidents.toml", incidents.String(), "description/data.md", links.String())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Project(fsys, &diag.List{}); err != nil {
			b.Fatal(err)
		}
	}
}
