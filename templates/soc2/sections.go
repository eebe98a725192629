package soc2

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// Anchors of the sections. Cross references name these, never a number: the
// order of the sections is the author's choice. Anchors of the tool's own hold
// a slash, which no authored id can have.
const (
	sectionAuditor     = "section/auditors-report"
	sectionAssertion   = "section/assertion"
	sectionDescription = "section/description"
	sectionControls    = "section/controls"
	sectionOther       = "section/other-information"
	sectionNavigation  = "section/navigation"
)

// A section of the report.
type section struct {
	id    string
	whose render.Owner
	title func(*builder) string
	line  func(*builder) string // who prepared it
	label string
	when  func(*builder) bool
	build func(*builder)
}

// allSections lists the sections in the order "auditor_first".
func allSections() []section {
	return []section{
		{id: sectionAuditor, whose: render.ByServiceAuditor, build: (*builder).auditorsReport, when: always,
			title: named("Independent service auditor’s report"), line: named("To be provided by the service auditor")},
		{id: sectionAssertion, whose: render.ByManagement, build: (*builder).assertion, when: always,
			title: func(b *builder) string { return "Assertion of the management of " + b.e.Organization.Name.Value },
			line:  managements("assertion")},
		{id: sectionDescription, whose: render.ByManagement, build: (*builder).description, when: always,
			title: func(b *builder) string { return b.e.DescriptionTitle() }, line: managements("description")},
		{id: sectionControls, whose: render.ByManagement, build: (*builder).controls, when: always,
			title: controlsTitle, line: controlsLine},
		{id: sectionOther, whose: render.ByManagement, build: (*builder).otherInformation, when: (*builder).hasOther,
			title: named("Other information provided by management"), line: managements("other-information"),
			label: "Not covered by the service auditor’s report"},
	}
}

func always(*builder) bool { return true }

func named(text string) func(*builder) string { return func(*builder) string { return text } }

// managements is the owner line of a part that management prepares and
// approves.
func managements(part string) func(*builder) string {
	return func(b *builder) string {
		return "Prepared by management of " + b.short() + dot + b.approval(part).words()
	}
}

func controlsTitle(b *builder) string {
	if b.type2() {
		return "Trust services categories, criteria, related controls, tests of controls and results of tests"
	}
	return "Trust services categories, criteria and related controls"
}

func controlsLine(b *builder) string {
	line := "Criteria and controls: management of " + b.short() + dot + b.approval("controls").words()
	if b.type2() {
		line += dot + "Tests and results: service auditor"
	}
	return line
}

// present returns the sections of this report in printed order.
func (b *builder) present() []section {
	all := allSections()
	if b.e.Report.AssertionFirst() {
		all[0], all[1] = all[1], all[0]
	}
	var in []section
	for _, s := range all {
		if s.when(b) {
			in = append(in, s)
		}
	}
	return in
}

// number returns "Section 3" for the section's anchor, "" for a part without
// a number. It is the one place that numbers sections.
func (b *builder) number(id string) string {
	for i, s := range b.sections {
		if s.id == id {
			return fmt.Sprintf("Section %d", i+1)
		}
	}
	return ""
}

// ref is a link to a section by its number.
func (b *builder) ref(id string) prose.Inline { return prose.Linked(b.number(id), "#"+id) }

// open starts a section on a new page.
func (b *builder) open(s section) {
	b.add(&render.Section{
		By: render.By{Whose: s.whose}, ID: s.id, Number: b.number(s.id), Title: s.title(b), Line: s.line(b),
		Label: s.label, Outline: s.id == sectionDescription || s.id == sectionControls,
	})
	if part := approvedPart(s.id); part != "" {
		b.approvalNotice(part)
	}
}

// approvedPart is the name under which management approves the section, ""
// where it does not.
func approvedPart(id string) string {
	if id == sectionAuditor {
		return ""
	}
	return strings.TrimPrefix(id, "section/")
}

// applicable reports whether the description part belongs to this type of
// report.
func (b *builder) applicable(p content.DescriptionPart) bool { return b.type2() || !p.Type2 }
