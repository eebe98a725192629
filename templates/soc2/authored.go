package soc2

import (
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// lowestLevel is the deepest heading a document has.
const lowestLevel = 4

// authored adds an authored file below a heading of the given level: its
// level-2 headings become one level deeper than that.
func (b *builder) authored(whose render.Owner, part string, level int, blocks []prose.Block) {
	blocks = b.relink(part, prose.Clone(blocks))
	var chunk []prose.Block
	flush := func() {
		if len(chunk) > 0 {
			b.add(render.NewProse(whose, chunk...))
			chunk = nil
		}
	}
	for _, block := range blocks {
		h, ok := block.(*prose.Heading)
		if !ok {
			chunk = append(chunk, block)
			continue
		}
		flush()
		deep := min(level+h.Level-1, lowestLevel)
		b.add(&render.Heading{By: render.By{Whose: whose}, ID: h.ID, Level: deep, Text: h.Inlines})
	}
	flush()
}

// relink puts the part's name before the anchors that a file gives itself, its
// headings and footnotes, and makes the file's own links follow: slugs repeat
// from file to file. A link to an id of the report means the report's own
// anchor, whatever the file's headings are called.
func (b *builder) relink(part string, blocks []prose.Block) []prose.Block {
	renamed := map[string]string{}
	rename := func(id string) string {
		if id == "" {
			return ""
		}
		unique := part + "/" + id
		if !b.known[id] {
			renamed["#"+id] = "#" + unique
		}
		return unique
	}
	prose.Walk(blocks, func(block prose.Block) {
		switch block := block.(type) {
		case *prose.Heading:
			block.ID = rename(block.ID)
		case *prose.Notes:
			for i := range block.Notes {
				block.Notes[i].ID = rename(block.Notes[i].ID)
			}
		}
	})
	prose.EachInlines(blocks, func(runs *[]prose.Inline) {
		for i := range *runs {
			if to := renamed[(*runs)[i].Link]; to != "" {
				(*runs)[i].Link = to
			}
		}
	})
	return blocks
}

// titleFromName makes a title from a file name: "key-management" becomes "Key
// management".
func titleFromName(name string) string {
	return prose.FirstUpper(strings.ReplaceAll(strings.ReplaceAll(name, "-", " "), "_", " "))
}
