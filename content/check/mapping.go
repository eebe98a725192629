package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// maxMapped is how many criteria one control serves at most.
const maxMapped = 8

// fewControls is how many controls a project has at least before its mapping is
// judged: with fewer, the missing controls are the fault.
const fewControls = 10

var wideMapping = Check{
	Rule: diag.SameInBoth("S2-087", "wide-mapping", diag.Warning,
		"a control is mapped to more criteria than one activity can serve"),
	run: func(p *project) {
		if len(p.Controls) < fewControls {
			return
		}
		for _, c := range p.Controls {
			if n := len(c.Criteria); n > maxMapped {
				at := c.Criteria[0].Span
				if last := c.Criteria[n-1].Span; !at.IsZero() && last.Source == at.Source {
					at.End = last.End
				}
				p.add(at, "control %s is mapped to %d criteria, more than one activity serves", called(c.ID, c.Title), n).
					Suggest("keep the criteria that would fail without this control; most controls serve one to three")
			}
		}
	},
}

var loneControl = Check{
	Rule: diag.SameInBoth("S2-088", "lone-control", diag.Warning,
		"a criterion rests on a single control"),
	absence: true,
	run: func(p *project) {
		// Only where operation is tested can one exception decide.
		if !p.type2() || len(p.Controls) < fewControls {
			return
		}
		for _, entry := range p.facts.Coverage.Entries {
			if len(entry.Controls) != 1 || len(entry.CSOCs) > 0 || entry.NotRelevant != nil {
				continue
			}
			c := entry.Controls[0]
			f := p.add(cites(c.Criteria, entry.Criterion.ID).Span, "criterion %s rests on control %s alone", idAndTitle(entry.Criterion.ID, entry.Criterion.Title), called(c.ID, c.Title))
			if entry.HasException {
				f.Note(c.ID.Span, "the service auditor found an exception in it")
			}
			f.Suggest("one exception in it would decide on the criterion: map a second control that serves it, if there is one")
		}
	},
}

var unclassifiedControl = Check{
	Rule: diag.SameInBoth("S2-091", "unclassified-control", diag.Warning,
		"it is not stated whether a control is manual or automated, preventive or detective"),
	run: func(p *project) {
		for _, c := range p.Controls {
			var lacks []string
			if c.Nature.Value == "" && !p.mistyped[c.Nature.Span] {
				lacks = append(lacks, "nature (manual, automated or it_dependent_manual)")
			}
			if c.Kind.Value == "" && !p.mistyped[c.Kind.Span] {
				lacks = append(lacks, "kind (preventive, detective or corrective)")
			}
			if len(lacks) > 0 {
				p.add(place(c.ID.Span, c.Span), "control %s has no %s", called(c.ID, c.Title), content.Either(lacks)).
					Suggest("add it, such as nature = \"manual\" and kind = \"detective\" for a review: it decides how the control is tested and on how many items")
			}
		}
	},
}

var carvedOutControl = Check{
	Rule: diag.SameInBoth("S2-095", "carved-out-control", diag.Warning,
		"a control is performed by a carved-out subservice organization"),
	run: func(p *project) {
		for _, c := range p.Controls {
			if party := p.Party(c.PerformedBy.Value); c.PerformedBy.Value != "" && party != nil && party.IsCarveOut() {
				p.carvedOut(c, party, c.PerformedBy.Span)
			}
		}
		carved := p.CarveOuts()
		if len(carved) == 0 {
			return
		}
		for i := range p.stated() {
			s := &p.stated()[i]
			if s.control.PerformedBy.Value != "" {
				continue
			}
			for _, party := range carved {
				if n := actor(s.text, callName(party.Name.Value)); n > 0 {
					p.carvedOut(s.control, party, s.span(0, n))
				}
			}
		}
	},
}

func (p *project) carvedOut(c *content.Control, party *content.Party, at diag.Span) {
	p.add(at, "control %s is performed by %s, whose controls are carved out", called(c.ID, c.Title), called(party.ID, party.Name)).
		Note(party.Method.Span, "it is carved out here").
		Suggest("move it to the provider as a [[party.csoc]], a control you rely on there, and keep as your own what you do yourself, such as reading its report")
}

// acts matches verbs that are no nouns as well: "Corvane reports" and "Corvane
// reviews" may be things that somebody reads.
var acts = regexp.MustCompile(`^ (?:encrypts|restricts|maintains|performs|provides|protects|operates|manages|replaces|destroys|enforces|prevents|secures|hosts|grants|removes)\b`)

// actor returns the length of the name where the text begins with it as the
// one who acts, or 0.
func actor(text, name string) int {
	if name != "" && strings.HasPrefix(text, name) && acts.MatchString(text[len(name):]) {
		return len(name)
	}
	return 0
}
