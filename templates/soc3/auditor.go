package soc3

import (
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// A reportPart is a part of the service auditor's report: words that only the
// firm may write, and facts it can take over.
type reportPart struct {
	asks  string
	facts []render.Fact
}

// auditorsReport adds the skeleton of the report (D2, D9), a placeholder for
// each part. A general-use report asks for none on restricted use, on the
// description or on tests.
func (b *builder) auditorsReport() {
	for _, p := range b.reportParts() {
		b.placeholder(render.ByServiceAuditor, "[SERVICE AUDITOR TO PROVIDE – "+p.asks+"]", p.facts...)
	}
}

func (b *builder) reportParts() []reportPart {
	return []reportPart{
		{"title and addressee", []render.Fact{
			fact("Customary addressee", plain("the management of "), authoredText(b.f.Organization)),
		}},
		b.scope(),
		b.responsibilities(),
		{"opinion, and basis if modified; signature, city and state, date – at issue only", append([]render.Fact{
			fact("Subject", plain("the assertion in "), b.ref(partAssertion), plain(", "+b.periodWords())),
		}, append(b.includedFacts(), b.conditionFacts()...)...)},
	}
}

// scope asks for what was examined, and for what the report says of controls
// at subservice organizations and at user entities.
func (b *builder) scope() reportPart {
	p := reportPart{"scope: subject matter", []render.Fact{
		fact("Assertion", plain(b.assertionTitle()+", "), b.ref(partAssertion)),
		fact("System", authoredText(b.f.System)),
		words("Period", b.periodWords()),
		words("Categories", join(b.f.Categories)),
		words("Criteria", b.f.Criteria),
		fact("Attached", b.ref(partBoundaries), plain(" and "), b.ref(partPromises)),
	}}
	if names := join(b.subservice(true)); names != "" {
		p.asks += "; carve-out of " + names
		p.facts = append(p.facts, words("Carved out", "controls at "+names+" were not evaluated; complementary ones there are necessary"))
	}
	if names := join(b.subservice(false)); names != "" {
		p.asks += "; inclusion of " + names
		p.facts = append(p.facts, words("Included", "controls at "+names+" were part of management’s evaluation"))
	}
	if b.f.HasCUECs {
		p.asks += "; complementary user entity controls"
		p.facts = append(p.facts, words("User entities", "controls there were not evaluated; complementary ones are necessary"))
	}
	return p
}

// responsibilities asks for those of each who answers for something, and for
// the limits of what anybody can answer for. The facts name where management,
// and that of an included organization, state theirs.
func (b *builder) responsibilities() reportPart {
	p := reportPart{"responsibilities of the service organization", []render.Fact{
		fact("Service organization", plain("stated in "), b.ref(partAssertion), plain(" and "), b.ref(partPromises)),
	}}
	for _, name := range b.subservice(false) {
		p.asks += ", of " + name
		p.facts = append(p.facts, fact("Subservice organization", plain("stated in "), prose.Linked("the assertion of "+name, "#"+includedAnchor(name))))
	}
	p.asks += " and of the service auditor, with independence; inherent limitations"
	p.facts = append(p.facts, words("Standards", "AICPA attestation standards (AT-C sections 105 and 205)"))
	return p
}

// conditionFacts name the controls of others that the assertion presupposes.
func (b *builder) conditionFacts() []render.Fact {
	who := b.subservice(true)
	if b.f.HasCUECs {
		who = append(who, "user entities")
	}
	if len(who) == 0 {
		return nil
	}
	return []render.Fact{words("Presupposes", "complementary controls at "+join(who))}
}
