package pdftext

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// The values of a PDF: numbers are float64, strings text, and arrays []any.
type (
	name       string // without its slash
	text       []byte // the bytes of a string
	reference  int    // the number of an object
	dictionary map[name]any
	operator   string // in a content stream; true, false, null, R and obj too
)

// closing ends an array or a dictionary.
type closing string

var errEnd = errors.New("the values end early")

// A reader reads values one after the other.
type reader struct {
	in []byte
	at int
}

func isWhite(b byte) bool { return bytes.IndexByte([]byte("\x00\t\n\f\r "), b) >= 0 }
func isMark(b byte) bool  { return bytes.IndexByte([]byte("()<>[]{}/%"), b) >= 0 }

// white skips white space and comments, and reports whether something follows.
func (r *reader) white() bool {
	for r.at < len(r.in) {
		switch b := r.in[r.at]; {
		case isWhite(b):
			r.at++
		case b == '%':
			for r.at < len(r.in) && r.in[r.at] != '\n' && r.in[r.at] != '\r' {
				r.at++
			}
		default:
			return true
		}
	}
	return false
}

// value reads the next value, with all that is in it.
func (r *reader) value() (any, error) {
	if !r.white() {
		return nil, errEnd
	}
	rest := r.in[r.at:]
	switch b := rest[0]; {
	case bytes.HasPrefix(rest, []byte("<<")):
		r.at += 2
		return r.dictionary()
	case bytes.HasPrefix(rest, []byte(">>")):
		r.at += 2
		return closing(">>"), nil
	case b == '[':
		r.at++
		return r.array("]")
	case b == ']':
		r.at++
		return closing("]"), nil
	case b == '(':
		r.at++
		return r.literal()
	case b == '<':
		r.at++
		return r.hexadecimal()
	case b == '/':
		r.at++
		return name(r.word()), nil
	case isMark(b):
		return nil, fmt.Errorf("%q stands alone", b)
	}
	word := r.word()
	if n, err := strconv.ParseFloat(word, 64); err == nil {
		return n, nil
	}
	return operator(word), nil
}

func (r *reader) word() string {
	start := r.at
	for r.at < len(r.in) && !isWhite(r.in[r.at]) && !isMark(r.in[r.at]) {
		r.at++
	}
	return string(r.in[start:r.at])
}

// array reads values up to the given end; "12 0 R" becomes a reference.
func (r *reader) array(end closing) ([]any, error) {
	var list []any
	for {
		v, err := r.value()
		if err != nil {
			return nil, err
		}
		switch v {
		case end:
			return list, nil
		case operator("R"):
			if len(list) < 2 {
				return nil, errors.New("a reference has no number")
			}
			n, _ := list[len(list)-2].(float64)
			list = append(list[:len(list)-2], reference(n))
			continue
		}
		if _, other := v.(closing); other {
			return nil, fmt.Errorf("%s where %s belongs", v, end)
		}
		list = append(list, v)
	}
}

func (r *reader) dictionary() (dictionary, error) {
	list, err := r.array(">>")
	if err != nil {
		return nil, err
	}
	d := dictionary{}
	for i := 0; i+1 < len(list); i += 2 {
		key, ok := list[i].(name)
		if !ok {
			return nil, fmt.Errorf("the key %v is no name", list[i])
		}
		d[key] = list[i+1]
	}
	return d, nil
}

// literal reads a string up to its closing bracket.
func (r *reader) literal() (text, error) {
	out := text{}
	for depth := 1; r.at < len(r.in); r.at++ {
		b := r.in[r.at]
		switch b {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				r.at++
				return out, nil
			}
		case '\\':
			if r.at++; r.at == len(r.in) {
				return nil, errEnd
			}
			if b = r.in[r.at]; b >= '0' && b <= '7' {
				return nil, errors.New("a string has an octal escape")
			}
			if i := bytes.IndexByte([]byte("nrtbf"), b); i >= 0 {
				b = "\n\r\t\b\f"[i]
			}
		}
		out = append(out, b)
	}
	return nil, errEnd
}

func (r *reader) hexadecimal() (text, error) {
	end := bytes.IndexByte(r.in[r.at:], '>')
	if end < 0 {
		return nil, errEnd
	}
	digits := r.in[r.at : r.at+end]
	r.at += end + 1
	out := make(text, len(digits)/2)
	for i := range out {
		n, err := strconv.ParseUint(string(digits[2*i:2*i+2]), 16, 8)
		if err != nil {
			return nil, err
		}
		out[i] = byte(n)
	}
	return out, nil
}
