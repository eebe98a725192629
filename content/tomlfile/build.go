package tomlfile

import (
	"bytes"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/socdraft/socdraft/content/diag"
)

// A builder makes the tree from go-toml's expressions, in source order.
type builder struct {
	f       *file
	data    []byte // the source without its byte order mark
	base    int    // offset of data in the source
	read    int    // end of the last good expression in data
	parser  unstable.Parser
	root    *Table
	current *Table // the table of the last header
	section int    // the number of that header
	values  int
	outer   diag.Span   // place of the last array or inline table that has one of its own
	leaves  []diag.Span // places of numbers and dates, which BurntSushi's parser may refuse
}

func newBuilder(f *file) *builder {
	b := &builder{f: f, data: f.src.Text}
	if bytes.HasPrefix(b.data, []byte(bom)) {
		b.data, b.base = b.data[len(bom):], len(bom)
	}
	b.root = newTable(f, f.src.At(b.base, b.base), 0)
	b.root.end = b.base
	b.current = b.root
	return b
}

// failed reports whether there is a finding; the first is the file's only one.
func (b *builder) failed() bool { return b.f.found.Len() > 0 }

func (b *builder) span(start, end int) diag.Span { return b.f.src.At(b.base+start, b.base+end) }

func (b *builder) raw(r unstable.Range) diag.Span {
	return b.span(int(r.Offset), int(r.Offset+r.Length))
}

func (b *builder) build() {
	b.parser.Reset(b.data)
	for b.parser.NextExpression() {
		switch node := b.parser.Expression(); node.Kind {
		case unstable.KeyValue:
			b.keyValue(b.current, node)
			b.current.end = b.raw(node.Raw).End
		case unstable.Table, unstable.ArrayTable:
			b.header(node)
		}
		if b.failed() {
			return
		}
	}
	if err := b.parser.Error(); err != nil {
		b.refuse(err)
	}
}

// keyParts returns the parts of a key, or nil and a finding where there are
// too many.
func (b *builder) keyParts(node *unstable.Node) []*unstable.Node {
	var parts []*unstable.Node
	for it := node.Key(); it.Next(); {
		parts = append(parts, it.Node())
		if len(parts) > maxKey {
			b.f.found.Add(TooDeep, b.raw(it.Node().Raw), "key has more than %d parts", maxKey)
			return nil
		}
	}
	return parts
}

// keyValue adds "a.b = value" to a table.
func (b *builder) keyValue(t *Table, node *unstable.Node) {
	parts := b.keyParts(node)
	if parts == nil {
		return
	}
	last := parts[len(parts)-1]
	whole := b.raw(node.Raw)
	b.read = whole.End - b.base
	for _, part := range parts[:len(parts)-1] {
		if t = b.dottedStep(t, part); t == nil {
			return
		}
	}
	e, fresh := b.entry(t, last)
	if !fresh {
		b.duplicate(last, e)
	}
	if b.failed() {
		return
	}
	// Arrays and inline tables have no place of their own: they stand between
	// the "=" after the key and the end of the whole.
	at := int(last.Raw.Offset + last.Raw.Length)
	at += len(b.data[at:]) - len(bytes.TrimLeft(b.data[at:], " \t="))
	where := b.f.src.At(b.base+at, whole.End)
	b.outer = where
	e.value = b.value(node.Value(), where, t.depth+1)
}

// header makes the table of [a.b] or the next one of [[a.b]] current.
func (b *builder) header(node *unstable.Node) {
	parts := b.keyParts(node)
	if parts == nil {
		return
	}
	last := parts[len(parts)-1]
	span := b.headerSpan(parts[0], last)
	b.read = span.End - b.base
	b.section++
	t := b.root
	for _, part := range parts[:len(parts)-1] {
		if t = b.headerStep(t, part, span); t == nil {
			return
		}
	}
	e, fresh := b.entry(t, last)
	many := node.Kind == unstable.ArrayTable
	switch {
	case b.failed():
	case fresh && many:
		e.value = &value{kind: kindTables, span: span}
		b.current = b.appendTable(e.value, span, t.depth+2)
	case fresh:
		e.value = &value{kind: kindTable, span: span, table: newTable(b.f, span, t.depth+1)}
		e.value.table.made = byHeader
		b.current = e.value.table
	case many && e.value.kind == kindTables:
		b.current = b.appendTable(e.value, span, t.depth+2)
	case !many && e.value.kind == kindTable && e.value.table.made == byLongerHeader:
		e.value.table.made, e.value.table.span, e.value.span = byHeader, span, span
		b.current = e.value.table
	default:
		b.duplicate(last, e)
	}
	b.current.end = span.End
}

func (b *builder) appendTable(list *value, span diag.Span, depth int) *Table {
	t := newTable(b.f, span, depth)
	t.made = byHeader
	b.count(span, depth)
	list.items = append(list.items, &value{kind: kindTable, span: span, table: t})
	return t
}

// headerSpan widens the keys of a header to its brackets.
func (b *builder) headerSpan(first, last *unstable.Node) diag.Span {
	start, end := int(first.Raw.Offset), int(last.Raw.Offset+last.Raw.Length)
	for start > 0 && bytes.IndexByte([]byte("[ \t"), b.data[start-1]) >= 0 {
		start--
	}
	for b.data[start] != '[' && start < int(first.Raw.Offset) {
		start++
	}
	end += len(b.data[end:]) - len(bytes.TrimLeft(b.data[end:], " \t"))
	for n := 0; n < 2 && end < len(b.data) && b.data[end] == ']'; n++ {
		end++
	}
	return b.span(start, end)
}

// headerStep goes to the table that a part of a header before the last one
// names, making it where there is none. It returns nil and adds a finding where
// the part names something else.
func (b *builder) headerStep(t *Table, part *unstable.Node, span diag.Span) *Table {
	e, fresh := b.entry(t, part)
	switch {
	case b.failed():
		return nil
	case fresh:
		e.value = &value{kind: kindTable, span: span, table: newTable(b.f, span, t.depth+1)}
		e.value.table.made = byLongerHeader
		return e.value.table
	case e.value.kind == kindTable && e.value.table.made != inline:
		return e.value.table
	case e.value.kind == kindTables:
		return e.value.items[len(e.value.items)-1].table
	}
	b.duplicate(part, e)
	return nil
}

// dottedStep does the same for a part of a dotted key. Only dotted keys below
// the same header may add to such a table.
func (b *builder) dottedStep(t *Table, part *unstable.Node) *Table {
	e, fresh := b.entry(t, part)
	switch {
	case b.failed():
		return nil
	case fresh:
		span := b.raw(part.Raw)
		e.value = &value{kind: kindTable, span: span, table: newTable(b.f, span, t.depth+1)}
		e.value.table.made, e.value.table.section = byDottedKey, b.section
		return e.value.table
	case e.value.kind == kindTable && e.value.table.made == byDottedKey && e.value.table.section == b.section:
		return e.value.table
	}
	b.duplicate(part, e)
	return nil
}

// entry returns the entry of a key in a table, a fresh one where it has none.
func (b *builder) entry(t *Table, key *unstable.Node) (e *entry, fresh bool) {
	if e := t.entries[string(key.Data)]; e != nil {
		return e, false
	}
	e = &entry{name: string(key.Data), keySpan: b.raw(key.Raw)}
	t.entries[e.name] = e
	t.order = append(t.order, e)
	b.count(e.keySpan, t.depth)
	return e, true
}

// count holds the file to its limits.
func (b *builder) count(span diag.Span, depth int) {
	b.values++
	if span.IsZero() {
		span = b.outer
	}
	switch {
	case b.failed():
	case b.values > maxValues:
		b.f.found.Add(TooLarge, span, "file has more than %d keys and values", maxValues)
	case depth > maxNest:
		b.f.found.Add(TooDeep, span, "arrays and tables are nested more than %d levels deep", maxNest)
	}
}

func (b *builder) duplicate(key *unstable.Node, first *entry) {
	if b.failed() {
		return
	}
	b.f.found.Add(DuplicateKey, b.raw(key.Raw), "key %q is defined twice", first.name).
		Note(first.keySpan, "%q is first defined here", first.name).
		Suggest("decide which of the two is true and delete the other")
}
