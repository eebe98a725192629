package soc3

import (
	"fmt"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// Anchors of the parts. Cross references name these, never a number: the order
// of the sections is the author's choice.
const (
	partAuditor    = "section-auditors-report"
	partAssertion  = "section-assertion"
	partBoundaries = "attachment-a"
	partPromises   = "attachment-b"
)

// A part of the report: a numbered section or a lettered attachment.
type part struct {
	id    string
	whose render.Owner
	title string
	line  string
	build func(*builder)
}

// present returns the parts in printed order.
func (b *builder) present() []part {
	// No record approves a part of a SOC 3, so its draft never claims it (D7).
	managements := "Prepared by management of " + b.f.ShortName.Value + " · not yet approved by management"
	parts := []part{
		{partAuditor, render.ByServiceAuditor, "Independent service auditor’s report",
			"To be provided by the service auditor · the draft holds facts that its wording will need", (*builder).auditorsReport},
		{partAssertion, render.ByManagement, b.assertionTitle(), managements, (*builder).assertion},
		{partBoundaries, render.ByManagement, "Boundaries of the system", managements, (*builder).boundaries},
		{partPromises, render.ByManagement, "Principal service commitments and system requirements", managements, (*builder).promises},
	}
	if b.f.AssertionFirst {
		parts[0], parts[1] = parts[1], parts[0]
	}
	return parts
}

func (b *builder) assertionTitle() string {
	return "Assertion of the management of " + b.f.Organization.Value
}

// number returns "Section 2" or "Attachment A" for the part's anchor. It is the
// one place that numbers parts.
func (b *builder) number(id string) string {
	switch id {
	case partBoundaries:
		return "Attachment A"
	case partPromises:
		return "Attachment B"
	}
	for i, p := range b.parts {
		if p.id == id {
			return fmt.Sprintf("Section %d", i+1)
		}
	}
	return ""
}

// ref is a link to a part by its number.
func (b *builder) ref(id string) prose.Inline { return prose.Linked(b.number(id), "#"+id) }

// open starts a part. The service auditor's report keeps its pages to itself,
// so that no page holds words of two who answer for them separately, and the
// assertion begins a page as the letter it is; else a part runs on.
func (b *builder) open(i int, p part) {
	if i == 0 || p.id != partPromises {
		b.add(&render.NewPage{By: render.By{Whose: render.ByTool}})
	}
	b.add(&render.Section{By: render.By{Whose: p.whose}, ID: b.anchor(p.id), Number: b.number(p.id), Title: p.title, Line: p.line, Run: true})
}
