package load

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/markdown"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// A table adds to the getters of a TOML table those that make the values of
// package content, and those that know ids.
type table struct {
	*tomlfile.Table
	l     *loader
	owner string // how findings name what the table describes: control "AC-02"
	place *content.Place
}

// table returns the table of the key; one without keys where there is none.
func (t *table) table(key string) *table {
	sub := t.Table.Table(key)
	return &table{Table: sub, l: t.l, owner: "[" + key + "]", place: t.l.beginning(sub.Span(), t.place)}
}

// tables returns the tables of the key, which findings name by the kind.
func (t *table) tables(key string) []*table {
	var all []*table
	for _, sub := range t.Tables(key) {
		if t.l.things++; t.l.things > maxThings {
			t.l.tooMany(sub.Span(), maxThings, "things")
		}
		all = append(all, &table{Table: sub, l: t.l, owner: key, place: t.l.beginning(sub.Span(), t.place)})
	}
	return all
}

// The limits of what all files of a project define: the workbook has a column
// for each control.
const (
	maxControls = 10_000
	maxThings   = 100_000 // controls, tests, components, ...
)

// tooMany reports, once, that the project is not read as a whole. The rest is
// read for its findings.
func (l *loader) tooMany(where diag.Span, limit int, what string) {
	if !l.crowded {
		l.list.Add(tomlfile.TooLarge, where, "project has more than the %d %s that are read", limit, what)
	}
	l.crowded = true
	l.files.lose(where.Name())
}

// prose returns the key's text as rich text: paragraphs, lists and links.
func (t *table) prose(key string) content.Prose {
	raw := t.LongText(key)
	if raw.IsZero() {
		return content.Prose{}
	}
	p := content.Prose{Raw: raw, Blocks: markdown.Parse(raw, markdown.Options{Limited: true}, t.l.list)}
	t.l.texts = append(t.l.texts, authored{blocks: p.Blocks})
	return p
}

func (t *table) date(key string) content.Date { return dateOf(t.Date(key)) }

func (t *table) dates(key string) []content.Date {
	var dates []content.Date
	for _, d := range t.Dates(key) {
		dates = append(dates, dateOf(d))
	}
	return dates
}

// latest returns the key's date, or the latest of its list of dates.
func (t *table) latest(key string) content.Date {
	if !t.IsList(key) {
		return t.date(key)
	}
	var latest content.Date
	for _, d := range t.dates(key) {
		if latest.Before(d) {
			latest = d
		}
	}
	return latest
}

func (t *table) number(key string) content.Int {
	n, span := t.Int(key)
	return content.Int{Value: n, Span: span}
}

// period returns the period between the dates of two keys.
func (t *table) period(start, end string) content.Period {
	p := content.Period{Start: t.date(start), End: t.date(end)}
	p.Span = p.Start.Span
	if p.Span.IsZero() {
		p.Span = p.End.Span
	} else if !p.End.Span.IsZero() && p.End.Span.Start > p.Span.Start {
		p.Span.End = p.End.Span.End
	}
	return p
}

// id returns the key "id" and records what has it. From then on findings name
// the table by it.
func (t *table) id(kind kind) content.Text {
	id := t.Text("id")
	if id.Value != "" {
		t.owner = string(kind) + " " + quote(id.Value)
		t.named(id.Value)
	}
	t.l.ids.define(kind, id, t.Span())
	return id
}

// ref returns the key's id of something of one of the kinds.
func (t *table) ref(key string, kinds ...kind) content.Text {
	id := t.Text(key)
	t.l.ids.cite(t.owner, key, id, kinds)
	return id
}

// refs returns the key's list of ids of things of the kinds.
func (t *table) refs(key string, kinds ...kind) []content.Text {
	set := t.Set(key)
	for _, id := range set {
		t.l.ids.cite(t.owner, key, id, kinds)
	}
	return set
}

// criteria returns the key's list of criteria.
func (t *table) criteria(key string) []content.Text {
	set := t.Set(key)
	for _, id := range set {
		t.l.knownCriterion(t.owner, id)
	}
	return set
}

// none returns the key's explicit "none", which excludes entries.
func (t *table) none(key, entries string) content.Text {
	none := t.Choice(key, "none")
	if list := t.Tables(entries); !none.IsZero() && len(list) > 0 {
		t.l.list.Add(ContradictoryNone, none.Span, "%s = %q, but the file has [[%s]]", key, none.Value, entries).
			Note(list[0].Span(), "the first one is here").
			Suggest("take this line away if the entries are true, else the entries")
	}
	return none
}

func dateOf(d tomlfile.Date) content.Date {
	return content.Date{Year: d.Year, Month: d.Month, Day: d.Day, Span: d.Span}
}

// whole returns text that stands for all of a place in the source.
func whole(value string, span diag.Span) content.Text {
	var b diag.TextBuilder
	b.Atom(value, span.Start, span.End)
	return b.Text(span)
}
