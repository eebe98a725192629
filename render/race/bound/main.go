// Bound does the least work that any report of ours asks for, and no more: it
// reads and parses a project, lays its SOC 2 draft out, paints the pages and
// deflates them. It runs no rule, writes no font and no file structure; what it
// writes is not a PDF. No build can be faster; the race says how near ours is.
package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/render/pdf"
	"github.com/socdraft/socdraft/render/race/draft"
)

func main() {
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "bound:", err)
		os.Exit(1)
	}
}

func run(project, out string) error {
	doc, theme, err := draft.Of(project)
	if err != nil {
		return err
	}
	pages, _ := layout.Pages(doc, theme, font.Embedded())
	return os.WriteFile(out, bytes.Join(pdf.Streams(pages, font.Embedded()), nil), 0o644)
}
