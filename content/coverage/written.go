package coverage

import (
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
)

// toWrite are the marks with which authors begin a text that is to come; the
// skeleton of a project has the first.
var toWrite = []string{"TODO", "TBD", "FIXME"}

// Written reports whether somebody wrote the text: not nothing, and not what
// stands in a new project for what is to come.
func Written(text string) bool { return strings.TrimSpace(text) != "" && !awaits(text) }

// WrittenDocument reports whether somebody wrote the document.
func WrittenDocument(doc *content.Document) bool {
	return doc != nil && Written(prose.BlocksText(doc.Blocks))
}

// awaits reports whether the text says that it is still to be written.
func awaits(text string) bool {
	text = strings.TrimSpace(text)
	return slices.ContainsFunc(toWrite, func(mark string) bool { return strings.HasPrefix(text, mark) })
}
