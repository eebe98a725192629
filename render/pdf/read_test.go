package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
)

// readFile is what the tests look at of a finished file.
type readFile struct {
	dicts string   // all dictionaries
	texts []string // of each content stream, in the order of the file
}

var streamHead = regexp.MustCompile(`(?s)\d+ 0 obj\n(<<.*?)>>\nstream\n`)

// read takes a file apart without its table: streams are found by their heads.
func read(t *testing.T, file []byte) *readFile {
	t.Helper()
	f := &readFile{}
	var dicts strings.Builder
	for rest := file; ; {
		m := streamHead.FindSubmatchIndex(rest)
		if m == nil {
			break
		}
		dict := string(rest[m[2]:m[3]])
		end := bytes.Index(rest[m[1]:], []byte("\nendstream\nendobj\n")) + m[1]
		dicts.WriteString(dict + "\n")
		if data := rest[m[1]:end]; strings.Contains(dict, "/FlateDecode") && !strings.Contains(dict, "/Image") {
			data = inflate(t, data)
			switch {
			case strings.Contains(dict, "/ObjStm"):
				dicts.Write(data)
			case bytes.Contains(data, []byte(")]TJ")):
				f.texts = append(f.texts, shown(data))
			}
		}
		rest = rest[end:]
	}
	f.dicts = dicts.String()
	return f
}

func inflate(t *testing.T, data []byte) []byte {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// shown returns the text of a content stream, runs side by side.
func shown(content []byte) string {
	var out strings.Builder
	var codes []byte
	inside := false
	for i := 0; i < len(content); i++ {
		switch c := content[i]; {
		case inside && c == '\\':
			i++
			if content[i] == 'r' {
				content[i] = '\r'
			}
			codes = append(codes, content[i])
		case inside && c == ')':
			inside = false
		case inside:
			codes = append(codes, c)
		case c == '(':
			inside = true
		case c == 'T' && bytes.HasPrefix(content[i:], []byte("TJ")):
			units := make([]uint16, len(codes)/2)
			for k := range units {
				units[k] = binary.BigEndian.Uint16(codes[2*k:])
			}
			out.WriteString(string(utf16.Decode(units)))
			codes = codes[:0]
		}
	}
	return out.String()
}
