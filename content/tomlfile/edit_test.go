package tomlfile

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

const answers = `# Answers of both sides.

[[answer]]
request = "R-001"   # the charter
status = 'submitted'
evidence = [
  "a.pdf", # first
  "b.pdf",
]
# comment = "later"

[[answer]]
  request = "R-002"

  [[answer.note]]
  text = "one"

# Meetings
[[walkthrough]]
request = "R-003"
held_on = 2026-01-31
`

// edited returns the file after the changes, which must be possible.
func edited(t *testing.T, text string, change func(*Editor)) string {
	t.Helper()
	var list diag.List
	e, ok := Edit(diag.NewSource("requests/answers.toml", []byte(text)), &list)
	if !ok {
		t.Fatal(show(&list))
	}
	change(e)
	out, err := e.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// replaced returns the text with one passage in it replaced.
func replaced(t *testing.T, text, old, new string) string {
	t.Helper()
	if strings.Count(text, old) != 1 {
		t.Fatalf("%q stands %d times in the text", old, strings.Count(text, old))
	}
	return strings.Replace(text, old, new, 1)
}

func TestEditsInPlace(t *testing.T) {
	first := func(e *Editor) *Table { return e.Find("answer", "request", "R-001") }
	if e, _ := Edit(diag.NewSource("a", []byte(answers)), new(diag.List)); e.At("answer", first(e).Span()) != first(e) || e.At("answer", diag.Span{}) != nil {
		t.Error("a table is not found by its place")
	}
	second := func(e *Editor) *Table { return e.Find("answer", "request", "R-002") }
	tests := map[string]struct {
		change   func(*Editor)
		old, new string
	}{
		"a value":        {func(e *Editor) { e.Set(first(e), "status", "in_progress") }, `'submitted'`, `"in_progress"`},
		"the same value": {func(e *Editor) { e.Set(first(e), "status", "submitted") }, "# Meetings", "# Meetings"},
		"a key": {func(e *Editor) { e.Set(first(e), "submitted_on", Date{Year: 2026, Month: 6, Day: 30}) },
			"]\n# comment", "]\nsubmitted_on = 2026-06-30\n# comment"},
		"an indented key": {func(e *Editor) { e.Set(second(e), "status", "submitted") },
			"\"R-002\"\n", "\"R-002\"\n  status = \"submitted\"\n"},
		"two keys": {func(e *Editor) { e.Set(second(e), "b", 2); e.Set(second(e), "a", true) },
			"\"R-002\"\n", "\"R-002\"\n  b = 2\n  a = true\n"},
		"the last of two changes counts": {func(e *Editor) { e.Set(second(e), "b", 2); e.Set(second(e), "b", 3) },
			"\"R-002\"\n", "\"R-002\"\n  b = 3\n"},
		"lines": {func(e *Editor) { e.Set(second(e), "comment", "=1+1\n\"two\"\\\n") },
			"\"R-002\"\n", "\"R-002\"\n  comment = \"\"\"\n=1+1\n\"two\"\\\\\n\"\"\"\n"},
		"control characters": {func(e *Editor) { e.Set(second(e), "comment", "\x00\t\r\n\u007f\u2028\"\\") },
			"\"R-002\"\n", "\"R-002\"\n  comment = \"\\u0000\\t\\r\\n\\u007F\u2028\\\"\\\\\"\n"},
		"a list grows": {func(e *Editor) { e.Set(first(e), "evidence", []string{"a.pdf", "b.pdf", "c.pdf"}) },
			`"b.pdf",`, "\"b.pdf\",\n  \"c.pdf\","},
		"a list changes": {func(e *Editor) { e.Set(first(e), "evidence", []string{"b.pdf"}) },
			"evidence = [\n  \"a.pdf\", # first\n  \"b.pdf\",\n]", "# first\nevidence = [\"b.pdf\"]"},
		"a key goes": {func(e *Editor) { e.Remove(first(e), "status") }, "status = 'submitted'\n", ""},
		"a key goes, its comment stays": {func(e *Editor) { e.Remove(first(e), "request") },
			"request = \"R-001\"   # the charter", "# the charter"},
		"a key that is not there goes": {func(e *Editor) { e.Remove(first(e), "absent") }, "# Meetings", "# Meetings"},
		"a table": {func(e *Editor) {
			e.Append(e.Root(), "answer", []Pair{{"request", "R-004"}, {"note", [][]Pair{{{"text", "n"}}}}, {"status", "open"}})
		}, "\"one\"\n", "\"one\"\n\n[[answer]]\nrequest = \"R-004\"\nstatus = \"open\"\n\n[[answer.note]]\ntext = \"n\"\n"},
		"a table in a table": {func(e *Editor) { e.Append(first(e), "note", []Pair{{"reply", true}}) },
			"]\n# comment", "]\n\n[[answer.note]]\nreply = true\n# comment"},
		"at one place, from the inside out": {func(e *Editor) {
			e.Append(e.Root(), "answer", []Pair{{"request", "R-005"}})
			e.Append(second(e), "note", []Pair{{"text", "two"}})
			e.Set(second(e).Tables("note")[0], "resolved", true)
		}, "\"one\"\n", "\"one\"\n  resolved = true\n\n[[answer.note]]\ntext = \"two\"\n\n[[answer]]\nrequest = \"R-005\"\n"},
		"a table on one line": {func(e *Editor) {
			e.Append(e.Root(), "walkthrough", []Pair{{"covers", []Pair{{"start", Date{Year: 2026, Month: 1, Day: 2}}}}, {"none", []Pair{}}})
		}, "2026-01-31\n", "2026-01-31\n\n[[walkthrough]]\ncovers = { start = 2026-01-02 }\nnone = {}\n"},
		"a new list": {func(e *Editor) { e.Append(e.Root(), "open point", []Pair{{"id", "P-1"}}) },
			"2026-01-31\n", "2026-01-31\n\n[[\"open point\"]]\nid = \"P-1\"\n"},
		"a key of the file": {func(e *Editor) { e.Set(e.Root(), "round", 2) },
			"sides.\n", "sides.\nround = 2\n"},
	}
	for name, test := range tests {
		for _, form := range []string{"plain", "CRLF", "mark", "no last line end"} {
			file := func(text string) string {
				switch form {
				case "CRLF":
					return strings.ReplaceAll(text, "\n", "\r\n")
				case "mark":
					return bom + text
				case "no last line end":
					return strings.TrimSuffix(text, "\n")
				}
				return text
			}
			want := file(replaced(t, answers, test.old, test.new))
			if got := edited(t, file(answers), test.change); got != want && !(form == "no last line end" && got == want+"\n") {
				t.Errorf("%s, %s:\n%q, want\n%q", name, form, got, want)
			}
		}
	}
}

func TestATableOnOneLineIsWritten(t *testing.T) {
	got := edited(t, "", func(e *Editor) {
		e.Append(e.Root(), "a", []Pair{{"covers", []Pair{{"start", Date{Year: 2026, Month: 1, Day: 1}}, {"end", Date{Year: 2026, Month: 6, Day: 30}}}}})
	})
	if want := "[[a]]\ncovers = { start = 2026-01-01, end = 2026-06-30 }\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEditsInlineTables(t *testing.T) {
	const text = "answer = [{ request = 'R-1', status = \"open\" }]\nempty = []\n"
	tests := map[string]struct {
		change   func(*Editor)
		old, new string
	}{
		"a value": {func(e *Editor) { e.Set(e.Find("answer", "request", "R-1"), "status", "a\nb") }, `"open"`, `"a\nb"`},
		"a key":   {func(e *Editor) { e.Set(e.Find("answer", "request", "R-1"), "n", 1) }, `"open"`, `"open", n = 1`},
		"a key goes": {func(e *Editor) { e.Remove(e.Find("answer", "request", "R-1"), "request") },
			`request = 'R-1', `, ""},
		"a table": {func(e *Editor) { e.Append(e.Root(), "answer", []Pair{{"a", "b"}}) }, `}]`, `}, { a = "b" }]`},
		"first tables": {func(e *Editor) {
			e.Append(e.Root(), "empty", []Pair{{"a", 1}})
			e.Append(e.Root(), "empty", []Pair{{"a", 2}})
		}, `[]`, `[{ a = 1 }, { a = 2 }]`},
	}
	for name, test := range tests {
		if got, want := edited(t, text, test.change), replaced(t, text, test.old, test.new); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestEditsOfAnEmptyFile(t *testing.T) {
	for _, text := range []string{"", bom} {
		got := edited(t, text, func(e *Editor) {
			e.Append(e.Root(), "answer", []Pair{{"request", "R-001"}})
			e.Set(e.Root(), "round", 1)
		})
		if want := text + "round = 1\n\n[[answer]]\nrequest = \"R-001\"\n"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestRefusedEdits(t *testing.T) {
	const text = "list = [1]\na.b = 1\n[c.d]\ne = 1\n"
	tests := map[string]struct {
		change func(*Editor)
		want   string
	}{
		"what is no list of tables": {func(e *Editor) { e.Append(e.Root(), "a", nil) }, `a.toml:2:1: "a" is not a list of tables`},
		"dotted keys":               {func(e *Editor) { e.Set(e.Root().Table("a"), "x", 1) }, "a.toml:2:1: a key cannot be added to a table that has no header of its own"},
		"no header":                 {func(e *Editor) { e.Set(e.Root().Table("c"), "x", 1) }, "a.toml:3:1: a key cannot be added to a table that has no header of its own"},
		"a table":                   {func(e *Editor) { e.Set(e.Root(), "c", 1) }, `a.toml:3:2: "c" is a table, which is not replaced`},
		"a type":                    {func(e *Editor) { e.Set(e.Root(), "x", 1.5) }, "a.toml:1:1: a value of type float64 cannot be written"},
		"text that is not UTF-8":    {func(e *Editor) { e.Set(e.Root(), "x", "\xff\n") }, `a.toml:1:1: text "\xff\n" is not UTF-8`},
	}
	for name, test := range tests {
		var list diag.List
		e, ok := Edit(diag.NewSource("a.toml", []byte(text)), &list)
		if !ok {
			t.Fatal(show(&list))
		}
		test.change(e)
		if _, err := e.Bytes(); err == nil || err.Error() != test.want {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
	}
}

func TestAFileThatCannotBeReadIsNotEdited(t *testing.T) {
	var list diag.List
	if _, ok := Edit(diag.NewSource("a.toml", []byte("a =")), &list); ok || list.Len() != 1 {
		t.Errorf("ok %v, %d findings", ok, list.Len())
	}
}

// FuzzEdit changes any file and demands that it then says what was wanted, and
// that each line without a change is still there, in its place.
func FuzzEdit(f *testing.F) {
	f.Add([]byte(answers), "text\n=1", uint8(0))
	f.Add([]byte(strings.ReplaceAll(answers, "\n", "\r\n")), "\"\"\"\\", uint8(3))
	for _, text := range corpus(f, "valid") {
		f.Add(text, "\x00\u007f\n\"\"\"\"\"", uint8(1))
	}
	f.Fuzz(func(t *testing.T, text []byte, value string, seed uint8) {
		var list diag.List
		e, ok := Edit(diag.NewSource("a.toml", text), &list)
		if !ok {
			return
		}
		touched := changeSome(e, strings.ToValidUTF8(value, "?"), int(seed))
		out, err := e.Bytes()
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		rest := slices.Collect(bytes.Lines(out))
		for line := range untouched(text, touched) {
			at := slices.IndexFunc(rest, func(l []byte) bool { return bytes.Equal(bytes.TrimRight(l, "\r\n"), bytes.TrimRight(line, "\r\n")) })
			if at < 0 {
				t.Fatalf("line %q is gone or moved\n%s\nbecame\n%s", line, text, out)
			}
			rest = rest[at+1:]
		}
	})
}

// changeSome makes some of the changes that the file's way of writing allows,
// and returns the places that it replaces.
func changeSome(e *Editor, value string, n int) (touched []diag.Span) {
	var table func(t *Table)
	table = func(t *Table) {
		for _, have := range t.order {
			if have.value.table != nil {
				table(have.value.table)
			}
			for _, item := range have.value.items {
				if item.table != nil {
					table(item.table)
				}
			}
		}
		if t.made != byHeader {
			return
		}
		for _, have := range t.order {
			if n++; !e.isLeaf(have.value) || n%3 == 0 {
				continue
			}
			touched = append(touched, e.src.At(have.keySpan.Start, max(have.value.span.End, have.keySpan.End)))
			if n%3 == 1 {
				e.Set(t, have.name, value)
			} else {
				e.Remove(t, have.name)
			}
		}
		e.Set(t, "a new key", []string{value, value})
		e.Append(t, "a new list", []Pair{{"text", value}, {"sub", [][]Pair{{{"n", n}}, {{"yes", true}}}}, {"values", []Pair{{"a b", value}}}})
	}
	table(e.root)
	return touched
}

// untouched yields the lines of a text outside of the places.
func untouched(text []byte, touched []diag.Span) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		at := 0
		for line := range bytes.Lines(text) {
			start, end := at, at+len(line)
			at = end
			if slices.ContainsFunc(touched, func(s diag.Span) bool { return s.Start < end && s.End >= start }) {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}
