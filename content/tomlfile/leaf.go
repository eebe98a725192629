package tomlfile

import (
	"bytes"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/socdraft/socdraft/content/diag"
)

// value makes a value. Where is the place of an array or inline table that is
// the value of a key; the zero Span inside an array.
func (b *builder) value(node *unstable.Node, where diag.Span, depth int) *value {
	switch node.Kind {
	case unstable.Array:
		return b.array(node, where, depth)
	case unstable.InlineTable:
		return b.inlineTable(node, where, depth)
	}
	v := &value{span: b.raw(node.Raw)}
	switch node.Kind {
	case unstable.String:
		v.kind, v.text = kindString, decodeString(b.f.src, v.span)
		return v
	case unstable.Bool:
		v.kind = kindBool
	case unstable.Integer:
		v.kind = kindInt
	case unstable.Float:
		v.kind = kindFloat
	case unstable.LocalDate:
		v.kind = kindDate
		var ok bool
		if v.date, ok = parseDate(string(node.Data), v.span); !ok && !b.failed() {
			b.impossible(v.span)
		}
	default:
		v.kind = kindTime
	}
	b.leaves = append(b.leaves, v.span)
	return v
}

// impossible reports what is meant as a date but is none.
func (b *builder) impossible(at diag.Span) {
	text := string(at.Source.Text[at.Start:at.End])
	what := "%q is not a date of the calendar"
	if len(readings(text)) > 0 {
		what = "date %q is not written as year-month-day"
	}
	b.f.found.Add(ImpossibleDate, at, what, text).Suggest("%s", dateAdvice(text))
}

func (b *builder) array(node *unstable.Node, where diag.Span, depth int) *value {
	v := &value{kind: kindArray, span: where}
	for it := node.Children(); it.Next(); {
		if b.failed() {
			return v
		}
		item := it.Node()
		if item.Kind == unstable.Array {
			b.count(where, depth+1)
		} else {
			b.count(b.raw(item.Raw), depth+1)
		}
		if !b.failed() {
			v.items = append(v.items, b.value(item, diag.Span{}, depth+1))
		}
	}
	if where.IsZero() {
		v.span = around(v.items)
	} else {
		v.placeEmpty()
	}
	return v
}

// around returns the place from the first to the last of the values that have
// one.
func around(items []*value) diag.Span {
	var span diag.Span
	for _, item := range items {
		switch {
		case item.span.IsZero():
		case span.IsZero():
			span = item.span
		default:
			span.End = item.span.End
		}
	}
	return span
}

// placeEmpty gives arrays without any value in them the place of the array
// they stand in.
func (v *value) placeEmpty() {
	for _, item := range v.items {
		if item.span.IsZero() {
			item.span = v.span
		}
		if item.kind == kindArray {
			item.placeEmpty()
		}
	}
}

func (b *builder) inlineTable(node *unstable.Node, where diag.Span, depth int) *value {
	open := b.raw(node.Raw)
	v := &value{kind: kindTable, span: where, table: newTable(b.f, where, depth)}
	v.table.made = inline
	end := open.End
	for it := node.Children(); it.Next(); {
		if b.failed() {
			return v
		}
		b.keyValue(v.table, it.Node())
		end = b.raw(it.Node().Raw).End
	}
	if where.IsZero() {
		rest := b.data[end-b.base:]
		rest = bytes.TrimLeft(rest, " \t\r\n,")
		if len(rest) > 0 && rest[0] == '}' {
			end = b.base + len(b.data) - len(rest) + 1
		}
		v.span = b.f.src.At(open.Start, end)
		v.table.span = v.span
	}
	return v
}
