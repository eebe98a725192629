package pdftext

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// written returns a file of one page with the given content, in the shape in
// which render/pdf/finish writes it.
func written(content string) []byte {
	var out bytes.Buffer
	var table []byte
	stream := func(number int, dict, body string) {
		table = append(table, 1, byte(out.Len()>>8), byte(out.Len()), 0)
		var data bytes.Buffer
		z := zlib.NewWriter(&data)
		fmt.Fprint(z, body)
		z.Close()
		fmt.Fprintf(&out, "%d 0 obj\n<<%s/Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n", number, dict, data.Len(), &data)
	}
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	table = append(table, 0, 0, 0, 0)
	stream(1, "", content)
	objects := []string{"<</Type /Catalog /Pages 4 0 R>>", "<</Type /Pages /Kids [5 0 R]>>", "<</Type /Page /Contents 1 0 R>>"}
	head, body := "", ""
	for i, o := range objects {
		head += fmt.Sprintf("%d %d ", i+3, len(body))
		body += o + "\n"
	}
	stream(2, fmt.Sprintf("/Type /ObjStm /N %d /First %d ", len(objects), len(head)), head+body)
	for i := range objects {
		table = append(table, 2, 0, 2, byte(i))
	}
	start := out.Len()
	table = append(table, 1, byte(start>>8), byte(start), 0)
	var data bytes.Buffer
	z := zlib.NewWriter(&data)
	_, _ = z.Write(table)
	z.Close()
	fmt.Fprintf(&out, "6 0 obj\n<</W [1 2 1] /Root 3 0 R /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		data.Len(), &data, start)
	return out.Bytes()
}

// wide returns ASCII as the codes of a content stream.
func wide(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteString("\x00")
		if strings.IndexByte("()\\", c) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(c)
	}
	return b.String()
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"kerning", "BT\n1 2 Td\n[(" + wide("A") + ")-12(" + wide("V ") + ")]TJ\nET\n", "AV\n"},
		{"brackets", "BT [(" + wide(`a(b)\`) + ")]TJ ET", "a(b)\\\n"},
		{"a byte that looks like a bracket", "BT [(\x01\\(\x01\\r)]TJ ET", "Ĩč\n"},
		{"one line", "BT 1 9 Td [(" + wide("a ") + ")]TJ ET BT 5 9 Td [(" + wide("b") + ")]TJ ET", "a b\n"},
		{"two lines", "BT 1 9 Td [(" + wide("a ") + ")]TJ ET BT 1 8 Td [(" + wide("b") + ")]TJ ET", "a\nb\n"},
		{"a word cut at the end of a line", "BT 1 9 Td [(" + wide("sys") + "\x00\xad)]TJ ET BT 1 8 Td [(" + wide("tem") + ")]TJ ET", "sys\ntem\n"},
		{"one string", "BT (" + wide("a") + ") Tj ET", "a\n"},
		{"hexadecimal", "BT <00410042> Tj ET", "AB\n"},
		{"marks", "/P <</MCID 0>> BDC BT [(" + wide("a") + ")]TJ ET EMC q 1 0 0 1 0 0 cm Q", "a\n"},
		{"nothing", "", ""},
	} {
		got, err := Text(written(c.content))
		if err != nil || !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

func TestArtifacts(t *testing.T) {
	f, err := Open(written("/Artifact BMC BT (" + wide("Page 1") + ") Tj ET EMC BT (" + wide("text") + ") Tj ET"))
	if err != nil {
		t.Fatal(err)
	}
	pages, err := f.Pages()
	if err != nil || len(pages) != 1 || len(pages[0]) != 2 || !pages[0][0].Artifact || pages[0][1].Artifact {
		t.Errorf("read %+v, %v", pages, err)
	}
}

func TestDamageIsAnError(t *testing.T) {
	good := written("BT [(" + wide("text") + ")]TJ ET")
	for n := range len(good) - len("\n%%EOF\n") {
		if _, err := Text(good[:n]); err == nil {
			t.Fatalf("the first %d bytes of %d were read", n, len(good))
		}
	}
	for i := range good {
		bad := bytes.Clone(good)
		bad[i] ^= 0x15
		_, _ = Text(bad) // no panic
	}
	for _, content := range []string{"BT [(a)]TJ", "(" + wide("a"), "[<41> TJ", "(ab) T*", "EMC", "/P BMC", ")", "<</a 1 >> ]"} {
		if got, err := Text(written(content)); err == nil {
			t.Errorf("%q was read as %q", content, got)
		}
	}
}
