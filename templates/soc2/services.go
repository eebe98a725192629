package soc2

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// managementTable is a table of management's facts.
func managementTable(id, caption string, columns ...render.Column) *render.Table {
	return &render.Table{By: render.By{Whose: render.ByManagement}, ID: id, Caption: caption, Columns: columns}
}

// services adds the services in scope and those that are sold beside them but
// are not (DC 1).
func (b *builder) services(int) {
	if len(b.e.Services) == 0 {
		b.missing("open/services", "services: name, what each does, for which kind of user entity (DC 1)")
	} else {
		table := managementTable("table/services", "Services in scope",
			render.Column{Head: "Service", Share: 200, Names: true}, render.Column{Head: "What it does", Share: 500},
			render.Column{Head: "User entities", Share: 300})
		for _, s := range b.e.Services {
			table.Rows = append(table.Rows, render.PlainRow("", s.Name.Value,
				runCell(strong(s.Name)), proseCell(s.Summary), runCell(authoredText(s.UserEntities))))
		}
		b.add(table)
	}
	if len(b.e.ExcludedServices) == 0 {
		return
	}
	table := managementTable("table/services-outside", "Services outside the scope of this description",
		render.Column{Head: "Service", Share: 260, Names: true}, render.Column{Head: "Why it is outside the scope", Share: 740})
	for _, s := range b.e.ExcludedServices {
		table.Rows = append(table.Rows, render.PlainRow("", s.Name.Value, runCell(strong(s.Name)), proseCell(s.Reason)))
	}
	b.add(table)
}

// commitments adds the tables of service commitments and system requirements
// (DC 2).
func (b *builder) commitments(int) {
	if len(b.e.Commitments) == 0 && len(b.e.Requirements) == 0 {
		b.missing("open/commitments", "principal service commitments and system requirements (DC 2)")
		return
	}
	b.introduce("commitments", "commitments")
	if vary := b.e.Report.CommitmentsVary; vary.Value != "" {
		b.say(render.ByManagement, authoredText(vary))
	}
	if len(b.e.Commitments) == 0 {
		b.missing("open/service-commitments", "principal service commitments (DC 2)")
	} else {
		b.add(b.commitmentTable())
	}
	if len(b.e.Requirements) == 0 {
		b.missing("open/system-requirements", "principal system requirements (DC 2)")
		return
	}
	b.add(b.requirementTable())
}

func (b *builder) commitmentTable() *render.Table {
	table := managementTable("table/commitments", "Principal service commitments",
		render.Column{Head: "ID", Share: 85, Names: true}, render.Column{Head: "Service commitment", Share: 445},
		render.Column{Head: "Categories", Share: 150}, render.Column{Head: "Made in", Share: 175},
		render.Column{Head: "Requirements", Share: 145})
	var further []render.Row
	for _, c := range b.e.Commitments {
		row := render.PlainRow(c.ID.Value, c.ID.Value, runCell(strong(c.ID)),
			b.withControls(c.Text, c.ID), runCell(plain(prose.FirstUpper(categoryWords(c.Categories)))),
			runCell(listedSources(c.Sources)...), runCell(b.requirementsFor(c.ID)...))
		if c.Principal {
			table.Rows = append(table.Rows, row)
		} else {
			further = append(further, row)
		}
	}
	table.Rows = withGroup(table.Rows, "Further service commitments, not principal", further)
	return table
}

func (b *builder) requirementTable() *render.Table {
	table := managementTable("table/requirements", "Principal system requirements",
		render.Column{Head: "ID", Share: 85, Names: true}, render.Column{Head: "System requirement", Share: 445},
		render.Column{Head: "Categories", Share: 150}, render.Column{Head: "Follows from", Share: 175},
		render.Column{Head: "Commitments", Share: 145})
	var further []render.Row
	for _, r := range b.e.Requirements {
		row := render.PlainRow(r.ID.Value, r.ID.Value, runCell(strong(r.ID)),
			b.withControls(r.Text, r.ID), runCell(plain(prose.FirstUpper(categoryWords(r.Categories)))),
			runCell(listedSources(r.Sources)...), runCell(b.promiseLinks(r.Commitments)...))
		if r.Principal {
			table.Rows = append(table.Rows, row)
		} else {
			further = append(further, row)
		}
	}
	table.Rows = withGroup(table.Rows, "Further system requirements, not principal", further)
	return table
}

// withGroup appends rows under a heading row of their own.
func withGroup(rows []render.Row, heading string, further []render.Row) []render.Row {
	if len(further) == 0 {
		return rows
	}
	return append(append(rows, render.Row{Group: heading}), further...)
}

// withControls is a cell with long text and, below it, the controls that name
// the id among their commitments.
func (b *builder) withControls(text content.Prose, id content.Text) render.Cell {
	c := proseCell(text)
	if serving := b.x.serving[id.Value]; len(serving) > 0 {
		runs := append([]prose.Inline{plain("Controls: ")}, b.controlLinks(serving)...)
		c.Blocks = append(c.Blocks, meta(render.ByManagement, runs...))
	}
	return c
}

// requirementsFor lists the requirements that follow from the commitment.
func (b *builder) requirementsFor(commitment content.Text) []prose.Inline {
	return idLinks(b.x.following[commitment.Value])
}
