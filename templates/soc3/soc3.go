// Package soc3 says what the draft SOC 3 says: the general-use summary of the
// same examination as a SOC 2 type 2. Document makes it from public facts, and
// Guard compares the finished text with what must not be in it.
//
// The package never imports package content: what content/public has no field
// for, this report cannot say. The service auditor's section holds headings,
// placeholders and facts only.
package soc3

import (
	"fmt"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
)

// Edition is for whom a draft is made.
type Edition string

// The editions. They differ in the mark alone: nothing internal is in a SOC 3.
const (
	Working Edition = "working"
	Auditor Edition = "auditor"
)

// Input is what a draft is made from besides the public facts.
type Input struct {
	Edition Edition // "" is Working
	Today   public.Date
	Images  map[string]render.Image // by path relative to the project
}

// headerLimit is how many characters the running header's left side holds
// beside the mark at its right.
const headerLimit = 66

// Document returns the draft report. Findings are those of Rules and those of
// reading the project's own wording.
func Document(facts *public.Facts, in Input, list *diag.List) *render.Document {
	if in.Edition == "" {
		in.Edition = Working
	}
	b := &builder{f: facts, in: in, list: list, taken: map[string]bool{}}
	b.parts = b.present()
	b.cover()
	for i, p := range b.parts {
		b.open(i, p)
		p.build(b)
	}
	b.unlink()
	doc := &render.Document{
		Name:   "soc3-draft",
		Title:  fmt.Sprintf("DRAFT – SOC 3 – %s – %s", facts.ShortName.Value, facts.System.Value),
		Lang:   "en-US",
		Header: b.header(),
		Mark:   b.mark(),
		Footer: facts.Organization.Value,
		Images: in.Images,
		Blocks: b.blocks,

		OneColumn: true,
	}
	if facts.Paper == "a4" {
		doc.Paper = render.A4
	}
	if !facts.Draft.Date.IsZero() {
		doc.Date = facts.Draft.Date.Time()
	}
	if in.Edition == Working {
		doc.Watermark = "DRAFT"
	}
	return doc
}

// header is the short title of the report; a long system name is left out
// rather than cut.
func (b *builder) header() string {
	kind := b.f.ShortName.Value + " · SOC 3"
	full := kind + " · " + b.f.System.Value
	if utf8.RuneCountInString(full) > headerLimit {
		return kind
	}
	return full
}

// mark is the DRAFT line of every page (D1).
func (b *builder) mark() string {
	mark := fmt.Sprintf("DRAFT · %s edition", b.in.Edition)
	if n := b.f.Draft.Number; n > 0 {
		mark += fmt.Sprintf(" · draft %d", n)
	}
	if r := b.f.Draft.Revision; r != "" {
		mark += " · revision " + r
	}
	return mark
}
