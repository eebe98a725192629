package soc2

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// The facts of each paragraph are names, titles, dates and places that the
// service auditor's wording will need. They state; they never conclude.

func titleFacts(*builder, *content.Party) []render.Fact {
	return []render.Fact{words("Customary words", "“independent” and “service auditor” are part of the title")}
}

func addresseeFacts(b *builder, _ *content.Party) []render.Fact {
	return []render.Fact{fact("Customary addressee", plain("the management of "), authoredText(b.e.Organization.Name))}
}

func subjectFacts(b *builder, _ *content.Party) []render.Fact {
	e := b.e
	examined := "Description and suitability of the design of controls"
	if b.type2() {
		examined = "Description, suitability of the design and operating effectiveness of controls"
	}
	return []render.Fact{
		fact("Description", b.describedTitle()...),
		fact("System", authoredText(e.System.Name)),
		words("Subject matter", examined),
		words("Time frame", timeFrameWords(e)),
		words("Description criteria", e.Editions.Description),
		words("Categories", e.Report.CategoryWords()),
		words("Control criteria", e.Editions.TrustServices),
	}
}

func (b *builder) describedTitle() []prose.Inline {
	return []prose.Inline{plain("“" + b.e.DescriptionTitle() + "” ("), b.ref(sectionDescription), plain(")")}
}

func carveOutFacts(b *builder, p *content.Party) []render.Fact {
	var csocs []content.Text
	for _, c := range p.CSOCs {
		csocs = append(csocs, c.ID)
	}
	b.record(p.ID.Value, columnScope, agreementState{isPlaceholder, reportAnchor("AR-04", p)})
	return []render.Fact{
		fact("Subservice organization", authoredText(p.Name)),
		fact("Service", plain(p.Service.String())),
		fact("Method", plain("carve-out: its actual controls are not in the description")),
		fact("Criteria served there", b.criteriaLinks(p.Criteria)...),
		fact("Assumed controls", orNone(idLinks(csocs))...),
		fact("In the description", plain("page "), pageOf(p.ID.Value)),
	}
}

func inclusionFacts(b *builder, p *content.Party) []render.Fact {
	b.record(p.ID.Value, columnScope, agreementState{isPlaceholder, reportAnchor("AR-05", p)})
	return []render.Fact{
		fact("Subservice organization", authoredText(p.Name)),
		fact("Service", plain(p.Service.String())),
		fact("Method", plain("inclusive: its services, components and controls are in the description")),
		fact("Portions of the system", plain(orUnstated(p.Portion.String()))),
		fact("In the description", plain("page "), pageOf(p.ID.Value)),
	}
}

func userEntityFacts(b *builder, _ *content.Party) []render.Fact {
	var ids []content.Text
	for _, c := range b.e.UserEntities.CUECs {
		ids = append(ids, c.ID)
	}
	b.record(userEntityGroup, columnScope, agreementState{isPlaceholder, reportAnchor("AR-06", nil)})
	return []render.Fact{
		fact("User entity controls", idLinks(ids)...),
		fact("In the description", plain("page "), pageOf(ids[0].Value)),
	}
}

func otherFacts(b *builder, _ *content.Party) []render.Fact {
	return []render.Fact{
		fact("Other information", b.ref(sectionOther), plain(", from page "), pageOf(sectionOther)),
		words("Provided by", "management of "+b.e.Organization.Name.Value),
		words("Content", b.otherContent()),
	}
}

func organizationFacts(b *builder, _ *content.Party) []render.Fact {
	return []render.Fact{
		fact("Service organization", authoredText(b.e.Organization.Name)),
		fact("Assertion", plain("“"+b.sectionTitle(sectionAssertion)+"” ("), b.ref(sectionAssertion), plain(")")),
		fact("Description", b.describedTitle()...),
		fact("Objectives", plain("principal service commitments: "+count(len(b.e.Commitments))+
			"; system requirements: "+count(len(b.e.Requirements))+"; page "), pageOf("commitments")),
	}
}

func includedFacts(_ *builder, p *content.Party) []render.Fact {
	return []render.Fact{
		fact("Subservice organization", authoredText(p.Name)),
		fact("Its assertion", plain("page "), pageOf(includedAnchor(p))),
	}
}

func auditorFacts(b *builder, _ *content.Party) []render.Fact {
	facts := []render.Fact{words("Standards", "attestation standards established by the AICPA: AT-C section 105 and AT-C section 205")}
	if firm := b.e.ServiceAuditor.Firm; firm.Value != "" {
		facts = append(facts, fact("Firm on record", authoredText(firm)))
	}
	if b.type2() {
		return append(facts, words("Type 2", "operating effectiveness is part of the examination"))
	}
	return append(facts, words("Type 1", "operating effectiveness is not part of the examination"))
}

func testFacts(b *builder, _ *content.Party) []render.Fact {
	return []render.Fact{fact("Tests and results", b.ref(sectionControls), plain(", from page "), pageOf(sectionControls))}
}

func noOperationFacts(b *builder, _ *content.Party) []render.Fact {
	return []render.Fact{words("As of", b.e.Report.AsOf.Long())}
}

func idleFacts(b *builder, _ *content.Party) []render.Fact {
	var facts []render.Fact
	for _, t := range b.idle() {
		value := []prose.Inline{idLink(t.Control)}
		if t.Trigger.Value != "" {
			value = append(value, plain(" – trigger: "), authoredText(t.Trigger))
		}
		facts = append(facts, fact("Control", value...))
	}
	return facts
}

// opinionFacts are the same whatever opinion is expected: what is recorded of
// it prints nowhere.
func opinionFacts(b *builder, _ *content.Party) []render.Fact {
	parts := "(a) description, (b) suitability of design"
	if b.type2() {
		parts += ", (c) operating effectiveness"
	}
	facts := []render.Fact{
		words("Parts", parts),
		words("Time frame", b.e.Report.Throughout()),
	}
	here := agreementState{isPlaceholder, reportAnchor("AR-14", nil)}
	var conditions [][]prose.Inline
	for _, p := range b.e.CarveOuts() {
		b.record(p.ID.Value, columnOpinion, here)
		conditions = append(conditions, []prose.Inline{plain("complementary subservice organization controls at "), authoredText(p.Name)})
	}
	if b.hasCUECs() {
		b.record(userEntityGroup, columnOpinion, here)
		conditions = append(conditions, prose.Plain("complementary user entity controls"))
	}
	for _, p := range b.e.Inclusives() {
		b.record(p.ID.Value, columnOpinion, here)
		facts = append(facts, fact("Also covers", plain("the assertion of "), authoredText(p.Name), plain(", and its portions, components and controls (inclusive method)")))
	}
	facts = append(facts, fact("Conditions", orNone(join("; ", conditions...))...))
	switch {
	case !b.type2():
	case len(b.x.received(anyTest)) == 0:
		facts = append(facts, words("Exceptions received", "no results received yet"))
	default:
		facts = append(facts, fact("Exceptions received", orNone(each(b.x.exceptions, exceptionLink))...))
	}
	return facts
}

func restrictionFacts(b *builder, _ *content.Party) []render.Fact {
	users := "user entities of the system as of the date, prospective user entities, business partners, their practitioners, regulators"
	if b.type2() {
		users = "user entities of the system during some or all of the period, prospective user entities, business partners, their practitioners, regulators"
	}
	facts := []render.Fact{
		words("Customary parties", "the service organization; "+users),
		words("Knowledge they need", strings.Join(b.neededKnowledge(), "; ")),
	}
	if terms := b.e.Distribution.String(); terms != "" {
		facts = append(facts, fact("Distribution terms", plain(terms)))
	}
	return facts
}

// neededKnowledge lists what the parties have to know already to understand the
// report, as far as this report speaks of it.
func (b *builder) neededKnowledge() []string {
	known := []string{
		"the services",
		"how the system interacts with user entities, subservice organizations and other parties",
		"internal control and its limitations",
	}
	if who := b.complementaryAt(); who != "" {
		known = append(known, "complementary controls at "+who+" and how they combine with the controls of the system")
	}
	if len(b.e.UserEntities.Responsibilities) > 0 {
		known = append(known, "user entity responsibilities")
	}
	known = append(known, "the applicable trust services criteria", "the risks, and how controls address them")
	if b.type2() {
		known = append(known, "the tests in "+b.number(sectionControls))
	}
	return known
}

// complementaryAt says at what kinds of organizations controls are presupposed.
func (b *builder) complementaryAt() string {
	var who []string
	if len(b.e.CarveOuts()) > 0 {
		who = append(who, "subservice organizations")
	}
	if b.hasCUECs() {
		who = append(who, "user entities")
	}
	return content.Join(who)
}

func exceptionLink(t *content.Test) prose.Inline {
	return prose.Linked(t.ID.Value, "#"+exceptionAnchor(t.ID.Value))
}

func orNone(runs []prose.Inline) []prose.Inline {
	if len(runs) == 0 {
		return prose.Plain("none")
	}
	return runs
}

func orUnstated(s string) string { return orElse(s, "not stated") }
