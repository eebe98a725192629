package tomlfile

import (
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

// Each decoded byte must map to the source bytes that made it.
func TestStringsKnowThePlaceOfEachByte(t *testing.T) {
	cases := []struct {
		name, value string // as in the file
		want        string // decoded
		at          int    // a decoded byte
		place       string // the source text that made it
	}{
		{"plain", `"abc"`, "abc", 1, "b"},
		{"literal", `'a\b'`, `a\b`, 1, `\`},
		{"escape", `"a\tb"`, "a\tb", 1, `\t`},
		{"after an escape", `"a\tb"`, "a\tb", 2, "b"},
		{"quote", `"\"x\\"`, `"x\`, 2, `\\`},
		{"short code", `"\u00e9x"`, "éx", 1, `\u00e9`},
		{"after a code", `"\U0001F600x"`, "\U0001F600x", 4, "x"},
		{"byte code", `"\x41b"`, "Ab", 0, `\x41`},
		{"rune", `"é\te"`, "é\te", 3, "e"},
		{"lines", "\"\"\"\none\ntwo\"\"\"", "one\ntwo", 4, "t"},
		{"first line kept", "\"\"\"one\ntwo\"\"\"", "one\ntwo", 3, "\n"},
		{"Windows line", "\"\"\"\r\none\r\ntwo\"\"\"", "one\ntwo", 3, "\r\n"},
		{"after a Windows line", "\"\"\"\r\none\r\ntwo\"\"\"", "one\ntwo", 4, "t"},
		{"Windows literal", "'''\r\none\r\ntwo'''", "one\ntwo", 4, "t"},
		{"line-ending backslash", "\"\"\"\none \\\n\n   two\"\"\"", "one two", 4, "t"},
		{"backslash before a Windows line", "\"\"\"one \\  \r\n  two\"\"\"", "one two", 4, "t"},
		{"quotes at the end", "\"\"\"a\"\"\"\"\"", `a""`, 2, `"`},
		{"apostrophes at the end", "'''a'''''", `a''`, 1, `'`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			root, list := parse(t, "a = "+c.value+" # comment\n")
			got := root.LongText("a")
			if got.Value != c.want {
				t.Fatalf("decoded %q, want %q", got.Value, c.want)
			}
			span := got.Slice(c.at, c.at+1)
			if place := string(span.Source.Text[span.Start:span.End]); place != c.place {
				t.Errorf("byte %d stands at %q, want %q", c.at, place, c.place)
			}
			if whole := string(got.Span.Source.Text[got.Span.Start:got.Span.End]); whole != c.value {
				t.Errorf("span %q", whole)
			}
			if root.Done(); list.Len() > 0 {
				t.Error(show(list))
			}
		})
	}
}

func TestAByteOrderMarkShiftsOffsetsButNotColumns(t *testing.T) {
	root, _ := parse(t, "\uFEFFa = \"xyz\"\n")
	span := root.Text("a").Slice(1, 2)
	if line, col := span.Position(); span.Start != 9 || line != 1 || col != 7 {
		t.Errorf("offset %d, place %d:%d", span.Start, line, col)
	}
}

// parse reads valid TOML.
func parse(t testing.TB, text string) (*Table, *diag.List) {
	t.Helper()
	list := &diag.List{}
	root, ok := Parse(diag.NewSource("a.toml", []byte(text)), list)
	if !ok {
		t.Fatalf("%q:\n%s", text, show(list))
	}
	return root, list
}
