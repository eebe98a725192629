package report

import (
	"fmt"
	"path"

	"github.com/socdraft/socdraft/content/diag"
)

// fileName returns the name of the span's file as the user would type it.
func (o Options) fileName(span diag.Span) string {
	if span.IsZero() || o.Dir == "" {
		return span.Name()
	}
	return path.Join(o.Dir, span.Name())
}

// projectFile stands for the place of what nobody authored, in formats that
// cannot do without a file.
const projectFile = "socdraft.toml"

// repositoryName returns the name of the span's file within the repository.
func (o Options) repositoryName(span diag.Span) string {
	if span.IsZero() {
		return path.Join(o.Root, projectFile)
	}
	return path.Join(o.Root, span.Name())
}

// lines returns the first and the last line of the span, 1, 1 where it points
// nowhere.
func lines(span diag.Span) (first, last int) {
	if span.IsZero() {
		return 1, 1
	}
	first, _ = span.Position()
	last, _ = span.Source.Position(max(span.End-1, span.Start))
	return first, last
}

// repositoryPlace returns "file:line:col" within the repository.
func (o Options) repositoryPlace(span diag.Span) string {
	if span.IsZero() {
		return span.Name()
	}
	line, col := span.Position()
	return fmt.Sprintf("%s:%d:%d", Visible(o.repositoryName(span)), line, col)
}

// place returns "file:line:col", or "built-in" for what nobody authored.
func (o Options) place(span diag.Span) string {
	if span.IsZero() {
		return span.Name()
	}
	line, col := span.Position()
	return fmt.Sprintf("%s:%d:%d", Visible(o.fileName(span)), line, col)
}
