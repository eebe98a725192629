package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// GitHub shows this many annotations of each severity for a step, and drops
// the others without a word.
const githubPerSeverity = 10

// writeGitHub prints annotations as workflow commands of GitHub Actions:
//
//	::error file=controls/access.toml,line=14,endLine=14,col=22,endColumn=29,title=unknown-criterion::control …
//
// The worst come first. What GitHub would drop is counted in a line of its own.
func writeGitHub(w io.Writer, findings []*diag.Finding, opts Options) error {
	left := map[diag.Severity]int{diag.Error: githubPerSeverity, diag.Warning: githubPerSeverity, diag.Info: githubPerSeverity}
	cut := 0
	for _, f := range worstFirst(findings) {
		if left[f.Severity] == 0 {
			cut++
			continue
		}
		left[f.Severity]--
		if _, err := io.WriteString(w, opts.annotation(f)); err != nil {
			return err
		}
	}
	if cut == 0 {
		return nil
	}
	_, err := fmt.Fprintf(w, "%s of %d not annotated: GitHub shows %d of each severity for a step\n",
		plural(cut, "finding"), len(findings), githubPerSeverity)
	return err
}

// annotation returns the workflow command for a finding, with its line ending.
func (o Options) annotation(f *diag.Finding) string {
	command := map[diag.Severity]string{diag.Error: "error", diag.Warning: "warning"}[f.Severity]
	if command == "" {
		command = "notice"
	}
	first, last := lines(f.Span)
	properties := fmt.Sprintf("file=%s,line=%d,endLine=%d", githubProperty.Replace(Visible(o.repositoryName(f.Span))), first, last)
	if !f.Span.IsZero() && first == last { // columns of several lines are refused
		p := placeOf(f.Span)
		if p.EndLine > p.Line { // the line's ending is marked
			p.EndCol = p.Col + 1
		}
		properties += fmt.Sprintf(",col=%d,endColumn=%d", p.Col, p.EndCol)
	}
	said := append([]string{oneLine(f.Message)}, advice(f, o.repositoryPlace)...)
	return fmt.Sprintf("::%s %s,title=%s::%s\n", command, properties, f.Rule.Name, githubData.Replace(strings.Join(said, "\n")))
}

// The characters that end a command's data, and a property besides.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
