package soc2

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// subserviceOrganizations adds what DC 7 asks for about each subservice
// organization.
func (b *builder) subserviceOrganizations(level int) {
	var found []*content.Party
	for _, p := range b.e.Parties {
		if p.IsSubservice() {
			found = append(found, p)
		}
	}
	switch {
	case len(b.e.Parties) == 0:
		// An absent list is no statement that there is nobody.
		b.missing("open/subservice", "subservice organizations, or the classification of third parties that shows there are none (DC 7)")
	case len(found) == 0:
		b.speak("subservice-none", nil)
	}
	for _, p := range found {
		b.subserviceOrganization(p, level+1)
	}
	b.vendors(level + 1)
}

// vendors adds the third parties that are no subservice organizations, with
// the reason.
func (b *builder) vendors(level int) {
	table := managementTable("table/vendors", "Third parties that are not subservice organizations",
		render.Column{Head: "Third party", Share: 230, Names: true}, render.Column{Head: "Service", Share: 330},
		render.Column{Head: "Why it is not a subservice organization", Share: 440})
	for _, p := range b.e.Parties {
		if !p.IsSubservice() {
			table.Rows = append(table.Rows, render.PlainRow(p.ID.Value, p.Name.Value,
				runCell(strong(p.Name)), proseCell(p.Service), proseCell(p.Reason)))
		}
	}
	if len(table.Rows) > 0 {
		b.heading(render.ByManagement, level, "description/vendors", "Other third parties")
		b.add(table)
	}
}

func (b *builder) subserviceOrganization(p *content.Party, level int) {
	b.heading(render.ByManagement, level, p.ID.Value, p.Name.Value, prose.FirstUpper(methodWords(p)))
	switch {
	case p.IsCarveOut():
		b.speak("carve-out", p)
	case p.IsInclusive():
		b.speak("inclusive", p)
	}
	facts := b.partyFacts(p)
	if p.IsInclusive() {
		facts = append(facts, b.inclusiveFacts(p)...)
		b.record(p.ID.Value, columnDescription, agreementState{isPresent, p.ID.Value})
	}
	b.add(&render.Facts{By: render.By{Whose: render.ByManagement}, Facts: facts})
	if p.IsCarveOut() {
		b.csocs(p)
	}
	b.theirCUECs(p)
}

func (b *builder) partyFacts(p *content.Party) []render.Fact {
	facts := []render.Fact{
		fact("Service", plain(oneLine(p.Service))),
		words("Method", prose.FirstUpper(strings.TrimSuffix(methodWords(p), " method"))),
	}
	if reason := oneLine(p.Reason); reason != "" {
		facts = append(facts, words("Why its controls are necessary", reason))
	}
	if len(p.Criteria) > 0 {
		facts = append(facts, fact("Criteria its controls serve", b.criteriaLinks(p.Criteria)...))
	}
	if portion := oneLine(p.Portion); portion != "" {
		facts = append(facts, words("Portions of the system", portion))
	}
	if len(p.Monitoring) > 0 {
		facts = append(facts, fact("Monitored by", b.controlLinks(p.Monitoring)...))
	}
	if r := reportWords(p.Report); r != "" {
		facts = append(facts, words("Last report received", r))
	}
	return facts
}

// oneLine joins the paragraphs of a short text, for a list of facts.
func oneLine(p content.Prose) string { return strings.ReplaceAll(p.String(), "\n", " ") }

func reportWords(r content.PartyReport) string {
	if r.Kind.Value == "" {
		return ""
	}
	text := r.Kind.Value
	if !r.Period.IsZero() {
		text += ", " + r.Period.String()
	}
	if !r.ReviewedOn.IsZero() {
		text += ", reviewed " + r.ReviewedOn.Long()
	}
	return text
}

// csocs adds the types of controls assumed at a carved-out organization.
func (b *builder) csocs(p *content.Party) {
	if len(p.CSOCs) == 0 {
		b.missing("open/csocs-"+p.ID.Value, "complementary subservice organization controls at "+p.Name.Value+" (DC 7)")
		return
	}
	table := managementTable("table/csocs-"+p.ID.Value, "Complementary subservice organization controls: "+p.Name.Value,
		render.Column{Head: "ID", Share: 110, Names: true}, render.Column{Head: "Type of control assumed", Share: 680},
		render.Column{Head: "Criteria", Share: 210})
	for _, c := range p.CSOCs {
		table.Rows = append(table.Rows, render.PlainRow(c.ID.Value, c.ID.Value,
			runCell(strong(c.ID)), proseCell(c.Statement), runCell(b.criteriaLinks(c.Criteria)...)))
	}
	b.add(table)
	b.record(p.ID.Value, columnDescription, agreementState{isPresent, p.ID.Value})
}

// inclusiveFacts says what of the system is the included organization's.
func (b *builder) inclusiveFacts(p *content.Party) []render.Fact {
	var components [][]prose.Inline
	for _, c := range b.e.Components.All() {
		if c.PerformedBy.Value == p.ID.Value {
			components = append(components, []prose.Inline{prose.Linked(c.Name.Value, "#"+c.ID.Value)})
		}
	}
	var performed []content.Text
	for _, c := range b.x.controls {
		if c.PerformedBy.Value == p.ID.Value {
			performed = append(performed, c.ID)
		}
	}
	return []render.Fact{
		fact("Its components", orNone(join(", ", components...))...),
		fact("Controls it performs", orNone(b.controlLinks(performed))...),
		fact("Its assertion", plain("page "), pageOf(includedAnchor(p))),
	}
}

// theirCUECs adds what the provider expects of its users, and the own controls
// that answer it.
func (b *builder) theirCUECs(p *content.Party) {
	if len(p.TheirCUECs) == 0 {
		return
	}
	table := managementTable("table/expected-"+p.ID.Value, "What "+p.Name.Value+" expects of its users",
		render.Column{Head: "Control expected of " + b.short(), Share: 680}, render.Column{Head: "Addressed by", Share: 320})
	for _, c := range p.TheirCUECs {
		table.Rows = append(table.Rows, render.PlainRow("", "", proseCell(c.Text), runCell(b.controlLinks(c.Controls)...)))
	}
	b.add(table)
}
