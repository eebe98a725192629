package socdraft_test

import (
	"bytes"
	"flag"
	"fmt"
	"html"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/markdown"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/render/pdf"
)

// FuzzNoWordLost takes Markdown all the way to a PDF and holds the text read
// back against the HTML that goldmark makes of it by itself: each character
// comes out, in order, and nothing is added but marks.
func FuzzNoWordLost(f *testing.F) {
	for _, seed := range lostSeeds {
		f.Add(seed)
	}
	for i := range uint64(100) {
		f.Add(pieces(i))
	}
	if fuzzing := flag.Lookup("test.fuzz"); fuzzing != nil && fuzzing.Value.String() != "" {
		examples, _ := readSpec()
		for _, e := range examples {
			f.Add(e.Markdown)
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || len(src) > 20_000 {
			return // the loader refuses the one; the other is slow
		}
		p := printed(t, src, markdown.Options{Dir: "description"})
		if lost := p.lost(); lost != "" {
			t.Errorf("%q\nbecame %q,\nnot %q", src, p.runs, lost)
		}
	})
}

// FuzzNoWordOfValuesLost does so with the Markdown of TOML values, which knows
// less. What it does not know prints as plain text, so that only the number of
// letters and digits can be compared, and nothing where goldmark sees code.
func FuzzNoWordOfValuesLost(f *testing.F) {
	for _, seed := range lostSeeds {
		f.Add(seed)
	}
	for i := range uint64(50) {
		f.Add(pieces(i))
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || len(src) > 20_000 {
			return
		}
		p := printed(t, src, markdown.Options{Limited: true})
		shown := convert(plainConverter, src)
		if strings.Contains(shown, "<pre>") || strings.Contains(src, "&") && hasRule(p.findings, "unsupported-markup") {
			return
		}
		want := strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			return -1
		}, strings.Join(visibleParts(shown, false), ""))
		if lost := missing(append(p.told(), p.runs...), want); lost != "" {
			t.Errorf("%q\nbecame %q,\nwithout %q", src, p.runs, lost)
		}
	})
}

var lostSeeds = []string{
	"# A {#b}\n\ntext *em* **strong** `code` [link](#x) ![alt](y.png \"t\")\n",
	"- [ ] a\n- b\n  1. c\n\n> [!NOTE]\n> d\n\n```go\ncode\n```\n",
	"a|b\n-|-\nc|d|e\n\nx[^1]\n\n[^1]: y\n\nterm\n: definition\n",
	"<div>\n<!-- x -->\n</div>\n\n<b>&amp;\\*  \nend", "~~a~~ ~b~ 漢字 \u200b\u202e\u00ad é e\u0301",
	"999999999. a\n1000000000. b\n", "|a|\n|-|\n|`b\\|c`|\n", "a  \n**b\\\nc**", "[a]: b 'c'\n[a]\n===\n",
}

// pieces joins bits of Markdown at random.
func pieces(seed uint64) string {
	random := rand.New(rand.NewPCG(seed, 3))
	var b strings.Builder
	for i := range 2 + random.IntN(24) {
		b.WriteString(bits[random.IntN(len(bits))])
		switch random.IntN(3) {
		case 0:
			fmt.Fprintf(&b, "w%d", i)
		case 1:
			b.WriteByte('\n')
		}
	}
	return b.String()
}

var bits = []string{"\n", "\n\n", " ", "  ", "    ", "\t", "- ", "* ", "1. ", "7) ", "> ", "# ", "## ", "===\n", "---\n", "```\n", "~~~ go\n",
	"`", "``", "*", "**", "_", "__", "~~", "[", "]", "(", ")", "](#x)", "](https://example.com)", "](/y 'z')", "![", "](p.png)", "](p.png \"q\")",
	"<b>", "</b>", "<!-- ", " -->", "<div>\n", "<pre>", "</pre>\n", "<?", "?>", "<https://example.com>", "\\", "\\\n", "  \n", "&amp;", "&#35;", "&#0;", "&nbsp;",
	"|", " | ", "|a|b|\n|-|-|\n", "\\|", "[^1]", "[^1]: ", "\n[^1]: ", "[^2]", "\n[^2]: ", "\n: ", ": ", "[ ] ", "- [x] ", "> [!NOTE]\n", "> [!TIP]\n> ", "[!NOTE]",
	"{#id}", "# a {#b}\n", "[x]: #y\n", "[x]", "[x]: #y 'z'\n", "é", "漢", "\u00a0", "\u200b", "!", "\"", "…", "{{ a }}",
	"\r\n", "\r", "\x00", "\v", "\f", "\u2028", "\u2011", "e\u0301", "\u0007", "&NewLine;", "&#x1F600;", "&notit;", "&copy"}

// printedText is what became of Markdown.
type printedText struct {
	src      string
	runs     []string
	pages    int
	blocks   []prose.Block
	findings []*diag.Finding
}

func printed(t testing.TB, src string, options markdown.Options) *printedText {
	t.Helper()
	var list diag.List
	source := diag.NewSource("description/a.md", []byte(src))
	blocks := markdown.Parse(diag.NewText(src, source.At(0, len(src))), options, &list)
	doc := &render.Document{Blocks: []render.Block{render.NewProse(render.ByManagement, prose.Clone(blocks)...)}}
	laid, found := layout.Pages(doc, render.DefaultTheme(), fonts)
	list.Append(found)
	file, err := pdf.Write(doc, laid, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return &printedText{src, texts(pageRuns(t, file)), len(laid.Pages), blocks, list.All()}
}

// lost returns the text that the runs should be and are not, or "".
func (p *printedText) lost() string {
	if hasRule(p.findings, "too-complex") {
		if reads(p.runs, p.src) {
			return ""
		}
		return p.src
	}
	parts := oracle(p.src)
	want := strings.Join(parts, "")
	switch {
	case strings.ContainsRune(solid(want), font.Substitute) && !hasRule(p.findings, "missing-glyph"):
		return "a finding"
	case reads(p.runs, want):
		return ""
	case p.looser():
		return missing(append(p.told(), p.runs...), want)
	case hasRule(p.findings, "extra-cell"):
		return holdsInOrder(p.runs, parts)
	}
	return want
}

// looser reports whether only the number of each character can be compared:
// text may stand elsewhere than where it was written or twice, as notes,
// figures, and tables in parts or on several pages do; or the oracle takes the
// text for something else: it knows no marks of footnotes that are not defined,
// and no tags and bare links in alternative texts.
func (p *printedText) looser() bool {
	looser := hasRule(p.findings, "unknown-footnote") || strings.Contains(p.src, "![") && strings.Contains(p.src, "<")
	prose.Walk(p.blocks, func(b prose.Block) {
		switch b := b.(type) {
		case *prose.Notes, *prose.Figure:
			looser = true
		case *prose.Table:
			looser = looser || len(b.Head) > 8 || p.pages > 1
		}
	})
	return looser
}

// told returns the source of what prints nothing, as findings say, and the
// labels of footnotes, which are numbers.
func (p *printedText) told() []string {
	told := label.FindAllString(p.src, -1)
	for _, f := range p.findings {
		if f.Rule.Name == "unused-link-definition" {
			told = append(told, p.src[f.Span.Start:f.Span.End])
		}
	}
	return told
}

var label = regexp.MustCompile(`\[\^[^\]\s]+\]:`)

// missing returns the characters of want that the runs have too few of.
func missing(runs []string, want string) string {
	count := map[rune]int{}
	for _, r := range solid(strings.Join(runs, "")) {
		count[r]++
	}
	var out strings.Builder
	for _, r := range solid(want) {
		if count[r]--; count[r] < 0 {
			out.WriteRune(r)
		}
	}
	return out.String()
}

var converter = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.DefinitionList, extension.Footnote),
	goldmark.WithParserOptions(parser.WithParagraphTransformers(util.Prioritized(cutAlertMark{}, 1))),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(showTags{}, 100))),
)

var plainConverter = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(showTags{}, 100))),
)

// cutAlertMark takes the mark off an alert before goldmark sees a heading, a
// definition or a term in it.
type cutAlertMark struct{}

func (cutAlertMark) Transform(n *ast.Paragraph, reader text.Reader, _ parser.Context) {
	quote := n.Parent()
	if quote.Kind() != ast.KindBlockquote || n.PreviousSibling() != nil || quote.Attributes() != nil || n.Lines().Len() == 0 {
		return
	}
	first := n.Lines().At(0)
	if !alertMark.Match(first.Value(reader.Source())) {
		return
	}
	n.Lines().SetSliced(1, n.Lines().Len())
	if n.Lines().Len() == 0 {
		quote.SetAttributeString("alert", true)
		quote.RemoveChild(quote, n)
	}
}

var alertMark = regexp.MustCompile(`(?i)^\s*\[!(note|tip|important|warning|caution)\]\s*$`)

// showTags renders raw HTML as the text that it is in a report, and leaves out
// comments, which are findings.
type showTags struct{}

func (showTags) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindRawHTML, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			show(w, n.(*ast.RawHTML).Segments.Value(src))
		}
		return ast.WalkSkipChildren, nil
	})
	r.Register(ast.KindHTMLBlock, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			b := n.(*ast.HTMLBlock)
			lines := bytes.Clone(n.Lines().Value(src))
			if b.HasClosure() {
				lines = append(lines, b.ClosureLine.Value(src)...)
			}
			show(w, lines)
		}
		return ast.WalkContinue, nil
	})
}

var comment = regexp.MustCompile(`(?s)<!---?>|<!--.*?(?:-->|$)`)

func show(w util.BufWriter, raw []byte) {
	_, _ = w.WriteString(html.EscapeString(string(bytes.ReplaceAll(comment.ReplaceAll(raw, nil), []byte{0}, []byte("\uFFFD")))))
}

var (
	noteMark = regexp.MustCompile(`(?s)<sup id="fnref.*?</sup>|(?:&#160;)?<a href="#fnref.*?</a>`)
	takenID  = regexp.MustCompile(`(>|\s+)\{#[A-Za-z][A-Za-z0-9_.:-]*\}((?:\s|</?(?:a|em|strong|del)\b[^>]*>|<img src="[^"]*" alt="">)*</h[1-6]>)`)
	altBreak = regexp.MustCompile(`(alt="[^"]*)<br ?/?>`)
)

// oracle returns the text of Markdown as goldmark sees it, in parts.
func oracle(src string) []string {
	shown := noteMark.ReplaceAllString(convert(converter, src), "")
	shown = takenID.ReplaceAllString(shown, "$1$2")
	return visibleParts(shown, false)
}

func convert(with goldmark.Markdown, src string) string {
	var out bytes.Buffer
	if err := with.Convert([]byte(src), &out); err != nil {
		panic(err)
	}
	shown := out.String()
	for altBreak.MatchString(shown) {
		shown = altBreak.ReplaceAllString(shown, "$1")
	}
	return shown
}

// Inputs that lost, moved or added something once.
func TestNoWordLost(t *testing.T) {
	for _, src := range []string{
		"> <div>\n> a\n\nb\n", "    \x00", "> [!TIP]\n>\n> [!NOTE]\n> a\n", "![a ![b](b.png) c](a.png)",
	} {
		p := printed(t, src, markdown.Options{Dir: "description"})
		if lost := p.lost(); lost != "" {
			t.Errorf("%q\nbecame %q,\nnot %q", src, p.runs, lost)
		}
	}
}
