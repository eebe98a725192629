package markdown

import "regexp"

// frontMatterFence matches what other tools take for metadata at the top of a
// file: keys between two lines of three dashes or pluses.
var frontMatterFence = regexp.MustCompile(`\A(?:---[ \t]*\r?\n(?:[A-Za-z_][^\n]*:[^\n]*\n)+---|\+\+\+[ \t]*\r?\n(?:[A-Za-z_\[][^\n]*\n)+\+\+\+)`)

// frontMatter reports metadata at the top of a file. Facts about a project
// stand in its TOML files, so that Markdown reads the same everywhere.
func (c *converter) frontMatter() {
	if m := frontMatterFence.Find(c.src); m != nil {
		c.list.Add(FrontMatter, c.text.Slice(c.base, c.base+3), "front matter prints as text").
			Suggest("take it away; titles come from the names of parts, and facts from the TOML files")
	}
}
