package markdown

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

func TestFindings(t *testing.T) {
	limited := Options{Limited: true}
	tests := []struct {
		name, src string
		opts      Options
		words     string // the text that is left
		want      string
	}{
		{"inline HTML", "a <b>c</b>", Options{}, "a <b>c</b>", "1:3 raw-html: HTML \"<b>\" prints as text\n1:7 raw-html: HTML \"</b>\" prints as text"},
		{"HTML block", "<div>\nx\n</div>", Options{}, "<div> x </div>", "1:1 raw-html: HTML \"<div>…\" prints as text"},
		{"HTML block in a quote", "> <div>\n> x <!-- y\n> z --> w\n>\n> v", Options{}, "<div> x\nw\nv",
			"1:3 raw-html: HTML \"<div>…\" prints as text\n2:5 raw-html: HTML comment is left out of the document\n3:9 raw-html: HTML \"w\" prints as text"},
		{"comment", "a <!-- b -->c\n\n<!-- d\n\ne --> f", Options{}, "a c\nf",
			"1:3 raw-html: HTML comment is left out of the document\n3:1 raw-html: HTML comment is left out of the document\n5:7 raw-html: HTML \"f\" prints as text"},
		{"remote images", "![a](https://x.test/y.png)\n\n![b](//x/y.png)\n\n![c](data:image/png;base64,AA)", Options{}, "a\nb\nc",
			"1:1 remote-image: image \"https://x.test/y.png\" is not a file of the project\n3:1 remote-image: image \"//x/y.png\" is not a file of the project\n" +
				"5:1 remote-image: image \"data:image/png;base64,AA\" is not a file of the project"},
		{"paths that escape", "![a](../../y.png) ![b](/y.png) ![c](C:/y.png) ![d](..\\\\y.png) ![e](%2e%2e/%2e%2e/y.png)", Options{}, "a b c d e",
			"1:1 path-escape: image path \"../../y.png\" leads out of the project\n1:19 path-escape: image path \"/y.png\" is absolute\n" +
				"1:32 path-escape: image path \"C:/y.png\" is absolute\n1:47 path-escape: image path \"..\\\\y.png\" holds a character that paths may not have\n" +
				"1:63 path-escape: image path \"%2e%2e/%2e%2e/y.png\" leads out of the project"},
		{"missing alternative text", "![](y.png)", Options{}, "", "1:1 missing-alt-text: image \"description/y.png\" has no alternative text"},
		{"schemes", "[a](javascript:x) [b](JaVa&#115;cript:x) [c](other.md) [d](file:///etc) [e](HTTPS://x.test) [f](//x)", Options{}, "a b c d e f",
			"1:1 forbidden-scheme: link to \"javascript:x\" has a scheme that is not allowed\n1:19 forbidden-scheme: link to \"JaVascript:x\" has a scheme that is not allowed\n" +
				"1:42 forbidden-scheme: link to \"other.md\" has no scheme\n1:56 forbidden-scheme: link to \"file:///etc\" has a scheme that is not allowed\n" +
				"1:93 forbidden-scheme: link to \"//x\" has no scheme"},
		{"link titles", "[a](#x \"b &amp; c\") [d]\n\n[d]: #y 'e'", Options{}, "a d",
			"1:9 link-title: link title \"b & c\" does not print\n1:21 link-title: link title \"e\" does not print"},
		{"hidden scheme", "[a](https&#x200b;://x) [b](https://) [c](#) [d](mailto:)", Options{}, "a b c d",
			"1:1 forbidden-scheme: link to \"https\\u200b://x\" holds an invisible character\n1:24 forbidden-scheme: link to \"https://\" names no host\n" +
				"1:38 forbidden-scheme: link to \"#\" names no anchor\n1:45 forbidden-scheme: link to \"mailto:\" names nobody"},
		{"footnotes", "a[^b]\n\n[^c]: d", Options{}, "a[^b]\nd", "1:2 unknown-footnote: footnote \"b\" is not defined\n3:1 unused-footnote: nothing refers to footnote \"c\""},
		{"footnote in a footnote", "a[^b]\n\n[^b]:\n    [^c]: d", Options{}, "a1\nd", "4:5 unused-footnote: nothing refers to footnote \"c\""},
		{"link definitions", "[a]\n\n[a]: #b\n[a]: #c\n[d]: #e", Options{}, "a",
			"4:1 unused-link-definition: nothing refers to link definition \"a\", so it prints nothing\n5:1 unused-link-definition: nothing refers to link definition \"d\", so it prints nothing"},
		{"extra cells", "a|b\n-|-\nc|d|e|*f*|", Options{}, "a\nb\nc\nd | e|*f*|", "3:5 extra-cell: table row has more than 2 cells"},
		{"heading ids", "# A {#x}\n\n# B {#x}", Options{}, "A\nB", "3:3 duplicate-heading-id: heading id \"x\" is taken"},
		{"diagram outside of the subset", "> ```mermaid\n> graph LR\n>   A --> B\n>   style A fill:#f00\n> ```", Options{},
			"graph LR\n  A --> B\n  style A fill:#f00", "4:5 undrawn-diagram: \"style\" of a diagram is not drawn"},
		{"diagram without alternative text", "```mermaid\ngraph\nA --> B\n```", Options{}, "A\nB", "2:1 missing-alt-text: diagram has no alternative text"},
		{"diagram with an empty alternative text", "```mermaid\ngraph\n  accDescr:\nA --> B\n```", Options{}, "A\nB", "3:3 missing-alt-text: diagram has no alternative text"},
		{"diagrams under other words", "```Mermaid\ngraph\naccDescr: a\nA\n```\n\n> ~~~ mmd x\n> graph\n> accDescr: a\n> B\n> ~~~\n\n```{mermaid}\npie\n```\n\n```mermaids\nc\n```",
			Options{}, "A\na\nB\na\npie\nc", "1:4 mismarked-diagram: diagram is marked as \"Mermaid\", by which code hosts do not know it\n" +
				"7:7 mismarked-diagram: diagram is marked as \"mmd\", by which code hosts do not know it\n" +
				"13:4 mismarked-diagram: diagram is marked as \"{mermaid}\", by which code hosts do not know it\n" +
				"14:1 undrawn-diagram: diagram does not begin with \"flowchart\" or \"graph\""},
		{"empty diagram", "```mermaid\n```", Options{}, "", "1:1 undrawn-diagram: diagram does not begin with \"flowchart\" or \"graph\""},
		{"skipped headings", "### a\n\n# b\n\n> ### c\n\n#### d\n\n## e\n\n###### f", Options{}, "a\nb\nc\nd\ne\nf",
			"1:5 skipped-heading: heading of level 3 skips level 2\n5:7 skipped-heading: heading of level 3 skips level 2\n" +
				"11:8 skipped-heading: heading of level 6 skips level 3"},
		{"headings in order", "## a\n\n### b\n\n#### c\n\n## d\n\n### e\n\n# f\n\n## g", Options{}, "a\nb\nc\nd\ne\nf\ng", ""},
		{"limited text", "# a\n\n> b\n\n***\n\n```\n*c*\n```\n\n- *d*", limited, "a\nb\n***\n*c*\nd",
			"1:1 unsupported-markup: a heading has no place in this text\n3:1 unsupported-markup: a quote has no place in this text\n" +
				"5:1 unsupported-markup: a thematic break has no place in this text\n7:1 unsupported-markup: a block of code has no place in this text"},
		{"limited code in a quote", "> ```\n> a\n> b\n> ```", limited, "a b",
			"1:1 unsupported-markup: a quote has no place in this text\n1:3 unsupported-markup: a block of code has no place in this text"},
		{"limited table and image", "a|b\n-|-\nc|d\n\n![e](f.png)", limited, "a|b\nc|d\ne",
			"1:1 unsupported-markup: a table has no place in this text\n5:1 unsupported-markup: an image has no place in this text"},
		{"limited text may be indented", "\n    a\n    b\n", limited, "a b", ""},
		{"limited text has no tasks and notes", "- [ ] a [^b]", limited, "[ ] a [^b]", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			blocks, list := parse(tt.src, tt.opts)
			if got := prose.BlocksText(blocks); got != tt.words {
				t.Errorf("words:\n%s\nwant:\n%s", got, tt.words)
			}
			if got := findings(list); got != tt.want {
				t.Errorf("findings:\n%s\nwant:\n%s", got, tt.want)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"size", strings.Repeat("word ", 1<<18), "1 MiB"},
		{"quotes", strings.Repeat("> ", 20_000) + "x", "100 levels"},
		{"list items on one line", strings.Repeat("- ", 200) + "x", "100 levels"},
		{"list items by indentation", stairs(300), "100 levels"},
		{"delimiters", strings.Repeat("*a_", 50_000), "5,000 delimiters"},
		{"brackets", strings.Repeat("[", 50_000), "5,000 delimiters"},
		{"links over a long line", strings.Repeat("[a](", 3_000) + strings.Repeat("b", 500_000), "5,000 delimiters"},
		{"definitions", strings.Repeat("[a]: b\n", 2_001), "2,000 definitions"},
		{"cells", strings.Repeat("|a", 5_000) + "\n" + strings.Repeat("|-", 5_000) + "\n" + strings.Repeat("a\n", 5_000), "200,000 cells"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			blocks, list := parse(tt.src, Options{})
			if list.Len() != 1 || !strings.Contains(list.All()[0].Message, tt.want) {
				t.Fatalf("findings:\n%s", findings(list))
			}
			got := strings.Join(strings.Fields(prose.BlocksText(blocks)), " ")
			if want := strings.Join(strings.Fields(tt.src), " "); got != want {
				t.Errorf("%d bytes of text are left, want %d", len(got), len(want))
			}
		})
	}
}

func stairs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "- x\n")
	}
	return b.String()
}

// A large table is one group of lines but many blocks.
func TestLargeTable(t *testing.T) {
	src := "a|b\n-|-\n" + strings.Repeat("[AC-02](#AC-02)|`x` *y*\n", 3_000)
	blocks, list := parse(src, Options{})
	if list.Len() > 0 || len(blocks) != 1 || len(blocks[0].(*prose.Table).Rows) != 3_000 {
		t.Errorf("%d blocks, findings:\n%s", len(blocks), findings(list))
	}
}

// Text of a TOML string stands elsewhere than its value: escapes are atoms.
func TestEscapedSource(t *testing.T) {
	src := diag.NewSource("a.toml", []byte(`x = "one \"two\" \\*three"`))
	var b diag.TextBuilder
	b.Verbatim("one ", 5)
	b.Atom(`"`, 9, 11)
	b.Verbatim("two", 11)
	b.Atom(`"`, 14, 16)
	b.Verbatim(" ", 16)
	b.Atom(`\`, 17, 19)
	b.Verbatim("*three", 19)
	list := &diag.List{}
	blocks := Parse(b.Text(src.At(4, 26)), Options{Limited: true}, list)
	want := `p("one "@5-9 "\""@9-11* "two"@11-14 "\""@14-16* " "@16-17 "*"@17-20* "three"@20-25)`
	if got := show(blocks); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// The indentation that all lines of a multi-line string share means nothing.
func TestIndentedString(t *testing.T) {
	blocks, list := parse("First\n    second:\n\n    - *a*\n      b\n    - c\n  ", Options{Limited: true})
	want := `p("First "@0-6 "second:"@10-17) ul(p(i"a"@26-27 " "@28-29 "b"@35-36); p("c"@43-44))`
	if got := show(blocks); got != want || list.Len() > 0 {
		t.Errorf("got  %s\nwant %s\n%s", got, want, findings(list))
	}
	blocks, _ = parse("    - a\n    - b\n", Options{Limited: true})
	if got, want := show(blocks), `ul(p("a"@6-7); p("b"@14-15))`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestBuiltIn(t *testing.T) {
	list := &diag.List{}
	blocks := Parse(diag.Text{Value: "a [b](#c) & \\*d"}, Options{BuiltIn: true}, list)
	if got, want := show(blocks), `p("a "@0-0* <#c>"b"@0-0* " & *d"@0-0*)`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
