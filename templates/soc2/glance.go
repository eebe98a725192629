package soc2

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// navigationLabel marks every page that the tool adds for orientation.
const navigationLabel = "Navigation aid, not part of the report"

// glance adds the one-page summary. It counts and names; it never judges.
func (b *builder) glance() {
	b.add(&render.Glance{
		By: render.By{Whose: render.ByTool}, ID: "navigation/glance", Title: "At a glance", Label: navigationLabel,
		Facts: b.glanceFacts(), Shape: b.shape(),
	})
}

func (b *builder) glanceFacts() []render.Fact {
	e := b.e
	facts := []render.Fact{
		words("Report", typeWords(e.Report.Type)),
		words("Time frame", prose.FirstUpper(timeFrameWords(e))),
		fact("System", authoredText(e.System.Name)),
		words("Categories", prose.FirstUpper(e.Report.CategoryWords())),
		fact("Subservice organizations", b.methods()...),
		words("Criteria", b.criteriaCount()),
		words("Controls", count(len(b.x.controls))),
	}
	if b.type2() {
		facts = append(facts, b.resultFacts()...)
	}
	facts = append(facts,
		words("Complementary user entity controls", count(len(e.UserEntities.CUECs))),
		fact("Open placeholders", plain(count(b.openCount(render.ByManagement))+" management, "+
			count(b.openCount(render.ByServiceAuditor))+" service auditor"+b.includedOpen())),
	)
	if n := b.in.Waived; n > 0 && b.working() {
		facts = append(facts, words("Waived findings", count(n)+" (internal)"))
	}
	return append(facts, words("Draft", b.draftWords()), words("Edition", b.editionWords()))
}

func timeFrameWords(e *content.Engagement) string {
	if e.Report.Type == content.Type1 {
		return e.Report.Throughout()
	}
	return strings.TrimPrefix(e.Report.TimeFrame(), "the period ")
}

// resultFacts counts tests and exceptions as received, and in the working
// edition those of management's own testing.
func (b *builder) resultFacts() []render.Fact {
	tests, words := 0, "none received"
	for _, c := range b.x.controls {
		tests += len(b.x.auditors[c.ID.Value])
	}
	if tests > 0 {
		words = count(tests) + ", as received from the service auditor"
	}
	facts := []render.Fact{fact("Tests of controls", plain(words))}
	exceptions := fact("Exceptions", plain("no results received"))
	if tests > 0 {
		exceptions = fact("Exceptions", plain(count(len(b.x.exceptions))))
	}
	if len(b.x.exceptions) > 0 {
		exceptions.Value = append(exceptions.Value, plain(dot), prose.Linked("list", "#list/exceptions"))
	}
	facts = append(facts, exceptions)
	if own, found := b.managementTested(); b.working() && own > 0 {
		facts = append(facts, fact("Management’s own testing", plain(count(own)+", of them "+count(found)+" with exceptions (internal)")))
	}
	return facts
}

// managementTested counts management's own tests and those with an exception.
func (b *builder) managementTested() (tests, exceptions int) {
	for _, c := range b.x.controls {
		for _, t := range b.x.own[c.ID.Value] {
			tests++
			if t.IsException() {
				exceptions++
			}
		}
	}
	return tests, exceptions
}

func (b *builder) includedOpen() string {
	if n := b.openCount(render.ByIncluded); n > 0 {
		return ", " + count(n) + " included organization"
	}
	return ""
}

func (b *builder) criteriaCount() string {
	relevant := 0
	for _, entry := range b.in.Coverage.Entries {
		if entry.NotRelevant == nil {
			relevant++
		}
	}
	all := len(b.in.Coverage.Entries)
	if relevant == all {
		return fmt.Sprintf("%d applicable", all)
	}
	return fmt.Sprintf("%d applicable, %d of them declared not relevant", all, all-relevant)
}

// methods lists the subservice organizations with their method.
func (b *builder) methods() []prose.Inline {
	var groups [][]prose.Inline
	for _, p := range b.e.Parties {
		if !p.IsSubservice() {
			continue
		}
		name := authoredText(p.Name)
		name.Link = "#" + p.ID.Value
		groups = append(groups, []prose.Inline{name, plain(" (" + methodWords(p) + ")")})
	}
	if len(groups) == 0 {
		return prose.Plain("none named")
	}
	return join("; ", groups...)
}

func methodWords(p *content.Party) string {
	switch {
	case p.IsCarveOut():
		return "carve-out method"
	case p.IsInclusive():
		return "inclusive method"
	}
	return "method not stated"
}

// shape lists the sections with the owner of their words and their page.
func (b *builder) shape() []render.Fact {
	var facts []render.Fact
	for _, s := range b.sections {
		owner := lowerFirst(s.whose.String())
		if s.id == sectionControls && b.type2() {
			owner = "management; tests and results: service auditor"
		}
		facts = append(facts, fact(fmt.Sprintf("%s – %s (%s)", b.number(s.id), s.title(b), owner), pageOf(s.id)))
	}
	return append(facts, fact("Navigation aids (not part of the report)", pageOf(sectionNavigation)))
}

// contents adds the contents page with the lists of tables and exceptions.
func (b *builder) contents(body []render.Block) {
	var exceptions []render.ContentsEntry
	for _, t := range b.x.exceptions {
		text := "Exception " + t.ID.Value
		if c := b.x.byID[t.Control.Value]; c != nil {
			text += " – " + c.ID.Value + " " + c.Title.Value
		}
		exceptions = append(exceptions, render.ContentsEntry{Text: text, ID: exceptionAnchor(t.ID.Value)})
	}
	lists := []render.ContentsList{{Title: "Tables", Entries: b.tables}}
	if figures := render.Figures(body); len(figures) > 0 {
		lists = append(lists, render.ContentsList{Title: "Figures", Entries: figures})
	}
	if len(exceptions) > 0 {
		lists = append(lists, render.ContentsList{Title: "Exceptions", Entries: exceptions})
	}
	b.add(&render.Contents{By: render.By{Whose: render.ByTool}, Title: "Contents", Levels: 2, Lists: lists})
}
