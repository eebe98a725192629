package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/socdraft/socdraft/content/prose"
)

// inlines converts what a paragraph, heading, cell or term holds.
func (c *converter) inlines(n ast.Node) []prose.Inline {
	r := &runs{c: c, cell: n.Kind() == extast.KindTableCell}
	r.nodes(n)
	return r.done()
}

func (r *runs) nodes(n ast.Node) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		r.node(child)
	}
}

func (r *runs) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		r.textNode(n)
	case *ast.CodeSpan:
		r.styled(prose.Mono, func() {
			for t := n.FirstChild(); t != nil; t = t.NextSibling() {
				if t, ok := t.(*ast.Text); ok {
					r.codeText(t.Segment.Start, t.Segment.Stop)
				}
			}
		})
	case *ast.Emphasis:
		style := prose.Italic
		if n.Level == 2 {
			style = prose.Bold
		}
		r.styled(style, func() { r.nodes(n) })
	case *extast.Strikethrough:
		r.styled(prose.Strike, func() { r.nodes(n) })
	case *ast.Link:
		r.c.useLink(n.Reference)
		e := r.c.extentOfLink(n, n.Destination, n.Title, n.Reference)
		r.c.linkTitle(n, e)
		link := r.c.destination(resolved(n.Destination), r.c.at(e.from, e.to))
		r.linked(link, func() { r.nodes(n) })
	case *ast.AutoLink:
		r.autoLink(n)
	case *ast.Image:
		r.image(n)
	case *ast.RawHTML:
		r.rawHTML(n)
	case *footnoteRef:
		r.footnoteRef(n)
	case *ast.String:
		r.atom(string(n.Value), max(n.Pos(), 0), max(n.Pos(), 0))
	default:
		r.nodes(n)
	}
}

func (r *runs) styled(style prose.Style, do func()) {
	before := r.style
	r.style |= style
	do()
	r.style = before
}

// linked runs do with the link; a link inside an image's text keeps the outer.
func (r *runs) linked(link string, do func()) {
	before := r.link
	if link != "" {
		r.link = link
	}
	do()
	r.link = before
}

func (r *runs) textNode(n *ast.Text) {
	s := n.Segment
	r.text(s.Start, s.Stop)
	if !n.SoftLineBreak() && !n.HardLineBreak() {
		return
	}
	end := s.Stop
	if i := bytes.IndexByte(r.c.src[s.Stop:], '\n'); i >= 0 {
		end += i + 1
	}
	if n.HardLineBreak() {
		r.hardBreak(s.Stop, end)
	} else {
		r.space(s.Stop, end)
	}
}

func (r *runs) autoLink(n *ast.AutoLink) {
	label := n.Label(r.c.src)
	start := n.Pos() + 1
	url := string(label)
	if n.AutoLinkType == ast.AutoLinkEmail {
		url = "mailto:" + url
	}
	link := r.c.destination(url, r.c.at(start, start+len(label)))
	r.linked(link, func() { r.literal(start, start+len(label)) })
}

func (r *runs) footnoteRef(n *footnoteRef) {
	def := r.c.footnote(n.label)
	if def == nil {
		r.c.list.Add(UnknownFootnote, r.c.at(n.start, n.stop), "footnote %q is not defined", n.label).
			Suggest("define it by a line that starts [^%s]: or write \\[ where no footnote is meant", n.label)
		r.literal(n.start, n.stop)
		return
	}
	number := r.c.number(def)
	r.styled(prose.Superscript, func() {
		r.linked("#"+r.c.noteID(number), func() { r.atom(strconv.Itoa(number), n.start, n.stop) })
	})
}

// linkExtent is where a link or image and its parts stand.
type linkExtent struct {
	from, to    int // all of it up to the destination or title, whatever comes last
	title, stop int // the title's bytes; stop is 0 where they are not in one piece
}

// extentOfLink finds the destination and title of a link in the source, which
// goldmark does not tell.
func (c *converter) extentOfLink(n ast.Node, dest, title []byte, ref *ast.ReferenceLink) linkExtent {
	e := linkExtent{from: max(n.Pos(), 0)}
	e.to = max(lastOffset(n), e.from+1)
	if ref != nil {
		return e
	}
	if end, ok := c.find(e.to, dest); ok {
		e.to = end
	}
	if end, ok := c.find(e.to, title); ok && len(title) > 0 {
		e.title, e.stop, e.to = end-len(title), end, end+1
	}
	if e.to < len(c.src) && c.src[e.to] == ')' {
		e.to++
	}
	e.to = min(e.to, len(c.src))
	return e
}

// find returns where part ends, if it stands a few bytes after the offset.
func (c *converter) find(offset int, part []byte) (int, bool) {
	const marks = 200 // closing delimiters, brackets and white space in between
	end := min(len(c.src), offset+marks+len(part))
	i := bytes.Index(c.src[min(offset, end):end], part)
	return offset + i + len(part), i >= 0
}

// lastOffset returns where the text of n ends.
func lastOffset(n ast.Node) int {
	switch n := n.(type) {
	case *ast.Text:
		return n.Segment.Stop
	case *ast.RawHTML:
		return n.Segments.At(n.Segments.Len() - 1).Stop
	case *footnoteRef:
		return n.stop
	}
	if last := n.LastChild(); last != nil {
		return lastOffset(last)
	}
	return n.Pos() + 1
}
