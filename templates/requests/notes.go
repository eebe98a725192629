package requests

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// noteBreak stands between comments that share a cell, which has one note. A
// merge takes them apart by it.
const noteBreak = "\n\n"

// addNotes puts the comments of both sides at the cells at which they stood,
// in columns of ours and in those that people added.
func addNotes(in Input, sheet *render.Sheet) {
	for y, r := range in.Requests {
		if r.Answer != nil {
			sheet.Notes = append(sheet.Notes, notes(in, headsOf(sheet), r, y)...)
		}
	}
}

func notes(in Input, heads []string, r *derived.Request, row int) []render.Note {
	var out []render.Note
	at := map[int]int{}
	for _, n := range r.Answer.Notes {
		x := placeOf(heads, n.Column.Value)
		if i, ok := at[x]; ok {
			out[i].Text += noteBreak + said(in, n)
			continue
		}
		at[x] = len(out)
		out = append(out, render.Note{Row: row, Column: x, Author: author(in, n), Text: said(in, n)})
	}
	return out
}

// said returns a comment under a line that says whose it is.
func said(in Input, n *content.RequestNote) string {
	return derived.NoteHead(in.Engagement, n) + "\n" + n.Text.Value
}

// placeOf returns the column of the head, the first where there is none.
func placeOf(heads []string, head string) int {
	for x, h := range heads {
		if strings.EqualFold(h, head) {
			return x
		}
	}
	return 0
}

// author is the side that wrote, never a person.
func author(in Input, n *content.RequestNote) string {
	if n.Side.Value == string(content.ServiceAuditorSide) {
		return derived.AuditorName
	}
	return in.short()
}
