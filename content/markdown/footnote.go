package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// goldmark's own footnotes drop what nothing refers to, and lose a note whose
// text holds the first definition of another. These keep every definition
// where it stands; the converter numbers them.

var (
	footnotesKey    = parser.NewContextKey()
	kindFootnote    = ast.NewNodeKind("FootnoteDefinition")
	kindFootnoteRef = ast.NewNodeKind("FootnoteReference")
)

// A footnote is the definition "[^label]: text".
type footnote struct {
	ast.BaseBlock
	label       string
	start, stop int // of "[^label]:"
}

func (*footnote) Kind() ast.NodeKind { return kindFootnote }

// Dump is for goldmark's debugging only.
func (n *footnote) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// A footnoteRef is "[^label]" in running text.
type footnoteRef struct {
	ast.BaseInline
	label       string
	start, stop int
}

func (*footnoteRef) Kind() ast.NodeKind { return kindFootnoteRef }

// Dump is for goldmark's debugging only.
func (n *footnoteRef) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// footnoteLabel returns the label of "[^label]" at the start of line and the
// length of all of it, or 0.
func footnoteLabel(line []byte) (label string, n int) {
	if !bytes.HasPrefix(line, []byte("[^")) {
		return "", 0
	}
	for i, b := range line[2:] {
		switch {
		case b == ']' && i > 0:
			return string(line[2 : 2+i]), i + 3
		case b == ']' || b == '[' || util.IsSpace(b):
			return "", 0
		}
	}
	return "", 0
}

type footnoteBlockParser struct{}

func (footnoteBlockParser) Trigger() []byte             { return []byte{'['} }
func (footnoteBlockParser) CanInterruptParagraph() bool { return true }
func (footnoteBlockParser) CanAcceptIndentedLine() bool { return false }

func (footnoteBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	label, n := footnoteLabel(line[pos:])
	if n == 0 || pos+n >= len(line) || line[pos+n] != ':' {
		return nil, parser.NoChildren
	}
	start := segment.Start + pos - segment.Padding
	node := &footnote{label: label, start: start, stop: start + n + 1}
	if notes, ok := pc.Get(footnotesKey).(*[]*footnote); ok {
		*notes = append(*notes, node)
	}
	reader.Advance(pos + n + 1)
	return node, parser.HasChildren
}

func (footnoteBlockParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (footnoteBlockParser) Close(ast.Node, text.Reader, parser.Context) {}

type footnoteRefParser struct{}

func (footnoteRefParser) Trigger() []byte { return []byte{'['} }

func (footnoteRefParser) Parse(_ ast.Node, reader text.Reader, _ parser.Context) ast.Node {
	line, segment := reader.PeekLine()
	label, n := footnoteLabel(line)
	if n == 0 {
		return nil
	}
	reader.Advance(n)
	return &footnoteRef{label: label, start: segment.Start, stop: segment.Start + n}
}
