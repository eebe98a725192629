package requests

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// engagement adds what is asked for the engagement as a whole, whatever the
// controls are.
func (b *builder) engagement() {
	b.draftParts()
	b.priorReport()
	b.descriptionSupport()
	b.incidentsAndChanges()
	b.inquiries()
	b.letters()
}

// ask adds a request for the engagement and returns it, so that more can be
// said. It has no owner until somebody names one.
func (b *builder) ask(kind Kind, suffix, title string, covers TimeFrame, lead string) *draft {
	d := b.at(kind, ident{"ENG", suffix}, "engagement "+suffix, "", covers)
	d.Engagement = true
	d.Title = title
	d.lead = lead
	d.Format = filedFormat
	return d
}

func (d *draft) supports(dc ...string) *draft {
	d.DC = append(d.DC, dc...)
	return d
}

func (d *draft) and(lines ...string) *draft {
	d.tail = append(d.tail, lines...)
	return d
}

func (b *builder) draftParts() {
	e := b.e
	b.ask(Document, "description", "Draft description of the system", b.whole(),
		"The draft of “"+e.DescriptionTitle()+"”, complete for DC 1 to "+b.lastDC()+", with changes since the draft before it marked.").
		supports(b.allDC()...)
	b.ask(Document, "assertion", "Draft assertion of management", b.whole(),
		"The draft of management’s assertion on the description and on the controls relevant to "+e.Report.CategoryWords()+", not yet signed.").by(b.lead())
	b.ask(Document, "control-matrix", "Controls and their mapping to the criteria", b.whole(),
		"The list of controls with statement, owner role, frequency and criteria, and the mapping of each applicable criterion. Sheets Controls and Matrix of this workbook are the draft.").
		supports("DC 5")
}

func (b *builder) lastDC() string {
	if b.operating() {
		return "DC 9"
	}
	return "DC 8"
}

// allDC returns the description criteria that apply to the report.
func (b *builder) allDC() []string {
	var all []string
	for n := 1; ; n++ {
		all = append(all, fmt.Sprintf("DC %d", n))
		if all[n-1] == b.lastDC() {
			return all
		}
	}
}

func (b *builder) priorReport() {
	p := b.e.PriorReport
	if p.Span.IsZero() && !p.Type.Given() && p.Period.IsZero() && p.AsOf.IsZero() {
		b.ask(Document, "prior-report", "Prior report", b.whole(),
			"The last report on the same system, if there is one. The sources name none: otherwise a statement that this is the first examination.")
		return
	}
	frame := "as of " + p.AsOf.Long()
	if p.AsOf.IsZero() {
		frame = "for " + p.Period.String()
	}
	b.ask(Document, "prior-report", "Prior report", b.whole(), "The last report on the same system ("+frame+"), as issued.")
	d := b.ask(Document, "prior-exceptions", "Prior exceptions and their status", b.whole(),
		"For each exception of the prior report: what was corrected, when, by which role, and the evidence of it.")
	for _, x := range p.Exceptions {
		d.and("• " + x.Value)
	}
	if len(p.Exceptions) == 0 {
		d.and("The sources name none: otherwise a statement that the prior report had no exceptions.")
	}
}

// descriptionSupport asks for what stands behind the statements of the
// description.
func (b *builder) descriptionSupport() {
	e := b.e
	d := b.ask(Document, "contracts", "Contracts, service levels and published commitments", b.whole(),
		"The documents in which the principal service commitments are made, in the versions in force "+b.whole().Words()+".").supports("DC 2")
	d.Owner = b.clear(triggeredBy("new_customer"), mappedTo("CC2.3"))
	for _, source := range b.commitmentSources() {
		d.and("• " + source)
	}
	d = b.ask(ListingAsOf, "component-inventory", "Inventory of components", b.atEnd(),
		"The inventories of infrastructure, software and data "+b.atEnd().Words()+", with the network and data flow diagrams, so that section 3 can be compared with them.").supports("DC 3")
	d.Format, d.IPE = exportFormat+"; diagrams as PDF", runProof
	d.Owner = b.clear(inventories("CC6.1"), inventories(""))
	d.Fields = []string{"component", "type", "environment", "location or provider", "owner role"}
	d.describe()
	if list := names(append(append([]*content.Component{}, e.Components.Infrastructure...), e.Components.Software...)); list != "" {
		d.and("The description names: " + list + ".")
	}
	if len(e.Parties) > 0 {
		d = b.ask(ListingAsOf, "vendor-inventory", "Inventory of vendors and subservice organizations", b.atEnd(),
			"All vendors with access to the system or its data "+b.atEnd().Words()+", each classified as vendor or subservice organization, with the reason.").supports("DC 7")
		d.Format, d.IPE = exportFormat, runProof
		d.Owner = b.clear(triggeredBy("new_vendor"), mappedTo("CC9.2"))
		d.Fields = []string{"vendor", "service", "criticality", "access to customer data yes or no", "classification", "last review"}
		d.describe()
	}
	if ids := b.userDuties(); len(ids) > 0 {
		b.ask(Document, "cuec-communication", "How user entities learn of their duties", b.whole(),
			"Where and how user entities are told of "+content.Join(ids)+": contract, onboarding guide or product documentation, with version and date.").supports("DC 6").by(b.clear(triggeredBy("new_customer"), mappedTo("CC2.3")))
	}
	if ids := b.notRelevant(); len(ids) > 0 {
		d := b.ask(Document, "not-relevant", "Support for criteria not relevant", b.whole(),
			"What shows that the reasons hold for which these criteria are not relevant to the system: "+content.Join(ids)+".").supports("DC 8")
		d.Criteria = ids
	}
}

// commitmentSources returns where commitments are made, each once, with the
// commitments.
func (b *builder) commitmentSources() []string {
	var order []string
	ids := map[string][]string{}
	for _, c := range b.e.Commitments {
		for _, s := range c.Sources {
			if ids[s.Value] == nil {
				order = append(order, s.Value)
			}
			ids[s.Value] = append(ids[s.Value], c.ID.Value)
		}
	}
	for i, s := range order {
		order[i] = s + " (" + strings.Join(ids[s], ", ") + ")"
	}
	return order
}

func (b *builder) userDuties() []string {
	var ids []string
	for _, c := range b.e.UserEntities.CUECs {
		ids = append(ids, c.ID.Value)
	}
	for _, r := range b.e.UserEntities.Responsibilities {
		ids = append(ids, r.ID.Value)
	}
	return ids
}

func (b *builder) notRelevant() []string {
	var ids []string
	for _, n := range b.e.NotRelevant {
		ids = append(ids, n.Criterion.Value)
	}
	return ids
}

// incidentsAndChanges adds the register behind DC 4 and DC 9 and, for a
// period, the populations of incidents and changes even if no control yields
// them.
func (b *builder) incidentsAndChanges() {
	kind := ListingAsOf
	if b.operating() {
		kind = Document
	}
	d := b.ask(kind, "incident-register", "Incident register and decisions on disclosure", b.whole(),
		"The register of system incidents (relevant to "+b.e.Report.CategoryWords()+") "+b.whole().Words()+
			", with the decision for each entry whether it is disclosed in section 3, and the reason.").supports("DC 4")
	d.Format, d.IPE = exportFormat, runProof
	d.Owner = b.clear(triggeredBy("incident"), mappedTo("CC7.4"))
	for _, i := range b.e.Incidents.List {
		d.and("• Disclosed: " + i.ID.Value + " " + i.Title.Value)
	}
	if !b.operating() {
		return
	}
	for _, need := range []struct {
		trigger, dc string
		criteria    []string
	}{
		{"incident", "DC 4", []string{"CC7.4", "CC7.3", "CC7.5"}},
		{"change", "DC 9", []string{"CC8.1"}},
	} {
		for _, d := range b.listedFor(need.trigger) {
			d.supports(need.dc)
			if len(d.lines) == 0 {
				d.Engagement = true
				d.Criteria = need.criteria
				d.Owner = b.clear(triggeredBy(need.trigger), mappedTo(need.criteria[0]))
			}
		}
	}
	d = b.ask(Document, "significant-changes", "Significant changes and their support", b.whole(),
		"For each change of the system and its controls considered for the description: date, what changed, effect on controls, approval, and the decision whether it is significant.").supports("DC 9")
	for _, c := range b.e.Changes.List {
		entry := "• " + c.ID.Value + " " + c.Title.Value + " (" + c.Date.Long() + ")"
		if !c.Significant {
			entry += ", taken for not significant: with what supports that"
		}
		d.and(entry)
	}
}
