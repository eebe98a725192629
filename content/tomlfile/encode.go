package tomlfile

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Pair is a key and a value to write. The value is a string, an int, a bool,
// a Date, a []string, a []Pair: a table on one line, or a [][]Pair: a list of
// tables.
type Pair struct {
	Key   string
	Value any
}

// maxListLine is how long a list may be on one line.
const maxListLine = 100

// An encoder writes values as TOML, with the line ends of one file.
type encoder struct{ eol string }

// value returns a value as it stands behind a key of its own line.
func (e encoder) value(v any) (string, error) {
	switch v := v.(type) {
	case string:
		if strings.Contains(v, "\n") && !strings.Contains(v, "\r") && utf8.ValidString(v) {
			return `"""` + e.eol + strings.ReplaceAll(escape(v, true), "\n", e.eol) + `"""`, nil
		}
	case []string:
		return e.list(v)
	}
	return e.inline(v)
}

// list returns a list of texts, one on each line where they are long.
func (e encoder) list(texts []string) (string, error) {
	var parts []string
	length := 0
	for _, text := range texts {
		part, err := e.inline(text)
		if err != nil {
			return "", err
		}
		parts = append(parts, part)
		length += len(part) + 2
	}
	if length <= maxListLine || len(texts) == 1 {
		return "[" + strings.Join(parts, ", ") + "]", nil
	}
	return "[" + e.eol + "  " + strings.Join(parts, ","+e.eol+"  ") + "," + e.eol + "]", nil
}

// inline returns a value on one line.
func (e encoder) inline(v any) (string, error) {
	switch v := v.(type) {
	case string:
		if !utf8.ValidString(v) {
			return "", fmt.Errorf("text %q is not UTF-8", v)
		}
		return `"` + escape(v, false) + `"`, nil
	case int:
		return strconv.Itoa(v), nil
	case bool:
		return strconv.FormatBool(v), nil
	case Date:
		return fmt.Sprintf("%04d-%02d-%02d", v.Year, v.Month, v.Day), nil
	case []string:
		var parts []string
		for _, text := range v {
			part, err := e.inline(text)
			if err != nil {
				return "", err
			}
			parts = append(parts, part)
		}
		return "[" + strings.Join(parts, ", ") + "]", nil
	case []Pair:
		return e.inlineTable(v)
	case [][]Pair:
		var parts []string
		for _, pairs := range v {
			part, err := e.inlineTable(pairs)
			if err != nil {
				return "", err
			}
			parts = append(parts, part)
		}
		return "[" + strings.Join(parts, ", ") + "]", nil
	}
	return "", fmt.Errorf("a value of type %T cannot be written", v)
}

func (e encoder) inlineTable(pairs []Pair) (string, error) {
	var parts []string
	for _, p := range pairs {
		value, err := e.inline(p.Value)
		if err != nil {
			return "", err
		}
		parts = append(parts, key(p.Key)+" = "+value)
	}
	if len(parts) == 0 {
		return "{}", nil
	}
	return "{ " + strings.Join(parts, ", ") + " }", nil
}

// table returns a table under its header, with the lists of tables in it
// behind its other keys.
func (e encoder) table(path []string, pairs []Pair) (string, error) {
	var b strings.Builder
	b.WriteString("[[" + header(path) + "]]" + e.eol)
	for _, p := range pairs {
		if _, nested := p.Value.([][]Pair); nested {
			continue
		}
		value, err := e.value(p.Value)
		if err != nil {
			return "", err
		}
		b.WriteString(key(p.Key) + " = " + value + e.eol)
	}
	for _, p := range pairs {
		nested, _ := p.Value.([][]Pair)
		for _, sub := range nested {
			text, err := e.table(append(path[:len(path):len(path)], p.Key), sub)
			if err != nil {
				return "", err
			}
			b.WriteString(e.eol + text)
		}
	}
	return b.String(), nil
}

// header returns the keys of a header, joined.
func header(path []string) string {
	var keys []string
	for _, name := range path {
		keys = append(keys, key(name))
	}
	return strings.Join(keys, ".")
}

// key returns a key, in quotes where it must be.
func key(name string) string {
	bare := name != ""
	for _, c := range []byte(name) {
		bare = bare && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-')
	}
	if bare {
		return name
	}
	return `"` + escape(name, false) + `"`
}

// escape writes what a string in quotes cannot hold as it is. In several lines,
// line ends stay, and of quotes that follow one another each second is escaped.
func escape(text string, lines bool) string {
	var b strings.Builder
	var before rune
	for i, r := range text {
		switch {
		case r == '\\':
			b.WriteString(`\\`)
		case r == '"' && (!lines || before == '"' || i+1 == len(text)):
			b.WriteString(`\"`)
			r = 0
		case r == '\n' && lines, r == '\t' && lines:
			b.WriteRune(r)
		case r < ' ' || r == 0x7F:
			b.WriteString(control(r))
		default:
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

func control(r rune) string {
	switch r {
	case '\b':
		return `\b`
	case '\t':
		return `\t`
	case '\n':
		return `\n`
	case '\f':
		return `\f`
	case '\r':
		return `\r`
	}
	return fmt.Sprintf(`\u%04X`, r)
}
