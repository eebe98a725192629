package soc2

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/render"
)

// A reportParagraph is one paragraph of the service auditor's report: a
// heading, a placeholder for words that only the firm may write, and facts it
// can take over.
type reportParagraph struct {
	id      string // AR-01 to AR-16
	heading string // paragraphs that follow each other under one heading share it
	when    func(*builder) bool
	parties func(*content.Engagement) []*content.Party // one placeholder for each; nil: one
	asks    func(*builder, *content.Party) string
	facts   func(*builder, *content.Party) []render.Fact
}

// reportParagraphs lists the paragraphs in printed order. AR-13, the basis for
// a modified opinion, is asked for in the one neutral placeholder of AR-14.
func reportParagraphs() []reportParagraph {
	return []reportParagraph{
		{id: "AR-01", heading: "Title and addressee", when: always, asks: ask("title"), facts: titleFacts},
		{id: "AR-02", heading: "Title and addressee", when: always, asks: ask("addressee"), facts: addresseeFacts},
		{id: "AR-03", heading: "Scope", when: always, asks: ask("scope: subject matter"), facts: subjectFacts},
		{id: "AR-04", heading: "Scope", when: always, parties: (*content.Engagement).CarveOuts,
			asks: askOf("scope: carve-out of "), facts: carveOutFacts},
		{id: "AR-05", heading: "Scope", when: always, parties: (*content.Engagement).Inclusives,
			asks: askOf("scope: inclusion of "), facts: inclusionFacts},
		{id: "AR-06", heading: "Scope", when: (*builder).hasCUECs,
			asks: ask("scope: complementary user entity controls"), facts: userEntityFacts},
		{id: "AR-07", heading: "Scope", when: (*builder).hasOther,
			asks: ask("scope: other information"), facts: otherFacts},
		{id: "AR-08", heading: "Service organization’s responsibilities", when: always,
			asks: ask("service organization’s responsibilities"), facts: organizationFacts},
		{id: "AR-09", heading: "Subservice organization’s responsibilities", when: always,
			parties: (*content.Engagement).Inclusives, asks: askOf("subservice organization’s responsibilities: "), facts: includedFacts},
		{id: "AR-10", heading: "Service auditor’s responsibilities", when: always,
			asks: ask("service auditor’s responsibilities"), facts: auditorFacts},
		{id: "AR-11", heading: "Inherent limitations", when: always, asks: ask("inherent limitations")},
		{id: "AR-12a", heading: "Description of tests of controls", when: (*builder).type2,
			asks: ask("description of tests of controls"), facts: testFacts},
		{id: "AR-12b", heading: "Other matter", when: (*builder).type1,
			asks: ask("other matter: operating effectiveness not examined"), facts: noOperationFacts},
		{id: "AR-12c", heading: "Controls that did not operate", when: (*builder).hasIdle,
			asks: ask("controls that did not operate during the period"), facts: idleFacts},
		{id: "AR-14", heading: "Opinion", when: always, asks: ask("opinion, and basis if modified"), facts: opinionFacts},
		{id: "AR-15", heading: "Restricted use", when: always, asks: ask("restricted use"), facts: restrictionFacts},
		{id: "AR-16", heading: "Signature", when: always, asks: ask("signature, city and state, date – at issue only")},
	}
}

func ask(what string) func(*builder, *content.Party) string {
	return func(*builder, *content.Party) string { return what }
}

func askOf(what string) func(*builder, *content.Party) string {
	return func(_ *builder, p *content.Party) string { return what + p.Name.Value }
}

func (b *builder) type1() bool { return b.e.Report.Type == content.Type1 }

func (b *builder) hasCUECs() bool { return len(b.e.UserEntities.CUECs) > 0 }

// hasIdle reports whether a received result says that a control's trigger did
// not occur in the period.
func (b *builder) hasIdle() bool { return len(b.idle()) > 0 }

// idle returns the received tests whose control did not operate, in printed
// order.
func (b *builder) idle() []*content.Test {
	return b.x.received(func(t *content.Test) bool { return t.Result.Value == content.ResultNoOccurrence })
}

// auditorsReport adds the skeleton of the report (D2).
func (b *builder) auditorsReport() {
	heading := ""
	for _, p := range reportParagraphs() {
		if !p.when(b) {
			continue
		}
		parties := []*content.Party{nil}
		if p.parties != nil {
			parties = p.parties(b.e)
		}
		for _, party := range parties {
			if p.heading != heading {
				heading = p.heading
				b.heading(render.ByServiceAuditor, 2, "report/"+slug(heading), heading)
			}
			b.reportPlaceholder(p, party)
		}
	}
}

func (b *builder) reportPlaceholder(p reportParagraph, party *content.Party) {
	var facts []render.Fact
	if p.facts != nil {
		facts = p.facts(b, party)
	}
	id := reportAnchor(p.id, party)
	b.add(b.placeholder(render.ByServiceAuditor, id, "[SERVICE AUDITOR TO PROVIDE – "+p.asks(b, party)+"]", facts...))
}

// reportAnchor is where a paragraph of the service auditor's report stands.
func reportAnchor(id string, party *content.Party) string {
	anchor := "report/" + strings.ToLower(id)
	if party != nil {
		anchor += "/" + party.ID.Value
	}
	return anchor
}

// slug turns a built-in heading into an anchor.
func slug(heading string) string {
	return strings.NewReplacer(" ", "-", "’", "").Replace(strings.ToLower(heading))
}
