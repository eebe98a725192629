package tracker

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/requests"
)

// An Exported is a list as another tracker takes it.
type Exported struct {
	Data  []byte
	Rows  int
	Empty []string // heads for which the list has nothing
}

// Export writes the requests as the tracker expects them. Heads are those of a
// file that somebody gave to be filled in, in place of the preset's own; nil
// where there is none.
func (p *Preset) Export(list []*requests.Request, heads []string) (*Exported, error) {
	if !p.Whole {
		list = slices.DeleteFunc(slices.Clone(list), func(r *requests.Request) bool { return r.Withdrawn })
	}
	fields, err := p.fields(heads)
	if err != nil {
		return nil, err
	}
	out := &Exported{Rows: len(list)}
	for _, f := range fields {
		if f.From == "" {
			out.Empty = append(out.Empty, f.Head)
		}
	}
	x := exporter(fields)
	if p.JSON {
		out.Data, err = x.lines(list)
	} else {
		out.Data, err = x.table(list, p.Mark)
	}
	return out, err
}

// fields returns the fields in the order of the file.
func (p *Preset) fields(heads []string) ([]Field, error) {
	own := p.Fields
	if own == nil {
		for _, c := range requests.Columns {
			own = append(own, Field{Head: c.Head, From: c.Key})
		}
	}
	if heads == nil {
		return own, nil
	}
	if p.JSON {
		return nil, fmt.Errorf("%s takes no file with heads", p.Name)
	}
	var fields []Field
	for _, head := range heads {
		fields = append(fields, p.field(head, own))
	}
	if p.Fields == nil {
		return fields, nil
	}
	for _, f := range p.Fields {
		if !slices.Contains(heads, f.Head) {
			return nil, fmt.Errorf("the file has no column %q, which %s expects by its page %s", f.Head, p.Name, p.Page)
		}
	}
	return fields, nil
}

// field returns what goes under a head.
func (p *Preset) field(head string, own []Field) Field {
	for _, f := range append(own[:len(own):len(own)], p.Maybe...) {
		if strings.EqualFold(f.Head, strings.TrimSpace(head)) {
			f.Head = head
			return f
		}
	}
	return Field{Head: head}
}

// An exporter writes the fields it consists of.
type exporter []Field

// has reports whether a column of ours has a field of its own.
func (x exporter) has(key string) bool {
	return slices.ContainsFunc(x, func(f Field) bool { return f.From == key })
}

// text returns what a field says of a request.
func (x exporter) text(f Field, r *requests.Request) string {
	switch f.From {
	case "":
		return ""
	case fromNumber:
		return cmp.Or(r.Ref, r.ID)
	case fromDescription:
		return described(r)
	case fromStart:
		if !r.Covers.IsPeriod() {
			return ""
		}
		return r.Covers.Start.String()
	case "kind":
		if f.Values != nil {
			return cmp.Or(f.Values[string(r.Kind)], f.Values[""])
		}
	case "title":
		if !x.has("what") && !x.has(fromDescription) {
			return r.Title + "\n" + described(r)
		}
	}
	return requests.ColumnOf(f.From).Text(r)
}

// described returns what is requested, with what else helps to find it where
// there is no place for it.
func described(r *requests.Request) string {
	text := r.What
	if len(r.Controls) > 0 {
		text += "\nControl IDs: " + strings.Join(r.Controls, ", ")
	}
	if r.Ref != "" {
		text += "\nAuditor ref: " + r.Ref
	}
	return text
}

// table writes CSV.
func (x exporter) table(list []*requests.Request, mark bool) ([]byte, error) {
	var b bytes.Buffer
	if mark {
		b.WriteString("\xEF\xBB\xBF")
	}
	w := csv.NewWriter(&b)
	row := make([]string, len(x))
	for i, f := range x {
		row[i] = guarded(f.Head)
	}
	if err := w.Write(row); err != nil {
		return nil, err
	}
	for _, r := range list {
		for i, f := range x {
			row[i] = guarded(x.text(f, r))
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// formulaStarts are the characters by which spreadsheet programs take text for
// a formula.
const formulaStarts = "=+-@\t\r＝＋－＠"

// guarded returns text of a cell that no spreadsheet program takes for a
// formula: an apostrophe before it.
func guarded(text string) string {
	if text != "" && strings.ContainsRune(formulaStarts, []rune(text)[0]) {
		return "'" + text
	}
	return text
}

// unguarded takes the guard away.
func unguarded(text string) string {
	if rest, ok := strings.CutPrefix(text, "'"); ok && guarded(rest) == text {
		return rest
	}
	return text
}

// lines writes an object a line.
func (x exporter) lines(list []*requests.Request) ([]byte, error) {
	var b bytes.Buffer
	for _, r := range list {
		begun := false
		for _, f := range x {
			value := x.value(f, r)
			if value == nil {
				continue
			}
			data, err := json.Marshal(value)
			if err != nil {
				return nil, err
			}
			sep := ","
			if !begun {
				sep, begun = "{", true
			}
			fmt.Fprintf(&b, "%s%q:%s", sep, f.Head, data)
		}
		b.WriteString("}\n")
	}
	return b.Bytes(), nil
}

// value returns what a field says of a request, nil where it is left out.
func (x exporter) value(f Field, r *requests.Request) any {
	if f.From == fromCriteria {
		codes := []string{}
		for _, c := range r.Criteria {
			codes = append(codes, f.Prefix+c)
		}
		return codes
	}
	text := x.text(f, r)
	if text == "" && !f.Always {
		return nil
	}
	if c := requests.ColumnOf(f.From); f.From == fromStart || c != nil && c.Value == requests.DateValue {
		return text + "T00:00:00.000Z"
	}
	return text
}
