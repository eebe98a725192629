package socdraft_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/golden"
)

var examples = []string{"wrenfield", "startup", "allfive"}

// TestGoldens holds the words of each example's drafts, the page of each
// heading, the findings of both editions and the hashes of the files.
func TestGoldens(t *testing.T) {
	for _, name := range examples {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join("examples", name)
			plain := build(t, dir, socdraft.Options{Plain: true})
			for _, f := range plain.Files {
				golden.Compare(t, name+"/"+goldenNames[f.Name], f.Data)
			}
			facts := build(t, dir, socdraft.Options{Facts: true})
			if name == "startup" { // the shortest shows the form
				golden.Compare(t, name+"/facts.json", facts.Files[0].Data)
			}
			finished := build(t, dir, socdraft.Options{})
			golden.Compare(t, name+"/pages.txt", pageList(finished))
			golden.Compare(t, name+"/SHA256SUMS", sums(append(finished.Files, facts.Files...)))
			auditor := build(t, dir, socdraft.Options{Edition: socdraft.Auditor})
			golden.Compare(t, name+"/findings.txt", findingList(finished, auditor))
		})
	}
}

var goldenNames = map[string]string{
	"soc2-draft.txt":   "soc2.txt",
	"soc3-draft.txt":   "soc3.txt",
	"request-list.tsv": "requests.tsv",
}

func sums(files []socdraft.File) []byte {
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(f.Data), f.Name)
	}
	return b.Bytes()
}

func pageList(result *socdraft.Result) []byte {
	var b bytes.Buffer
	for _, f := range result.Files {
		for _, h := range f.Headings {
			fmt.Fprintf(&b, "%s\t%d\t%d\t%s\n", f.Target, h.Page, h.Level, h.Text)
		}
	}
	return b.Bytes()
}

func findingList(working, auditor *socdraft.Result) []byte {
	var b bytes.Buffer
	for _, edition := range []struct {
		name     string
		findings []*diag.Finding
	}{{"working edition", working.Findings}, {"auditor edition", auditor.Findings}} {
		fmt.Fprintf(&b, "%s\n", edition.name)
		for _, f := range edition.findings {
			line, col := f.Span.Position()
			fmt.Fprintf(&b, "%s:%d:%d: %s[%s]: %s\n", f.Span.Name(), line, col, f.Severity, f.Rule.Name, f.Message)
		}
	}
	return b.Bytes()
}
