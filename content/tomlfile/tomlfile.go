// Package tomlfile reads TOML into a tree of tables, keys and values that know
// their places in the source. TOML libraries are imported here only.
//
// Parse makes the tree; the getters of Table take values out of it by key. A
// getter records its key as known and reports a value of the wrong type, so
// that code which reads a file also declares its format. Done ends the reading:
// keys that nobody asked for become findings, and all findings of the file go
// to the list in source order.
//
// Edit changes a file in place, by the places that the tree knows: what it was
// not asked to change stays byte for byte.
//
// Two parsers read every file. go-toml's gives the place and kind of each
// value; BurntSushi's judges validity and decodes. Neither does both, and
// decoding into structs would report one of several wrong types at random.
package tomlfile

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/socdraft/socdraft/content/diag"
)

// The limits of a file. They keep BurntSushi's parser, which recurses without
// bound and is quadratic in the dots of a key, away from what would end or
// stall the process.
const (
	MaxSize   = 8 << 20 // bytes
	maxKey    = 16      // parts of a dotted key
	maxNest   = 64      // levels of tables and arrays
	maxValues = 200_000 // keys and array elements
	maxLine   = 10_000  // bytes of a text of one line: names stand on every page

	maxCompared = 100_000 // names compared to find near ones: a hostile file has many unknown names
)

const bom = "\uFEFF"

// file is what the tables of one source share.
type file struct {
	src      *diag.Source
	list     *diag.List // where findings go when the file is done
	found    diag.List  // findings so far, in the order of asking
	compared int        // names compared to find near ones
}

// nearest returns the known word nearest to a word of some length, or "".
func (f *file) nearest(word string, known []string) string {
	if f.compared += len(known); f.compared > maxCompared || len(word) < 3 {
		return ""
	}
	return diag.Nearest(word, known)
}

// Parse reads a source. Where the file cannot be read as a whole it adds one
// finding to the list and returns false. Otherwise findings wait for
// Table.Done.
func Parse(src *diag.Source, list *diag.List) (*Table, bool) {
	if len(src.Text) > MaxSize {
		list.Add(TooLarge, src.At(0, 0), "file has %d bytes, more than the %d that are read", len(src.Text), MaxSize)
		return nil, false
	}
	if !CheckUTF8(src, list) {
		return nil, false
	}
	f := &file{src: src, list: list}
	b := newBuilder(f)
	if b.build(); b.failed() {
		list.Append(&f.found)
		return nil, false
	}
	decoded := map[string]any{}
	if err := decode(b.data, &decoded); err != nil {
		b.reject(err)
		list.Append(&f.found)
		return nil, false
	}
	if !joinTable(b.root, decoded) {
		list.Add(SyntaxError, src.At(0, 0), "file can be read in two ways")
		return nil, false
	}
	return b.root, true
}

// CheckUTF8 reports whether the source is UTF-8 throughout; where it is not,
// it adds a finding at the first byte that is wrong.
func CheckUTF8(src *diag.Source, list *diag.List) bool {
	at := src.InvalidByte()
	if at < 0 {
		return true
	}
	what := fmt.Sprintf("byte 0x%02x is not UTF-8", src.Text[at])
	if bytes.HasPrefix(src.Text, []byte("\xff\xfe")) || bytes.HasPrefix(src.Text, []byte("\xfe\xff")) {
		what = "file is UTF-16, not UTF-8"
	}
	list.Add(InvalidUTF8, src.At(at, at+1), "%s", what).Suggest("save the file as UTF-8")
	return false
}

// decode runs BurntSushi's parser. Its panics would be its bugs; a project
// file must not be able to end the process through them.
func decode(data []byte, into *map[string]any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("file cannot be read")
		}
	}()
	_, err = toml.Decode(string(data), into)
	return err
}

// reject reports what BurntSushi's parser refused although go-toml's accepted
// it: its places are near the value, so the value that stands there is blamed.
func (b *builder) reject(err error) {
	parse, ok := errors.AsType[toml.ParseError](err)
	if !ok {
		b.f.found.Add(SyntaxError, b.f.src.At(0, 0), "%s", err)
		return
	}
	start := min(max(parse.Position.Start, 0), len(b.data)) + b.base
	end := min(max(start+parse.Position.Len, start), len(b.f.src.Text))
	span := b.f.src.At(start, end)
	for _, leaf := range b.leaves {
		if leaf.Start <= start && start <= leaf.End {
			span = leaf
			break
		}
	}
	b.f.found.Add(SyntaxError, span, "%s", plain(parse.Message))
}

// refuse reports what go-toml's parser could not read.
func (b *builder) refuse(err error) {
	parse, ok := errors.AsType[*unstable.ParserError](err)
	if !ok {
		b.f.found.Add(SyntaxError, b.f.src.At(0, 0), "%s", err)
		return
	}
	start := min(max(cap(b.data)-cap(parse.Highlight), 0), len(b.data))
	end := min(start+len(parse.Highlight), len(b.data))
	span := b.span(start, end)
	if strings.Contains(parse.Message, "nested more than") {
		b.f.found.Add(TooDeep, span, "arrays and tables are nested more than %d levels deep", maxNest)
		return
	}
	line, at := lineAround(b.data, start)
	if from, to, ok := dateSlip(line, at); ok {
		b.impossible(b.span(start-at+from, start-at+to))
		return
	}
	finding := b.f.found.Add(SyntaxError, span, "%s", withRune(plain(parse.Message), b.data[start:])).
		Suggest("%s", advice(b.data, start))
	if begin := b.nextStart(); end == len(b.data) && bytes.IndexByte(b.data[begin:start], '\n') >= 0 {
		finding.Note(b.span(begin, begin+1), "what does not end begins here")
	}
}

// nextStart returns where the expression after the last good one begins.
func (b *builder) nextStart() int {
	at := b.read
	for at < len(b.data) {
		switch c := b.data[at]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			at++
		case c == '#':
			n := bytes.IndexByte(b.data[at:], '\n')
			if n < 0 {
				return b.read
			}
			at += n
		default:
			return at
		}
	}
	return b.read
}

// withRune puts the character that stands in the source in place of the first
// byte of it, which is all that the parser's message names.
func withRune(message string, rest []byte) string {
	for _, lead := range []string{"a value cannot start with ", "expected the end of the line, not "} {
		if r, n := utf8.DecodeRune(rest); n > 0 && strings.HasPrefix(message, lead) && unicode.IsPrint(r) {
			return lead + strconv.QuoteRune(r)
		}
	}
	return message
}

// lineAround returns the line of an offset and the offset within it.
func lineAround(data []byte, at int) ([]byte, int) {
	begin := bytes.LastIndexByte(data[:at], '\n') + 1
	line := data[begin:]
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	return line, at - begin
}

// advice returns what to write instead, for the slips that authors make most;
// "" where the message says enough.
func advice(data []byte, at int) string {
	line, offset := lineAround(data, at)
	switch r, _ := utf8.DecodeRune(data[at:]); {
	case strings.ContainsRune("“”„‟‘’", r):
		return "write text in straight quotes"
	case unicode.IsLetter(r) && bytes.HasSuffix(bytes.TrimRight(line[:offset], " \t"), []byte("=")):
		return "write text in quotes"
	case r == '\n' || r == '\r' || at == len(data):
		return "end the text with the quotes it began with; text of several lines stands between \"\"\" and \"\"\""
	}
	return ""
}

// plain says what the parsers say in the words of an author.
func plain(message string) string {
	for _, w := range []struct{ theirs, ours string }{
		{"basic strings cannot have new lines", "text in quotes does not end on its line"},
		{"literal strings cannot have new lines", "text in quotes does not end on its line"},
		{"multiline basic string not terminated by", "text does not end with"},
		{"multiline literal string not terminated by", "text does not end with"},
		{"expected newline but got", "expected the end of the line, not"},
		{"invalid datetime:", "no such date or time:"},
		{"unexpected character", "a value cannot start with"},
	} {
		if rest, ok := strings.CutPrefix(message, w.theirs); ok {
			return w.ours + strings.TrimSuffix(rest, " at start of value")
		}
	}
	message = strings.TrimSuffix(message, ".")
	if message == "" || strings.HasPrefix(message, "TOML") {
		return message
	}
	return strings.ToLower(message[:1]) + message[1:]
}
