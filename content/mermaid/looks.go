package mermaid

import "strings"

// looks are the statements that change how a diagram looks or behaves, with
// what to do about each.
var looks = map[string]string{
	"style":     oneLook,
	"linkStyle": oneLook,
	"classDef":  oneLook,
	"class":     oneLook,
	"click":     "delete the line: paper has nothing to click on",
	"direction": "delete the line: a subgraph goes the way of its diagram",
}

const oneLook = "delete the line: all figures of a report have one look"

// directive steps over settings such as a theme, which Mermaid takes at the
// beginning of any line.
func (p *parser) directive() bool {
	if !p.has("%%{") {
		return false
	}
	start, end := p.line(p.at)
	p.at = end
	if closing := (&cursor{p.src, start}).find("}%%"); closing >= 0 {
		p.at = closing + len("}%%")
		end = min(end, p.at)
	}
	named := p.src[start:end]
	if n := strings.IndexAny(named[len("%%{"):], ": \t}"); n >= 0 {
		named = named[:len("%%{")+n]
	}
	p.refuse(start, end, named).Help = "delete it: themes and other settings are not drawn"
	return true
}

// frontMatter steps over what stands between two lines of dashes.
func (p *parser) frontMatter() bool {
	if !p.has("---") {
		return false
	}
	start := p.at
	p.at += len("---")
	p.add(p.text.Slice(start, p.at), "front matter of a diagram is not drawn").Help =
		"delete it, with the lines of dashes around it; accTitle: gives a caption"
	if closing := p.find("\n---"); closing >= 0 {
		p.at = closing + len("\n---")
	} else {
		p.halted, p.at = true, len(p.src)
	}
	return true
}

// class steps over the classes of a node.
func (p *parser) class() {
	for !p.failed && p.has(":::") {
		start := p.at
		p.at += len(":::")
		p.id()
		written := excerpt(p.src[start:p.at])
		p.refuse(start, p.at, written).Help = "delete " + written + ": all figures of a report have one look"
	}
}
