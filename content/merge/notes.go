package merge

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// A NewNote is a comment at a cell that the sources do not have yet, or one of
// theirs that was resolved.
type NewNote struct {
	Where    string
	Request  string // id
	Column   string // head
	Side     content.RequestSide
	Text     string
	Resolved *content.RequestNote // the note that was resolved; nil for a new one

	note    returned.Note
	request *requests.Request
}

// notes takes the comments at the cells of a sheet.
func (c *comparer) notes(s *Sheet, t *table) {
	ids := map[int]string{}
	for _, row := range t.rows {
		text := row.Cell(t.at[s.Columns[0]]).Text
		if r := c.requestOf(text); r != nil && s.Name != pointSheet {
			ids[row.Number] = r.ID
		}
		if id, ok := t.owner[row.Number]; ok {
			ids[row.Number] = id
		}
	}
	for _, n := range c.plan.Asked {
		for _, row := range t.rows {
			if s.Name == requestSheet && n.Where == place(t.sheet.Name, t.at[s.Columns[0]], row.Number) {
				ids[row.Number] = n.ID
			}
		}
	}
	for i, note := range t.sheet.Notes {
		if t.carriedNote(note) {
			continue
		}
		where := place(t.sheet.Name, note.Column, note.Row)
		id := ids[note.Row]
		if id == "" {
			c.report(where, fmt.Sprintf("a comment stands at no request: %q", whole(note.Text)), "it is not kept; answer it, or write it into requests/answers.toml")
			continue
		}
		col := t.columns[note.Column]
		next := &NewNote{Where: where, Request: id, Side: c.noteSide(col), Text: whole(requests.WithoutNoteHeads(c.Engagement, note.Text)), note: note, request: c.find(id)}
		if col != nil {
			next.Column = col.Head
		}
		if note.Reply && (i == 0 || t.sheet.Notes[i-1].Row != note.Row || t.sheet.Notes[i-1].Column != note.Column) {
			next.note.Reply = false
		}
		c.note(next)
	}
}

// note takes one comment, unless the sources have it. A cell shows all its
// comments in one note, so what the sources have is taken out of it first.
func (c *comparer) note(next *NewNote) {
	if next.request != nil && next.request.Answer != nil {
		for _, have := range next.request.Answer.Notes {
			if !sameName(have.Column.Value, next.Column) && c.shows(have.Column.Value) {
				continue
			}
			rest, found := without(next.Text, have.Text.Value)
			if !found {
				continue
			}
			if next.note.Resolved && !have.Resolved && rest == "" {
				resolved := *next
				resolved.Resolved = have
				c.plan.Notes = append(c.plan.Notes, &resolved)
			}
			next.Text = rest
		}
	}
	for _, have := range c.plan.Notes {
		if have.Request == next.Request && have.Column == next.Column && plain(have.Text) == plain(next.Text) {
			return
		}
	}
	if next.Text != "" {
		c.plan.Notes = append(c.plan.Notes, next)
	}
}

// shows reports whether the sheet of the requests has a column of the head. A
// comment whose column is gone stands elsewhere in its row.
func (c *comparer) shows(head string) bool {
	for _, col := range requests.Columns {
		if sameName(col.Head, head) {
			return true
		}
	}
	for _, a := range c.Engagement.RequestList.AddedColumns {
		if a.Sheet.Value == requestSheet && sameName(a.Head.Value, head) {
			return true
		}
	}
	return false
}

// without takes paragraphs out of a text and reports whether they were there.
func without(text, part string) (rest string, found bool) {
	const gap = "\n\n"
	text, part = gap+plain(text)+gap, plain(part)
	if part == "" || !strings.Contains(text, gap+part+gap) {
		return whole(text), false
	}
	return whole(strings.Replace(text, gap+part+gap, gap, 1)), true
}

// notesElsewhere reports the comments on sheets that nobody fills in.
func (c *comparer) notesElsewhere(known map[*returned.Sheet]bool) {
	for _, sheet := range c.Book.Sheets {
		if known[sheet] {
			continue
		}
		for _, note := range sheet.Notes {
			c.report(place(sheet.Name, note.Column, note.Row), fmt.Sprintf("a comment stands at no request: %q", whole(note.Text)), "it is not kept; answer it, or write it into requests/answers.toml")
		}
	}
}
