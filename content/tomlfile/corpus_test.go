package tomlfile

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

// corpus returns the files of the toml-test corpus, which lies in
// BurntSushi/toml's module, with paths relative to the corpus.
func corpus(t testing.TB, folder string) map[string][]byte {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/BurntSushi/toml").Output()
	if err != nil {
		t.Fatal("no module directory:", err)
	}
	root := filepath.Join(strings.TrimSpace(string(dir)), "internal", "toml-test", "tests", folder)
	files := map[string][]byte{}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".toml" {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(root, path)
		files[filepath.ToSlash(name)] = text
		return err
	})
	if err != nil || len(files) < 100 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	return files
}

func TestValidCorpusHasNoFinding(t *testing.T) {
	for name, text := range corpus(t, "valid") {
		var list diag.List
		root, ok := Parse(diag.NewSource(name, text), &list)
		if !ok || list.Len() > 0 {
			t.Errorf("%s: %s", name, show(&list))
			continue
		}
		checkSpans(t, root)
	}
}

// Version 1.1 of TOML allows what these files hold; the last one is a time
// with the offset +12:60, which both parsers accept.
var accepted = map[string]bool{
	"datetime/no-secs.toml": true, "local-time/no-secs.toml": true, "local-datetime/no-secs.toml": true,
	"string/basic-byte-escapes.toml": true, "inline-table/trailing-comma.toml": true,
	"inline-table/linebreak-01.toml": true, "inline-table/linebreak-02.toml": true,
	"inline-table/linebreak-03.toml": true, "inline-table/linebreak-04.toml": true,
	"datetime/offset-overflow-minute.toml": true,
}

func TestInvalidCorpusHasOneFinding(t *testing.T) {
	for name, text := range corpus(t, "invalid") {
		if accepted[name] || strings.HasPrefix(name, "spec-1.0.0/") {
			continue
		}
		var list diag.List
		root, ok := Parse(diag.NewSource(name, text), &list)
		if ok || root != nil || list.Len() != 1 {
			t.Errorf("%s: ok %v, findings:\n%s", name, ok, show(&list))
			continue
		}
		f := list.All()[0]
		if !Fatal(f.Rule) || f.Span.Source == nil || f.Span.Start > f.Span.End || f.Span.End > len(text) {
			t.Errorf("%s: %v", name, f)
		}
		if testing.Verbose() {
			t.Logf("%s", show(&list))
		}
	}
}
