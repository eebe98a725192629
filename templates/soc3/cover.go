package soc3

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
)

// cover adds the first page: what the draft is and is not (D5, D9), the long
// title and the quiet facts.
func (b *builder) cover() {
	f := b.f
	facts := []render.Fact{
		fact("System", authoredText(f.System)),
		words("Categories", prose.FirstUpper(join(f.Categories))),
		words("Draft", b.draftWords()+", "+string(b.in.Edition)+" edition"),
	}
	if f.Draft.Revision != "" {
		facts = append(facts, fact("Source revision", prose.Styled(f.Draft.Revision, prose.Mono)))
	}
	b.add(&render.Cover{
		By:     render.By{Whose: render.ByTool},
		Band:   b.inlineWording("notice"),
		Logo:   logo(f),
		Name:   f.Organization.Value,
		Kind:   "Draft SOC 3® report",
		Title:  b.title(),
		Lines:  []string{"For general use once the service auditor has issued its report"},
		Facts:  append(facts, b.contents()...),
		Public: true,
	})
}

func logo(f *public.Facts) render.Logo {
	if f.Logo == "" {
		return render.Logo{}
	}
	return render.Logo{Name: f.Logo, Alt: "Logo of " + f.Organization.Value}
}

// title is the long title of the cover.
func (b *builder) title() string {
	return fmt.Sprintf("System and Organization Controls (SOC) 3 report on %s %s relevant to %s, for %s",
		possessive(b.f.Organization.Value), b.f.System.Value, join(b.f.Categories), b.thePeriod())
}

// contents lists the parts with their pages: a short document needs no page
// for that.
func (b *builder) contents() []render.Fact {
	var facts []render.Fact
	for _, p := range b.parts {
		facts = append(facts, fact(b.number(p.id), prose.Linked(p.title, "#"+p.id), plain(", page "), prose.Inline{PageOf: p.id}))
	}
	return facts
}

// thePeriod returns "the period July 1, 2025 to June 30, 2026".
func (b *builder) thePeriod() string {
	if b.f.Period.Words == "" {
		return "a period to be stated"
	}
	return "the period " + b.f.Period.Words
}

// periodWords returns the period as a fact.
func (b *builder) periodWords() string {
	return orElse(b.f.Period.Words, "not stated")
}

// draftWords returns "Number 3, August 14, 2026", as far as both are known.
func (b *builder) draftWords() string {
	number := "Not numbered"
	if n := b.f.Draft.Number; n > 0 {
		number = fmt.Sprintf("Number %d", n)
	}
	if b.f.Draft.Date.IsZero() {
		return number
	}
	return number + ", " + b.f.Draft.Date.Long()
}

// slug makes an anchor of a heading.
func slug(heading string) string {
	keep := func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}
	return strings.Map(keep, strings.ToLower(heading))
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "’"
	}
	return name + "’s"
}

// join lists words as US prose does: "a, b, and c".
func join(words []string) string {
	if n := len(words); n > 2 {
		return strings.Join(words[:n-1], ", ") + ", and " + words[n-1]
	}
	return strings.Join(words, " and ")
}
