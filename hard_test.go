package socdraft_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/markdown"
)

// Text that is long, deep or wide keeps its words.
func TestHardTextKeepsItsWords(t *testing.T) {
	long := numbered("x%dy", 1600)
	wide := numbered("|Column%d", 60) + "|\n" + strings.Repeat("|-", 60) + "|\n"
	for _, c := range []struct{ name, markdown string }{
		{"a long word", long},
		{"a long word in a cell", "|A|B|\n|-|-|\n|" + long + "|b|"},
		{"a long word in a heading", "## " + long + "\n\nafter"},
		{"a long word in code", "```\n" + long + "\n```"},
		{"a long word in a code span", "`" + long + "`"},
		{"a long word in a list", "- " + long},
		{"a long word as a term", long + "\n: b"},
		{"a long word in an alert", "> [!NOTE]\n> " + long},
		{"a long word in a footnote", "a[^1]\n\n[^1]: " + long},
		{"a long word in a caption", "![alt](x.png \"" + long + "\")"},
		{"a long word of many marks", numbered("**a**%d", 800)},
		{"a long heading", "## " + numbered("word%d ", 700)},
		{"many footnotes", numbered("a%[1]d[^%[1]d]\n\n", 1500) + numbered("[^%[1]d]: note%[1]d\n", 1500)},
		{"many footnotes of a paragraph", numbered("a%[1]d[^%[1]d] ", 1500) + "\n\n" + numbered("[^%[1]d]: note%[1]d\n", 1500)},
		{"many footnotes of a cell", "|A|\n|-|\n|" + numbered("a%[1]d[^%[1]d] ", 300) + "|\n\n" + numbered("[^%[1]d]: note%[1]d\n", 300)},
		{"a footnote of many pages", "a[^1] b[^2]\n\n[^1]: " + numbered("word%d ", 5000) + "\n[^2]: " + numbered("other%d ", 3000)},
		{"a footnote of many blocks", "a[^1]\n\n[^1]: b\n\n" + numbered("    - item%d\n", 800) + "\n    |A|\n    |-|\n" + numbered("    |cell%d|\n", 200)},
		{"footnotes in footnotes", "a[^1]\n\n" + chain(300)},
		{"too many footnotes", numbered("a%[1]d[^%[1]d]\n\n", 5000) + numbered("[^%[1]d]: note%[1]d\n", 5000)},
		{"many references to a footnote", strings.Repeat("a[^1] ", 4900) + "\n\n[^1]: note"},
		{"too many references to a footnote", strings.Repeat("a[^1] ", 6000) + "\n\n[^1]: note"},
		{"sixty columns", wide + strings.Repeat(numbered("|cell%d", 60)+"|\n", 10)},
		{"sixty columns of long words", wide + strings.Repeat(numbered("|internationalization%d", 60)+"|\n", 10)},
		{"a table of many rows", "|A|B|\n|-|-|\n" + numbered("|row%[1]d|cell%[1]d|\n", 800)},
		{"deep lists", steps(90, "- level%d\n")},
		{"deep quotes", strings.Repeat("> ", 95) + "word"},
		{"nesting that is too deep", strings.Repeat("> ", 120) + "word"},
		{"long numbers", "999999999. a\n1. b\n\nc\n\n1. d\n   999999999. e\n              999999999. f"},
		{"numbers that are too long", "9999999999. a"},
		{"no width", strings.Repeat("a\u200b\u200c\u200d\u2060\u00ad", 500)},
		{"right to left", strings.Repeat("שלום עולם ", 200) + strings.Repeat("مرحبا ", 200)},
		{"combining", strings.Repeat("e\u0301\u0302\u0303 ", 500) + "a" + strings.Repeat("\u0301", 500)},
		{"many small paragraphs", numbered("a%d\n\n", 3000)},
		{"many line breaks", numbered("a%d\\\n", 3000) + "b"},
		{"code of white space", "```\na" + strings.Repeat(" ", 20_000) + "b\n```"},
		{"words that do not break", strings.Repeat("a\u00a0", 5000)},
	} {
		p := printed(t, c.markdown, markdown.Options{Dir: "description"})
		if lost := p.lost(); lost != "" {
			t.Errorf("%s: %.100q is lost", c.name, lost)
		}
	}
}

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i+1)
	}
	return b.String()
}

// chain writes footnotes each of which refers to the next.
func chain(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[^%d]: note%d[^%d]\n", i+1, i+1, i+2)
	}
	fmt.Fprintf(&b, "[^%d]: last\n", n+1)
	return b.String()
}

// steps writes lines each of which is indented by two more.
func steps(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, strings.Repeat("  ", i)+format, i)
	}
	return b.String()
}

// A control's statement may be longer than three pages of its table.
func TestHardStatementsKeepTheirWords(t *testing.T) {
	for name, statement := range map[string]string{
		"nested lists": numbered("- item%[1]d one two three four\n  - inner%[1]d five six seven\n", 150),
		"deep lists":   steps(45, "- level%d\n"),
		"long numbers": "999999999. a\n2. b\n",
		"a long word":  numbered("x%dy", 1600),
	} {
		control := strings.Replace(fuzzControl, `"The lead approves access."`, "'''\n"+statement+"'''", 1)
		d := draftOf(t, map[string]string{"controls/a.toml": control})
		want := strings.NewReplacer("- ", "• ", "\n2. b", "\n1000000000. b").Replace(statement)
		if lost := missing(d.runs, want); lost != "" {
			t.Errorf("%s: %.100q is lost", name, lost)
		}
	}
}
