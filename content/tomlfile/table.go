package tomlfile

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// A Table is a TOML table. Its getters take a key, record it as known and
// report a value of the wrong type; a missing key gives the zero value without
// a finding, see Require. The nil Table is empty and silent.
type Table struct {
	f       *file
	span    diag.Span
	depth   int
	made    origin
	section int // of a table made by a dotted key: the number of the header above it
	end     int // offset behind the header, or behind the last key below it
	order   []*entry
	entries map[string]*entry
	known   []string // keys asked for, in the order of asking
	asked   map[string]bool
}

// origin is what made a table; it decides what may add to it.
type origin uint8

const (
	byHeader       origin = iota // [a]
	byLongerHeader               // a of [a.b]
	byDottedKey                  // a of a.b = 1
	inline                       // a = {}
)

func newTable(f *file, span diag.Span, depth int) *Table {
	return &Table{f: f, span: span, depth: depth, entries: map[string]*entry{}, asked: map[string]bool{}}
}

// Span returns the place of the table: its header, the inline table, or the
// start of the file.
func (t *Table) Span() diag.Span {
	if t == nil {
		return diag.Span{}
	}
	return t.span
}

// ask records a key as known and returns its entry, or nil.
func (t *Table) ask(key string) *entry {
	if t == nil {
		return nil
	}
	if !t.asked[key] {
		t.asked[key] = true
		t.known = append(t.known, key)
	}
	return t.entries[key]
}

// Has reports whether the table has the key, and records it as known.
func (t *Table) Has(key string) bool { return t.ask(key) != nil }

// IsList reports whether the key's value is a list, for keys that take one
// thing or several.
func (t *Table) IsList(key string) bool {
	e := t.ask(key)
	return e != nil && e.value.kind == kindArray
}

// KeySpan returns the place of the key itself, the table's where it has none.
func (t *Table) KeySpan(key string) diag.Span {
	if e := t.ask(key); e != nil {
		return e.keySpan
	}
	return t.Span()
}

// ValueSpan returns the place of the key's value, the table's where there is
// none.
func (t *Table) ValueSpan(key string) diag.Span {
	if e := t.ask(key); e != nil {
		return e.value.span
	}
	return t.Span()
}

// Keys returns the keys in source order, as known ones: for tables whose keys
// are the author's own.
func (t *Table) Keys() []string {
	if t == nil {
		return nil
	}
	var keys []string
	for _, e := range t.order {
		keys = append(keys, e.name)
		t.ask(e.name)
	}
	return keys
}

// Require reports those of the keys that are missing or empty.
func (t *Table) Require(keys ...string) {
	if t == nil {
		return
	}
	for _, key := range keys {
		switch e := t.ask(key); {
		case e == nil:
			t.f.found.Add(MissingKey, t.span, "%s has no %q", t.words(), key).Suggest("add it; the reference in socdraft's README.md says what goes there")
		case e.value.empty():
			t.f.found.Add(MissingKey, e.value.span, "%q is empty", key).Suggest("write something, or take the table away")
		}
	}
}

// RequireAs reports the key if it is missing, with what its value may be, or if
// its value is empty.
func (t *Table) RequireAs(key, values string) {
	if t == nil {
		return
	}
	switch e := t.ask(key); {
	case e == nil:
		t.f.found.Add(MissingKey, t.span, "%s has no %q", t.words(), key).Suggest("add it: %s", values)
	case e.value.empty():
		t.f.found.Add(MissingKey, e.value.span, "%q is empty", key).Suggest("write %s", values)
	}
}

// words names the table for findings by its header.
func (t *Table) words() string {
	text := t.f.src.Text[t.span.Start:t.span.End] // of an inline table perhaps all of the file
	switch {
	case len(text) == 0:
		return "file"
	case text[0] == '[' && bytes.IndexByte(text, '\n') < 0:
		return string(text)
	}
	return "table"
}

func (v *value) empty() bool {
	switch v.kind {
	case kindString:
		return strings.TrimSpace(v.text.Value) == ""
	case kindArray:
		return len(v.items) == 0
	}
	return false
}

// wrong reports a value that is not of the type its key takes.
func (t *Table) wrong(key string, v *value, want string) *diag.Finding {
	return t.f.found.Add(WrongType, v.span, "%q must be %s, not %s", key, want, v.kind.words())
}

// Done ends the reading of a file: keys nobody asked for become findings, and
// all findings of the file go to the list in source order. Call it on the
// table that Parse returned, once. It returns false where a value was larger
// than what is read.
func (t *Table) Done() bool {
	if t == nil {
		return true
	}
	t.unknown()
	whole := !t.f.found.Has(TooLarge)
	all := t.f.found.All()
	slices.SortStableFunc(all, func(a, b *diag.Finding) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	t.f.list.Append(&t.f.found)
	t.f.found = diag.List{}
	return whole
}

// unknown reports the keys of a table, and of the tables in it that were asked
// for, that nobody asked for.
func (t *Table) unknown() {
	for _, e := range t.order {
		if !t.asked[e.name] {
			t.unknownKey(e)
			continue
		}
		if e.value.kind == kindTable {
			e.value.table.unknown()
		}
		for _, item := range e.value.items {
			if item.kind == kindTable {
				item.table.unknown()
			}
		}
	}
}

func (t *Table) unknownKey(e *entry) {
	what := "unknown key"
	if e.value.kind == kindTable || e.value.kind == kindTables {
		what = "unknown table"
	}
	f := t.f.found.Add(UnknownKey, e.keySpan, "%s %q", what, e.name)
	if t.depth > 0 && t.words() != "table" {
		f.Message += " in " + t.words()
	}
	if near := t.f.nearest(e.name, t.known); near != "" {
		f.Suggest("a key with a similar name exists: %q", near)
	} else if n := len(t.known); n > 0 && n <= 12 {
		f.Suggest("known keys: %s", strings.Join(t.known, ", "))
	} else {
		f.Suggest("take it away, so that nobody relies on what is never read; the reference in socdraft's README.md lists the keys")
	}
}
