package soc2

import (
	"fmt"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// cover adds the first page: what the draft is and is not (D5), the long title
// and the quiet facts. It names no firm.
func (b *builder) cover() {
	e := b.e
	facts := []render.Fact{
		fact("System", authoredText(e.System.Name)),
		words("Categories", prose.FirstUpper(e.Report.CategoryWords())),
		words("Edition", b.editionWords()),
		words("Draft", b.draftWords()+", revision "+orElse(e.Revision, "not recorded")),
	}
	b.add(&render.Cover{
		By:    render.By{Whose: render.ByTool},
		Band:  b.inlineWording("notice"),
		Logo:  logo(e),
		Name:  e.Organization.Name.Value,
		Kind:  fmt.Sprintf("Draft SOC 2® report – type %d", e.Report.Type),
		Title: e.ReportTitle(),
		Lines: []string{
			fmt.Sprintf("Type %d, %s", e.Report.Type, b.timeFrame()),
			"For restricted use, as the service auditor’s report will state",
		},
		Facts: facts,
	})
}

func logo(e *content.Engagement) render.Logo {
	if e.Branding.Logo.Value == "" {
		return render.Logo{}
	}
	return render.Logo{Name: e.Branding.Logo.Value, Alt: "Logo of " + e.Organization.Name.Value}
}

func (b *builder) editionWords() string {
	if b.working() {
		return "Working edition, with internal notes"
	}
	return "Auditor edition"
}

// draftWords returns "Number 3, August 14, 2026", as far as both are known.
func (b *builder) draftWords() string {
	d := b.e.Draft
	number := "not numbered"
	if d.Number.Given() || d.Number.Value > 0 {
		number = fmt.Sprintf("Number %d", d.Number.Value)
	}
	if d.Date.IsZero() {
		return number
	}
	return number + ", " + d.Date.Long()
}

// typeWords says what a report of the type covers.
func typeWords(t content.ReportType) string {
	if t == content.Type1 {
		return "Type 1 (description and design of controls)"
	}
	return "Type 2 (description, design and operation of controls)"
}
