package xlsx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// maxDepth is how deep elements may be nested.
const maxDepth = 64

// A markup reads one part of a workbook, tag by tag: a tree of it would let a
// small file fill the memory. Names count without their namespaces, of which
// the format has two sets.
type markup struct {
	part    string
	decoder *xml.Decoder
	depth   int
}

// read calls visit for each element of a part that begins; visit may read on.
// A part that is not there has no elements.
func (a *archive) read(part string, visit func(m *markup, el xml.StartElement) error) error {
	r, err := a.open(part)
	if r == nil || err != nil {
		return err
	}
	defer r.Close()
	m := &markup{part: part, decoder: xml.NewDecoder(r)}
	for {
		token, err := m.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if el, ok := token.(xml.StartElement); ok {
			if err := visit(m, el); err != nil {
				return err
			}
		}
	}
}

func (m *markup) next() (xml.Token, error) {
	token, err := m.decoder.Token()
	switch {
	case errors.Is(err, errTooMuch):
		return nil, err
	case err == io.EOF:
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("its part %q is damaged: %w; ask for it again", m.part, err)
	}
	switch token.(type) {
	case xml.StartElement:
		m.depth++
	case xml.EndElement:
		m.depth--
	case xml.Directive:
		return nil, fmt.Errorf("its part %q declares a document type, which no workbook does", m.part)
	}
	if m.depth > maxDepth {
		return nil, fmt.Errorf("its part %q nests more than %d levels deep", m.part, maxDepth)
	}
	return token, nil
}

// inside calls visit for each element that begins in the one just begun, up to
// its end.
func (m *markup) inside(visit func(el xml.StartElement) error) error {
	for depth := m.depth; m.depth >= depth; {
		token, err := m.next()
		if err != nil {
			return err
		}
		if el, ok := token.(xml.StartElement); ok {
			if err := visit(el); err != nil {
				return err
			}
		}
	}
	return nil
}

// chars returns the text of the element just begun, without that of elements
// in it.
func (m *markup) chars() (string, error) {
	var b strings.Builder
	for depth := m.depth; m.depth >= depth; {
		token, err := m.next()
		if err != nil {
			return "", err
		}
		if text, ok := token.(xml.CharData); ok && m.depth == depth {
			b.Write(text)
		}
	}
	return b.String(), nil
}

// rich returns the text of the element just begun, which may stand in runs of
// different looks. How it is pronounced is left out.
func (m *markup) rich() (string, error) {
	var b strings.Builder
	err := m.inside(func(el xml.StartElement) error {
		switch el.Name.Local {
		case "t":
			text, err := m.chars()
			b.WriteString(text)
			return err
		case "rPh":
			_, err := m.chars()
			return err
		}
		return nil
	})
	return unescape(b.String()), err
}

// attr returns an attribute's value, "" where there is none.
func attr(el xml.StartElement, name string) string {
	for _, a := range el.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// truth reports whether an attribute says yes.
func truth(el xml.StartElement, name string) bool {
	value := attr(el, name)
	return value == "1" || value == "true"
}

// unescape turns _x000D_ into the character of that number, and line ends into
// "\n": what literal does, backwards.
func unescape(text string) string {
	if strings.Contains(text, "_x") {
		text = decodeEscapes(text)
	}
	if strings.Contains(text, "\r") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return text
}

func decodeEscapes(text string) string {
	var b strings.Builder
	var units []uint16
	flush := func() {
		b.WriteString(string(utf16.Decode(units)))
		units = units[:0]
	}
	for i := 0; i < len(text); {
		if text[i] == '_' && isEscape(text[i:]) {
			code, _ := strconv.ParseUint(text[i+2:i+6], 16, 16)
			units = append(units, uint16(code))
			i += 7
			continue
		}
		flush()
		b.WriteByte(text[i])
		i++
	}
	flush()
	return b.String()
}
