package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// markdownBytes is how much is printed: GitHub drops a summary near 1 MiB
// without a word.
const markdownBytes = 900 << 10

// writeMarkdown prints a table for the summary of a job, the worst findings
// first.
func writeMarkdown(w io.Writer, findings []*diag.Finding, opts Options) error {
	var b strings.Builder
	fmt.Fprintf(&b, "### socdraft check: %s\n", Summary(findings))
	if len(findings) > 0 {
		b.WriteString("\n| severity | place | finding |\n|---|---|---|\n")
	}
	for i, f := range worstFirst(findings) {
		row := opts.markdownRow(f)
		if b.Len()+len(row) > markdownBytes {
			fmt.Fprintf(&b, "\n%s of %d not listed: the table ends at %d KiB, before GitHub would drop it.\n",
				plural(len(findings)-i, "finding"), len(findings), markdownBytes>>10)
			break
		}
		b.WriteString(row)
	}
	if n := len(opts.Waived); n > 0 {
		fmt.Fprintf(&b, "\n%s waived, by %s\n", plural(n, "finding"), markdownText(oneLine(deciders(opts.Waived))))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (o Options) markdownRow(f *diag.Finding) string {
	said := []string{"**" + f.Rule.Name + "**: " + markdownText(oneLine(f.Message))}
	for _, line := range advice(f, o.repositoryPlace) {
		said = append(said, markdownText(line))
	}
	return fmt.Sprintf("| %s | %s | %s |\n", f.Severity, markdownText(o.repositoryPlace(f.Span)), strings.Join(said, "<br>"))
}

// markdownText returns plain text that stays plain in a cell of a table on
// GitHub and GitLab: no markup, no tag, no mention, no reference, no link. The
// last three need a character of no width inside, since they are looked for in
// what is already rendered.
func markdownText(text string) string { return markdownEscapes.Replace(text) }

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "~", `\~`, "$", `\$`,
	"|", "&#124;", "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"@", "@&#8203;", "#", "#&#8203;", "!", "!&#8203;", "%", "%&#8203;", "://", ":&#8203;//", "www.", "www&#8203;.",
)
