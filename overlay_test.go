package socdraft_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/criteria"
	"github.com/socdraft/socdraft/content/diag"
)

// licensed writes an example into a folder, with a text for each criterion in
// place of the summaries.
func licensed(t *testing.T, example, text string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), example)
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("examples", example))); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("[criteria]\n")
	for line := range strings.Lines(string(criteria.Catalogue)) {
		if id, ok := strings.CutPrefix(line, "id = "); ok {
			id = strings.Trim(strings.TrimSpace(id), `"`)
			fmt.Fprintf(&b, "%q = \"%s\"\n", id, strings.ReplaceAll(text, "ID", id))
		}
	}
	put(t, dir, "criteria-text.toml", b.String())
	old, _ := os.ReadFile(filepath.Join(dir, "criteria.toml"))
	put(t, dir, "criteria.toml", "text_overlay = \"criteria-text.toml\"\n"+string(old))
	return dir
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// summaries returns our own words for the criteria.
func summaries() []string {
	var all []string
	for line := range strings.Lines(string(criteria.Catalogue)) {
		if text, ok := strings.CutPrefix(line, "summary = "); ok {
			all = append(all, strings.Trim(strings.TrimSpace(text), `"`))
		}
	}
	return all
}

func TestOfficialWordsPrintInPlaceOfSummaries(t *testing.T) {
	for _, example := range examples {
		for _, layout := range []string{"", "layout = \"by_criterion\"\n"} {
			dir := licensed(t, example, "Official words of ID, as licensed.")
			project, err := os.ReadFile(filepath.Join(dir, "socdraft.toml"))
			if err != nil {
				t.Fatal(err)
			}
			own := strings.Replace(string(project), "layout = \"by_criterion\"\n", "", 1)
			put(t, dir, "socdraft.toml", strings.Replace(own, "[report]\n", "[report]\n"+layout, 1))
			result := build(t, dir, socdraft.Options{Plain: true})
			text := strings.ToLower(strings.Join(strings.Fields(string(result.Files[0].Data)), " "))
			if !strings.Contains(text, "official words of cc6.1, as licensed.") || !strings.Contains(text, "supplied by the service organization under its own license") {
				t.Errorf("%s %q: the official words are not there, or nobody says whose they are", example, layout)
			}
			if strings.Contains(text, "summaries in our own words") {
				t.Errorf("%s %q: the criteria are said to be summaries", example, layout)
			}
			for _, summary := range summaries() {
				if strings.Contains(text, strings.ToLower(summary)) {
					t.Errorf("%s %q: prints the summary %q", example, layout, summary)
				}
			}
			for _, f := range build(t, dir, socdraft.Options{Edition: socdraft.Auditor}).Findings {
				if f.Rule.Name == "summarized-criteria" {
					t.Errorf("%s: %s", example, f.Message)
				}
			}
		}
	}
}

// What somebody else wrote into the file is neither Markdown nor a variable.
// Rules tell what cannot print and what looks unfinished, and judge no words.
func TestOfficialWordsPrintAsTheyAre(t *testing.T) {
	const odd = "=1+1 *ID* {{ organization.name }} <b>always</b> [x](javascript:y) ![i](i.png) TODO | # a \\u202e\\u0007 Acme"
	dir := licensed(t, "startup", odd)
	result := build(t, dir, socdraft.Options{Plain: true})
	if want := "=1+1 *CC6.1* {{ organization.name }} <b>always</b> [x](javascript:y)"; !strings.Contains(string(result.Files[0].Data), want) {
		t.Error("the words are changed")
	}
	told := map[string]bool{}
	for _, f := range result.Findings {
		if f.Span.Name() == "criteria-text.toml" {
			told[f.Rule.Name] = true
		}
	}
	if want := map[string]bool{"missing-glyph": true, "leftover-placeholder": true}; !maps.Equal(told, want) {
		t.Errorf("findings %v, want %v", told, want)
	}
}

func TestOfficialWordsThatCannotBeReadAreTold(t *testing.T) {
	for text, want := range map[string]string{
		"[criteria]\n\"CC6.1\" = 6\n":                                     "wrong-type",
		"[criteria]\n\"CC6.99\" = \"x\"\n":                                "unknown-criterion",
		"[criteria]\n\"CC6.1\" = \"x\"\n\"CC6.1\" = \"y\"\n":              "duplicate-key",
		"[criterion]\n\"CC6.1\" = \"x\"\n":                                "unknown-key",
		"[criteria\n":                                                     "syntax-error",
		"[criteria]\n\"CC6.1\" = \"" + strings.Repeat("x", 17<<20) + "\"": "too-large",
	} {
		dir := licensed(t, "startup", "x")
		put(t, dir, "criteria-text.toml", text)
		result := build(t, dir, socdraft.Options{})
		found := ""
		for _, f := range result.Findings {
			if f.Severity == diag.Error {
				found += " " + f.Rule.Name
			}
		}
		if !strings.Contains(found, want) {
			t.Errorf("%.40q: errors%s, want %s", text, found, want)
		}
	}
}
