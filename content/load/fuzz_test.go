package load

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/socdraft/socdraft/content/diag"
)

// FuzzProject loads txtar archives as projects: nothing panics, every finding
// has a place in its source, and the same project gives the same findings.
func FuzzProject(f *testing.F) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range archives {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		fsys := fstest.MapFS{}
		for name, file := range project(txtar.Parse(text)) {
			if fs.ValidPath(name) && name != "." && !strings.Contains(name, "\x00") {
				fsys[name] = file
			}
		}
		first := findings(t, fsys)
		if second := findings(t, fsys); first != second {
			t.Fatalf("first:\n%s\nthen:\n%s", first, second)
		}
	})
}

// findings loads a project that need not be a possible one.
func findings(t *testing.T, fsys fs.FS) string {
	var list diag.List
	result, err := Project(fsys, &list)
	if err != nil {
		return err.Error()
	}
	for _, found := range list.All() {
		span := found.Span
		if span.IsZero() || span.Start < 0 || span.Start > span.End || span.End > len(span.Source.Text) {
			t.Fatalf("%s: %q at %d-%d", span.Name(), found.Message, span.Start, span.End)
		}
	}
	return result.Engagement.Revision + show(&list)
}
