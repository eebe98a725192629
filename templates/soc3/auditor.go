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
			fact("Customary addressee", plain("the management of "), authoredText(b.f.Organization)),
		}},
		{"Scope", "scope: subject matter", b.subjectFacts()},
	}
	paragraphs = append(paragraphs, b.scopeOfOthers()...)
	paragraphs = append(paragraphs, reportParagraph{"Service organization’s responsibilities", "service organization’s responsibilities", []render.Fact{
		fact("Stated in", b.ref(partAssertion), plain(" and "), b.ref(partPromises)),
	}})
	paragraphs = append(paragraphs, b.includedResponsibilities()...)
	return append(paragraphs,
		reportParagraph{"Service auditor’s responsibilities", "service auditor’s responsibilities, with independence", []render.Fact{
			words("Standards", "attestation standards established by the AICPA (AT-C sections 105 and 205)"),
		}},
		reportParagraph{"Inherent limitations", "inherent limitations", nil},
		reportParagraph{"Opinion", "opinion, and basis if modified", append([]render.Fact{
			fact("Subject", plain("the assertion in "), b.ref(partAssertion), plain(", "+b.periodWords())),
		}, append(b.includedFacts(), b.conditionFacts()...)...)},
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
		fact("Attached", b.ref(partBoundaries), plain(" (boundaries) and "), b.ref(partPromises), plain(" (commitments and requirements)")),
	}
}

// scopeOfOthers asks for what the report says of controls at subservice
// organizations and at user entities. One paragraph may cover several
// organizations.
func (b *builder) scopeOfOthers() []reportParagraph {
	var paragraphs []reportParagraph
	for _, carvedOut := range []bool{true, false} {
		names := b.subservice(carvedOut)
		if len(names) == 0 {
			continue
		}
		asks, method := "scope: inclusion of ", "inclusive: controls there were part of management’s evaluation"
		if carvedOut {
			asks, method = "scope: carve-out of ", "carve-out: complementary controls there are necessary and were not evaluated"
		}
		var facts []render.Fact
		for _, s := range b.f.Subservice {
			if s.CarveOut == carvedOut && s.Summary.Value != "" {
				facts = append(facts, fact(s.Name.Value, authoredText(s.Summary)))
			}
		}
		paragraphs = append(paragraphs, reportParagraph{"Scope", asks + join(names), append(facts, words("Method", method))})
	}
	if b.f.HasCUECs {
		paragraphs = append(paragraphs, reportParagraph{"Scope", "scope: complementary user entity controls", []render.Fact{
			words("Method", "necessary in combination with the controls of the system and not evaluated"),
		}})
	}
	return paragraphs
}

// conditionFacts name the controls of others that the assertion presupposes.
func (b *builder) conditionFacts() []render.Fact {
	var who []string
	if carvedOut := b.subservice(true); len(carvedOut) > 0 {
		who = append(who, carvedOut...)
	}
	if b.f.HasCUECs {
		who = append(who, "user entities")
	}
	if len(who) == 0 {
		return nil
	}
	return []render.Fact{words("Presupposes", "complementary controls at "+join(who))}
}
