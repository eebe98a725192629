package tomlfile

import (
	"bytes"
	"slices"
	"strings"
)

// A splice replaces the bytes from start up to end. A block is a table with its
// header, which stands on lines of its own.
type splice struct {
	start, end int
	text       string
	block      bool
	depth      int // of the list a block belongs to
}

// rank orders what is inserted at one place: keys before tables, the tables of
// inner lists before those of outer ones.
func (s splice) rank() int {
	if !s.block {
		return 0
	}
	return 1 + maxKey - s.depth
}

// apply makes the splices, which are sorted. It returns false where two
// overlap.
func (e *Editor) apply(cuts []splice) ([]byte, bool) {
	var out bytes.Buffer
	at := 0
	for _, c := range cuts {
		if c.start < at {
			return nil, false
		}
		out.Write(e.src.Text[at:c.start])
		if c.block {
			e.separate(&out)
		}
		out.WriteString(c.text)
		at = c.end
	}
	out.Write(e.src.Text[at:])
	return out.Bytes(), true
}

// separate ends the last line and puts a blank one before a block.
func (e *Editor) separate(out *bytes.Buffer) {
	have := bytes.TrimPrefix(out.Bytes(), []byte(bom))
	if len(have) == 0 {
		return
	}
	if have[len(have)-1] != '\n' {
		out.WriteString(e.write.eol)
		have = bytes.TrimPrefix(out.Bytes(), []byte(bom))
	}
	if !bytes.HasSuffix(have, []byte("\n\n")) && !bytes.HasSuffix(have, []byte("\n\r\n")) {
		out.WriteString(e.write.eol)
	}
}

// lineEnd returns where the line of an offset ends, behind its line ending.
func (e *Editor) lineEnd(at int) int {
	n := bytes.IndexByte(e.src.Text[at:], '\n')
	if n < 0 {
		return len(e.src.Text)
	}
	return at + n + 1
}

func (e *Editor) lineStart(at int) int {
	return max(bytes.LastIndexByte(e.src.Text[:at], '\n')+1, e.root.span.Start)
}

// table returns the splices for the changed keys of a table.
func (e *Editor) table(t *Table) []splice {
	if t.made == inline {
		return e.inlineTable(t)
	}
	var cuts []splice
	for _, c := range e.sets[t] {
		have := t.entries[c.key]
		switch {
		case have == nil && c.remove:
		case have == nil:
			cuts = append(cuts, e.add(t, c)...)
		case !e.isLeaf(have.value):
			e.fail(have.keySpan, "%q is a table, which is not replaced", c.key)
		case c.remove && bytes.ContainsAny(e.src.Text[e.lineStart(have.keySpan.Start):have.keySpan.Start], "{[=,"):
			e.fail(have.keySpan, "%q does not stand on a line of its own and is not removed", c.key)
		case c.remove:
			cuts = append(cuts, e.remove(have))
		default:
			cuts = append(cuts, e.replace(have.value, c)...)
		}
	}
	return cuts
}

// isLeaf reports whether the value has a place of its own and no tables.
func (e *Editor) isLeaf(v *value) bool {
	if v.kind == kindTable || v.kind == kindTables {
		return false
	}
	return !slices.ContainsFunc(v.items, func(item *value) bool { return item.kind == kindTable })
}

// add puts a key on a line of its own behind the last key of its table.
func (e *Editor) add(t *Table, c *change) []splice {
	if t.made != byHeader {
		e.fail(t.span, "a key cannot be added to a table that has no header of its own")
		return nil
	}
	value, err := e.write.value(c.value)
	if err != nil {
		e.fail(t.span, "%v", err)
		return nil
	}
	at := e.lineEnd(t.end)
	if t == e.root && t.end == t.span.Start {
		at = e.behindOpening()
	}
	text := e.indent(t) + key(c.key) + " = " + value + e.write.eol
	if at > t.span.Start && at == len(e.src.Text) && e.src.Text[at-1] != '\n' {
		// Without a line ending, the file would end in what was its last line.
		text = e.write.eol + strings.TrimSuffix(text, e.write.eol)
	}
	return []splice{{start: at, end: at, text: text}}
}

// indent returns the white space before the last key of the table.
func (e *Editor) indent(t *Table) string {
	if t == e.root && t.end == t.span.Start {
		return ""
	}
	line := e.src.Text[e.lineStart(t.end):t.end]
	if len(t.order) > 0 {
		line = e.src.Text[e.lineStart(t.order[0].keySpan.Start):t.order[0].keySpan.Start]
	}
	return string(line[:len(line)-len(bytes.TrimLeft(line, " \t"))])
}

// behindOpening returns where the first key of a file goes: behind the comment
// that opens it.
func (e *Editor) behindOpening() int {
	at := e.root.span.Start
	for at < len(e.src.Text) && e.src.Text[at] == '#' {
		at = e.lineEnd(at)
	}
	return at
}

// remove cuts a key out, and its line where nothing else is on it.
func (e *Editor) remove(have *entry) splice {
	start := e.lineStart(have.keySpan.Start)
	end := have.value.span.End
	rest := bytes.TrimLeft(e.src.Text[end:], " \t")
	if len(rest) > 0 && rest[0] == '#' {
		return splice{start: start, end: len(e.src.Text) - len(rest)}
	}
	return splice{start: start, end: e.lineEnd(end)}
}

// replace puts a value in the place of another. A list that only grows keeps
// what it has, with its comments and line ends.
func (e *Editor) replace(v *value, c *change) []splice {
	if sameValue(v, c.value) {
		return nil
	}
	if grown := e.grow(v, c.value); grown != nil {
		return grown
	}
	value, err := e.write.value(c.value)
	if err != nil {
		e.fail(v.span, "%v", err)
		return nil
	}
	cuts := []splice{{start: v.span.Start, end: v.span.End, text: value}}
	if comments := e.comments(v); comments != "" {
		start := e.lineStart(v.span.Start)
		cuts = append([]splice{{start: start, end: start, text: comments}}, cuts...)
	}
	return cuts
}

// grow returns the splice that adds texts behind those of a list, or nil where
// the list does more than grow.
func (e *Editor) grow(v *value, next any) []splice {
	texts, ok := next.([]string)
	if !ok || v.kind != kindArray || len(v.items) == 0 || len(texts) <= len(v.items) {
		return nil
	}
	for i, item := range v.items {
		if item.kind != kindString || item.text.Value != texts[i] {
			return nil
		}
	}
	end := v.items[len(v.items)-1].span
	between := " "
	if start := e.lineStart(end.Start); start > v.span.Start {
		between = e.write.eol + string(e.src.Text[start:end.Start])
		if strings.Trim(between, " \t\r\n") != "" {
			between = " "
		}
	}
	var added strings.Builder
	for _, text := range texts[len(v.items):] {
		value, err := e.write.inline(text)
		if err != nil {
			e.fail(v.span, "%v", err)
			return nil
		}
		added.WriteString("," + between + value)
	}
	return []splice{{start: end.End, end: end.End, text: added.String()}}
}

// comments returns the comments inside a list, as lines of their own.
func (e *Editor) comments(v *value) string {
	if v.kind != kindArray {
		return ""
	}
	var b strings.Builder
	items := v.items
	for at := v.span.Start; at < v.span.End; at++ {
		if len(items) > 0 && at >= items[0].span.Start {
			at, items = max(at, items[0].span.End), items[1:]
		}
		if at < v.span.End && e.src.Text[at] == '#' {
			end := e.lineEnd(at)
			b.WriteString(strings.TrimRight(string(e.src.Text[at:end]), "\r\n") + e.write.eol)
			at = end - 1
		}
	}
	return b.String()
}

// inlineTable writes an inline table anew, in the raw text of the keys that
// stay.
func (e *Editor) inlineTable(t *Table) []splice {
	parts, ok := e.rawPairs(t)
	if !ok {
		e.fail(t.span, "the keys of this table cannot be changed where they are: write it below a header of its own")
		return nil
	}
	text := "{ " + strings.Join(parts, ", ") + " }"
	if len(parts) == 0 {
		text = "{}"
	}
	return []splice{{start: t.span.Start, end: t.span.End, text: text}}
}

// rawPairs returns the keys and values of an inline table with its changes
// made, false where they have no clear places.
func (e *Editor) rawPairs(t *Table) (parts []string, ok bool) {
	at := t.span.Start
	kept := map[string]bool{}
	for _, have := range t.order {
		v := have.value
		if v.kind == kindTable && v.table.made != inline || !between(e.src.Text, at, have.keySpan.Start) {
			return nil, false
		}
		at = v.span.End
		kept[have.name] = true
		switch c := e.changeOf(t, have.name); {
		case c == nil:
			parts = append(parts, string(e.src.Text[have.keySpan.Start:at]))
		case !c.remove:
			parts = append(parts, e.pair(t, c))
		}
	}
	for _, c := range e.sets[t] {
		if !kept[c.key] && !c.remove {
			parts = append(parts, e.pair(t, c))
		}
	}
	return parts, between(e.src.Text, at, t.span.End) && e.src.Text[t.span.End-1] == '}'
}

// changeOf returns the change to a key of a table, or nil.
func (e *Editor) changeOf(t *Table, key string) *change {
	for _, c := range e.sets[t] {
		if c.key == key {
			return c
		}
	}
	return nil
}

// pair returns a changed key and its value on one line.
func (e *Editor) pair(t *Table, c *change) string {
	value, err := e.write.inline(c.value)
	if err != nil {
		e.fail(t.span, "%v", err)
	}
	return key(c.key) + " = " + value
}

// between reports whether nothing but punctuation stands between two offsets.
func between(text []byte, from, to int) bool {
	return from <= to && len(bytes.Trim(text[from:to], " \t\r\n,{}")) == 0
}

// sameValue reports whether a file already has the value.
func sameValue(v *value, next any) bool {
	switch next := next.(type) {
	case string:
		return v.kind == kindString && v.text.Value == next
	case int:
		return v.kind == kindInt && v.int == int64(next)
	case bool:
		return v.kind == kindBool && v.bool == next
	case Date:
		return v.kind == kindDate && plainDate(v.date) == plainDate(next)
	case []string:
		return v.kind == kindArray && len(v.items) == len(next) && !slices.ContainsFunc(v.items, func(item *value) bool {
			return item.kind != kindString
		}) && slices.EqualFunc(v.items, next, func(item *value, text string) bool { return item.text.Value == text })
	}
	return false
}
