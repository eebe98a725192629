package requests

import "strings"

// inquiries asks what management knows that no record shows.
func (b *builder) inquiries() {
	form := "Meeting or written answer"
	b.ask(Representation, "fraud", "Inquiry: fraud", b.whole(),
		"Whether management knows of actual, suspected or alleged fraud that could affect the system, the description or the controls, "+b.whole().Words()+" and since.").Format = form
	b.ask(Representation, "compliance", "Inquiry: laws, regulations and contracts", b.whole(),
		"Whether management knows of non-compliance with laws, regulations or contracts that could affect user entities, with letters of regulators and legal matters.").Format = form
	b.ask(Representation, "deficiencies", "Inquiry: known deficiencies", b.whole(),
		"Deficiencies in the design or operation of controls that management, internal audit or others found, with their status.").Format = form
}

// letters asks for the statements management signs or makes at the end.
func (b *builder) letters() {
	if b.operating() {
		b.ask(Representation, "changes-inquiry", "Inquiry: changes in the period", b.whole(),
			"Whether the system or the controls changed in a way that is not in the description.").supports("DC 9").Format = "Meeting or written answer"
	}
	after := TimeFrame{Open: true}
	if end := b.e.Report.End(); !end.IsZero() {
		after.Start = end.AddDays(1)
	}
	b.ask(Representation, "subsequent-events", "Events after the time frame", after,
		"Events after "+until(b.atEnd())+" and up to the date of the service auditor’s report that could affect the description, the controls or the assertion.").
		Format = "Written statement"
	signed := "Signed PDF, dated as of the service auditor’s report"
	b.ask(Representation, "representation-letter", "Signed representation letter", b.whole(),
		"Management’s written representations, in the wording the service auditor asks for.").by(b.lead()).Format = signed
	b.ask(Representation, "assertion-signed", "Signed assertion of management", b.whole(),
		"Management’s assertion with the description it refers to, both in the final wording.").by(b.lead()).Format = signed
	for _, p := range b.e.Inclusives() {
		d := b.ask(Representation, "inclusive-"+strings.ToLower(p.ID.Value), p.Name.Value+": signed assertion and representations", b.whole(),
			"The written assertion and representations of the management of "+p.Name.Value+" on its part of the system.").supports("DC 7")
		d.Format = signed
	}
}
