package tomlfile

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// Text returns the key's text, which must be one line.
func (t *Table) Text(key string) diag.Text {
	e := t.ask(key)
	if e == nil {
		return diag.Text{}
	}
	return t.line(key, e.value)
}

// LongText returns the key's text, which may have several lines.
func (t *Table) LongText(key string) diag.Text {
	e := t.ask(key)
	if e == nil {
		return diag.Text{}
	}
	if e.value.kind != kindString {
		t.wrong(key, e.value, kindString.words())
	}
	return e.value.text
}

func (t *Table) line(key string, v *value) diag.Text {
	if v.kind != kindString {
		f := t.wrong(key, v, kindString.words())
		switch {
		case v.kind <= kindTime:
			f.Suggest("write it in quotes")
		case v.kind == kindArray && len(v.items) > 0:
			f.Suggest("write one text in quotes, without brackets")
		}
	} else if strings.Contains(v.text.Value, "\n") {
		t.f.found.Add(WrongType, v.span, "%q must be one line of text", key).Suggest("write it on one line between one pair of quotes")
	}
	if len(v.text.Value) > maxLine {
		t.f.found.Add(TooLarge, v.span, "%q has %d bytes, more than the %d that one line of text has", key, len(v.text.Value), maxLine)
	}
	return v.text
}

// Choice returns the key's text, which must be one of the allowed values.
func (t *Table) Choice(key string, allowed ...string) diag.Text {
	text := t.Text(key)
	t.choose(key, text, allowed)
	return text
}

// Choices returns the key's list of texts, each one of the allowed values.
// Values that are not are reported and left out.
func (t *Table) Choices(key string, allowed ...string) []diag.Text {
	var in []diag.Text
	for _, text := range t.Texts(key) {
		if t.choose(key, text, allowed) {
			in = append(in, text)
		}
	}
	return in
}

func (t *Table) choose(key string, text diag.Text, allowed []string) bool {
	if text.IsZero() || slices.Contains(allowed, text.Value) {
		return true
	}
	f := t.f.found.Add(UnknownValue, text.Span, "%q cannot be %q", key, text.Value)
	if near := t.f.nearest(text.Value, allowed); near != "" {
		f.Suggest("a value with a similar name exists: %q; allowed: %s", near, strings.Join(allowed, ", "))
	} else {
		f.Suggest("allowed: %s", strings.Join(allowed, ", "))
	}
	return false
}

// Texts returns the key's list of texts.
func (t *Table) Texts(key string) []diag.Text {
	var texts []diag.Text
	for _, v := range t.list(key, kindString) {
		text := t.line(key, v)
		switch {
		case v.kind != kindString:
		case strings.TrimSpace(text.Value) == "":
			t.f.found.Add(WrongType, text.Span, "list %q has an empty text", key)
		default:
			texts = append(texts, text)
		}
	}
	return texts
}

// LongTexts returns the key's list of texts, which may be empty and have
// several lines.
func (t *Table) LongTexts(key string) []diag.Text {
	var texts []diag.Text
	for _, v := range t.list(key, kindString) {
		if v.kind != kindString {
			t.wrong(key, v, kindString.words())
		}
		texts = append(texts, v.text)
	}
	return texts
}

// Set returns the key's list of texts without repetitions, which it reports.
func (t *Table) Set(key string) []diag.Text {
	var set []diag.Text
	first := map[string]diag.Span{}
	for _, text := range t.Texts(key) {
		if span, ok := first[text.Value]; ok {
			t.f.found.Add(RepeatedValue, text.Span, "%q names %q twice", key, text.Value).
				Note(span, "first named here").Suggest("delete one of them, or write what was meant")
			continue
		}
		first[text.Value] = text.Span
		set = append(set, text)
	}
	return set
}

// list returns the elements of the key's list. A single value of the element's
// kind is reported and taken as a list of one, so that what depends on the
// list is not reported too.
func (t *Table) list(key string, element kind) []*value {
	e := t.ask(key)
	switch {
	case e == nil:
		return nil
	case e.value.kind == kindArray:
		return e.value.items
	case e.value.kind == element:
		t.wrong(key, e.value, "a list").Suggest("write it in brackets: %s = [...]", key)
		return []*value{e.value}
	}
	t.wrong(key, e.value, "a list")
	return nil
}

// A Number is a whole number as a file gives it.
type Number struct {
	Value int
	Span  diag.Span // zero where there is none
}

// Int returns the key's whole number and its place, which is zero where there
// is none.
func (t *Table) Int(key string) (int, diag.Span) {
	e := t.ask(key)
	if e == nil {
		return 0, diag.Span{}
	}
	n := t.whole(key, e.value)
	return n.Value, n.Span
}

// Ints returns the key's list of whole numbers.
func (t *Table) Ints(key string) []Number {
	var numbers []Number
	for _, v := range t.list(key, kindInt) {
		if n := t.whole(key, v); !n.Span.IsZero() {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// Bytes returns the key's whole number, which may be the size of any file, and
// its place.
func (t *Table) Bytes(key string) (int64, diag.Span) {
	e := t.ask(key)
	switch {
	case e == nil:
		return 0, diag.Span{}
	case e.value.kind != kindInt:
		t.wrong(key, e.value, kindInt.words())
		return 0, diag.Span{}
	}
	return e.value.int, e.value.span
}

func (t *Table) whole(key string, v *value) Number {
	if v.kind == kindInt {
		if v.int < math.MinInt32 || v.int > math.MaxInt32 {
			t.f.found.Add(WrongType, v.span, "%q must be a number of at most nine digits", key).Suggest("look at the number again: so large a count is mostly a slip")
			return Number{}
		}
		return Number{int(v.int), v.span}
	}
	f := t.wrong(key, v, kindInt.words())
	if n, err := strconv.ParseInt(v.text.Value, 10, 32); err == nil && v.kind == kindString {
		f.Suggest("write it without quotes: %s = %d", key, n)
		return Number{int(n), v.span}
	}
	return Number{}
}

// Bool returns the key's truth value, or the given one where there is none.
func (t *Table) Bool(key string, otherwise bool) bool {
	e := t.ask(key)
	if e == nil {
		return otherwise
	}
	if e.value.kind != kindBool {
		t.wrong(key, e.value, kindBool.words()).Suggest("write true or false, in small letters and without quotes")
		return otherwise
	}
	return e.value.bool
}

// Date returns the key's date, the zero Date where there is none.
func (t *Table) Date(key string) Date {
	e := t.ask(key)
	if e == nil {
		return Date{}
	}
	return t.date(key, e.value)
}

// Dates returns the key's list of dates.
func (t *Table) Dates(key string) []Date {
	var dates []Date
	for _, v := range t.list(key, kindDate) {
		if d := t.date(key, v); d.Month != 0 {
			dates = append(dates, d)
		}
	}
	return dates
}

// Moment returns the key's date with a time, in quotes or without, as it is
// written. Whether it is one is for the caller to see.
func (t *Table) Moment(key string) diag.Text {
	e := t.ask(key)
	if e == nil {
		return diag.Text{}
	}
	v := e.value
	if v.kind != kindTime {
		return t.line(key, v)
	}
	return diag.Text{Value: strings.Replace(string(v.span.Source.Text[v.span.Start:v.span.End]), " ", "T", 1), Span: v.span}
}

// date returns a value's date. What cannot be read as one has a place only.
func (t *Table) date(key string, v *value) Date {
	if v.kind == kindDate {
		return v.date
	}
	none := Date{Span: v.span}
	f := t.wrong(key, v, kindDate.words())
	if v.kind == kindTime {
		f.Suggest("write a date without a time: 2026-06-30")
		return none
	}
	f.Suggest("%s", dateAdvice(v.text.Value))
	if v.kind != kindString {
		return none
	}
	days := readings(v.text.Value)
	switch len(days) {
	case 0:
		return none
	case 1:
		f.Suggest("write the date without quotes: %s", days[0])
	default:
		f.Help += ", without quotes"
	}
	d, _ := parseDate(days[0], v.span) // so that what depends on the date is not reported too
	return d
}

// Table returns the key's table, or nil.
func (t *Table) Table(key string) *Table {
	e := t.ask(key)
	if e == nil {
		return nil
	}
	switch v := e.value; {
	case v.kind == kindTable:
		return v.table
	case v.kind == kindTables && len(v.items) > 0:
		t.wrong(key, v, "one table").Suggest("write its header as [%s], once", key)
		return v.items[0].table
	default:
		t.wrong(key, v, kindTable.words()).Suggest("write its keys below a header: [%s]", key)
		return nil
	}
}

// Tables returns the key's list of tables, in source order.
func (t *Table) Tables(key string) []*Table {
	e := t.ask(key)
	if e == nil {
		return nil
	}
	v := e.value
	switch v.kind {
	case kindTable:
		t.wrong(key, v, kindTables.words()).Suggest("write its header as [[%s]]", key)
		return []*Table{v.table}
	case kindTables, kindArray:
		var tables []*Table
		for _, item := range v.items {
			if item.kind == kindTable {
				tables = append(tables, item.table)
			} else {
				t.wrong(key, item, kindTables.words()).Suggest("give each entry a header of its own, [[%s]], and its keys below", key)
			}
		}
		return tables
	}
	t.wrong(key, v, kindTables.words()).Suggest("give each entry a header of its own, [[%s]], and its keys below", key)
	return nil
}

// WrongValue reports that the key's value, in the given words, is not one of
// the allowed ones.
func (t *Table) WrongValue(key, value string, allowed ...string) {
	t.choose(key, diag.Text{Value: value, Span: t.ValueSpan(key)}, allowed)
}
