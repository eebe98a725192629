package prose

import (
	"reflect"
	"testing"
)

func TestCloneSharesNoRuns(t *testing.T) {
	para := func(s string) *Paragraph { return Para(Inline{Text: s}) }
	cell := func(s string) Cell { return Cell{Inlines: Plain(s)} }
	blocks := []Block{
		para("paragraph"), &Heading{Level: 2, Inlines: Plain("heading")},
		&List{Items: []Item{{Blocks: []Block{para("item")}}}},
		&Definitions{Items: []Definition{{Term: para("term"), Blocks: []Block{para("meaning")}}}},
		&Quote{Blocks: []Block{para("quote")}}, &Alert{Kind: "note", Blocks: []Block{para("alert")}},
		&Code{Text: "code\n"}, &Figure{Alt: "alt", Caption: Plain("caption")}, &Break{},
		&Diagram{
			Groups: []DiagramGroup{{Label: Plain("zone"), Parent: -1}}, Nodes: []DiagramNode{{Label: Plain("node")}},
			Edges: []DiagramEdge{{Label: Plain("edge"), Detail: Plain("detail")}}, Caption: Plain("caption"), Alt: Plain("alt"),
		},
		&Table{Head: []Cell{cell("head")}, Rows: [][]Cell{{cell("cell")}}},
		&Notes{Notes: []Note{{Number: 1, ID: "fn-1", Blocks: []Block{para("note")}}}},
	}
	before := BlocksText(blocks)
	copies := Clone(blocks)
	if !reflect.DeepEqual(blocks, copies) {
		t.Error("the copy differs")
	}
	EachInlines(copies, func(runs *[]Inline) { (*runs)[0].Text = "changed" })
	if got := BlocksText(blocks); got != before {
		t.Errorf("the original changed to %q", got)
	}
}
