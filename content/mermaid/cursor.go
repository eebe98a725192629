package mermaid

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A cursor is a place in the text of a block.
type cursor struct {
	src string
	at  int
}

// rest returns what is left.
func (c *cursor) rest() string { return c.src[c.at:] }

// has reports whether the text goes on with the prefix.
func (c *cursor) has(prefix string) bool { return strings.HasPrefix(c.rest(), prefix) }

// take steps over the prefix, if it is there.
func (c *cursor) take(prefix string) bool {
	if !c.has(prefix) {
		return false
	}
	c.at += len(prefix)
	return true
}

// takes steps over as many of the byte as there are.
func (c *cursor) takes(b byte) int {
	start := c.at
	for c.at < len(c.src) && c.src[c.at] == b {
		c.at++
	}
	return c.at - start
}

// accepts steps over blanks and the prefix, if it is there.
func (c *cursor) accepts(prefix string) bool {
	start := c.at
	c.blanks()
	if c.take(prefix) {
		return true
	}
	c.at = start
	return false
}

// blanks steps over white space within the line.
func (c *cursor) blanks() {
	for c.at < len(c.src) && (c.src[c.at] == ' ' || c.src[c.at] == '\t') {
		c.at++
	}
}

// space steps over white space and comments, which have a line of their own.
func (c *cursor) space() {
	for c.at < len(c.src) {
		c.blanks()
		if c.atLineStart() && c.has("%%") && !c.has("%%{") {
			_, c.at = c.line(c.at)
		}
		if !c.take("\n") {
			return
		}
	}
}

// more steps to the next statement, if there is one.
func (c *cursor) more() bool {
	c.space()
	for c.take(";") {
		c.space()
	}
	return c.at < len(c.src)
}

// atLineStart reports whether only white space stands before the cursor.
func (c *cursor) atLineStart() bool {
	before := strings.TrimRight(c.src[:c.at], " \t")
	return before == "" || strings.HasSuffix(before, "\n")
}

// line returns the offsets from one on to the end of its line.
func (c *cursor) line(from int) (start, end int) {
	if n := strings.IndexByte(c.src[from:], '\n'); n >= 0 {
		return from, from + n
	}
	return from, len(c.src)
}

// find returns where the part comes next, -1 where it does not.
func (c *cursor) find(part string) int {
	if n := strings.Index(c.rest(), part); n >= 0 {
		return c.at + n
	}
	return -1
}

// id steps over the name of a node: letters, digits, "_", and between them
// single "-" and ".".
func (c *cursor) id() string {
	start := c.at
	for c.at < len(c.src) {
		r, n := utf8.DecodeRuneInString(c.rest())
		if r == '-' || r == '.' {
			next, _ := utf8.DecodeRuneInString(c.src[c.at+1:])
			if c.at == start || !named(next) {
				break
			}
		} else if !named(r) {
			break
		}
		c.at += n
	}
	return c.src[start:c.at]
}

func named(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }
