package soc2

import (
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// modificationNotice reminds management of what may bear on its conclusions.
// It stands wherever an exception, a modified opinion or a disclosed incident
// is on record and takes no position (D12, MA-11): what DC 4 discloses came
// from controls that did not do their job, or kept a commitment from being
// met. In the working edition it also names what management's own testing
// found.
func (b *builder) modificationNotice() {
	own, incidents := b.ownExceptions(), b.incidentLinks()
	if len(b.x.exceptions) == 0 && len(own) == 0 && len(incidents) == 0 && !b.e.Opinion.Modified() {
		return
	}
	blocks := b.wording("modification", nil)
	if len(b.x.exceptions) > 0 {
		runs := append([]prose.Inline{plain("Exceptions received: ")}, each(b.x.exceptions, exceptionLink)...)
		blocks = append(blocks, prose.Para(runs...))
	}
	if len(own) > 0 {
		runs := []prose.Inline{plain("Exceptions found by management’s own testing (internal): ")}
		blocks = append(blocks, prose.Para(append(runs, join(", ", own...)...)...))
	}
	if len(incidents) > 0 {
		runs := []prose.Inline{plain("System incidents disclosed: ")}
		blocks = append(blocks, prose.Para(append(runs, join(", ", incidents...)...)...))
	}
	if b.e.Opinion.Modified() {
		blocks = append(blocks, b.modifiedOpinion()...)
	}
	b.add(&render.Notice{By: render.By{Whose: render.ByTool},
		Title: "Management to consider: modification of the assertion", Blocks: blocks})
}

// ownExceptions names the exceptions that management's own testing found, each
// with a link to its control; none outside the working edition.
func (b *builder) ownExceptions() [][]prose.Inline {
	var found [][]prose.Inline
	if !b.working() {
		return nil
	}
	for _, c := range b.x.controls {
		for _, t := range b.x.own[c.ID.Value] {
			if t.IsException() {
				found = append(found, []prose.Inline{authoredText(t.ID), plain(" ("), idLink(c.ID), plain(")")})
			}
		}
	}
	return found
}

// incidentLinks names the disclosed incidents, each with a link to its row.
func (b *builder) incidentLinks() [][]prose.Inline {
	var links [][]prose.Inline
	for _, i := range b.e.Incidents.List {
		links = append(links, []prose.Inline{idLink(i.ID)})
	}
	return links
}

// modifiedOpinion says what is recorded of a modified opinion, not its kind.
func (b *builder) modifiedOpinion() []prose.Block {
	blocks := []prose.Block{prose.Para(plain("A modified opinion is on record as expected or received."))}
	blocks = append(blocks, b.e.Opinion.Matter.Blocks...)
	if len(b.e.Opinion.Criteria) > 0 {
		runs := append([]prose.Inline{plain("Criteria concerned: ")}, b.criteriaLinks(b.e.Opinion.Criteria)...)
		blocks = append(blocks, prose.Para(runs...))
	}
	return blocks
}
