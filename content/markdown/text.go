package markdown

import (
	"bytes"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"github.com/socdraft/socdraft/content/prose"
)

// text appends running text: escapes and entities become atoms, white space
// single spaces.
func (r *runs) text(start, stop int) { r.scan(start, stop, true) }

// literal appends src[start:stop] with its escapes and entities as they stand.
func (r *runs) literal(start, stop int) { r.scan(start, stop, false) }

func (r *runs) scan(start, stop int, markup bool) {
	src := r.c.src[:stop]
	from := start
	for i := start; i < stop; {
		value, next := "", i
		switch b := src[i]; {
		case b == '\\' && markup && i+1 < stop && util.IsPunct(src[i+1]):
			value, next = string(src[i+1]), i+2
		case b == '&' && markup:
			value, next = entity(src, i)
		case b == 0:
			value, next = "\uFFFD", i+1
		case isSpace(b):
			end := i
			for end < stop && isSpace(src[end]) {
				end++
			}
			r.verbatim(from, i)
			r.space(i, end)
			from, i = end, end
			continue
		}
		if next == i {
			i++
			continue
		}
		r.verbatim(from, i)
		r.atom(value, i, next)
		from, i = next, next
	}
	r.verbatim(from, stop)
}

func isSpace(b byte) bool {
	return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == '\v' || b == '\f'
}

// codeText appends code: nothing in it is an escape, but a line ending is a
// space, and in a table cell "\|" a bar.
func (r *runs) codeText(start, stop int) {
	from := start
	for i := start; i < stop; {
		value, next := "", i
		switch b := r.c.src[i]; {
		case b == '\n':
			value, next = " ", i+1
		case b == '\r' && i+1 < stop && r.c.src[i+1] == '\n':
			value, next = " ", i+2
		case b == '\t' || b == '\r':
			value, next = " ", i+1
		case b == 0:
			value, next = "\uFFFD", i+1
		case b == '\\' && r.cell && i+1 < stop && r.c.src[i+1] == '|':
			value, next = "|", i+2
		}
		if next == i {
			i++
			continue
		}
		r.verbatim(from, i)
		r.atom(value, i, next)
		from, i = next, next
	}
	r.verbatim(from, stop)
}

// maxEntity is longer than every entity, "&CounterClockwiseContourIntegral;".
const maxEntity = 34

// entity returns what the entity at src[i] stands for and where it ends, or i.
func entity(src []byte, i int) (string, int) {
	end := bytes.IndexByte(src[i:min(len(src), i+maxEntity)], ';')
	if end < 0 {
		return "", i
	}
	name := string(src[i+1 : i+end])
	if value, ok := entityValue(name); ok {
		return visible(value), i + end + 1
	}
	return "", i
}

func entityValue(name string) (string, bool) {
	if len(name) < 2 || name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(e.Characters), true
		}
		return "", false
	}
	digits, base, limit := name[1:], 10, 7
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base, limit = digits[1:], 16, 6
	}
	if len(digits) == 0 || len(digits) > limit {
		return "", false
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return "", false
	}
	if v == 0 || !utf8.ValidRune(rune(v)) {
		return "\uFFFD", true
	}
	return string(rune(v)), true
}

// visible keeps an entity from meaning a line break or another control.
func visible(value string) string {
	if r, _ := utf8.DecodeRuneInString(value); unicode.IsControl(r) {
		return " "
	}
	return value
}

// resolved returns what the raw bytes of a destination or title say.
func resolved(raw []byte) string {
	var out []byte
	for i := 0; i < len(raw); {
		if raw[i] == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]) {
			out = append(out, raw[i+1])
			i += 2
			continue
		}
		if raw[i] == '&' {
			end := bytes.IndexByte(raw[i:min(len(raw), i+maxEntity)], ';')
			if end > 0 {
				if value, ok := entityValue(string(raw[i+1 : i+end])); ok {
					out = append(out, value...)
					i += end + 1
					continue
				}
			}
		}
		out = append(out, raw[i])
		i++
	}
	return string(out)
}

// plain returns src[start:stop] as paragraphs parted by blank lines, with no
// mark interpreted.
func (c *converter) plain(start, stop int) []prose.Block {
	p := &paragraphs{c: c}
	for line := range bytes.Lines(c.src[start:stop]) {
		p.line(start, start+len(line))
		start += len(line)
	}
	p.flush()
	return p.blocks
}

// paragraphs gathers text that is shown as it stands.
type paragraphs struct {
	c      *converter
	blocks []prose.Block
	runs   *runs // of the paragraph in hand, nil before it
}

// line adds a line; a blank one ends the paragraph.
func (p *paragraphs) line(start, stop int) {
	if util.IsBlank(p.c.src[start:stop]) {
		p.flush()
		return
	}
	p.literal(start, stop)
}

func (p *paragraphs) literal(start, stop int) {
	if p.runs == nil {
		p.runs = &runs{c: p.c}
	}
	p.runs.literal(start, stop)
}

func (p *paragraphs) flush() {
	if p.runs == nil {
		return
	}
	if inlines := p.runs.done(); len(inlines) > 0 {
		p.blocks = append(p.blocks, &prose.Paragraph{Inlines: inlines})
	}
	p.runs = nil
}
