package typst

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/prose"
)

// quoted returns text as a string of a Typst expression.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(text) + `"`
}

// named returns the label of an anchor. Slashes are not for labels.
func named(id string) string { return "<" + strings.ReplaceAll(id, "/", ":") + ">" }

// content returns text as content of a Typst expression.
func content(text string) string { return "[" + escaped(text) + "]" }

// orNone returns text as content, none where there is none.
func orNone(text string) string {
	if text == "" {
		return "none"
	}
	return content(text)
}

// escaped returns text as markup in which nothing but words is meant.
func escaped(text string) string {
	var b strings.Builder
	prev := rune(' ')
	for i, r := range text {
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		if special(prev, r, next, i == 0) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		prev = r
	}
	return b.String()
}

// special reports whether a character would be read as markup where it stands.
func special(prev, r, next rune, first bool) bool {
	switch r {
	case '\\', '#', '$', '*', '_', '`', '<', '>', '@', '[', ']', '~':
		return true
	case '-':
		return !letter(prev) || !letter(next)
	case '/':
		return first || prev == '/' || next == '/' || next == '*'
	case '.':
		return next == '.' || prev == '.'
	case '=', '+', ':', ';', '(':
		return first
	}
	return first && r >= '0' && r <= '9'
}

func letter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// runs writes the inlines of a paragraph.
func (w *writer) runs(inlines []prose.Inline) {
	for i := range inlines {
		w.out.WriteString(w.run(&inlines[i]))
	}
}

// run returns one inline as markup.
func (w *writer) run(in *prose.Inline) string {
	switch {
	case in.Text == "\n":
		return " \\\n"
	case in.PageOf != "" && w.known[in.PageOf]:
		return fmt.Sprintf("#page-of(%s);", named(in.PageOf))
	case in.PageOf != "":
		return "–"
	}
	if note := w.notes[strings.TrimPrefix(in.Link, "#")]; note != nil && in.Style&prose.Superscript != 0 {
		return w.footnote(note)
	}
	text := escaped(in.Text)
	for _, mark := range marks {
		if in.Style&mark.style != 0 {
			text = "#" + mark.function + "[" + text + "];"
		}
	}
	if id, inside := strings.CutPrefix(in.Link, "#"); inside && w.known[id] {
		text = fmt.Sprintf("#link(%s)[%s];", named(id), text)
	} else if in.Link != "" && !inside {
		text = fmt.Sprintf("#link(%s)[%s];", quoted(in.Link), text)
	}
	return text
}

// footnote returns a footnote under its own number, which starts again in each
// file; the second time it is referred to, a reference.
func (w *writer) footnote(n *prose.Note) string {
	name, first := w.label(n.ID)
	if !first {
		return fmt.Sprintf("#footnote(%s);", named(n.ID))
	}
	before := w.out
	w.out = bytes.Buffer{}
	w.within(func() { w.blocks(n.Blocks) })
	text := strings.TrimSpace(w.out.String())
	w.out = before
	return fmt.Sprintf("#footnote(numbering: (..n) => \"%d\")[%s]%s", n.Number, text, name)
}

// marks are the marks of a run, the inner ones first.
var marks = []struct {
	style    prose.Style
	function string
}{
	{prose.Mono, "mono"},
	{prose.SmallCaps, "smallcaps"},
	{prose.Superscript, "super"},
	{prose.Strike, "strike"},
	{prose.Italic, "emph"},
	{prose.Bold, "strong"},
}

// bracketed returns inlines as content of a Typst expression.
func (w *writer) bracketed(inlines []prose.Inline) string {
	var b strings.Builder
	b.WriteByte('[')
	for i := range inlines {
		b.WriteString(w.run(&inlines[i]))
	}
	b.WriteByte(']')
	return b.String()
}
