package tomlfile

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// An Editor changes a file in place: comments, the order of keys, line ends and
// everything else that it was not asked to change stay byte for byte. Its
// methods note what to do; Bytes does it.
type Editor struct {
	src   *diag.Source
	root  *Table
	paths map[*Table][]string // names from the root to the table
	lists map[*value]bool     // arrays of inline tables that were added to
	write encoder
	want  *model
	sets  map[*Table][]*change // in the order of asking
	order []*Table             // the keys of sets, in the order of asking
	cuts  []splice
	err   error
}

// A change sets a key of a table, or removes it.
type change struct {
	key    string
	value  any
	remove bool
}

// Edit begins to change a file. Where the file cannot be read it adds a finding
// to the list and returns false.
func Edit(src *diag.Source, list *diag.List) (*Editor, bool) {
	root, ok := Parse(src, list)
	if !ok {
		return nil, false
	}
	e := &Editor{src: src, root: root, paths: map[*Table][]string{}, lists: map[*value]bool{}, sets: map[*Table][]*change{}, want: modelOf(root)}
	e.write.eol = "\n"
	if at := strings.IndexByte(string(src.Text), '\n'); at > 0 && src.Text[at-1] == '\r' {
		e.write.eol = "\r\n"
	}
	e.walk(root, nil)
	return e, true
}

func (e *Editor) walk(t *Table, path []string) {
	e.paths[t] = path
	for _, entry := range t.order {
		sub := append(path[:len(path):len(path)], entry.name)
		if entry.value.table != nil {
			e.walk(entry.value.table, sub)
		}
		for _, item := range entry.value.items {
			if item.table != nil {
				e.walk(item.table, sub)
			}
		}
	}
}

// Root returns the table of the whole file.
func (e *Editor) Root() *Table { return e.root }

// Find returns the first table of a list of tables at the root whose key has
// the text, or nil.
func (e *Editor) Find(list, key, text string) *Table {
	entry := e.root.entries[list]
	if entry == nil {
		return nil
	}
	for _, item := range entry.value.items {
		if item.table == nil {
			continue
		}
		if have := item.table.entries[key]; have != nil && have.value.kind == kindString && have.value.text.Value == text {
			return item.table
		}
	}
	return nil
}

// At returns the table of a list of tables at the root that begins at the
// place, or nil.
func (e *Editor) At(list string, place diag.Span) *Table {
	if entry := e.root.entries[list]; entry != nil && !place.IsZero() {
		for _, item := range entry.value.items {
			if item.table != nil && item.table.span.Start == place.Start {
				return item.table
			}
		}
	}
	return nil
}

// Set gives a key of a table a value, in the place of its present one or behind
// the last key of the table.
func (e *Editor) Set(t *Table, key string, v any) {
	e.change(t, change{key: key, value: v})
	e.want.maps[t][key] = wanted(v)
}

// Remove takes a key out of a table. A comment behind it stays, on a line of
// its own.
func (e *Editor) Remove(t *Table, key string) {
	if t.entries[key] == nil && e.changeOf(t, key) == nil {
		return
	}
	e.change(t, change{key: key, remove: true})
	delete(e.want.maps[t], key)
}

// change notes a change; of several to one key the last counts.
func (e *Editor) change(t *Table, next change) {
	if e.sets[t] == nil {
		e.order = append(e.order, t)
	}
	if c := e.changeOf(t, next.key); c != nil {
		*c = next
		return
	}
	e.sets[t] = append(e.sets[t], &next)
}

// Append adds a table to a list of tables of a parent: behind the last of the
// list, else at the end of the parent.
func (e *Editor) Append(parent *Table, list string, pairs []Pair) {
	have := parent.entries[list]
	switch {
	case have != nil && have.value.kind == kindArray:
		e.appendInline(have.value, pairs)
	case have != nil && have.value.kind != kindTables:
		e.fail(have.keySpan, "%q is not a list of tables", list)
	case parent.made == inline || parent.made == byDottedKey:
		e.fail(parent.span, "a table cannot be added to a table that has no header")
	default:
		e.appendBlock(parent, have, list, pairs)
	}
	e.want.append(parent, list, pairs)
}

func (e *Editor) appendBlock(parent *Table, have *entry, list string, pairs []Pair) {
	text, err := e.write.table(append(e.paths[parent][:len(e.paths[parent]):len(e.paths[parent])], list), pairs)
	if err != nil {
		e.fail(parent.span, "%v", err)
		return
	}
	at := len(e.src.Text)
	switch {
	case have != nil:
		at = last(have.value.items[len(have.value.items)-1].table)
	case parent != e.root:
		at = last(parent)
	}
	e.cuts = append(e.cuts, splice{start: e.lineEnd(at), end: e.lineEnd(at), text: text, block: true, depth: len(e.paths[parent])})
}

// last returns where the table ends, with the tables below its own headers.
func last(t *Table) int {
	end := t.end
	for _, entry := range t.order {
		if sub := entry.value.table; sub != nil && sub.made != inline {
			end = max(end, last(sub))
		}
		if entry.value.kind == kindTables {
			for _, item := range entry.value.items {
				end = max(end, last(item.table))
			}
		}
	}
	return end
}

func (e *Editor) appendInline(v *value, pairs []Pair) {
	text, err := e.write.inlineTable(pairs)
	if err != nil {
		e.fail(v.span, "%v", err)
		return
	}
	at := v.span.Start + 1
	if n := len(v.items); n > 0 {
		item := v.items[n-1]
		if at = item.span.End; e.src.Text[at-1] != '}' {
			e.fail(item.span, "a table cannot be added behind this one")
			return
		}
	}
	if len(v.items) > 0 || e.lists[v] {
		text = ", " + text
	}
	e.lists[v] = true
	e.cuts = append(e.cuts, splice{start: at, end: at, text: text})
}

// fail notes the first thing that cannot be done.
func (e *Editor) fail(span diag.Span, format string, args ...any) {
	if e.err == nil {
		line, col := span.Position()
		e.err = fmt.Errorf("%s:%d:%d: %s", span.Name(), line, col, fmt.Sprintf(format, args...))
	}
}

// ErrTooLarge tells that an edited file would be larger than what is read.
var ErrTooLarge = fmt.Errorf("the file would be larger than the %d MiB that are read", MaxSize>>20)

// Bytes returns the file with all changes made. The error tells of a change
// that the way the file is written does not allow.
func (e *Editor) Bytes() ([]byte, error) {
	cuts := slices.Clone(e.cuts)
	for _, t := range e.order {
		cuts = append(cuts, e.table(t)...)
	}
	if e.err != nil {
		return nil, e.err
	}
	slices.SortStableFunc(cuts, func(a, b splice) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.rank(), b.rank()))
	})
	text, ok := e.apply(cuts)
	if len(text) > MaxSize {
		return nil, fmt.Errorf("%s: %w", e.src.Name, ErrTooLarge)
	}
	if !ok || !e.asWanted(text) {
		return nil, fmt.Errorf("%s: the changes cannot be made in the way the file is written", e.src.Name)
	}
	return text, nil
}

// asWanted reports whether a text says what is wanted.
func (e *Editor) asWanted(text []byte) bool {
	var found diag.List
	root, ok := Parse(diag.NewSource(e.src.Name, text), &found)
	if !ok {
		return false
	}
	return reflect.DeepEqual(modelOf(root).maps[root], e.want.maps[e.root])
}
