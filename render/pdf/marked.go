package pdf

import (
	"strconv"

	"github.com/socdraft/socdraft/render/layout"
)

// What is in hand where it is no element.
const (
	unmarked   int32 = -1 - iota // nothing was begun
	pagination                   // what every page bears, and heads that are repeated
	decoration int32 = 0
)

// enter begins the marked content that an item belongs to, unless it is in
// hand.
func (s *stream) enter(it *layout.Item) {
	n := decoration
	switch {
	case it.Furniture:
		n = pagination
	case it.Node > 0:
		n = s.tree.Owner(it.Node)
	}
	if n == s.in {
		return
	}
	s.leave()
	s.in = n
	switch n {
	case pagination:
		s.op("/Artifact<</Type/Pagination>>BDC")
	case decoration:
		s.op("/Artifact BMC")
	default:
		s.b = append(s.b, '/')
		s.b = append(s.b, s.tree.At(n).Tag.String()...)
		s.b = append(s.b, "<</MCID "...)
		s.b = strconv.AppendInt(s.b, int64(len(s.marks)), 10)
		s.op(">>BDC")
		s.marks = append(s.marks, n)
	}
}

// leave ends the marked content in hand.
func (s *stream) leave() {
	if s.in != unmarked {
		s.op("EMC")
	}
	s.in = unmarked
}
