package markdown

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// useLink remembers that a link definition has a use.
func (c *converter) useLink(ref *ast.ReferenceLink) {
	if ref != nil {
		c.usedLinks[util.ToLinkReference(ref.Value)] = true
	}
}

// unusedLinks reports the link definitions nothing refers to. Of two with one
// label only the first is referred to.
func (c *converter) unusedLinks() {
	for _, def := range c.linkDefs {
		label := util.ToLinkReference(def.Label)
		if c.usedLinks[label] {
			delete(c.usedLinks, label)
			continue
		}
		start, stop := c.extent(def)
		c.list.Add(UnusedLinkDefinition, c.at(start, stop), "nothing refers to link definition %q, so it prints nothing", def.Label).
			Suggest("write \\[ where the line is text")
	}
}

// destination returns the link to print, or "" with a finding.
func (c *converter) destination(dest string, span diag.Span) string {
	add := func(format string) string {
		c.list.Add(ForbiddenScheme, span, format, dest).
			Suggest("a link leads to http:, https:, mailto: or #id; until then its text prints without a link")
		return ""
	}
	if strings.ContainsFunc(dest, invisible) {
		return add("link to %q holds an invisible character")
	}
	if anchor, ok := strings.CutPrefix(dest, "#"); ok {
		if anchor == "" || strings.ContainsRune(anchor, ' ') {
			return add("link to %q names no anchor")
		}
		return dest
	}
	scheme, rest, ok := strings.Cut(dest, ":")
	if !ok || strings.ContainsAny(scheme, "/?#[@ ") {
		return add("link to %q has no scheme")
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		u, err := url.Parse(strings.ReplaceAll(dest, " ", "%20"))
		if err != nil || u.Host == "" {
			return add("link to %q names no host")
		}
	case "mailto":
		if rest == "" {
			return add("link to %q names nobody")
		}
	default:
		return add("link to %q has a scheme that is not allowed")
	}
	return string(util.URLEscape([]byte(dest), false))
}

// linkTitle reports the title of a link, which browsers show under the pointer.
func (c *converter) linkTitle(n *ast.Link, e linkExtent) {
	if len(n.Title) == 0 {
		return
	}
	span := c.at(e.from, e.to)
	if e.stop > 0 {
		span = c.at(e.title, e.stop)
	}
	c.list.Add(LinkTitle, span, "link title %q does not print", strings.Join(strings.Fields(resolved(n.Title)), " ")).
		Suggest("say it in the text")
}

// invisible reports control and format characters, which can hide a scheme.
func invisible(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }

// image lifts an image out of the text. What cannot be one leaves its
// alternative text behind.
func (r *runs) image(n *ast.Image) {
	c := r.c
	c.useLink(n.Reference)
	if r.alt {
		r.nodes(n)
		return
	}
	e := c.extentOfLink(n, n.Destination, n.Title, n.Reference)
	span := c.at(e.from, e.to)
	if c.opts.Limited {
		c.list.Add(UnsupportedMarkup, span, "an image has no place in this text").
			Suggest("this text takes paragraphs, lists and links; until then the alternative text prints")
		r.nodes(n)
		return
	}
	file, ok := c.imagePath(resolved(n.Destination), span)
	if !ok {
		r.nodes(n)
		return
	}
	words := &runs{c: c, alt: true}
	words.nodes(n)
	alt := prose.Text(words.done())
	if alt == "" {
		c.list.Add(MissingAltText, span, "image %q has no alternative text", file).
			Suggest("say in the brackets what a reader who cannot see the image needs to know")
	}
	caption := &runs{c: c}
	if e.stop > 0 {
		caption.text(e.title, e.stop)
	} else if title := strings.Join(strings.Fields(resolved(n.Title)), " "); title != "" {
		caption.atom(title, e.from, e.to)
	}
	c.figures = append(c.figures, &prose.Figure{Path: file, Alt: alt, Caption: caption.done(), Span: span})
}

// imagePath returns the path of an image relative to the project.
func (c *converter) imagePath(dest string, span diag.Span) (string, bool) {
	file := dest
	if decoded, err := url.PathUnescape(dest); err == nil {
		file = decoded
	}
	scheme, _, hasScheme := strings.Cut(file, ":")
	refuse := func(rule *diag.Rule, format string) (string, bool) {
		c.list.Add(rule, span, format, dest).
			Suggest("an image is a PNG or JPEG file of the project, written relative to the file that shows it")
		return "", false
	}
	switch {
	case file == "":
		return refuse(PathEscape, "image path %q names no file")
	case strings.HasPrefix(file, "//"), hasScheme && len(scheme) > 1 && !strings.Contains(scheme, "/"):
		return refuse(RemoteImage, "image %q is not a file of the project")
	case strings.ContainsRune(file, '\\'), strings.ContainsFunc(file, invisible):
		return refuse(PathEscape, "image path %q holds a character that paths may not have")
	case strings.HasPrefix(file, "/"), hasScheme && len(scheme) == 1:
		return refuse(PathEscape, "image path %q is absolute")
	}
	clean := path.Join(c.opts.Dir, file)
	if clean == ".." || strings.HasPrefix(clean, "../") || strings.HasPrefix(clean, "/") {
		return refuse(PathEscape, "image path %q leads out of the project")
	}
	return clean, true
}
