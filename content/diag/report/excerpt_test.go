package report

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

// excerptLines returns the two lines of the excerpt of a finding at marked.
func excerptLines(t *testing.T, text, marked string) (source, carets string) {
	t.Helper()
	lines := strings.Split(printed(t, "text", Options{}, finding(text, marked)), "\n")
	if len(lines) < 4 {
		t.Fatalf("no excerpt: %q", lines)
	}
	return lines[2], lines[3]
}

func TestCaretsStandUnderTheBytes(t *testing.T) {
	for name, c := range map[string]struct{ text, marked, source, carets string }{
		"accents": {
			"title = \"Caf\u00e9 cre\u0300me bad\"\n", "bad",
			"  1 | title = \"Caf\u00e9 cre\u0300me bad\"",
			"    |                     ^^^"},
		"a mark above a letter": {
			"x = \"e\u0300\"\n", "\u0300",
			"  1 | x = \"e\u0300\"",
			"    |      ^"},
		"double width before": {
			"x = \"日本 bad\"\n", "bad",
			"  1 | x = \"日本 bad\"",
			"    |           ^^^"},
		"double width itself": {
			"x = \"日本\"\n", "日本",
			"  1 | x = \"日本\"",
			"    |      ^^^^"},
		"an emoji": {
			"x = \"🚀\"\n", "🚀",
			"  1 | x = \"🚀\"",
			"    |      ^^"},
		"tabs": {
			"\tid\t= 5\n", "5",
			"  1 |     id  = 5",
			"    |           ^"},
		"CRLF": {
			"a = 1\r\nb = 2\r\n", "2",
			"  2 | b = 2",
			"    |     ^"},
		"byte order mark": {
			"\uFEFFid = 5\n", "5",
			"  1 | id = 5",
			"    |      ^"},
		"the line ending": {
			"id =\r\nx = 1\n", "\r\n",
			"  1 | id =",
			"    |     ^"},
		"several lines": {
			"x = \"\"\"\none\ntwo\"\"\"\n", "\"\"\"\none\ntwo\"\"\"",
			"  1 | x = \"\"\"",
			"    |     ^^^ to line 3"},
		"no line ending": {
			"x = 12", "12",
			"  1 | x = 12",
			"    |     ^^"},
		"escape sequence": {
			"x = \"\x1b[31m\" bad\n", "bad",
			"  1 | x = \"<U+001B>[31m\" bad",
			"    |                    ^^^"},
		"direction override": {
			"x = \"\u202E\"\n", "\u202E",
			"  1 | x = \"<U+202E>\"",
			"    |      ^^^^^^^^"},
		"invalid byte": {
			"x = \"\xff\" bad\n", "bad",
			"  1 | x = \"<0xFF>\" bad",
			"    |              ^^^"},
	} {
		t.Run(name, func(t *testing.T) {
			source, carets := excerptLines(t, c.text, c.marked)
			if source != c.source || carets != c.carets {
				t.Errorf("got:\n%q\n%q\nwant:\n%q\n%q", source, carets, c.source, c.carets)
			}
		})
	}
}

func TestPlaceBehindTheLineIsPointedAt(t *testing.T) {
	src := diag.NewSource("x.toml", []byte("id =\nx = 1"))
	for offset, want := range map[int]string{4: "    |     ^", 10: "    |      ^"} {
		var list diag.List
		lines := strings.Split(printed(t, "text", Options{}, list.Add(rule, src.At(offset, offset), "missing")), "\n")
		if lines[3] != want {
			t.Errorf("offset %d: got %q, want %q", offset, lines[3], want)
		}
	}
}

func TestLongLineIsShownAroundTheCaret(t *testing.T) {
	text := strings.Repeat("word ", 400_000)
	for name, c := range map[string]struct{ before, after string }{
		"at the start": {"", text},
		"in the midst": {text, text},
		"at the end":   {text, ""},
		"a short way":  {text[:200], text[:100]},
	} {
		t.Run(name, func(t *testing.T) {
			source, carets := excerptLines(t, c.before+"wrong"+c.after, "wrong")
			runes := []rune(source)
			at := strings.Index(carets, "^")
			if len(runes) > excerptColumns+20 {
				t.Errorf("the excerpt is %d columns wide", len(runes))
			}
			if got := string(runes[at : at+5]); got != "wrong" || !strings.HasSuffix(carets, " ^^^^^") {
				t.Errorf("the carets stand under %q: %q", got, carets)
			}
		})
	}
}

func TestLongMarkEndsWithTheExcerpt(t *testing.T) {
	_, carets := excerptLines(t, "x = "+strings.Repeat("y", 5000), strings.Repeat("y", 5000))
	if len(carets) > excerptColumns+20 {
		t.Errorf("%d carets", len(carets))
	}
}

func TestVisibleSpellsOutWhatATerminalObeys(t *testing.T) {
	for in, want := range map[string]string{
		"plain “text” é 日": "plain “text” é 日",
		"a\x1b[2Jb":        "a<U+001B>[2Jb",
		"a\u2066b":         "a<U+2066>b",
		"a\u200bb":         "a<U+200B>b",
		"a\nb":             "a<U+000A>b",
		"a\xc3":            "a<0xC3>",
		"\uFFFD":           "\uFFFD",
	} {
		if got := Visible(in); got != want {
			t.Errorf("Visible(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzExcerptNeverFails(f *testing.F) {
	f.Add("\uFEFFx = \"日\t\xff\"\r\n", 3, 9)
	f.Add(strings.Repeat("é", 2000), 1001, 1003)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		src := diag.NewSource("x", []byte(text))
		e, ok := excerptOf(src.At(start, end))
		if ok && (e.column < 0 || e.length < 1 || e.column > excerptColumns+4 || e.length > excerptColumns) {
			t.Errorf("carets at %d, %d long", e.column, e.length)
		}
	})
}
