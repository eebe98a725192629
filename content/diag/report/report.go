// Package report prints findings. Each format has a file of its own and a line
// in the list of formats; the text of help and of the "unknown format" error
// comes from that list.
//
// A format prints the findings in the order it gets them: resolve the list
// first.
package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// Options say how findings are printed, where a format leaves a choice.
type Options struct {
	Color bool   // mark severities and carets with terminal colors
	Dir   string // put before the names of the project's files where people read them, as the user typed it
	Root  string // the project's folder within its repository, with "/": put before the names where programs read them

	Edition string        // tells reports about one project apart
	FailOn  diag.Severity // from where on a finding fails a check; zero is an error
	Rules   []*diag.Rule  // what was looked for, found or not

	Waived    []*diag.Finding     // do not count; formats without a place for them leave them out
	Unapplied []*diag.Rule        // of Rules, those that were not applied: that they find nothing says nothing
	Accepted  map[*diag.Rule]bool // rules whose findings fail no check, since a gate holds their number

	Older []*diag.Finding // left out as not new; what is alike keeps the name it has among them

	More    string                  // command that tells why a rule matters; the name of one follows it at the end of the text
	Explain func(*diag.Rule) string // why a rule matters and what to do; none is its title
}

// A format is one way to print findings.
type format struct {
	name  string
	write func(w io.Writer, findings []*diag.Finding, opts Options) error
}

var formats = []format{
	{"text", writeText},
	{"concise", writeConcise},
	{"json", writeJSON},
	{"jsonl", writeJSONL},
	{"github", writeGitHub},
	{"gitlab", writeGitLab},
	{"sarif", writeSARIF},
	{"rdjson", writeRDJSON},
	{"junit", writeJUnit},
	{"checkstyle", writeCheckstyle},
	{"markdown", writeMarkdown},
}

// Formats returns the names of the formats, the default first.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// Write prints the findings to w in the named format. The error is that of w,
// or says which formats there are.
func Write(w io.Writer, name string, findings []*diag.Finding, opts Options) error {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	if i < 0 {
		return fmt.Errorf("unknown findings format %q: the formats are %s", name, strings.Join(Formats(), ", "))
	}
	buffered := bufio.NewWriter(w)
	if err := formats[i].write(buffered, findings, opts); err != nil {
		return err
	}
	return buffered.Flush()
}

// Summary returns the counts as the closing line tells them: "2 errors,
// 1 warning", and the infos where there are any.
func Summary(findings []*diag.Finding) string {
	counts := map[diag.Severity]int{}
	for _, f := range findings {
		counts[f.Severity]++
	}
	words := plural(counts[diag.Error], "error") + ", " + plural(counts[diag.Warning], "warning")
	if n := counts[diag.Info]; n > 0 {
		words += fmt.Sprintf(", %d info", n)
	}
	return words
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// worstFirst returns the findings by severity, in their order within each, for
// a format that is cut short.
func worstFirst(findings []*diag.Finding) []*diag.Finding {
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, func(a, b *diag.Finding) int { return int(b.Severity) - int(a.Severity) })
	return sorted
}

// advice returns the notes and the help of a finding as lines of plain text.
func advice(f *diag.Finding, place func(diag.Span) string) []string {
	var all []string
	for _, n := range f.Notes {
		line := "note: " + oneLine(n.Text)
		if !n.Span.IsZero() {
			line += " (" + place(n.Span) + ")"
		}
		all = append(all, line)
	}
	if f.Help != "" {
		all = append(all, "help: "+oneLine(f.Help))
	}
	return all
}

// oneLine makes a text visible and joins its lines.
func oneLine(text string) string { return Visible(strings.ReplaceAll(text, "\n", " ")) }
