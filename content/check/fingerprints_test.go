package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
)

const sharedText = "The platform team of Wrenfield receives an alert within 5 minutes, opens a ticket in the queue, tells the engineer on duty, " +
	"and closes the ticket after the cause is written down and the lead has read it."

// printed returns the fingerprints of the base project with a paragraph, where
// the organization has another name.
func printed(t *testing.T, paragraph, name string) string {
	t.Helper()
	fsys := overlay(t, &txtar.Archive{}, "good")
	project := string(fsys["socdraft.toml"].Data)
	fsys["socdraft.toml"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(project, "Wrenfield", name))}
	fsys["description/monitoring.md"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(paragraph, "Wrenfield", name) + "\n")}
	result, err := load.Project(fsys, &diag.List{})
	if err != nil {
		t.Fatal(err)
	}
	return Fingerprints(result.Engagement)
}

func TestAParagraphIsKnownByItsFingerprint(t *testing.T) {
	for _, tt := range []struct {
		name, text, of string
		found          bool
	}{
		{"the same words", sharedText, "Copperline", true},
		{"other numbers and case", strings.ToUpper(strings.Replace(sharedText, "5 minutes", "15 minutes", 1)), "Copperline", true},
		{"broken otherwise", strings.ReplaceAll(sharedText, ", ", ",\n"), "Copperline", true},
		{"a word differs", strings.Replace(sharedText, "queue", "tracker", 1), "Copperline", false},
		{"a word more", sharedText + " Always.", "Copperline", false},
		{"the organization itself", sharedText, "Wrenfield", false},
		{"a quotation", "> " + sharedText, "Copperline", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fsys := overlay(t, &txtar.Archive{}, "good")
			fsys["description/monitoring.md"] = &fstest.MapFile{Data: []byte(tt.text + "\n")}
			fsys["fingerprints.txt"] = &fstest.MapFile{Data: []byte("\ufeff# others\r\n" + strings.ReplaceAll(printed(t, sharedText, tt.of), "\n", "\r\n"))}
			if got := findings(t, fsys, sharedParagraph.Rule); strings.Contains(got, "description/monitoring.md") != tt.found {
				t.Errorf("findings:\n%s", got)
			}
		})
	}
}

// Short paragraphs are alike by chance, and the file holds no words.
func TestFingerprintsAreOfLongParagraphs(t *testing.T) {
	short := printed(t, "The lead reads the results of scans.", "Copperline")
	long := printed(t, sharedText, "Copperline")
	if strings.Count(long, "\n") != strings.Count(short, "\n")+1 {
		t.Errorf("short\n%s\nlong\n%s", short, long)
	}
	for line := range strings.Lines(long) {
		if print := strings.TrimPrefix(strings.TrimSpace(line), "report "); len(print) != 16 || strings.Trim(print, "0123456789abcdef") != "" {
			t.Errorf("line %q", line)
		}
	}
}

func TestALineThatIsNoFingerprintIsTold(t *testing.T) {
	for text, want := range map[string]string{
		"":                               "",
		"# x\n\n0123456789abcdef\n":      "",
		"report 0123456789abcdef\n":      "",
		"0123456789abcdef\nhello\nworld": "fingerprints.txt:2:1",
		"0123456789abcde\n":              "fingerprints.txt:1:1",
		"0123456789abcdeg\n":             "fingerprints.txt:1:1",
		"+123456789abcdef\n":             "fingerprints.txt:1:1",
		"report\n":                       "fingerprints.txt:1:1",
		"\xff\xfe\x00\n":                 "fingerprints.txt:1:1",
		strings.Repeat("a", 1<<20):       "fingerprints.txt:1:1",
	} {
		fsys := overlay(t, &txtar.Archive{}, "good")
		fsys["fingerprints.txt"] = &fstest.MapFile{Data: []byte(text)}
		got := findings(t, fsys, load.MalformedFingerprint)
		if at, _, _ := strings.Cut(got, ": "); at != want {
			t.Errorf("%.40q: %.200s", text, got)
		}
	}
}
