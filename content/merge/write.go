package merge

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// The sources that a merge changes.
const (
	auditorFile = "requests/auditor.toml"
	answerFile  = "requests/answers.toml"
	addedFile   = "requests/added.toml"
	issuedFile  = "requests/issued.toml"
)

// heads begin new files.
var heads = map[string]string{
	auditorFile: "# What the service auditor asks. Written by people, by \"socdraft requests merge\" and \"import\".\n",
	answerFile:  "# Where the requests stand on both sides. Written by people, by \"socdraft requests merge\" and \"import\".\n",
	addedFile:   "# Columns and sheets that people added to the workbook, written by \"socdraft requests merge\".\n",
}

// A File is a source with the changes of a plan made.
type File struct {
	Name   string
	Before []byte // nil where there was no such file
	Data   []byte
}

// Write makes the changes of the plan. Source returns a file as it was read, or
// one that begins with the head, and what it held before.
func (p *Plan) Write(source func(name, head string) (*diag.Source, []byte)) ([]File, error) {
	w := &writer{plan: p, source: source, edits: map[string]*tomlfile.Editor{}, before: map[string][]byte{}}
	for _, step := range []func() error{w.asked, w.terms, w.answers, w.records, w.columns, w.sheets, w.taken} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	var files []File
	for _, name := range []string{auditorFile, answerFile, addedFile, issuedFile} {
		if w.edits[name] == nil {
			continue
		}
		data, err := w.edits[name].Bytes()
		if err != nil {
			return nil, err
		}
		files = append(files, File{Name: name, Before: w.before[name], Data: data})
	}
	return files, nil
}

type writer struct {
	plan   *Plan
	source func(name, head string) (*diag.Source, []byte)
	edits  map[string]*tomlfile.Editor
	before map[string][]byte
}

// edit returns the editor of a file.
func (w *writer) edit(name string) (*tomlfile.Editor, error) {
	if e := w.edits[name]; e != nil {
		return e, nil
	}
	src, before := w.source(name, heads[name])
	e, ok := tomlfile.Edit(src, new(diag.List))
	if !ok {
		return nil, fmt.Errorf("%s was read and cannot be edited", name)
	}
	w.edits[name], w.before[name] = e, before
	return e, nil
}

// asked adds the requests of the service auditor's own.
func (w *writer) asked() error {
	for _, n := range w.plan.Asked {
		e, err := w.edit(auditorFile)
		if err != nil {
			return err
		}
		pairs := []tomlfile.Pair{{Key: "id", Value: n.ID}}
		add := func(keys ...string) {
			for _, key := range keys {
				if v := n.values[key]; v != "" {
					pairs = append(pairs, tomlfile.Pair{Key: key, Value: typedPair(requests.ColumnOf(key), v)})
				}
			}
		}
		add("ref", "title", "what", "kind", "area")
		if len(n.controls) > 0 {
			pairs = append(pairs, tomlfile.Pair{Key: "controls", Value: n.controls})
		}
		if len(n.criteria) > 0 {
			pairs = append(pairs, tomlfile.Pair{Key: "criteria", Value: n.criteria})
		}
		switch {
		case n.from != "":
			pairs = append(pairs, tomlfile.Pair{Key: "covers", Value: []tomlfile.Pair{{Key: "start", Value: dateValue(n.from)}, {Key: "end", Value: dateValue(n.to)}}})
		case n.to != "":
			pairs = append(pairs, tomlfile.Pair{Key: "as_of", Value: dateValue(n.to)})
		}
		add("source_system", "format", "ipe", "owner_role", "phase", "requested_on", "due_on", "follow_up_of")
		e.Append(e.Root(), "request", pairs)
	}
	return nil
}

// termKeys are the columns that are the service auditor's terms and no answer.
var termKeys = []string{"ref", "title", "what", "phase", "requested_on", "due_on", "follow_up_of"}

// answerKeys are the columns of an answer, in the order in which a new one has
// them.
var answerKeys = []string{"owner_role", "source_system", "status", "submitted_on", "evidence", "comment", "na_reason",
	"auditor_status", "accepted_on", "auditor_comment"}

// A group is the changes to one row.
type group struct {
	row     *Row
	changes []*Change
}

// grouped returns the changes to a sheet's columns of the keys, row by row.
func (w *writer) grouped(sheet string, keys []string) []group {
	var groups []group
	for _, c := range w.plan.Changes {
		if c.Sheet != sheet || !slices.Contains(keys, c.Column.Key) {
			continue
		}
		if n := len(groups); n == 0 || groups[n-1].row != c.row {
			groups = append(groups, group{row: c.row})
		}
		g := &groups[len(groups)-1]
		g.changes = append(g.changes, c)
	}
	return groups
}

// set makes the changes of a group in a table that is there.
func set(e *tomlfile.Editor, t *tomlfile.Table, changes []*Change) {
	for _, c := range changes {
		if c.value == "" {
			e.Remove(t, c.Column.Key)
		} else {
			e.Set(t, c.Column.Key, typedPair(c.Column, c.value))
		}
	}
}

// pairs returns the values of a group in the order of the keys.
func (g group) pairs(keys []string) []tomlfile.Pair {
	var all []tomlfile.Pair
	for _, key := range keys {
		for _, c := range g.changes {
			if c.Column.Key == key && c.value != "" {
				all = append(all, tomlfile.Pair{Key: key, Value: typedPair(c.Column, c.value)})
			}
		}
	}
	return all
}

// terms writes what the service auditor set for a request: into the request of
// its own, else into a change of an expected one.
func (w *writer) terms() error {
	for _, g := range w.grouped(requestSheet, termKeys) {
		e, err := w.edit(auditorFile)
		if err != nil {
			return err
		}
		r := g.row.request
		switch {
		case r.Asked != nil:
			set(e, e.At("request", r.Asked.Span), g.changes)
		case r.Change != nil:
			set(e, e.At("change", r.Change.Span), g.changes)
		default:
			e.Append(e.Root(), "change", append([]tomlfile.Pair{{Key: "request", Value: r.ID}}, g.pairs(termKeys)...))
		}
	}
	return nil
}

// answers writes where the requests stand, with the comments at their cells.
func (w *writer) answers() error {
	notes := map[string][]*NewNote{}
	var order []string
	for _, n := range w.plan.Notes {
		if notes[n.Request] == nil {
			order = append(order, n.Request)
		}
		notes[n.Request] = append(notes[n.Request], n)
	}
	for _, g := range w.grouped(requestSheet, answerKeys) {
		if err := w.answer(g.row.request, g.row.ID, g, notes[g.row.ID]); err != nil {
			return err
		}
		delete(notes, g.row.ID)
	}
	for _, n := range w.plan.Asked {
		g := group{}
		for _, key := range answerKeys[len(answerKeys)-3:] {
			if v := n.values[key]; v != "" {
				g.changes = append(g.changes, &Change{Column: requests.ColumnOf(key), value: v})
			}
		}
		if len(g.changes) == 0 && notes[n.ID] == nil {
			continue
		}
		if err := w.answer(nil, n.ID, g, notes[n.ID]); err != nil {
			return err
		}
		delete(notes, n.ID)
	}
	for _, id := range order {
		if left := notes[id]; left != nil {
			if err := w.answer(left[0].request, id, group{}, left); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writer) answer(r *requests.Request, id string, g group, notes []*NewNote) error {
	e, err := w.edit(answerFile)
	if err != nil {
		return err
	}
	if r == nil || r.Answer == nil {
		pairs := append([]tomlfile.Pair{{Key: "request", Value: id}}, g.pairs(answerKeys)...)
		var all [][]tomlfile.Pair
		for _, n := range notes {
			all = append(all, n.pairs())
		}
		if len(all) > 0 {
			pairs = append(pairs, tomlfile.Pair{Key: "note", Value: all})
		}
		e.Append(e.Root(), "answer", pairs)
		return nil
	}
	t := e.At("answer", r.Answer.Span)
	set(e, t, g.changes)
	for _, n := range notes {
		if n.Resolved == nil {
			e.Append(t, "note", n.pairs())
			continue
		}
		for _, have := range t.Tables("note") {
			if have.Span().Start == n.Resolved.Span.Start {
				e.Set(have, "resolved", true)
			}
		}
	}
	return nil
}

func (n *NewNote) pairs() []tomlfile.Pair {
	pairs := []tomlfile.Pair{{Key: "side", Value: string(n.Side)}}
	if n.Column != "" {
		pairs = append(pairs, tomlfile.Pair{Key: "column", Value: n.Column})
	}
	pairs = append(pairs, tomlfile.Pair{Key: "text", Value: n.Text})
	if !n.note.On.IsZero() {
		pairs = append(pairs, tomlfile.Pair{Key: "on", Value: dateValue(n.note.On.Format(time.DateOnly))})
	}
	if n.note.Reply {
		pairs = append(pairs, tomlfile.Pair{Key: "reply", Value: true})
	}
	if n.note.Resolved {
		pairs = append(pairs, tomlfile.Pair{Key: "resolved", Value: true})
	}
	return pairs
}

// records writes walkthroughs and open points.
func (w *writer) records() error {
	meeting, point := []string{"held_on", "attendees", "outcome"}, []string{"request", "control", "text", "raised_on", "resolution", "closed_on"}
	for _, g := range append(w.grouped(walkthroughSheet, meeting), w.grouped(pointSheet, point)...) {
		e, err := w.edit(answerFile)
		if err != nil {
			return err
		}
		switch {
		case g.row.point != nil:
			set(e, e.At("open_point", g.row.point.Span), g.changes)
		case g.row.meeting != nil:
			set(e, e.At("walkthrough", g.row.meeting.Span), g.changes)
		default:
			e.Append(e.Root(), "walkthrough", append([]tomlfile.Pair{{Key: "request", Value: g.row.ID}}, g.pairs(meeting)...))
		}
	}
	for _, n := range w.plan.Points {
		e, err := w.edit(answerFile)
		if err != nil {
			return err
		}
		pairs := []tomlfile.Pair{{Key: "id", Value: n.ID}}
		for _, key := range point {
			if v := n.values[key]; v != "" {
				pairs = append(pairs, tomlfile.Pair{Key: key, Value: typedPair(pointColumn(key), v)})
			}
			if key == "text" {
				pairs = append(pairs, tomlfile.Pair{Key: "side", Value: string(n.Side)})
			}
		}
		e.Append(e.Root(), "open_point", pairs)
	}
	return nil
}

func pointColumn(key string) *requests.Column {
	for _, c := range requests.PointColumns {
		if c.Key == key {
			return c
		}
	}
	return nil
}

// columns writes the cells of columns that people added.
func (w *writer) columns() error {
	type added struct{ sheet, head string }
	var order []added
	cells := map[added][]tomlfile.Pair{}
	add := func(sheet, head, row, text string) {
		key := added{sheet, head}
		if cells[key] == nil {
			order = append(order, key)
		}
		cells[key] = append(cells[key], tomlfile.Pair{Key: row, Value: text})
	}
	for _, c := range w.plan.Changes {
		if isAdded(c.Column) {
			add(c.Sheet, c.Column.Head, c.Row, c.value)
		}
	}
	for _, n := range w.plan.Asked {
		for _, key := range slices.Sorted(maps.Keys(n.values)) {
			if head, ok := strings.CutPrefix(key, addedPrefix); ok {
				add(requestSheet, head, n.ID, n.values[key])
			}
		}
	}
	for _, key := range order {
		e, err := w.edit(addedFile)
		if err != nil {
			return err
		}
		w.column(e, key.sheet, key.head, cells[key])
	}
	return nil
}

func (w *writer) column(e *tomlfile.Editor, sheet, head string, cells []tomlfile.Pair) {
	var have *tomlfile.Table
	for _, t := range e.Root().Tables("column") {
		if t.Text("sheet").Value == sheet && t.Text("head").Value == head {
			have = t
		}
	}
	var fresh [][]tomlfile.Pair
	for _, cell := range cells {
		var old *tomlfile.Table
		for _, t := range have.Tables("cell") {
			if t.Text("row").Value == cell.Key {
				old = t
			}
		}
		pairs := []tomlfile.Pair{{Key: "row", Value: cell.Key}, {Key: "text", Value: cell.Value}}
		switch {
		case old != nil:
			e.Set(old, "text", cell.Value)
		case have != nil:
			e.Append(have, "cell", pairs)
		default:
			fresh = append(fresh, pairs)
		}
	}
	if have == nil {
		e.Append(e.Root(), "column", []tomlfile.Pair{{Key: "sheet", Value: sheet}, {Key: "head", Value: head}, {Key: "cell", Value: fresh}})
	}
}

// sheets writes the sheets that people added.
func (w *writer) sheets() error {
	for _, s := range w.plan.Sheets {
		e, err := w.edit(addedFile)
		if err != nil {
			return err
		}
		var rows [][]tomlfile.Pair
		for _, row := range s.Rows {
			rows = append(rows, []tomlfile.Pair{{Key: "cells", Value: append([]string{}, row...)}})
		}
		if s.have == nil {
			e.Append(e.Root(), "sheet", []tomlfile.Pair{{Key: "name", Value: s.Name}, {Key: "row", Value: rows}})
			continue
		}
		t := e.At("sheet", s.have.Span)
		old := t.Tables("row")
		for i, row := range rows {
			if i < len(old) {
				e.Set(old[i], "cells", row[0].Value)
			} else {
				e.Append(t, "row", row)
			}
		}
		for _, t := range old[min(len(rows), len(old)):] {
			e.Set(t, "cells", []string{})
		}
	}
	return nil
}

// taken keeps what was taken beside what was issued, so that a later state of
// the same file is no conflict with an earlier one.
func (w *writer) taken() error {
	if w.plan.issued == nil || len(w.plan.Changes) == 0 {
		return nil
	}
	e, err := w.edit(issuedFile)
	if err != nil {
		return err
	}
	rows := map[[2]string]*tomlfile.Table{}
	round := e.At("round", w.plan.issued.Span)
	for _, t := range round.Tables("row") {
		rows[[2]string{t.Text("sheet").Value, t.Text("id").Value}] = t
	}
	marks := map[*tomlfile.Table][]string{}
	for _, c := range w.plan.Changes {
		t := rows[[2]string{c.Sheet, c.Row}]
		if t == nil {
			continue
		}
		if marks[t] == nil {
			marks[t] = words(t.Texts("taken"))
		}
		marks[t] = append(marks[t], takenMark(c.Column, c.value))
		e.Set(t, "taken", marks[t])
	}
	return nil
}

// typedPair returns a value as its column is written.
func typedPair(col *requests.Column, value string) any {
	switch {
	case col == nil:
	case col.Value == requests.DateValue:
		return dateValue(value)
	case col.Value == requests.LinesValue:
		return parts(value)
	}
	return value
}

// dateValue returns a date that was written as 2026-06-30.
func dateValue(text string) tomlfile.Date {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return tomlfile.Date{}
	}
	return tomlfile.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}
