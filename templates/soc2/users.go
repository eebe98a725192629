package soc2

import (
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// userEntities adds the complementary user entity controls (DC 6) and, apart
// from them, the responsibilities of user entities.
func (b *builder) userEntities(level int) {
	switch {
	case b.hasCUECs():
		b.introduce("user-entity-controls", "user-entities")
		b.add(b.cuecTable())
		b.record(userEntityGroup, columnDescription, agreementState{isPresent, "table/cuecs"})
	case b.e.UserEntities.Declared:
		b.speak("user-entity-controls-none", nil)
	default:
		b.missing("open/user-entity-controls", "complementary user entity controls, or the statement that there are none (DC 6)")
	}
	if len(b.e.UserEntities.Responsibilities) == 0 {
		return
	}
	b.heading(render.ByManagement, level+1, "description/responsibilities", "User entity responsibilities")
	b.speak("user-entity-responsibilities", nil)
	table := managementTable("table/responsibilities", "User entity responsibilities",
		render.Column{Head: "ID", Share: 110, Names: true}, render.Column{Head: "Responsibility of user entities", Share: 890})
	for _, r := range b.e.UserEntities.Responsibilities {
		table.Rows = append(table.Rows, render.PlainRow(r.ID.Value, r.ID.Value, runCell(strong(r.ID)), proseCell(r.Text)))
	}
	b.add(table)
}

func (b *builder) cuecTable() *render.Table {
	table := managementTable("table/cuecs", "Complementary user entity controls",
		render.Column{Head: "ID", Share: 110, Names: true}, render.Column{Head: "Control at the user entity", Share: 410},
		render.Column{Head: "Why it is necessary", Share: 320}, render.Column{Head: "Criteria", Share: 160})
	for _, c := range b.e.UserEntities.CUECs {
		text := proseCell(c.Text)
		if len(c.Commitments) > 0 {
			runs := append([]prose.Inline{plain("Commitments and requirements: ")}, b.promiseLinks(c.Commitments)...)
			text.Blocks = append(text.Blocks, meta(render.ByManagement, runs...))
		}
		table.Rows = append(table.Rows, render.PlainRow(c.ID.Value, c.ID.Value,
			runCell(strong(c.ID)), text, proseCell(c.Why), runCell(b.criteriaLinks(c.Criteria)...)))
	}
	return table
}
