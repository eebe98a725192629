package requests

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// notes returns the comments that stood at the cells of a request. A cell has
// one note: those that stood at the same cell follow each other in it.
func notes(in Input, sheet *render.Sheet, r *derived.Request, row int) []render.Note {
	if r.Answer == nil {
		return nil
	}
	var out []render.Note
	at := map[int]int{}
	for _, n := range r.Answer.Notes {
		x := headed(sheet, n.Column.Value)
		if i, ok := at[x]; ok {
			out[i].Text += NoteBreak + n.Text.Value
			continue
		}
		at[x] = len(out)
		out = append(out, render.Note{Row: row, Column: x, Author: author(in, n), Text: n.Text.Value})
	}
	return out
}

// NoteBreak stands between comments that share a cell.
const NoteBreak = "\n\n"

// headed returns the column of the head, the first where the sheet has it no
// more.
func headed(sheet *render.Sheet, head string) int {
	for x, c := range sheet.Columns {
		if strings.EqualFold(c.Head, head) {
			return x
		}
	}
	return 0
}

// author is the side that wrote, never a person.
func author(in Input, n *content.RequestNote) string {
	if n.Side.Value == string(content.ServiceAuditorSide) {
		return auditorWords
	}
	return in.short()
}
