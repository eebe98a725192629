package tomlfile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

// show prints findings as tests compare them.
func show(list *diag.List) string {
	var b strings.Builder
	for _, f := range list.All() {
		line, col := f.Span.Position()
		fmt.Fprintf(&b, "%s:%d:%d: %s[%s]: %s\n", f.Span.Name(), line, col, f.Severity, f.Rule.Name, f.Message)
		for _, n := range f.Notes {
			line, col := n.Span.Position()
			fmt.Fprintf(&b, "  note: %d:%d: %s\n", line, col, n.Text)
		}
		if f.Help != "" {
			fmt.Fprintf(&b, "  help: %s\n", f.Help)
		}
	}
	return b.String()
}

// checkSpans demands that every place lies in the source and that every byte
// of every text maps into its value.
func checkSpans(t testing.TB, table *Table) {
	t.Helper()
	size := len(table.f.src.Text)
	inside := func(what string, s diag.Span) {
		if s.Source != table.f.src || s.Start < 0 || s.Start > s.End || s.End > size {
			t.Errorf("%s: span %d-%d of %d bytes", what, s.Start, s.End, size)
		}
	}
	var walk func(name string, v *value)
	tables := func(t *Table) {
		for _, e := range t.order {
			inside("key "+e.name, e.keySpan)
			walk(e.name, e.value)
		}
	}
	walk = func(name string, v *value) {
		inside(name, v.span)
		for i := range len(v.text.Value) {
			s := v.text.Slice(i, i+1)
			if s.Start < v.span.Start || s.End > v.span.End || s.Start >= s.End {
				t.Errorf("%s: byte %d of %q maps to %d-%d, value is %d-%d",
					name, i, v.text.Value, s.Start, s.End, v.span.Start, v.span.End)
				return
			}
		}
		for _, item := range v.items {
			walk(name, item)
		}
		if v.table != nil {
			inside(name, v.table.span)
			tables(v.table)
		}
	}
	tables(table)
}
