// Package markdown turns Markdown into prose, every run of it with its place
// in the source. It is the only package that knows goldmark.
//
// The one entry is Parse. Its rule: nothing an author wrote is dropped. What
// cannot be shown is kept as text or, where there is nothing to keep, is a
// finding.
package markdown

import (
	"strings"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// Options say what kind of text is read.
type Options struct {
	Limited bool   // paragraphs, lists and links only: the long texts of TOML files
	Dir     string // folder of the file, relative to the project: images are relative to it
	BuiltIn bool   // text of our own templates, which has no place in the project
}

// bom is the byte order mark an editor may leave at the start of a file.
const bom = "\uFEFF"

// Parse reads Markdown. Text that is too complex to be read safely is one
// finding and becomes plain paragraphs.
func Parse(t diag.Text, opts Options, list *diag.List) []prose.Block {
	if opts.BuiltIn {
		t = diag.Text{Value: t.Value}
	}
	c := &converter{text: t, opts: opts, list: list, usedLinks: map[string]bool{}, numbers: map[*footnote]int{}}
	if strings.HasPrefix(t.Value, bom) {
		c.base = len(bom)
	}
	c.src = []byte(t.Value[c.base:])
	if opts.Limited {
		c.dedent()
	} else {
		c.frontMatter()
	}

	if limit := exceeded(c.src, opts.Limited); limit != "" {
		c.tooComplex(limit)
		return c.plain(0, len(c.src))
	}
	context := parser.NewContext()
	context.Set(footnotesKey, &c.footnotes)
	root := parserOf(opts.Limited, true).Parse(text.NewReader(c.src), parser.WithContext(context))
	if depth(root) > maxNesting {
		c.tooComplex(nestingLimit)
		return c.plain(0, len(c.src))
	}
	blocks := c.children(root)
	if notes := c.notes(); len(notes) > 0 {
		blocks = append(blocks, &prose.Notes{Notes: notes})
	}
	c.unusedLinks()
	nameHeadings(blocks, list)
	if !opts.BuiltIn {
		skippedHeadings(blocks, list)
	}
	return blocks
}

func (c *converter) tooComplex(limit string) {
	span := c.text.Span
	if !span.IsZero() {
		span = c.at(0, min(1, len(c.src)))
	}
	c.list.Add(TooComplex, span, "text is too complex to read as Markdown: more than %s", limit).
		Suggest("split the text; until then it prints as plain paragraphs")
}
