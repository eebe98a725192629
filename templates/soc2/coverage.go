package soc2

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// listedIDs is how many ids of a kind stand in a cell of coverage before the
// rest is counted; Section 4 lists them all.
const listedIDs = 3

// criteriaCoverage shows what is mapped to each criterion, gaps first.
func (b *builder) criteriaCoverage() {
	b.heading(render.ByTool, 2, "list/criteria", "What is mapped to each criterion (working edition only)")
	table := toolTable("table/criteria-coverage",
		render.Column{Head: "Criterion", Share: 350, Names: true, Internal: true}, render.Column{Head: "Controls mapped", Share: 260, Internal: true},
		render.Column{Head: "Tests", Share: 70, Numeric: true, Internal: true}, render.Column{Head: "Exceptions", Share: 100, Numeric: true, Internal: true},
		render.Column{Head: "CSOC and CUEC", Share: 220, Internal: true})
	for _, n := range b.in.Coverage.GapsFirst() {
		tests, exceptions := coverageCounts(n)
		table.Rows = append(table.Rows, render.PlainRow("", n.Criterion.ID, toolCell(bold(n.Criterion.ID+" "), plain(n.Criterion.Title)),
			b.coverageControls(n), tests, exceptions, coverageAssumed(n)))
	}
	b.add(table)
}

// coverageControls lists controls, or says that there are none.
func (b *builder) coverageControls(n *coverage.Entry) render.Cell {
	var ids []content.Text
	for _, c := range b.printedOrder(n) {
		ids = append(ids, c.ID)
	}
	switch {
	case n.Gap() == coverage.NothingMapped:
		return toolCell(bold(string(coverage.NothingMapped)))
	case n.Gap() == coverage.ToDo && len(ids) == 0:
		return toolCell(bold(string(coverage.ToDo)))
	case len(ids) == 0:
		return toolCell(plain("–"))
	case n.Gap() == coverage.ToDo:
		return runCell(append([]prose.Inline{bold(string(coverage.ToDo) + ": ")}, firstLinks(ids)...)...)
	}
	return runCell(firstLinks(ids)...)
}

// coverageCounts returns the numbers of tests and exceptions; a dash before
// tests have come.
func coverageCounts(n *coverage.Entry) (tests, exceptions render.Cell) {
	none := toolCell(plain("–"))
	switch {
	case n.Gap() == coverage.NotTested:
		return toolCell(bold("none")), none
	case n.Tests == 0:
		return none, none
	}
	exceptions = toolCell(plain("0"))
	if n.Exceptions > 0 {
		exceptions = toolCell(bold(count(n.Exceptions)))
	}
	return toolCell(plain(count(n.Tests))), exceptions
}

// coverageAssumed lists what is assumed elsewhere.
func coverageAssumed(n *coverage.Entry) render.Cell {
	if n.NotRelevant != nil {
		return toolCell(plain("not relevant"))
	}
	var cuecs []content.Text
	for _, c := range n.CUECs {
		cuecs = append(cuecs, c.ID)
	}
	return runCell(join("; ", firstLinks(csocIDs(n, nil)), firstLinks(cuecs))...)
}

// firstLinks links to the first ids and counts the rest.
func firstLinks(ids []content.Text) []prose.Inline {
	if len(ids) <= listedIDs {
		return idLinks(ids)
	}
	return append(idLinks(ids[:listedIDs]), plain(" +"+count(len(ids)-listedIDs)))
}

// descriptionCoverage shows where DC 1 to DC 9 are answered, gaps first.
func (b *builder) descriptionCoverage() {
	b.heading(render.ByTool, 2, "list/description-criteria", "Where the description criteria are answered (working edition only)")
	table := toolTable("table/description-criteria",
		render.Column{Head: "Criterion", Share: 330, Names: true, Internal: true}, render.Column{Head: "Answered by", Share: 670, Internal: true})
	for _, dc := range b.in.Coverage.DescriptionGapsFirst() {
		table.Rows = append(table.Rows, render.PlainRow("", dc.ID, toolCell(bold(dc.ID+" "), plain(dc.Title)), answeredBy(dc)))
	}
	b.add(table)
}

// answeredBy names where a description criterion is answered, what is still to
// be written first.
func answeredBy(dc coverage.DescriptionCriterion) render.Cell {
	where := strings.Join(dc.Where, ", ")
	switch {
	case len(dc.ToDo) > 0 && dc.Answered():
		return toolCell(bold(dc.Unanswered()), plain(": "+strings.Join(dc.ToDo, ", ")+"; written: "+where))
	case len(dc.ToDo) > 0:
		return toolCell(bold(dc.Unanswered()), plain(": "+strings.Join(dc.ToDo, ", ")))
	case dc.IsGap():
		return toolCell(bold(dc.Unanswered()))
	case !dc.Answered():
		return toolCell(plain(dc.Unanswered()))
	}
	return toolCell(plain(where))
}
