package soc3

import "github.com/socdraft/socdraft/render"

// A reportParagraph is one paragraph of the service auditor's report: words
// that only the firm may write, and facts it can take over.
type reportParagraph struct {
	heading string // paragraphs that follow each other under one heading share it
	asks    string
	facts   []render.Fact
}

// auditorsReport adds the skeleton of the report (D2, D9). A general-use report
// asks for no paragraph on restricted use, on the description or on tests.
func (b *builder) auditorsReport() {
	b.add(render.NewProse(render.ByTool, b.wording("auditors-report")...))
	heading := ""
	for _, p := range b.reportParagraphs() {
		if p.heading != heading {
			heading = p.heading
			b.heading(render.ByServiceAuditor, "report-"+slug(heading), heading)
		}
		b.placeholder(render.ByServiceAuditor, "[SERVICE AUDITOR TO PROVIDE – "+p.asks+"]", p.facts...)
	}
}

func (b *builder) reportParagraphs() []reportParagraph {
	paragraphs := []reportParagraph{
		{"Title and addressee", "title and addressee", []render.Fact{
			fact("Service organization", authoredText(b.f.Organization)),
			fact("Customary addressee", plain("the management of "), authoredText(b.f.Organization)),
		}},
		{"Scope", "scope: subject matter", b.subjectFacts()},
	}
	paragraphs = append(paragraphs, b.scopeOfOthers()...)
	assertion := fact("Assertion", plain(b.assertionTitle()+", "), b.ref(partAssertion))
	return append(paragraphs,
		reportParagraph{"Service organization’s responsibilities", "service organization’s responsibilities", []render.Fact{
			fact("Commitments and requirements", b.ref(partPromises)),
			assertion,
		}},
		reportParagraph{"Service auditor’s responsibilities", "service auditor’s responsibilities, with independence", []render.Fact{
			words("Standards", "attestation standards established by the AICPA (AT-C sections 105 and 205)"),
			assertion,
		}},
		reportParagraph{"Inherent limitations", "inherent limitations", nil},
		reportParagraph{"Opinion", "opinion, and basis if modified", append([]render.Fact{
			fact("Subject", plain("the assertion in "), b.ref(partAssertion)),
			words("Period", b.periodWords()),
		}, b.conditionFacts()...)},
		reportParagraph{"Signature", "signature, city and state, date – at issue only", nil},
	)
}

func (b *builder) subjectFacts() []render.Fact {
	return []render.Fact{
		fact("Assertion", plain(b.assertionTitle()+", "), b.ref(partAssertion)),
		fact("System", authoredText(b.f.System)),
		words("Period", b.periodWords()),
		words("Categories", join(b.f.Categories)),
		words("Criteria", b.f.Criteria),
		fact("Boundaries", b.ref(partBoundaries)),
		fact("Commitments and requirements", b.ref(partPromises)),
	}
}

// scopeOfOthers asks for what the report says of controls at subservice
// organizations and at user entities.
func (b *builder) scopeOfOthers() []reportParagraph {
	var paragraphs []reportParagraph
	for _, s := range b.f.Subservice {
		asks, method := "scope: inclusion of ", "inclusive: its controls were part of management’s evaluation"
		if s.CarveOut {
			asks, method = "scope: carve-out of ", "carve-out: complementary controls there are necessary and were not evaluated"
		}
		facts := []render.Fact{fact("Subservice organization", authoredText(s.Name))}
		if s.Summary.Value != "" {
			facts = append(facts, fact("Service", authoredText(s.Summary)))
		}
		paragraphs = append(paragraphs, reportParagraph{"Scope", asks + s.Name.Value, append(facts, words("Method", method))})
	}
	if b.f.HasCUECs {
		paragraphs = append(paragraphs, reportParagraph{"Scope", "scope: complementary user entity controls", []render.Fact{
			words("Method", "necessary in combination with the organization’s controls and not evaluated"),
		}})
	}
	return paragraphs
}

// conditionFacts name the controls of others that the assertion presupposes.
func (b *builder) conditionFacts() []render.Fact {
	var facts []render.Fact
	if names := b.subservice(true); len(names) > 0 {
		facts = append(facts, words("Presupposed at", join(names)+": complementary subservice organization controls"))
	}
	if b.f.HasCUECs {
		facts = append(facts, words("Presupposed at", "user entities: complementary user entity controls"))
	}
	return facts
}
