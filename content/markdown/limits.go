package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The limits. goldmark needs more than linear time for some input and cannot
// be stopped, so they are checked before it sees the text.
const (
	maxBytes       = 1 << 20
	maxNesting     = 100
	maxOpeners     = 5_000
	maxDefinitions = 2_000
	maxCells       = 200_000 // of one table: short rows are filled up to the width of the head
	maxEffort      = 1 << 28 // openers of a block times its bytes: each opener may scan all of it
)

// The limits as findings name them.
const (
	sizeLimit       = "1 MiB"
	nestingLimit    = "100 levels of nesting"
	openersLimit    = "5,000 delimiters or brackets in one block"
	definitionLimit = "2,000 definitions"
	cellsLimit      = "200,000 cells in one table"
)

// exceeded names the limit that the text exceeds, or "". It takes linear time.
func exceeded(src []byte, limited bool) string {
	if len(src) > maxBytes {
		return sizeLimit
	}
	s := scan{}
	for line := range bytes.Lines(src) {
		if limit := s.line(line); limit != "" {
			return limit
		}
	}
	s.endGroup()
	// A group of lines may hold several blocks, such as the cells of a table.
	// Only where the group is too much is the exact count worth its time.
	if s.heavy && heaviest(src, limited) {
		return openersLimit
	}
	return ""
}

// scan counts over lines without understanding them, never too little.
type scan struct {
	definitions int
	openers     int // in the lines since the last blank one
	bytes       int
	columns     int // of the widest line like the second of a table since the last blank one
	rows        int // since then
	heavy       bool
}

func (s *scan) line(line []byte) string {
	if util.IsBlank(line) {
		s.endGroup()
		return ""
	}
	nesting, rest := containers(line)
	if nesting > maxNesting {
		return nestingLimit
	}
	if bytes.Contains(rest, []byte("]:")) {
		if s.definitions++; s.definitions > maxDefinitions {
			return definitionLimit
		}
	}
	s.rows++
	if n := delimiterColumns(rest); n > s.columns {
		s.columns, s.rows = n, 1
	}
	if s.columns*s.rows > maxCells {
		return cellsLimit
	}
	s.openers += openers(line)
	s.bytes += len(line)
	return ""
}

func (s *scan) endGroup() {
	s.heavy = s.heavy || tooHeavy(s.openers, s.bytes)
	s.openers, s.bytes, s.columns, s.rows = 0, 0, 0, 0
}

func tooHeavy(openers, bytes int) bool {
	return openers > maxOpeners || int64(openers)*int64(bytes) > maxEffort
}

// containers returns how many quotes and list items a line may open or
// continue, counting two columns of indentation as one, and what follows them.
func containers(line []byte) (nesting int, rest []byte) {
	indent := 0
	for {
		for len(line) > 0 && (line[0] == ' ' || line[0] == '\t') {
			indent++
			if line[0] == '\t' {
				indent += 3
			}
			line = line[1:]
		}
		n := marker(line)
		if n == 0 {
			return nesting, line
		}
		nesting += 1 + indent/2
		indent = 0
		line = line[n:]
	}
}

// marker returns the length of the container mark a line starts with, or 0.
func marker(line []byte) int {
	if len(line) == 0 {
		return 0
	}
	n := 0
	switch line[0] {
	case '>':
		return 1
	case '-', '+', '*', ':':
		n = 1
	default:
		for n < len(line) && n < 9 && util.IsNumeric(line[n]) {
			n++
		}
		if n == 0 || n == len(line) || line[n] != '.' && line[n] != ')' {
			return 0
		}
		n++
	}
	if n < len(line) && !util.IsSpace(line[n]) {
		return 0
	}
	return n
}

// delimiterColumns returns the number of columns where the line may be the
// second line of a table, else 0.
func delimiterColumns(line []byte) int {
	columns, dashes := 1, 0
	for _, b := range line {
		switch {
		case b == '|':
			columns++
		case b == '-':
			dashes++
		case b != ':' && !util.IsSpace(b):
			return 0
		}
	}
	if dashes == 0 {
		return 0
	}
	return columns
}

// openers counts the runs of bytes that may open emphasis, code, a link or a
// tag.
func openers(line []byte) int {
	n := 0
	for i, b := range line {
		switch b {
		case '[', '<':
			n++
		case '*', '_', '~', '`':
			if i == 0 || line[i-1] != b {
				n++
			}
		}
	}
	return n
}

// heaviest reports whether a block has too many openers, by reading the blocks
// alone, without what is in them.
func heaviest(src []byte, limited bool) bool {
	root := parserOf(limited, false).Parse(text.NewReader(src))
	found := false
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() != ast.TypeBlock || n.IsRaw() || n.Lines() == nil {
			return ast.WalkContinue, nil
		}
		count, size := 0, 0
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			count += openers(src[line.Start:line.Stop])
			size += line.Len()
		}
		if tooHeavy(count, size) {
			found = true
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return found
}

// depth returns how deep quotes, list items, definitions and notes nest.
func depth(n ast.Node) int {
	deepest := 0
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if child.Type() == ast.TypeBlock {
			deepest = max(deepest, depth(child))
		}
	}
	switch n.Kind() {
	case ast.KindBlockquote, ast.KindListItem, kindDescription, kindFootnote:
		return deepest + 1
	}
	return deepest
}
