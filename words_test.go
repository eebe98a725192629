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

// writeFiles writes the files of a project into its folder.
func writeFiles(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// draftOf builds the SOC 2 report of a project with the given files besides
// those it needs.
func draftOf(t testing.TB, files map[string]string) *draft {
	t.Helper()
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{"socdraft.toml": fuzzProject, "controls/a.toml": fuzzControl})
	writeFiles(t, dir, files)
	result := build(t, dir, socdraft.Options{Targets: []string{"soc2"}})
	if len(result.Files) != 1 {
		t.Fatalf("built %d files: %v", len(result.Files), result.Findings)
	}
	sound(t, "the report", result.Files[0].Data)
	return &draft{texts(withoutFurniture(pageRuns(t, result.Files[0].Data))), result.Findings}
}

// pageRuns returns the text that was painted on each page, without the page's
// number.
func pageRuns(t testing.TB, pdf []byte) [][]pdftext.Run {
	t.Helper()
	f, err := pdftext.Open(pdf)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	for i, runs := range pages {
		last := len(runs) - 1
		if last < 0 || !pageNumber.MatchString(runs[last].Text) {
			t.Fatalf("page %d does not end in its number: %v", i+1, runs)
		}
		pages[i] = runs[:last]
	}
	return pages
}

// withoutFurniture leaves out what comes first or last on most pages, in the
// same place.
func withoutFurniture(pages [][]pdftext.Run) [][]pdftext.Run {
	type spot struct {
		text string
		y    float64
	}
	seen := map[spot]int{}
	for _, runs := range pages {
		for _, r := range runs {
			seen[spot{r.Text, r.Y}]++
		}
	}
	out := make([][]pdftext.Run, len(pages))
	for page, runs := range pages {
		for i, r := range runs {
			edge := i < 2 || i == len(runs)-1
			if !edge || seen[spot{r.Text, r.Y}] <= len(pages)/2 {
				out[page] = append(out[page], r)
			}
		}
	}
	return out
}

// texts returns the text of all runs but artifacts.
func texts(pages [][]pdftext.Run) []string {
	var out []string
	for _, runs := range pages {
		for _, r := range runs {
			if !r.Artifact {
				out = append(out, r.Text)
			}
		}
	}
	return out
}

var pageNumber = regexp.MustCompile(`^Page [\divxlcdm]+ of [\divxlcdm]+`)

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

var fonts = font.Embedded()

// lookless are hints where to break and marks of direction, variation and tags.
var lookless = &unicode.RangeTable{
	R16: []unicode.Range16{{0x00AD, 0x00AD, 1}, {0x200B, 0x200F, 1}, {0x2028, 0x202E, 1}, {0x2060, 0x206F, 1},
		{0xFE00, 0xFE0F, 1}, {0xFEFF, 0xFEFF, 1}, {0xFFF9, 0xFFFB, 1}},
	R32:         []unicode.Range32{{0xE0000, 0xE0FFF, 1}},
	LatinOffset: 1,
}

// solid returns text without white space and without characters that have no
// look, which are hints where to break or are dropped with a finding. Those
// without a glyph are what is shown instead, and quotes are straight.
func solid(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Cc, r), unicode.Is(lookless, r):
			return -1
		case r == '\u2011':
			return '-'
		case r == '‘' || r == '’':
			return '\''
		case r == '“' || r == '”':
			return '"'
		}
		if _, found := fonts.Find(font.Regular, r); !found || r == unicode.ReplacementChar {
			return font.Substitute
		}
		return r
	}, text)
}

// marker matches a run that the report adds of its own: bullets, boxes of
// tasks, numbers of items, of footnotes and of figures, and kinds of alerts.
var marker = regexp.MustCompile(`^([•☐☑]|\d+\.?|Figure[\d.]+|Note|Tip|Important|Warning|Caution)$`)

// reads reports whether the runs, side by side, are the wanted text: each rune
// of it once and in order, and nothing else but markers.
func reads(runs []string, want string) bool {
	wanted := solid(want)
	ends := map[int]bool{0: true} // how much of it the runs so far can be
	for _, run := range runs {
		text := solid(run)
		next := map[int]bool{}
		for end := range ends {
			if marker.MatchString(text) {
				next[end] = true
			}
			if strings.HasPrefix(wanted[end:], text) {
				next[end+len(text)] = true
			}
		}
		ends = next
	}
	return ends[len(wanted)]
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
