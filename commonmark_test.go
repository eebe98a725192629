package socdraft_test

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// An example of the CommonMark specification.
type specExample struct {
	Markdown, HTML string
	Example        int
	Section        string
}

// readSpec reads the examples of the specification that come with the parser;
// their licence keeps them out of this repository.
func readSpec() ([]specExample, error) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		return nil, err
	}
	var all []specExample
	err = json.Unmarshal(data, &all)
	return all, err
}

// Each word that the specification shows for an example is in the report, in
// order, and nothing else but marks of ours. What is not is told by a finding.
func TestEachWordOfCommonMarkIsInTheReport(t *testing.T) {
	examples, err := readSpec()
	if err != nil || len(examples) < 600 {
		t.Fatalf("the specification has %d examples: %v", len(examples), err)
	}
	files := map[string]string{}
	for _, e := range examples {
		files[e.file()] = fmt.Sprintf("# Head%d\n\nStart%d\n\n%s", e.Example, e.Example, e.Markdown)
	}
	last := len(examples) + 1
	files[fmt.Sprintf("description/x%04d.md", last)] = fmt.Sprintf("# Head%d\n\nStart%d\n", last, last)
	d := draftOf(t, files)
	for i, e := range examples {
		next := last
		if i+1 < len(examples) {
			next = examples[i+1].Example
		}
		runs := d.between(t, fmt.Sprintf("Start%d", e.Example), fmt.Sprintf("Head%d", next))
		if lost := e.lost(d, runs); lost != "" {
			t.Errorf("example %d (%s): %s\n%q\nbecame %q, findings %v", e.Example, e.Section, lost, e.Markdown, runs, messages(d.about(e.file())))
		}
	}
}

func (e specExample) file() string { return fmt.Sprintf("description/x%04d.md", e.Example) }

// lost says which words the runs lack without a finding, or "".
func (e specExample) lost(d *draft, runs []string) string {
	findings := d.about(e.file())
	if hasRule(findings, "raw-html") {
		// Tags print as text among the words.
		if part := holdsInOrder(runs, visibleParts(e.HTML, false)); part != "" {
			return fmt.Sprintf("%q is lost", part)
		}
		return ""
	}
	want := strings.Join(visibleParts(e.HTML, hasRule(findings, "missing-image")), "")
	if !reads(runs, want) {
		return fmt.Sprintf("%q is lost or altered", want)
	}
	return ""
}

var (
	tag   = regexp.MustCompile(`(?s)<!--.*?-->|<\?.*?\?>|<![A-Z].*?>|<!\[CDATA\[.*?\]\]>|</?[A-Za-z](?:"[^"]*"|'[^']*'|[^'">])*>`)
	image = regexp.MustCompile(`^<img [^>]*\balt="([^"]*)"(?: title="([^"]*)")?`)
)

// visibleParts returns the words of HTML that a reader sees, between its tags.
// An image is its alternative text; a figure has it in brackets, for want of
// the picture, before the title as caption.
func visibleParts(source string, figures bool) []string {
	var parts []string
	for source != "" {
		at := tag.FindStringIndex(source)
		if at == nil {
			at = []int{len(source), len(source)}
		}
		parts = append(parts, html.UnescapeString(source[:at[0]]))
		switch m := image.FindStringSubmatch(source[at[0]:at[1]]); {
		case m != nil && figures:
			parts = append(parts, html.UnescapeString("["+m[1]+"]"+m[2]))
		case m != nil:
			parts = append(parts, html.UnescapeString(m[1]))
		}
		source = source[at[1]:]
	}
	return parts
}
