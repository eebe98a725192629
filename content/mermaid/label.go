package mermaid

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/prose"
)

// enclosed reads a label up to its closing bracket. Start is where the
// statement begins that it belongs to.
func (p *parser) enclosed(start int, closing string) ([]prose.Inline, bool) {
	from := p.at
	p.blanks()
	if p.take("\"") {
		end := p.find("\"")
		if _, eol := p.line(p.at); end < 0 || end > eol {
			p.halt(p.fail(start, eol, "quoted label does not end on its line")).Help = "close it by a quotation mark; <br/> breaks a label"
			return nil, false
		}
		p.at = end + 1
		p.blanks()
	} else if n := strings.IndexAny(p.rest(), "[](){}|\"\n"); n >= 0 {
		p.at += n
	} else {
		p.at = len(p.src)
	}
	end := p.at
	if !p.take(closing) {
		_, eol := p.line(from)
		f := p.fail(from, max(eol, end), "label does not end in %q", closing)
		f.Help = "close it; a label that has brackets, bars or quotation marks of its own stands in quotation marks: [\"text (more)\"]"
		if end == eol {
			p.halt(f) // the next line goes on with it
		}
		return nil, false
	}
	label := p.quotable(from, end)
	if label == nil {
		p.fail(from-1, p.at, "label is empty").Help = "say what it is"
	}
	return label, !p.failed
}

// quotable returns the runs of a label, without the quotation marks around it.
func (p *parser) quotable(from, to int) []prose.Inline {
	from, to = p.trimmed(from, to)
	if to-from >= 2 && p.src[from] == '"' && p.src[to-1] == '"' {
		from, to = from+1, to-1
		if from < to && p.src[from] == '`' {
			p.fail(from, to, "Markdown in the label of a diagram is not drawn").Help = "write plain text between the quotation marks"
			return nil
		}
	}
	if n := strings.IndexByte(p.src[from:to], '"'); n >= 0 {
		p.fail(from+n, from+n+1, "label has a quotation mark in it").Help = "write #quot; for a quotation mark"
		return nil
	}
	runs := p.runs(from, to)
	if n := utf8.RuneCountInString(prose.Text(runs)); n > prose.MaxDiagramLabel {
		p.fail(from, to, "label of a diagram has more than %d characters", prose.MaxDiagramLabel).Help = "say it shortly, and the rest in the text"
	}
	return runs
}

// trimmed returns the offsets without white space at both ends.
func (p *parser) trimmed(from, to int) (int, int) {
	for from < to && blank(p.src[from]) {
		from++
	}
	for from < to && blank(p.src[to-1]) {
		to--
	}
	return from, to
}

func blank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// mark matches what stands for something else in a label: a line break, an
// entity, or what browsers would take for markup.
var mark = regexp.MustCompile(`(?i)<br\s*/?>|\\n|[#&](#?\w{1,31});|<[a-z/!][^>]*>|\bfa[a-z]?:fa-[\w-]+`)

// runs returns words as runs. White space is single spaces.
func (p *parser) runs(from, to int) []prose.Inline {
	from, to = p.trimmed(from, to)
	var out words
	for _, m := range mark.FindAllStringSubmatchIndex(p.src[from:to], -1) {
		start, end := from+m[0], from+m[1]
		if start < out.done {
			continue
		}
		written, value := p.src[start:end], "\n"
		switch {
		case m[2] >= 0:
			if value = entity(p.src[from+m[2] : from+m[3]]); value == "" {
				continue
			}
		case written[0] == '<' && !strings.HasPrefix(strings.ToLower(written), "<br"), written[0] == 'f' || written[0] == 'F':
			p.fail(start, end, "%q in a diagram is not drawn", excerpt(written)).Help = "write plain text; <br/> breaks a label"
			return nil
		default:
			start, end = p.widened(max(out.done, from), start, end, to)
		}
		p.plain(&out, max(out.done, from), start)
		out.atom(value, p, start, end)
	}
	p.plain(&out, max(out.done, from), to)
	return unbroken(out.runs)
}

// widened takes the white space around a line break into it.
func (p *parser) widened(least, from, to, most int) (int, int) {
	for from > least && blank(p.src[from-1]) {
		from--
	}
	for to < most && blank(p.src[to]) {
		to++
	}
	return from, to
}

// unbroken returns runs without line breaks at their ends.
func unbroken(runs []prose.Inline) []prose.Inline {
	for len(runs) > 0 && runs[0].Text == "\n" {
		runs = runs[1:]
	}
	for len(runs) > 0 && runs[len(runs)-1].Text == "\n" {
		runs = runs[:len(runs)-1]
	}
	if len(runs) == 0 {
		return nil
	}
	return runs
}

// entity returns what the name between "#" or "&" and ";" stands for.
func entity(name string) string {
	whole := "&" + name + ";"
	if name[0] >= '0' && name[0] <= '9' {
		whole = "&#" + name + ";"
	}
	value := html.UnescapeString(whole)
	if r, n := utf8.DecodeRuneInString(value); value == whole || n < len(value) || unicode.IsControl(r) {
		return ""
	}
	return value
}

// words are runs in the making.
type words struct {
	runs []prose.Inline
	done int // offset up to which the source is in them
}

// plain adds words as they stand.
func (p *parser) plain(out *words, from, to int) {
	for i := from; i < to; i++ {
		switch b := p.src[i]; {
		case b < ' ' && !blank(b), b == 0x7f:
			p.fail(i, i+1, "diagram has a control character")
			return
		case blank(b):
			end := i + 1
			for end < to && blank(p.src[end]) {
				end++
			}
			if end == i+1 && b == ' ' {
				continue
			}
			p.verbatim(out, from, i)
			out.atom(" ", p, i, end)
			from, i = end, end-1
		}
	}
	p.verbatim(out, from, to)
}

func (p *parser) verbatim(out *words, from, to int) {
	if from < to {
		out.runs = append(out.runs, prose.Inline{Text: p.src[from:to], Span: p.text.Slice(from, to)})
		out.done = to
	}
}

// atom adds text that stands for all of the source between the offsets.
func (w *words) atom(text string, p *parser, from, to int) {
	w.runs = append(w.runs, prose.Inline{Text: text, Span: p.text.Slice(from, to)})
	w.done = to
}
