package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

func parse(src string, opts Options) ([]prose.Block, *diag.List) {
	s := diag.NewSource("description/data.md", []byte(src))
	list := &diag.List{}
	if opts.Dir == "" {
		opts.Dir = "description"
	}
	return Parse(diag.NewText(src, s.At(0, len(src))), opts, list), list
}

// show prints blocks in a short form: runs as text@start-end with their marks,
// atoms with a star.
func show(blocks []prose.Block) string {
	var parts []string
	for _, b := range blocks {
		parts = append(parts, showBlock(b))
	}
	return strings.Join(parts, " ")
}

func showBlock(b prose.Block) string {
	switch b := b.(type) {
	case *prose.Paragraph:
		return "p(" + runsOf(b.Inlines) + ")"
	case *prose.Heading:
		return fmt.Sprintf("h%d#%s(%s)", b.Level, b.ID, runsOf(b.Inlines))
	case *prose.List:
		kind := "ul"
		if b.Ordered {
			kind = fmt.Sprintf("ol%d", b.Start)
		}
		var items []string
		for _, item := range b.Items {
			items = append(items, [...]string{"", "[ ]", "[x]"}[item.Task]+show(item.Blocks))
		}
		return kind + "(" + strings.Join(items, "; ") + ")"
	case *prose.Definitions:
		var items []string
		for _, d := range b.Items {
			items = append(items, runsOf(d.Term.Inlines)+": "+show(d.Blocks))
		}
		return "dl(" + strings.Join(items, "; ") + ")"
	case *prose.Quote:
		return "quote(" + show(b.Blocks) + ")"
	case *prose.Alert:
		return b.Kind + "(" + show(b.Blocks) + ")"
	case *prose.Code:
		return fmt.Sprintf("code:%s(%q)", b.Lang, b.Text)
	case *prose.Table:
		var rows []string
		for _, row := range append([][]prose.Cell{b.Head}, b.Rows...) {
			var cells []string
			for _, cell := range row {
				cells = append(cells, runsOf(cell.Inlines))
			}
			rows = append(rows, strings.Join(cells, " | "))
		}
		return fmt.Sprintf("table%v(%s)", b.Aligns, strings.Join(rows, "; "))
	case *prose.Figure:
		return fmt.Sprintf("figure(%s %q %s @%d-%d)", b.Path, b.Alt, runsOf(b.Caption), b.Span.Start, b.Span.End)
	case *prose.Break:
		return "hr"
	case *prose.Notes:
		var notes []string
		for _, n := range b.Notes {
			notes = append(notes, fmt.Sprintf("%d#%s %s", n.Number, n.ID, show(n.Blocks)))
		}
		return "notes(" + strings.Join(notes, "; ") + ")"
	}
	return "?"
}

func runsOf(runs []prose.Inline) string {
	var parts []string
	for _, r := range runs {
		marks := ""
		for i, name := range []string{"b", "i", "m", "s", "^"} {
			if r.Style&(1<<i) != 0 {
				marks += name
			}
		}
		if r.Link != "" {
			marks += "<" + r.Link + ">"
		}
		atom := ""
		if len(r.Text) != r.Span.End-r.Span.Start {
			atom = "*"
		}
		parts = append(parts, fmt.Sprintf("%s%q@%d-%d%s", marks, r.Text, r.Span.Start, r.Span.End, atom))
	}
	return strings.Join(parts, " ")
}

func findings(list *diag.List) string {
	list.Resolve(false)
	var lines []string
	for _, f := range list.All() {
		line, col := f.Span.Position()
		lines = append(lines, fmt.Sprintf("%d:%d %s: %s", line, col, f.Rule.Name, f.Message))
	}
	return strings.Join(lines, "\n")
}

func TestBlocks(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"soft break is one run", "one\ntwo", `p("one two"@0-7)`},
		{"indented line", "one\n  two", `p("one "@0-4 "two"@6-9)`},
		{"windows line ending", "one\r\ntwo\r\n", `p("one"@0-3 " "@3-5* "two"@5-8)`},
		{"hard breaks", "a  \nb\\\nc", `p("a"@0-1 "\n"@1-4* "b"@4-5 "\n"@5-7* "c"@7-8)`},
		{"white space folds", "a   b\tc", `p("a"@0-1 " "@1-4* "b c"@4-7)`},
		{"styles", "a *b* **c** `d` ~~e~~", `p("a "@0-2 i"b"@3-4 " "@5-6 b"c"@8-9 " "@11-12 m"d"@13-14 " "@15-16 s"e"@18-19)`},
		{"failed delimiters join", "2 * 3 * 4_a_b [x] !y", `p("2 * 3 * 4_a_b [x] !y"@0-20)`},
		{"escapes and entities", `1\*2 &amp; &#65;&nbsp;x &bogus;`,
			`p("1"@0-1 "*"@1-3* "2 "@3-5 "&"@5-10* " "@10-11 "A"@11-16* "\u00a0"@16-22* "x &bogus;"@22-31)`},
		{"code keeps backslashes", "`a\\*b\nc`", `p(m"a\\*b c"@1-7)`},
		{"link", "see [AC-02](#AC-02).", `p("see "@0-4 <#AC-02>"AC-02"@5-10 "."@19-20)`},
		{"reference link", "[a][r] [r]\n\n[r]: https://x.test/ü",
			`p(<https://x.test/%C3%BC>"a"@1-2 " "@6-7 <https://x.test/%C3%BC>"r"@8-9)`},
		{"autolinks", "<https://x.test> <a@x.test>", `p(<https://x.test>"https://x.test"@1-15 " "@16-17 <mailto:a@x.test>"a@x.test"@18-26)`},
		{"headings", "# A b\n\n## A b\n\n### C {#own}\n\nD\n---", `h1#a-b("A b"@2-5) h2#a-b-2("A b"@10-13) h3#own("C"@19-20) h2#d("D"@29-30)`},
		{"lists", "3. a\n4. b\n   - [x] c\n   - [ ] d", `ol3(p("a"@3-4); p("b"@8-9) ul([x]p("c"@19-20); [ ]p("d"@30-31)))`},
		{"quote", "> a\n> b", `quote(p("a "@2-4 "b"@6-7))`},
		{"alert", "> [!NOTE]\n> a", `note(p("a"@12-13))`},
		{"alert and paragraphs", "> [!Warning]\n>\n> a", `warning(p("a"@17-18))`},
		{"code", "```go\nx\n\ty\n```\n\n    z", `code:go("x\n\ty\n") code:("z\n")`},
		{"rule", "a\n\n***", `p("a"@0-1) hr`},
		{"definitions", "a\n: b\n\nc\n: d", `dl("a"@0-1: p("b"@4-5); "c"@7-8: p("d"@11-12))`},
		{"table", "a|b|c\n:-|:-:|-:\n`x\\|y`|z", `table[0 1 2]("a"@0-1 | "b"@2-3 | "c"@4-5; m"x"@17-18 m"|"@18-20* m"y"@20-21 | "z"@23-24 | )`},
		{"footnotes", "a[^x] b[^y] c[^x]\n\n[^y]: why\n[^x]: ex\n\n    more",
			`p("a"@0-1 ^<#note-description-data-1>"1"@1-5* " b"@5-7 ^<#note-description-data-2>"2"@7-11* " c"@11-13 ^<#note-description-data-1>"1"@13-17*) ` +
				`notes(1#note-description-data-1 p("ex"@35-37) p("more"@43-47); 2#note-description-data-2 p("why"@25-28))`},
		{"figure", `![Alt](figures/n.png "A *caption* &amp;")`, `figure(description/figures/n.png "Alt" "A *caption* "@22-34 "&"@34-39* @0-41)`},
		{"figure lifted", "a ![x](../y.png) b", `p("a "@0-2 "b"@17-18) figure(y.png "x"  @2-16)`},
		{"byte order mark", "\uFEFF# A", `h1#a("A"@5-6)`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			blocks, list := parse(tt.src, Options{})
			if got := show(blocks); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if got := findings(list); got != "" {
				t.Errorf("findings:\n%s", got)
			}
		})
	}
}
