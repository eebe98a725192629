package soc3

import (
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
)

// promises adds attachment B: the same principal commitments and requirements
// as in the description.
func (b *builder) promises() {
	b.speak("promises")
	b.promiseTable("commitments", "Principal service commitments", "Commitment", b.f.Commitments)
	b.promiseTable("requirements", "Principal system requirements", "Requirement", b.f.Requirements)
}

func (b *builder) promiseTable(id, title, head string, promises []public.Promise) {
	b.heading(render.ByManagement, id, title)
	if len(promises) == 0 {
		b.missing(strings.ToLower(title))
		return
	}
	t := table(render.Column{Head: head, Share: 780}, render.Column{Head: "Categories", Share: 220})
	for _, p := range promises {
		t.Rows = append(t.Rows, render.PlainRow(b.anchor(p.ID.Value), "", proseCell(p.Text), textCell(plain(prose.FirstUpper(join(p.Categories))))))
	}
	b.add(t)
}
