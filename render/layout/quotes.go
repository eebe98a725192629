package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// Straight quotes and apostrophes are typed because keyboards have no others.
// They are set as the typographic ones, except in code and in the words of the
// service auditor, which print as they were received.

// attend notes whose words are set from here on.
func (c *composer) attend(b render.Block) { c.verbatim = b.Owner() == render.ByServiceAuditor }

// curl returns text with typographic quotes, by the rune before each of them.
func (t *tokenizer) curl(text string, style prose.Style) string {
	before := t.before
	if r, size := utf8.DecodeLastRuneInString(text); size > 0 {
		t.before = r
	}
	if t.c.verbatim || style&prose.Mono != 0 || !strings.ContainsAny(text, `'"`) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + 8)
	for i, r := range text {
		switch r {
		case '\'':
			r = single(before, text[i+1:])
		case '"':
			r = '”'
			if opens(before) || opensValue(before, text[i+1:]) {
				r = '“'
			}
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// single returns what a straight single quote stands for: an apostrophe, in
// years too ('90s), or the opening of a quotation.
func single(before rune, rest string) rune {
	next, _ := utf8.DecodeRuneInString(rest)
	if opens(before) && !unicode.IsDigit(next) {
		return '‘'
	}
	return '’'
}

// opens reports whether a quote after a rune opens a quotation.
func opens(before rune) bool {
	return before == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{–—/“‘", before)
}

// opensValue reports whether a double quote opens a value, as in env="prod" and
// "a","b".
func opensValue(before rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune("=:,;", before) && (unicode.IsLetter(next) || unicode.IsDigit(next))
}
