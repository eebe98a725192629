package soc3

import (
	"strings"

	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
)

// includedAssertion asks for the assertion of an included organization, a
// document of its own. What its management supplied for the SOC 2 names
// controls, so no words of it can stand here.
func (b *builder) includedAssertion(s public.Subservice) {
	name := s.Name.Value
	b.add(&render.Section{
		By: render.By{Whose: render.ByIncluded}, ID: b.anchor(includedAnchor(name)), Run: true,
		Title: "Assertion of the management of " + name,
		Line:  "To be provided by management of " + name + ", an included subservice organization; not yet approved by its management",
	})
	by := "[MANAGEMENT OF " + strings.ToUpper(name)
	b.placeholder(render.ByIncluded, by+" TO PROVIDE – its assertion]",
		words("Period", b.periodWords()), words("Categories", join(b.f.Categories)),
		fact("Boundaries", b.ref(partBoundaries)), words("Form", "for general use: without controls, tests and results"))
	b.placeholder(render.ByIncluded, by+" TO SIGN – at issue only]", words("For", name), unsigned(s.Signatories))
}

// includedAnchor is where the assertion of an included organization stands.
func includedAnchor(name string) string { return partAssertion + "-" + slug(name) }

// includedFacts says what else the opinion covers.
func (b *builder) includedFacts() []render.Fact {
	var facts []render.Fact
	for _, name := range b.subservice(false) {
		facts = append(facts, words("Also covers", "the assertion of "+name+", and its services and controls (inclusive method)"))
	}
	return facts
}
