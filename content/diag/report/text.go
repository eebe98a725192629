package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// writeText prints the long form for people:
//
//	error[unknown-criterion]: control "AC-2" maps to unknown criterion "CC6.9"
//	  controls/access.toml:14:22
//	  14 | criteria = ["CC6.1", "CC6.9"]
//	     |                      ^^^^^^^
//	  note: the control was first stated here (controls/access.toml:12:6)
//	  help: a criterion with a similar name exists: "CC6.8"
//
// An empty line stands between findings. Findings of one rule at one place with
// the same advice share the lines below their messages: a project that maps no
// control yet lacks 38 criteria at the same place. What is waived follows.
func writeText(w io.Writer, findings []*diag.Finding, opts Options) error {
	var b strings.Builder
	for i := 0; i < len(findings); {
		n := 1
		for i+n < len(findings) && together(findings[i], findings[i+n]) {
			n++
		}
		b.Reset()
		if i > 0 {
			b.WriteByte('\n')
		}
		textFindings(&b, findings[i:i+n], opts)
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
		i += n
	}
	if err := opts.writeWaived(w, len(findings) > 0); err != nil {
		return err
	}
	return opts.writeMore(w, findings)
}

// writeMore ends the text with where to read on, shown for the first of the
// worst findings.
func (o Options) writeMore(w io.Writer, findings []*diag.Finding) error {
	if o.More == "" || len(findings) == 0 {
		return nil
	}
	worst := slices.MaxFunc(findings, func(a, b *diag.Finding) int { return cmp.Compare(a.Severity, b.Severity) })
	_, err := fmt.Fprintf(w, "\nwhy a rule matters, what to write instead, an example: %s %s\n", o.More, worst.Rule.Name)
	return err
}

// together reports whether all that two findings do not share is the message.
func together(a, b *diag.Finding) bool {
	return a.Rule == b.Rule && a.Severity == b.Severity && a.Span == b.Span && a.Help == b.Help && slices.Equal(a.Notes, b.Notes)
}

// textFindings prints findings that differ in their messages only.
func textFindings(b *strings.Builder, group []*diag.Finding, opts Options) {
	paint := inks(opts.Color)
	f := group[0]
	ink := severityInk(f.Severity)
	label := f.Severity.String() + "[" + f.Rule.Name + "]"
	for _, g := range group {
		fmt.Fprintf(b, "%s: %s\n", paint(ink, label), paint(bold, Visible(g.Message)))
	}
	fmt.Fprintf(b, "  %s\n", paint(dim, opts.place(f.Span)))
	if f.Span.Start > 0 || f.Span.End > 0 { // what is missing has no bytes to show
		textExcerpt(b, f.Span, ink, paint)
	}
	for _, n := range f.Notes {
		textNote(b, n, opts, paint)
	}
	if f.Help != "" {
		fmt.Fprintf(b, "  %s %s\n", paint(bold, "help:"), hanging(f.Help))
	}
}

func textNote(b *strings.Builder, n diag.Note, opts Options, paint painter) {
	fmt.Fprintf(b, "  %s %s", paint(bold, "note:"), hanging(n.Text))
	if !n.Span.IsZero() {
		fmt.Fprintf(b, " %s", paint(dim, "("+opts.place(n.Span)+")"))
	}
	b.WriteByte('\n')
	textExcerpt(b, n.Span, dim, paint)
}

func textExcerpt(b *strings.Builder, span diag.Span, ink string, paint painter) {
	e, ok := excerptOf(span)
	if !ok {
		return
	}
	gutter := fmt.Sprint(e.line)
	fmt.Fprintf(b, "  %s %s\n", paint(dim, gutter+" |"), e.text)
	carets := strings.Repeat("^", e.length)
	if e.lastLine > e.line {
		carets += fmt.Sprintf(" to line %d", e.lastLine)
	}
	blank := strings.Repeat(" ", len(gutter))
	fmt.Fprintf(b, "  %s %s%s\n", paint(dim, blank+" |"), strings.Repeat(" ", e.column), paint(ink, carets))
}

// hanging makes a text visible and indents its further lines under "note: ".
func hanging(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = Visible(lines[i])
	}
	return strings.Join(lines, "\n        ")
}

// The inks of a terminal, as parameters of its "select graphic rendition".
const (
	bold   = "1"
	dim    = "2"
	red    = "1;31"
	yellow = "1;33"
	cyan   = "1;36"
)

func severityInk(s diag.Severity) string {
	switch s {
	case diag.Error:
		return red
	case diag.Warning:
		return yellow
	}
	return cyan
}

// A painter puts text in an ink.
type painter func(ink, text string) string

func inks(color bool) painter {
	if !color {
		return func(_, text string) string { return text }
	}
	return func(ink, text string) string { return "\x1b[" + ink + "m" + text + "\x1b[0m" }
}
