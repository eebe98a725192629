package tomlfile

import (
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

func FuzzParse(f *testing.F) {
	f.Add([]byte(sample))
	for _, text := range corpus(f, "valid") {
		f.Add(text)
	}
	for _, text := range corpus(f, "invalid") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var list diag.List
		root, ok := Parse(diag.NewSource("a.toml", text), &list)
		if !ok {
			if list.Len() != 1 || root != nil {
				t.Fatalf("%d findings, table %v", list.Len(), root)
			}
			span := list.All()[0].Span
			if span.Start < 0 || span.Start > span.End || span.End > len(text) {
				t.Fatalf("finding at %d-%d of %d bytes", span.Start, span.End, len(text))
			}
			if list.All()[0].Message == "file can be read in two ways" {
				t.Fatal("the parsers disagree")
			}
			return
		}
		checkSpans(t, root)
		for _, key := range root.Keys() {
			root.LongText(key)
			root.Tables(key)
			root.Dates(key)
		}
		root.Require("absent")
		root.Done()
		for _, f := range list.All() {
			if f.Span.Start > f.Span.End || f.Span.End > len(text) {
				t.Fatalf("finding %q at %d-%d", f.Message, f.Span.Start, f.Span.End)
			}
		}
	})
}
