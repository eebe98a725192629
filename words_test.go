package socdraft_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/pdf/pdftext"
)

// A draft is a built report that is searched for what was authored.
type draft struct {
	runs     []string // of all pages, without what every page bears
	findings []*diag.Finding
}

// draftOf builds the SOC 2 report of a project with the given files besides
// those it needs.
func draftOf(t testing.TB, files map[string]string) *draft {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("socdraft.toml", fuzzProject)
	write("controls/a.toml", fuzzControl)
	for name, text := range files {
		write(name, text)
	}
	result := build(t, dir, socdraft.Options{Targets: []string{"soc2"}})
	if len(result.Files) != 1 {
		t.Fatalf("built %d files: %v", len(result.Files), result.Findings)
	}
	return &draft{pageRuns(t, result.Files[0].Data), result.Findings}
}

// pageRuns returns the text that was painted, run by run, without what stands
// on most pages in the same place.
func pageRuns(t testing.TB, pdf []byte) []string {
	t.Helper()
	f, err := pdftext.Open(pdf)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	type spot struct {
		text string
		y    float64
	}
	at := func(r pdftext.Run) spot { return spot{pageNumber.ReplaceAllString(r.Text, "Page"), r.Y} }
	seen := map[spot]int{}
	for _, runs := range pages {
		for _, r := range runs {
			seen[at(r)]++
		}
	}
	var out []string
	for _, runs := range pages {
		for _, r := range runs {
			if !r.Artifact && (seen[at(r)] <= len(pages)/2 || len(pages) < 3) {
				out = append(out, r.Text)
			}
		}
	}
	return out
}

var pageNumber = regexp.MustCompile(`^Page \d+ of \d+`)

// between returns the runs after the last one that is start, up to the next
// that is stop.
func (d *draft) between(t testing.TB, start, stop string) []string {
	t.Helper()
	from := -1
	for i, text := range d.runs {
		if solid(text) == start {
			from = i + 1
		}
	}
	if from < 0 {
		t.Fatalf("%q is not in the report", start)
	}
	for i, text := range d.runs[from:] {
		if solid(text) == stop {
			return d.runs[from : from+i]
		}
	}
	t.Fatalf("%q does not follow %q in the report", stop, start)
	return nil
}

// solid returns text without white space and without hints where to break.
func solid(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '\u00ad', r == '\u200b', r == '\u2060':
			return -1
		case r == '\u2011':
			return '-'
		}
		return r
	}, text)
}

// marker matches a run that the report adds of its own: bullets, boxes of
// tasks, numbers of items, of footnotes and of figures, and kinds of alerts.
var marker = regexp.MustCompile(`^([•☐☑]|\d+\.?|Figure[\d.]+|Note|Tip|Important|Warning|Caution)$`)

// reads reports whether the runs, side by side, are the wanted text: each rune
// of it once and in order, and nothing else but markers. Where substituted, a
// character without a glyph stands for any.
func reads(runs []string, want string, substituted bool) bool {
	wanted := []rune(solid(want))
	ends := map[int]bool{0: true} // how much of it the runs so far can be
	for _, run := range runs {
		text := solid(run)
		next := map[int]bool{}
		for end := range ends {
			if marker.MatchString(text) {
				next[end] = true
			}
			if stop, ok := begins(wanted[end:], []rune(text), substituted); ok {
				next[end+stop] = true
			}
		}
		ends = next
	}
	return ends[len(wanted)]
}

func begins(wanted, text []rune, substituted bool) (int, bool) {
	if len(text) > len(wanted) {
		return 0, false
	}
	for i, r := range text {
		if r != wanted[i] && !(substituted && r == font.Substitute) {
			return 0, false
		}
	}
	return len(text), true
}

// holdsInOrder returns the first of the parts that the runs do not hold after
// the part before it, or "".
func holdsInOrder(runs []string, parts []string) string {
	rest := solid(strings.Join(runs, ""))
	for _, part := range parts {
		_, after, ok := strings.Cut(rest, solid(part))
		if !ok {
			return part
		}
		rest = after
	}
	return ""
}

// about returns the findings in a file.
func (d *draft) about(name string) []*diag.Finding {
	return slices.DeleteFunc(slices.Clone(d.findings), func(f *diag.Finding) bool { return f.Span.Name() != name })
}

func hasRule(findings []*diag.Finding, rule string) bool {
	return slices.ContainsFunc(findings, func(f *diag.Finding) bool { return f.Rule.Name == rule })
}

func messages(findings []*diag.Finding) []string {
	var all []string
	for _, f := range findings {
		all = append(all, f.Rule.Name+": "+f.Message)
	}
	return all
}
