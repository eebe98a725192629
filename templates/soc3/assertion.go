package soc3

import (
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
)

// An assertionItem is one paragraph of management's assertion.
type assertionItem struct {
	part       string // its wording
	conclusion bool   // may not be said before the period has ended
	when       func(*builder) bool
}

func always(*builder) bool { return true }

// assertionItems lists what the assertion says in printed order.
var assertionItems = []assertionItem{
	{part: "assertion-responsibility", when: always},
	{part: "assertion-evaluation", when: always},
	{part: "assertion-carve-out", when: func(b *builder) bool { return len(b.subservice(true)) > 0 }},
	{part: "assertion-inclusive", when: func(b *builder) bool { return len(b.subservice(false)) > 0 }},
	{part: "assertion-user-entities", when: func(b *builder) bool { return b.f.HasCUECs }},
	{part: "assertion-limits", when: always},
	{part: "assertion-conclusion", conclusion: true, when: func(b *builder) bool { return len(b.conditions()) == 0 }},
	{part: "assertion-conclusion-conditions", conclusion: true, when: func(b *builder) bool { return len(b.conditions()) > 0 }},
}

// assertion adds management's assertion.
func (b *builder) assertion() {
	if b.f.Assertion.IsZero() {
		b.templateAssertion()
	} else {
		b.ownAssertion()
	}
	if b.f.Weigh {
		b.add(&render.Notice{By: render.By{Whose: render.ByTool},
			Title: "Management to consider: modification of the assertion", Blocks: b.wording("modification")})
	}
	b.signatures()
	for _, s := range b.f.Subservice {
		if !s.CarveOut {
			b.includedAssertion(s)
		}
	}
}

func (b *builder) templateAssertion() {
	for _, item := range assertionItems {
		switch {
		case !item.when(b):
		case item.conclusion && !b.concluded():
			b.confirmLater()
		default:
			b.speak(item.part)
		}
	}
}

// ownAssertion prints management's own wording. Nobody can tell which of its
// sentences conclude, so before the period has ended none of them prints.
func (b *builder) ownAssertion() {
	if !b.concluded() {
		b.confirmLater(words("Wording", "management’s own; it prints once the period has ended"))
		return
	}
	b.authored(b.expanded(prose.Clone(b.f.Assertion.Blocks)))
}

// concluded reports whether the period has ended, so that anything can be
// concluded about it (D12). Without a date for today it has not.
func (b *builder) concluded() bool {
	end := b.f.Period.End
	return !end.IsZero() && b.in.Today.After(end)
}

// confirmLater is the placeholder for what nobody can conclude yet.
func (b *builder) confirmLater(facts ...render.Fact) {
	after := orElse(b.f.Period.End.Long(), "THE PERIOD HAS ENDED")
	b.placeholder(render.ByManagement, "[MANAGEMENT TO CONFIRM AFTER "+after+"]", facts...)
}

// signatures adds the unsigned signature block: roles, never names.
func (b *builder) signatures() {
	if len(b.f.Signatories) == 0 {
		b.missing("roles of those who sign the assertion")
		return
	}
	b.placeholder(render.ByManagement, "[MANAGEMENT TO SIGN – at issue only]", unsigned(b.f.Signatories))
}

// unsigned lists the roles that have yet to sign.
func unsigned(signatories []public.Text) render.Fact {
	if len(signatories) == 0 {
		return words("Roles, unsigned", "not stated")
	}
	var roles []prose.Inline
	for i, role := range signatories {
		if i > 0 {
			roles = append(roles, plain("; "))
		}
		roles = append(roles, authoredText(role))
	}
	return fact("Roles, unsigned", roles...)
}
