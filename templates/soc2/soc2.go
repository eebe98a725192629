// Package soc2 says what the draft SOC 2 report says: it turns an engagement
// into a render.Document, from the cover to the navigation aids.
//
// Words have owners. Management's sentences come from the project or, where a
// template speaks for it, from wording/*.md; the service auditor's sections
// hold headings, placeholders and facts, and only words that were received
// from the firm in a verified file. Nothing here concludes anything.
//
// Start at Document.
package soc2

import (
	"fmt"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/render"
)

// Edition is for whom a draft is made.
type Edition string

// The editions. Working holds everything helpful; Auditor is the clean copy
// that is handed over.
const (
	Working Edition = "working"
	Auditor Edition = "auditor"
)

// Input is what a draft is made from. Nothing else reaches it: no clock, no
// file system.
type Input struct {
	Engagement *content.Engagement
	Coverage   *coverage.Coverage // nil: made from the engagement
	Edition    Edition            // "" is Working
	Today      content.Date
	Images     map[string]render.Image // by path relative to the project
	Waived     int                     // findings of the sources that management waived
}

// headerLimit is how many characters the running header's left side holds
// beside the mark at its right.
const headerLimit = 66

// Document returns the draft report. Findings are those of Rules and those of
// reading the project's wording overrides.
func Document(in Input, list *diag.List) *render.Document {
	b := newBuilder(in, list)
	b.checkWording()
	for _, s := range b.sections {
		b.open(s)
		s.build(b)
	}
	b.navigation()
	body := b.blocks
	b.blocks = nil
	b.cover()
	b.glance()
	b.contents(body)
	doc := &render.Document{
		Name:   "soc2-draft",
		Title:  fmt.Sprintf("DRAFT – SOC 2 type %d – %s – %s", b.e.Report.Type, b.short(), b.e.System.Name.Value),
		Lang:   "en-US",
		Paper:  paper(b.e.Branding),
		Header: b.header(),
		Mark:   b.mark(),
		Footer: b.e.Organization.Name.Value,
		Images: in.Images,
		Blocks: append(b.blocks, body...),
	}
	if date := b.e.Draft.Date; !date.IsZero() {
		doc.Date = date.Time()
	}
	if b.working() {
		doc.Watermark = "DRAFT"
	}
	return doc
}

func paper(branding content.Branding) render.Paper {
	if branding.Paper.Value == "a4" {
		return render.A4
	}
	return render.Letter
}

// header is the short title of the report; a long system name is left out
// rather than cut.
func (b *builder) header() string {
	kind := fmt.Sprintf("%s · SOC 2 type %d", b.short(), b.e.Report.Type)
	full := kind + " · " + b.e.System.Name.Value
	if utf8.RuneCountInString(full) > headerLimit {
		return kind
	}
	return full
}

// mark is the DRAFT line of every page (D1).
func (b *builder) mark() string {
	mark := fmt.Sprintf("DRAFT · %s edition", b.in.Edition)
	if n := b.e.Draft.Number; n.Given() || n.Value > 0 {
		mark += fmt.Sprintf(" · draft %d", n.Value)
	}
	if r := b.e.Revision; r != "" {
		mark += " · revision " + r
	}
	return mark
}
