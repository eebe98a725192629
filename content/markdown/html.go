package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/socdraft/socdraft/content/prose"
)

// rawHTML keeps a tag as text and leaves out a comment, both with a finding.
func (r *runs) rawHTML(n *ast.RawHTML) {
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		if i == 0 {
			last := n.Segments.At(n.Segments.Len() - 1)
			if r.c.tag(s.Start, last.Stop) {
				return
			}
		}
		r.literal(s.Start, s.Stop)
	}
}

// tag reports HTML at src[start:stop], and whether it is a comment.
func (c *converter) tag(start, stop int) (comment bool) {
	raw := c.src[start:stop]
	if bytes.HasPrefix(raw, []byte("<!--")) {
		c.list.Add(RawHTML, c.at(start, stop), "HTML comment is left out of the document")
		return true
	}
	c.list.Add(RawHTML, c.at(start, stop), "HTML %q prints as text", excerpt(raw)).
		Suggest("a < that is text is written \\<")
	return false
}

// excerpt is the first line of raw, shortened.
func excerpt(raw []byte) string {
	raw, _, more := bytes.Cut(bytes.TrimSpace(raw), []byte("\n"))
	raw = bytes.TrimRight(raw, "\r")
	if runes := bytes.Runes(raw); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	if more {
		return string(raw) + "…"
	}
	return string(raw)
}

// htmlBlock keeps the lines of a block of HTML as text, without its comments.
func (c *converter) htmlBlock(n *ast.HTMLBlock) []prose.Block {
	h := &htmlLines{c: c, p: paragraphs{c: c}, open: -1, from: -1}
	for i := range n.Lines().Len() {
		h.line(n.Lines().At(i))
	}
	if n.HasClosure() {
		h.line(n.ClosureLine)
	}
	h.endComment(h.last)
	h.endText()
	h.p.flush()
	return h.p.blocks
}

// htmlLines takes the lines of a block of HTML apart. The marks of quotes and
// lists around it are no part of its lines.
type htmlLines struct {
	c        *converter
	p        paragraphs
	open     int // where a comment began, -1 outside of one
	from, to int // of the text since the last comment; from is -1 before it
	last     int // end of the line before
}

func (h *htmlLines) line(line text.Segment) {
	src := h.c.src
	h.p.c = h.c
	at, stop := line.Start, line.Stop
	h.last = stop
	if h.open < 0 && util.IsBlank(src[at:stop]) {
		h.p.flush()
		return
	}
	for at < stop {
		if h.open >= 0 {
			i := bytes.Index(src[at:stop], []byte("-->"))
			if i < 0 {
				return
			}
			at += i + len("-->")
			h.endComment(at)
			continue
		}
		end := stop
		if i := bytes.Index(src[at:stop], []byte("<!--")); i >= 0 {
			end = at + i
		}
		h.text(at, end)
		if at = end; at < stop {
			h.endText()
			h.open = at
			at += len("<!")
		}
	}
}

// text adds text of a line.
func (h *htmlLines) text(start, stop int) {
	raw := h.c.src[start:stop]
	if util.IsBlank(raw) {
		return
	}
	if h.from < 0 {
		h.from = start + len(raw) - len(bytes.TrimLeft(raw, " \t\r\n"))
	}
	h.to = start + len(bytes.TrimRight(raw, " \t\r\n"))
	h.p.literal(start, stop)
}

// endText reports the text since the last comment.
func (h *htmlLines) endText() {
	if h.from >= 0 {
		h.c.tag(h.from, h.to)
	}
	h.from = -1
}

// endComment reports the comment that is open, and parts the text around it.
func (h *htmlLines) endComment(stop int) {
	if h.open >= 0 {
		h.c.tag(h.open, stop)
		h.p.flush()
	}
	h.open = -1
}
