package requests

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// controlList is the sheet of the controls in scope, each stated in the words
// of the report.
func controlList(in Input) *render.Sheet {
	requestsOf, first := map[string][]string{}, map[string]string{}
	for _, r := range in.Requests {
		for _, id := range r.Controls {
			if first[id] == "" {
				first[id] = r.ID
			}
			requestsOf[id] = append(requestsOf[id], r.ID)
		}
	}
	sheet := &render.Sheet{
		Name:  controlSheet,
		Intro: "The controls in scope, in the words of section 4 of the report. Generated from the sources.",
		Columns: []render.SheetColumn{
			{Head: controlColumn, Bold: true, Width: 11, Links: requestSheet, To: first}, {Head: "Title", Bold: true, Width: 24}, {Head: "Area", Width: 13},
			{Head: "Statement", Width: 60}, {Head: "Owner role", Width: 16}, {Head: "Frequency", Width: 13},
			{Head: "Nature", Width: 12}, {Head: "Kind", Width: 11}, {Head: "Criteria", Width: 19, Links: matrixSheet}, {Head: "Systems", Width: 16},
			{Head: "Request IDs", Width: 24, Links: requestSheet}, {Head: "Effective from", Kind: render.DateCell, Width: 12},
			{Head: "Retired on", Kind: render.DateCell, Width: 12}, {Head: "Auditor’s control ID", Width: 11},
		},
		Freeze:  2,
		Printed: 9,
		Filter:  true,
	}
	for _, c := range in.Engagement.Controls {
		if in.Engagement.InScope(c) {
			sheet.Rows = append(sheet.Rows, controlRow(in.Engagement, c, requestsOf[c.ID.Value]))
			delete(requestsOf, c.ID.Value) // a second control of the id is a finding
		}
	}
	return sheet
}

func controlRow(e *content.Engagement, c *content.Control, requests []string) render.SheetRow {
	owner := c.OwnerRole.Value
	if p := e.Party(c.PerformedBy.Value); p != nil {
		owner += " (" + p.Name.Value + ")"
	}
	out := row(c.ID.Value, c.Title.Value, c.Area.Value, Words(c.Statement.Blocks), owner, c.FrequencyWords(),
		content.Nature(c.Nature.Value).Words(), content.Kind(c.Kind.Value).Words(), values(c.Criteria),
		systemNames(e, c), strings.Join(requests, ", "))
	out.Cells = append(out.Cells, dateCell(c.EffectiveFrom), dateCell(c.RetiredOn), render.SheetCell{Text: c.Alias.Value})
	return out
}

func systemNames(e *content.Engagement, c *content.Control) string {
	var words []string
	for _, id := range c.Systems {
		if component := e.Component(id.Value); component != nil {
			words = append(words, component.Name.Value)
		} else {
			words = append(words, id.Value)
		}
	}
	return strings.Join(words, "; ")
}

// Words returns the blocks as a cell holds them: a paragraph a line, items with
// their bullet or number. The words are those the report prints.
func Words(blocks []prose.Block) string {
	var lines []string
	for _, b := range blocks {
		switch b := b.(type) {
		case *prose.List:
			for i, item := range b.Items {
				mark := "• "
				if b.Ordered {
					mark = fmt.Sprintf("%d. ", b.Start+i)
				}
				lines = append(lines, mark+strings.ReplaceAll(Words(item.Blocks), "\n", "\n   "))
			}
		default:
			if text := prose.BlocksText([]prose.Block{b}); text != "" {
				lines = append(lines, text)
			}
		}
	}
	return strings.Join(lines, "\n")
}
