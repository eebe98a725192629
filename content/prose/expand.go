package prose

import (
	"regexp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// The rules of variables.
var (
	UnknownVariable = diag.SameInBoth("PR-001", "unknown-variable", diag.Error,
		"text asks for a variable that does not exist")
	MalformedVariable = diag.SameInBoth("PR-002", "malformed-variable", diag.Error,
		"two opening braces do not start a variable")
	EmptyVariable = diag.SameInBoth("PR-003", "empty-variable", diag.Error,
		"text asks for a variable that has no value in this project")
)

// Rules lists the rules of this package by number.
var Rules = []*diag.Rule{UnknownVariable, MalformedVariable, EmptyVariable}

// Variables are the values that text may ask for by "{{ name }}".
type Variables struct {
	Values map[string]diag.Text // by name; an empty value is one the project does not give
	Needed map[string]bool      // those that every project has to give, so that their lack is a finding already
}

// variable matches a well-formed variable at the start of a string.
var variable = regexp.MustCompile(`^\{\{[ ]*([A-Za-z][A-Za-z0-9_.-]*)[ ]*\}\}`)

// Expand replaces the variables in text: in paragraphs, headings, cells,
// captions and alternative texts, but not in code and not where a brace is
// escaped. A value is inserted as text, never as markup, and is not expanded
// again. What cannot be replaced stays as it is, with a finding.
func Expand(blocks []Block, vars Variables, list *diag.List) {
	e := &expander{vars: vars, list: list}
	EachInlines(blocks, func(runs *[]Inline) { *runs = e.runs(*runs) })
	Walk(blocks, func(b Block) {
		if f, ok := b.(*Figure); ok {
			e.figure = f.Span
			f.Alt = Text(e.runs([]Inline{{Text: f.Alt}}))
		}
	})
}

type expander struct {
	vars  Variables
	list  *diag.List
	names []string // sorted, made on first use

	figure diag.Span // of the alternative text at hand, whose bytes have no place
}

// runs expands runs of one style and link together: a line ending may part a
// variable.
func (e *expander) runs(runs []Inline) []Inline {
	if !slices.ContainsFunc(runs, func(r Inline) bool { return strings.Contains(r.Text, "{") }) {
		return runs
	}
	var out []Inline
	for len(runs) > 0 {
		n := 1
		for n < len(runs) && expands(runs[0]) && expands(runs[n]) &&
			runs[n].Style == runs[0].Style && runs[n].Link == runs[0].Link {
			n++
		}
		if expands(runs[0]) {
			out = append(out, e.group(runs[:n])...)
		} else {
			out = append(out, runs[:n]...)
		}
		runs = runs[n:]
	}
	return out
}

func expands(r Inline) bool {
	return r.Style&Mono == 0 && r.Text != "\n" && r.PageOf == "" && r.Use.IsZero()
}

func (e *expander) group(runs []Inline) []Inline {
	text := searchable(runs)
	var out []Inline
	from := 0
	for i := 0; i < len(text); {
		open := strings.Index(text[i:], "{{")
		if open < 0 {
			break
		}
		open += i
		m := variable.FindStringSubmatchIndex(text[open:])
		if m == nil {
			span := e.spanOf(cut(runs, open, open+2))
			e.list.Add(MalformedVariable, span, "two opening braces start no variable").
				Suggest("a variable is {{ name }}; write \\{\\{ where braces are text")
			for i = open + 2; i < len(text) && text[i] == '{'; i++ {
			}
			continue
		}
		i = open + m[1]
		use := e.spanOf(cut(runs, open, i))
		if value, ok := e.value(text[open+m[2]:open+m[3]], e.spanOf(cut(runs, open+m[2], open+m[3]))); ok {
			out = append(out, cut(runs, from, open)...)
			out = append(out, inserted(value, runs[0], use))
			from = i
		}
	}
	return append(out, cut(runs, from, len(text))...)
}

// searchable returns the text of the runs; what was written otherwise than it
// reads, such as an escaped brace, is no part of a variable.
func searchable(runs []Inline) string {
	var b strings.Builder
	for _, r := range runs {
		if r.atom() && r.Text != " " {
			b.WriteString(strings.Repeat("\x00", len(r.Text)))
		} else {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// atom reports whether the run's bytes do not stand one to one in the source.
func (r Inline) atom() bool {
	return !r.Span.IsZero() && len(r.Text) != r.Span.End-r.Span.Start
}

// value returns the text to insert for the name used at span.
func (e *expander) value(name string, span diag.Span) (diag.Text, bool) {
	value, ok := e.vars.Values[name]
	switch {
	case ok && strings.TrimSpace(value.Value) != "":
		return value, true
	case ok && e.vars.Needed[name]:
		return value, false
	case ok:
		e.list.Add(EmptyVariable, span, "variable %q has no value in this project", name).
			Suggest("state the value in socdraft.toml, or write the sentence without it")
		return value, false
	}
	if e.names == nil {
		for known := range e.vars.Values {
			e.names = append(e.names, known)
		}
		slices.Sort(e.names)
	}
	f := e.list.Add(UnknownVariable, span, "unknown variable %q", name)
	if near := diag.Nearest(name, e.names); near != "" {
		f.Suggest("a variable with a similar name exists: %q", near)
	} else {
		f.Suggest("the variables are %s", strings.Join(e.names, ", "))
	}
	return value, false
}

// inserted returns the value as a run with the marks of the text around it.
func inserted(value diag.Text, like Inline, use diag.Span) Inline {
	text := strings.Join(strings.Fields(value.Value), " ")
	span := value.Span
	if text == value.Value && !span.IsZero() {
		span = value.Slice(0, len(text))
	}
	return Inline{Text: text, Style: like.Style, Link: like.Link, Span: span, Use: use}
}

// cut returns the runs' bytes from start up to end. An atom is never cut.
func cut(runs []Inline, start, end int) []Inline {
	var out []Inline
	at := 0
	for _, r := range runs {
		from, to := max(start-at, 0), min(end-at, len(r.Text))
		at += len(r.Text)
		if from >= to {
			continue
		}
		if !r.atom() && !r.Span.IsZero() {
			r.Span.Start, r.Span.End = r.Span.Start+from, r.Span.Start+to
		}
		r.Text = r.Text[from:to]
		out = append(out, r)
	}
	return out
}

// spanOf returns the place of runs that stand in one source.
func (e *expander) spanOf(runs []Inline) diag.Span {
	if len(runs) == 0 || runs[0].Span.IsZero() {
		return e.figure
	}
	span := runs[0].Span
	span.End = max(span.End, runs[len(runs)-1].Span.End)
	return span
}
