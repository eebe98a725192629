package soc2

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/render"
)

// includedAnchor is where the assertion of an included organization stands.
func includedAnchor(p *content.Party) string { return sectionAssertion + "/" + p.ID.Value }

// includedAssertion adds the assertion of an included organization as a
// document of its own, in the words its management supplied (DC 7, MA-06). The
// project keeps no approval of them, so they are never more than a draft.
func (b *builder) includedAssertion(p *content.Party) {
	b.add(&render.Section{
		By: render.By{Whose: render.ByIncluded}, ID: includedAnchor(p),
		Title: "Assertion of the management of " + p.Name.Value,
		Line: "Prepared by management of " + p.Name.Value + ", an included subservice organization" + dot +
			"not yet approved by its management",
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
	facts := unsigned(p.Name, p.Signatories)
	if len(p.Signatories) == 0 {
		facts = append(facts, words("Roles, unsigned", "not stated"))
	}
	b.add(b.placeholder(render.ByIncluded, includedAnchor(p)+"/signatories",
		"[MANAGEMENT OF "+strings.ToUpper(p.Name.Value)+" TO SIGN – at issue only]", facts...))
}
