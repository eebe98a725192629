package soc2_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/templates/soc2"
)

// A project is files in memory, base.txtar with what a test changes.
type project map[string]string

// baseProject returns the base project with the pairs of file name and text
// replaced; an empty text removes the file.
func baseProject(t *testing.T, files ...string) project {
	t.Helper()
	archive, err := os.ReadFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	p := project{}
	for _, part := range strings.Split("\n"+string(archive), "\n-- ")[1:] {
		name, text, _ := strings.Cut(part, " --\n")
		p[name] = text + "\n"
	}
	for i := 0; i < len(files); i += 2 {
		p[files[i]] = files[i+1]
	}
	sum := sha256.Sum256([]byte(p["tests/2026/section4.txt"]))
	p["tests/2026/access.toml"] = strings.Replace(p["tests/2026/access.toml"], "HASH", hex.EncodeToString(sum[:]), 1)
	return p
}

// edit replaces text in a file and fails where it is not there.
func (p project) edit(t *testing.T, file, from, to string) project {
	t.Helper()
	if !strings.Contains(p[file], from) {
		t.Fatalf("%s does not hold %q", file, from)
	}
	p[file] = strings.Replace(p[file], from, to, 1)
	return p
}

// asType1 makes the project one of type 1, without tests.
func (p project) asType1(t *testing.T) project {
	t.Helper()
	for name := range p {
		if strings.HasPrefix(name, "tests/") || name == "responses.toml" || name == "changes.toml" {
			delete(p, name)
		}
	}
	return p.edit(t, "socdraft.toml", "type = 2\nperiod = { start = 2025-07-01, end = 2026-06-30 }", "type = 1\nas_of = 2026-06-30")
}

func (p project) engagement(t *testing.T) *content.Engagement {
	t.Helper()
	return cleanly(t, p.files())
}

// files returns the project as a file system.
func (p project) files() fstest.MapFS {
	files := fstest.MapFS{}
	for name, text := range p {
		if text != "" {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return files
}

// cleanly reads a project that has no error.
func cleanly(t *testing.T, files fs.FS) *content.Engagement {
	t.Helper()
	var list diag.List
	result, err := load.Project(files, &list)
	if err != nil {
		t.Fatal(err)
	}
	list.Resolve(false)
	for _, f := range list.All() {
		if f.Severity == diag.Error {
			line, column := f.Span.Position()
			t.Errorf("%s:%d:%d: %s", f.Span.Name(), line, column, f.Message)
		}
	}
	return result.Engagement
}

// after is a day after the base project's time frame, before one within it.
var (
	after  = content.Date{Year: 2026, Month: 8, Day: 14}
	before = content.Date{Year: 2026, Month: 6, Day: 30}
)

// build makes the draft in the working edition, after the time frame.
func (p project) build(t *testing.T) *draft { return p.buildAs(t, soc2.Working, after) }

func (p project) buildAs(t *testing.T, edition soc2.Edition, today content.Date) *draft {
	t.Helper()
	return draftOf(t, p.engagement(t), edition, today)
}

// example reads one of the examples.
func example(t *testing.T, name string) *content.Engagement {
	t.Helper()
	root, err := load.Open("../../examples/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	return cleanly(t, root)
}

// A draft is a built document with its text.
type draft struct {
	t     *testing.T
	doc   *render.Document
	list  diag.List
	lines []line
}

// tolerant reads a project that is meant to have findings.
func (p project) tolerant(t *testing.T) *content.Engagement {
	t.Helper()
	var list diag.List
	result, err := load.Project(p.files(), &list)
	if err != nil {
		t.Fatal(err)
	}
	return result.Engagement
}

func draftOf(t *testing.T, e *content.Engagement, edition soc2.Edition, today content.Date) *draft {
	t.Helper()
	d := &draft{t: t}
	d.doc = soc2.Document(soc2.Input{Engagement: e, Coverage: coverage.Of(e), Edition: edition, Today: today}, &d.list)
	d.lines = flatten(d.doc)
	return d
}
