package tomlfile

import (
	"bytes"
	"strconv"

	"github.com/socdraft/socdraft/content/diag"
)

// decodeString reads a string that go-toml found valid, mapping each decoded
// byte to its place. Line endings inside it become "\n".
func decodeString(src *diag.Source, span diag.Span) diag.Text {
	raw := src.Text[span.Start:span.End]
	quote := raw[0]
	body, at := raw[1:len(raw)-1], 1
	if len(raw) >= 6 && raw[1] == quote && raw[2] == quote {
		body, at = raw[3:len(raw)-3], 3
		if n := lineEnding(body); n > 0 {
			body, at = body[n:], at+n
		}
	}
	b := stringDecoder{body: body, base: span.Start + at}
	b.run(quote == '"')
	return b.out.Text(span)
}

// lineEnding returns the length of the line ending that b starts with, or 0.
func lineEnding(b []byte) int {
	switch {
	case bytes.HasPrefix(b, []byte("\n")):
		return 1
	case bytes.HasPrefix(b, []byte("\r\n")):
		return 2
	}
	return 0
}

type stringDecoder struct {
	body []byte
	base int // offset of body in the source
	out  diag.TextBuilder
}

func (d *stringDecoder) run(escapes bool) {
	special := "\r"
	if escapes {
		special = "\r\\"
	}
	for at := 0; at < len(d.body); {
		n := bytes.IndexAny(d.body[at:], special)
		if n < 0 {
			n = len(d.body) - at
		}
		if n > 0 {
			d.out.Verbatim(string(d.body[at:at+n]), d.base+at)
			at += n
			continue
		}
		at = d.special(at)
	}
}

// special decodes the escape or line ending at an offset and returns where the
// text goes on.
func (d *stringDecoder) special(at int) int {
	if n := lineEnding(d.body[at:]); n > 0 {
		d.atom("\n", at, at+n)
		return at + n
	}
	if d.body[at] != '\\' || at+1 == len(d.body) {
		d.atom(string(d.body[at]), at, at+1)
		return at + 1
	}
	width := map[byte]int{'x': 2, 'u': 4, 'U': 8}[d.body[at+1]]
	if width == 0 {
		if s, ok := shortEscapes[d.body[at+1]]; ok {
			d.atom(s, at, at+2)
			return at + 2
		}
		// A line-ending backslash removes all white space up to the next text.
		rest := bytes.TrimLeft(d.body[at+1:], " \t\r\n")
		return len(d.body) - len(rest)
	}
	end := min(at+2+width, len(d.body))
	code, _ := strconv.ParseUint(string(d.body[at+2:end]), 16, 32)
	d.atom(string(rune(code)), at, end)
	return end
}

func (d *stringDecoder) atom(s string, start, end int) {
	d.out.Atom(s, d.base+start, d.base+end)
}

var shortEscapes = map[byte]string{
	'b': "\b", 't': "\t", 'n': "\n", 'f': "\f", 'r': "\r", 'e': "\x1b", '"': `"`, '\\': `\`,
}
