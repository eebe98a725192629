package soc2

import (
	"fmt"
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// navigation adds what helps preparers and the service auditor find their way:
// exceptions, open placeholders and the agreement of the conditions. The
// working edition also shows what is mapped to each criterion, where the
// description criteria are answered and what approvals would record (D8).
func (b *builder) navigation() {
	b.add(&render.Section{
		By: render.By{Whose: render.ByTool}, ID: sectionNavigation, Title: "Navigation aids", Line: "Generated from the sources",
		Label: navigationLabel,
	})
	b.add(render.NewProse(render.ByTool, b.wording("navigation", nil)...))
	if b.type2() {
		b.exceptionList()
		b.priorExceptions()
		b.strayResponses()
	}
	b.placeholderList()
	b.agreement()
	if b.working() {
		b.criteriaCoverage()
		b.descriptionCoverage()
		b.approvalTable()
	}
}

// toolTable is a generated table; its heading stands for a caption.
func toolTable(id string, columns ...render.Column) *render.Table {
	return &render.Table{By: render.By{Whose: render.ByTool}, ID: id, Columns: columns}
}

func (b *builder) exceptionList() {
	b.heading(render.ByTool, 2, "list/exceptions", "List of exceptions")
	exceptions := b.x.exceptions
	if len(exceptions) == 0 {
		text := "The results received so far hold no exception."
		if len(b.x.received(anyTest)) == 0 {
			text = "No results have been received from the service auditor."
		}
		b.say(render.ByTool, plain(text))
		return
	}
	table := toolTable("table/exceptions",
		render.Column{Head: "Exception", Share: 150, Names: true}, render.Column{Head: "Control", Share: 330},
		render.Column{Head: "Criteria", Share: 200}, render.Column{Head: "Management’s response", Share: 200},
		render.Column{Head: "Page", Share: 120, Numeric: true})
	for _, t := range exceptions {
		c := b.x.byID[t.Control.Value]
		answer := toolCell(plain("Page "), pageOf(responseAnchor(t.ID.Value)))
		if b.e.Response(t.ID.Value) == nil {
			answer = toolCell(plain("Placeholder, page "), pageOf(responseAnchor(t.ID.Value)))
		}
		table.Rows = append(table.Rows, render.PlainRow("", t.ID.Value, toolCell(exceptionLink(t)),
			runCell(idLink(c.ID), plain(" "), authoredText(c.Title)), runCell(b.criteriaLinks(c.Criteria)...),
			answer, toolCell(pageOf(exceptionAnchor(t.ID.Value)))))
	}
	b.add(table)
}

// priorExceptions repeats what the project records of the last report, so that
// the service auditor sees it beside the exceptions of this one.
func (b *builder) priorExceptions() {
	var facts []render.Fact
	for _, text := range b.e.PriorReport.Exceptions {
		facts = append(facts, fact("Exception", authoredText(text)))
	}
	if len(facts) > 0 {
		b.add(&render.Facts{By: render.By{Whose: render.ByManagement}, Title: "Exceptions of the prior report, as management states them", Facts: facts})
	}
}

// strayResponses names the responses that print nowhere because no exception
// was received for them (working edition only).
func (b *builder) strayResponses() {
	var ids []content.Text
	for _, r := range b.e.Responses {
		if !slices.ContainsFunc(b.x.exceptions, func(t *content.Test) bool { return t.ID.Value == r.Test.Value }) {
			ids = append(ids, r.Test)
		}
	}
	if len(ids) == 0 || !b.working() {
		return
	}
	runs := append([]prose.Inline{plain("Management’s responses to ")}, listed(ids)...)
	b.say(render.ByTool, append(runs, plain(" do not print: no exception was received under these ids."))...)
}

func (b *builder) placeholderList() {
	b.heading(render.ByTool, 2, "list/placeholders", "List of open placeholders")
	if len(b.pending) == 0 {
		b.say(render.ByTool, plain("No placeholder is open."))
		return
	}
	table := toolTable("table/placeholders",
		render.Column{Head: "Placeholder", Share: 630}, render.Column{Head: "To be supplied by", Share: 250},
		render.Column{Head: "Page", Share: 120, Numeric: true})
	for _, p := range b.pending {
		row := render.PlainRow("", "", toolCell(plain(p.text)), toolCell(plain(p.whose.String())), toolCell())
		if p.id != "" {
			row.Bands[0][2] = toolCell(pageOf(p.id))
		}
		table.Rows = append(table.Rows, row)
	}
	b.add(table)
}

// approvalTable shows what management approved and which sum a new approval
// would record.
func (b *builder) approvalTable() {
	b.heading(render.ByTool, 2, "list/approvals", "Approvals of management’s parts (working edition only)")
	table := toolTable("table/approvals",
		render.Column{Head: "Part", Share: 180, Names: true, Internal: true}, render.Column{Head: "State", Share: 300, Internal: true},
		render.Column{Head: "SHA-256 that an approval of the part as it is would record", Share: 520, Internal: true})
	for _, part := range ApprovedParts {
		if part == "other-information" && !b.hasOther() {
			continue
		}
		state := b.approval(part)
		words := "Not yet approved"
		if len(state.valid) > 0 {
			words = prose.FirstUpper(state.words())
		}
		if n := len(state.lapsed); n > 0 {
			words += fmt.Sprintf("; %d lapsed by a change", n)
		}
		table.Rows = append(table.Rows, render.PlainRow("", part, toolCell(plain(titleFromName(part))), toolCell(plain(words)),
			toolCell(prose.Styled(PartSum(b.e, part), prose.Mono))))
	}
	b.add(table)
}
