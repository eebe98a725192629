package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
)

// FigureName returns the words that name the n-th figure of a section: "Figure
// 3.1" in Section 3, "Figure 1" where the section has no number.
func FigureName(section string, n int) string {
	words := strings.Fields(section)
	if len(words) == 0 {
		return fmt.Sprintf("Figure %d", n)
	}
	return fmt.Sprintf("Figure %s.%d", words[len(words)-1], n)
}

// FigureAnchor returns the anchor of the figure of a name.
func FigureAnchor(name string) string { return strings.ToLower(strings.ReplaceAll(name, " ", "-")) }

// Figures lists the images and diagrams of a document's prose with the names
// that layout gives them.
func Figures(blocks []Block) []ContentsEntry {
	var entries []ContentsEntry
	section, n := "", 0
	add := func(caption []prose.Inline) {
		n++
		name := FigureName(section, n)
		text := name
		if words := strings.TrimSpace(prose.Text(withoutNotes(caption))); words != "" {
			text += " – " + words
		}
		entries = append(entries, ContentsEntry{Text: text, ID: FigureAnchor(name)})
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *Section:
			section, n = b.Number, 0
		case *Prose:
			prose.Walk(b.Blocks, func(p prose.Block) {
				switch p := p.(type) {
				case *prose.Figure:
					add(p.Caption)
				case *prose.Diagram:
					add(p.Caption)
				}
			})
		}
	}
	return entries
}

// withoutNotes returns a caption without the numbers of its footnotes, which
// lead nowhere in a list.
func withoutNotes(caption []prose.Inline) []prose.Inline {
	return slices.DeleteFunc(slices.Clone(caption), func(in prose.Inline) bool {
		return in.Style&prose.Superscript != 0 && strings.HasPrefix(in.Link, "#")
	})
}
