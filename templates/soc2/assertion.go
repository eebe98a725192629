package soc2

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// An assertionItem is one thing that management's assertion says.
type assertionItem struct {
	id         string // MA-01 to MA-12
	part       string // its wording
	conclusion bool   // may not be said before the time frame has passed
	when       func(*builder) bool
	parties    func(*content.Engagement) []*content.Party // said once for each; nil: once
}

// assertionItems lists what the assertion says in printed order. The heading
// of the section is MA-01's other half; MA-11 and MA-12 are the notice and the
// signature block.
func assertionItems() []assertionItem {
	return []assertionItem{
		{id: "MA-01, MA-02", part: "assertion-subject", when: always},
		{id: "MA-03", part: "assertion-purpose", when: always},
		{id: "MA-04", part: "assertion-criteria", when: always},
		{id: "MA-05", part: "assertion-carve-out", when: always, parties: (*content.Engagement).CarveOuts},
		{id: "MA-06", part: "assertion-inclusive", when: always, parties: (*content.Engagement).Inclusives},
		{id: "MA-07", part: "assertion-user-entities", when: (*builder).hasCUECs},
		{id: "MA-08 to MA-10", part: "assertion-conclusions", conclusion: true, when: always},
		{id: "MA-08", part: "assertion-description", conclusion: true, when: always},
		{id: "MA-09", part: "assertion-design", conclusion: true, when: always},
		{id: "MA-10", part: "assertion-operation", conclusion: true, when: (*builder).type2},
		{id: "MA-09, MA-10", part: "assertion-conditions", conclusion: true, when: (*builder).conditional},
	}
}

// assertion adds management's assertion and those of included organizations.
func (b *builder) assertion() {
	if b.e.Assertion != nil {
		b.ownAssertion()
	} else {
		b.templateAssertion()
	}
	b.modificationNotice()
	b.signatures()
	for _, p := range b.e.Inclusives() {
		b.includedAssertion(p)
	}
}

// concluded reports whether the time frame has passed, so that conclusions can
// be drawn at all (D12). Without a date for today it has not.
func (b *builder) concluded() bool {
	end := b.e.Report.End()
	return !end.IsZero() && b.in.Today.After(end)
}

// confirmLater is the placeholder for conclusions that nobody can draw yet.
func (b *builder) confirmLater(whose render.Owner, id string, facts ...render.Fact) {
	after := b.e.Report.End().Long()
	if after == "" {
		after = "THE TIME FRAME HAS PASSED"
	}
	b.add(b.placeholder(whose, id, "[MANAGEMENT TO CONFIRM AFTER "+after+"]", facts...))
}

func (b *builder) templateAssertion() {
	withheld := false
	for _, item := range assertionItems() {
		if !item.when(b) {
			continue
		}
		if item.conclusion && !b.concluded() {
			if !withheld {
				b.confirmLater(render.ByManagement, "assertion/conclusions", b.conclusionFacts()...)
			}
			withheld = true
			continue
		}
		parties := []*content.Party{nil}
		if item.parties != nil {
			parties = item.parties(b.e)
		}
		for _, p := range parties {
			b.assertionHeading(item, p)
			b.speak(item.part, p)
		}
	}
}

// assertionHeading opens the paragraphs about a subject of the agreement table,
// so that the table can name their page, and the conclusions after them.
func (b *builder) assertionHeading(item assertionItem, p *content.Party) {
	switch {
	case p != nil:
		b.about(p.ID.Value, p.ID.Value, p.Name.Value+" ("+methodWords(p)+")")
	case item.part == "assertion-user-entities":
		b.about(userEntityGroup, "user-entities", "Complementary user entity controls")
	case item.part == "assertion-conclusions":
		b.heading(render.ByManagement, 3, "assertion/conclusions", "Conclusions")
	}
}

func (b *builder) about(key, id, title string) {
	anchor := sectionAssertion + "/about/" + id
	b.heading(render.ByManagement, 3, anchor, title)
	b.record(key, columnAssertion, agreementState{isPresent, anchor})
}

func (b *builder) conclusionFacts() []render.Fact {
	facts := []render.Fact{
		words("(a) Description", b.e.Report.Throughout()),
		words("(b) Design of controls", b.e.Report.Throughout()),
	}
	if b.type2() {
		facts = append(facts, words("(c) Operation of controls", b.e.Report.Throughout()))
	}
	if b.conditional() {
		facts = append(facts, words("On condition", "complementary controls applied by "+b.complementors()))
	}
	return facts
}

// ownAssertion prints management's own wording. Nobody can tell which of its
// sentences conclude, so before the time frame has passed none of them prints.
func (b *builder) ownAssertion() {
	if !b.concluded() {
		b.confirmLater(render.ByManagement, "assertion/conclusions",
			words("Wording", "management’s own; it prints once the time frame has passed"))
		for _, key := range b.agreementKeys() {
			b.record(key, columnAssertion, agreementState{isPlaceholder, "assertion/conclusions"})
		}
		return
	}
	b.authored(render.ByManagement, "assertion", 2, b.e.Assertion.Blocks)
	text := prose.BlocksText(b.e.Assertion.Blocks)
	for _, p := range append(b.e.CarveOuts(), b.e.Inclusives()...) {
		b.record(p.ID.Value, columnAssertion, said(strings.Contains(text, p.Name.Value)))
	}
	if b.hasCUECs() {
		b.record(userEntityGroup, columnAssertion, said(strings.Contains(strings.ToLower(text), "user entity control")))
	}
}

// said names the section alone: which of management's own paragraphs says it,
// nobody can tell.
func said(is bool) agreementState {
	if !is {
		return agreementState{isMissing, ""}
	}
	return agreementState{isPresent, sectionAssertion}
}

// signatures adds the unsigned signature block (MA-12): roles, never names.
func (b *builder) signatures() {
	b.heading(render.ByManagement, 3, "assertion/signatures", "Signatures")
	if len(b.e.Signatories) == 0 {
		b.missing("assertion/signatories", "roles of those who sign the assertion")
		return
	}
	b.add(b.placeholder(render.ByManagement, "assertion/signatories", "[MANAGEMENT TO SIGN – at issue only]",
		unsigned(b.e.Organization.Name, b.e.Signatories)...))
}

// unsigned lists for whom which roles have yet to sign.
func unsigned(organization content.Text, roles []content.Text) []render.Fact {
	facts := []render.Fact{fact("For", authoredText(organization))}
	for _, role := range roles {
		facts = append(facts, fact("Role", authoredText(role), plain(" – unsigned")))
	}
	return facts
}
