package soc2

import (
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// A carve-out, an inclusion and the group of complementary user entity controls
// must be told alike in four places: the description, the assertion, the scope
// paragraph and the opinion. Disagreement among them is the most common
// consistency error, so the draft shows the four side by side.

// Columns of the agreement table.
const (
	columnDescription = "description"
	columnAssertion   = "assertion"
	columnScope       = "scope"
	columnOpinion     = "opinion"
)

// What stands in a place.
const (
	isPresent     = "Present"
	isPlaceholder = "Placeholder"
	isMissing     = "Missing"
)

// userEntityGroup is the key of the complementary user entity controls. It is
// no valid id, so no party can have it.
const userEntityGroup = "user entities"

// An agreementState is what stands in one place.
type agreementState struct {
	words string
	id    string // anchor, "" where nothing stands
}

// record notes what stands for a key in a column, while that place is built.
func (b *builder) record(key, column string, state agreementState) {
	b.states[key+"/"+column] = state
}

// agreementKeys returns the keys of the table's rows in printed order.
func (b *builder) agreementKeys() []string {
	var keys []string
	for _, p := range append(b.e.CarveOuts(), b.e.Inclusives()...) {
		keys = append(keys, p.ID.Value)
	}
	if b.hasCUECs() {
		keys = append(keys, userEntityGroup)
	}
	return keys
}

// agreement adds the table, on one page with what says how to read it.
func (b *builder) agreement() {
	b.add(&render.NewPage{By: render.By{Whose: render.ByTool}})
	b.heading(render.ByTool, 2, "list/agreement", "Agreement of description, assertion and report")
	keys := b.agreementKeys()
	if len(keys) == 0 {
		b.say(render.ByTool, plain("There is no subservice organization and no complementary user entity control, so there is nothing to compare."))
		return
	}
	b.say(render.ByTool, plain("Each of the following has to stand in all four places. The table says where it stands now, not whether the words agree."))
	table := toolTable("table/agreement",
		render.Column{Head: "Subject", Share: 280, Names: true}, render.Column{Head: "Description", Share: 180},
		render.Column{Head: "Assertion", Share: 180}, render.Column{Head: "Scope paragraph", Share: 180},
		render.Column{Head: "Opinion", Share: 180})
	for _, key := range keys {
		name := b.subjectOf(key)
		cells := []render.Cell{toolCell(plain(name))}
		for _, column := range []string{columnDescription, columnAssertion, columnScope, columnOpinion} {
			cells = append(cells, b.stateCell(b.states[key+"/"+column]))
		}
		table.Rows = append(table.Rows, render.PlainRow("", name, cells...))
	}
	b.add(table)
}

// subjectOf names what a key stands for.
func (b *builder) subjectOf(key string) string {
	switch p := b.e.Party(key); {
	case p == nil:
		return "Complementary user entity controls"
	case p.IsInclusive():
		return "Inclusive: " + p.Name.Value
	default:
		return "Carve-out: " + p.Name.Value
	}
}

func (b *builder) stateCell(s agreementState) render.Cell {
	switch {
	case s.words == "" || s.id == "":
		return toolCell(prose.Styled(isMissing, prose.Bold))
	case b.number(s.id) != "": // somewhere in a section
		return toolCell(plain(s.words+", "), b.ref(s.id))
	}
	return toolCell(plain(s.words+", page "), pageOf(s.id))
}
