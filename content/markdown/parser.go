package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

const kindAlert = "alert"

var kindDescription = extast.KindDefinitionDescription

var (
	fullParser          = newParser(false, true)
	limitedParser       = newParser(true, true)
	fullBlocksParser    = newParser(false, false)
	limitedBlocksParser = newParser(true, false)
)

// parserOf returns the parser for full or limited Markdown, which reads blocks
// and their inlines, or blocks alone.
func parserOf(limited, inlines bool) parser.Parser {
	switch {
	case limited && inlines:
		return limitedParser
	case limited:
		return limitedBlocksParser
	case inlines:
		return fullParser
	}
	return fullBlocksParser
}

// newParser leaves out goldmark's table transformer, which undoes escaped pipes
// in code in quadratic time; runs does that.
func newParser(limited, inlines bool) parser.Parser {
	blocks := []util.PrioritizedValue{
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
	}
	transformers := []util.PrioritizedValue{
		util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
		util.Prioritized(extension.NewTableParagraphTransformer(), 200),
	}
	spans := []util.PrioritizedValue{
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(parser.NewEmphasisParser(), 500),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
	}
	if limited {
		blocks = append(blocks, util.Prioritized(indentedParagraphs{parser.NewParagraphParser()}, 1000))
	} else {
		blocks = append(blocks,
			util.Prioritized(parser.NewParagraphParser(), 1000),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(footnoteBlockParser{}, 999))
		transformers = append(transformers, util.Prioritized(alertTransformer{}, 50))
		spans = append(spans,
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(footnoteRefParser{}, 101))
	}
	if !inlines {
		spans = nil
	}
	return parser.NewParser(
		parser.WithBlockParsers(blocks...),
		parser.WithInlineParsers(spans...),
		parser.WithParagraphTransformers(transformers...),
	)
}

// indentedParagraphs reads indented lines as paragraphs: the multi-line strings
// of TOML files are often indented, and that means no code.
type indentedParagraphs struct{ parser.BlockParser }

func (indentedParagraphs) CanAcceptIndentedLine() bool { return true }

var alertKinds = []string{"note", "tip", "important", "warning", "caution"}

// alertTransformer takes the mark off an alert, "[!NOTE]" alone on the first
// line of a quote, and remembers its kind on the quote.
type alertTransformer struct{}

func (alertTransformer) Transform(n *ast.Paragraph, reader text.Reader, _ parser.Context) {
	quote, ok := n.Parent().(*ast.Blockquote)
	if !ok || quote.FirstChild() != n || n.Lines().Len() == 0 {
		return
	}
	if _, marked := quote.AttributeString(kindAlert); marked {
		return // by a paragraph that held the mark alone
	}
	first := n.Lines().At(0)
	mark := strings.ToLower(strings.TrimSpace(string(first.Value(reader.Source()))))
	for _, kind := range alertKinds {
		if mark != "[!"+kind+"]" {
			continue
		}
		quote.SetAttributeString(kindAlert, kind)
		n.Lines().SetSliced(1, n.Lines().Len())
		if n.Lines().Len() == 0 {
			quote.RemoveChild(quote, n)
		}
	}
}
