package merge

import (
	"fmt"
	"slices"
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
