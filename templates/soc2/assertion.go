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
			b.speak(item.part, p)
		}
	}
	for _, key := range b.agreementKeys() {
		b.record(key, columnAssertion, agreementState{isPresent, sectionAssertion})
	}
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
	for _, p := range b.e.CarveOuts() {
		b.record(p.ID.Value, columnAssertion, said(strings.Contains(text, p.Name.Value)))
	}
	if b.hasCUECs() {
		b.record(userEntityGroup, columnAssertion, said(strings.Contains(strings.ToLower(text), "user entity control")))
	}
}

func said(is bool) agreementState {
	if !is {
		return agreementState{isMissing, ""}
	}
	return agreementState{isPresent, sectionAssertion}
}

// modificationNotice reminds management of what may bear on its conclusions.
// It stands wherever an exception or a modified opinion is on record and takes
// no position (D12, MA-11).
func (b *builder) modificationNotice() {
	exceptions := b.x.exceptions
	if len(exceptions) == 0 && !b.e.Opinion.Modified() {
		return
	}
	blocks := b.wording("modification", nil)
	if len(exceptions) > 0 {
		runs := append([]prose.Inline{plain("Exceptions received: ")}, each(exceptions, exceptionLink)...)
		blocks = append(blocks, prose.Para(runs...))
	}
	if b.e.Opinion.Modified() {
		blocks = append(blocks, prose.Para(plain("A modified opinion is on record as expected or received.")))
		blocks = append(blocks, b.e.Opinion.Matter.Blocks...)
		if len(b.e.Opinion.Criteria) > 0 {
			runs := append([]prose.Inline{plain("Criteria concerned: ")}, b.criteriaLinks(b.e.Opinion.Criteria)...)
			blocks = append(blocks, prose.Para(runs...))
		}
	}
	b.add(&render.Notice{By: render.By{Whose: render.ByTool},
		Title: "Management to consider: modification of the assertion", Blocks: blocks})
}

// signatures adds the unsigned signature block (MA-12): roles, never names.
func (b *builder) signatures() {
	b.heading(render.ByManagement, 3, "assertion/signatures", "Signatures")
	if len(b.e.Signatories) == 0 {
		b.missing("assertion/signatories", "roles of those who sign the assertion")
		return
	}
	facts := []render.Fact{fact("For", authoredText(b.e.Organization.Name))}
	for _, role := range b.e.Signatories {
		facts = append(facts, fact("Role", authoredText(role), plain(" – unsigned")))
	}
	b.add(b.placeholder(render.ByManagement, "assertion/signatories", "[MANAGEMENT TO SIGN – at issue only]", facts...))
}

// includedAnchor is where the assertion of an included organization stands.
func includedAnchor(p *content.Party) string { return sectionAssertion + "/" + p.ID.Value }

// includedAssertion adds the assertion of an included organization as a
// document of its own, in the words its management supplied (DC 7, MA-06).
func (b *builder) includedAssertion(p *content.Party) {
	b.add(&render.Section{
		By: render.By{Whose: render.ByIncluded}, ID: includedAnchor(p),
		Title: "Assertion of the management of " + p.Name.Value,
		Line:  "Prepared by management of " + p.Name.Value + ", an included subservice organization",
	})
	id := includedAnchor(p) + "/words"
	switch {
	case p.Assertion == nil:
		b.add(b.placeholder(render.ByIncluded, id, "[MANAGEMENT OF "+strings.ToUpper(p.Name.Value)+" TO PROVIDE – its assertion]",
			words("Time frame", b.e.Report.Throughout()), words("Categories", b.e.Report.CategoryWords()),
			fact("Portions of the system", plain(orUnstated(p.Portion.String())))))
	case !b.concluded():
		b.confirmLater(render.ByIncluded, id, fact("Asserted by", plain("management of "), authoredText(p.Name)))
	default:
		b.authored(render.ByIncluded, includedAnchor(p), 2, p.Assertion.Blocks)
	}
}
