package soc2

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// hasOther reports whether there is other information. The section and the
// service auditor's paragraph on it (AR-07) stand together or not at all, so
// both ask here.
func (b *builder) hasOther() bool {
	return len(b.x.exceptions) > 0 || len(b.e.OtherInformation) > 0
}

// otherContent says what the section holds.
func (b *builder) otherContent() string {
	var parts []string
	if n := len(b.x.exceptions); n > 0 {
		parts = append(parts, "management’s responses to exceptions")
	}
	for _, doc := range b.e.OtherInformation {
		parts = append(parts, documentTitle(doc))
	}
	return strings.Join(parts, "; ")
}

func documentTitle(doc *content.Document) string {
	if t := doc.Title.Value; t != "" {
		return t
	}
	return titleFromName(doc.Name)
}

// otherInformation adds management's responses and further information, under
// a label that no project can change.
func (b *builder) otherInformation() {
	b.add(&render.Notice{By: render.By{Whose: render.ByTool}, Title: "Provided by management",
		Blocks: b.wording("other-information-label", nil)})
	if len(b.x.exceptions) > 0 {
		b.heading(render.ByManagement, 2, "other/responses", "Management’s responses to exceptions")
		b.speak("responses", nil)
		for _, t := range b.x.exceptions {
			b.response(t)
		}
	}
	for _, doc := range b.e.OtherInformation {
		margin := []string{render.ByManagement.String()}
		if b.working() {
			margin = append(margin, doc.Path)
		}
		b.heading(render.ByManagement, 2, "other/"+doc.Name, documentTitle(doc), margin...)
		b.authored(render.ByManagement, "other/"+doc.Name, 2, doc.Blocks)
	}
}

// response adds management's response to one exception, or asks for it.
func (b *builder) response(t *content.Test) {
	title := "Exception " + t.ID.Value
	if c := b.x.byID[t.Control.Value]; c != nil {
		title += fmt.Sprintf(": %s %s", c.ID.Value, c.Title.Value)
	}
	b.heading(render.ByManagement, 3, responseAnchor(t.ID.Value), title)
	b.say(render.ByTool, plain("The exception is on page "), pageOf(exceptionAnchor(t.ID.Value)), plain("."))
	r := b.e.Response(t.ID.Value)
	if r == nil {
		b.missing("open/"+responseAnchor(t.ID.Value), "response to exception "+t.ID.Value+": cause, effect, correction, date, owner role, status")
		return
	}
	b.prose(render.ByManagement, r.Text)
	b.labelled("Cause. ", r.Cause)
	b.labelled("Effect considered. ", r.Effect)
	b.labelled("Correction. ", r.Correction)
	var facts []render.Fact
	if r.OwnerRole.Value != "" {
		facts = append(facts, fact("Owner", authoredText(r.OwnerRole)))
	}
	if s := r.Status.Value; s != "" {
		facts = append(facts, words("Status", prose.FirstUpper(strings.ReplaceAll(s, "_", " "))))
	}
	if !r.CorrectedOn.IsZero() {
		facts = append(facts, words("Corrected on", r.CorrectedOn.Long()))
	}
	if len(facts) > 0 {
		b.add(&render.Facts{By: render.By{Whose: render.ByManagement}, Facts: facts})
	}
}

// labelled adds long text with a run-in label.
func (b *builder) labelled(label string, p content.Prose) {
	if p.IsZero() {
		return
	}
	blocks := prose.Clone(p.Blocks)
	if first, ok := blocks[0].(*prose.Paragraph); ok {
		first.Inlines = append([]prose.Inline{bold(label)}, first.Inlines...)
	} else {
		blocks = append([]prose.Block{prose.Para(bold(label))}, blocks...)
	}
	b.add(render.NewProse(render.ByManagement, blocks...))
}
