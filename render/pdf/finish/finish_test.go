package finish

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// library returns a file in the shape in which the library writes it.
func library(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.3\n")
	offsets := []int{0}
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, o := range offsets[1:] {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<<\n>>\nstartxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

const catalog = "<<\n/Type /Catalog\n/Pages 1 0 R\n/Names <<\n/EmbeddedFiles <<>>\n>>\n>>"

// A title in UTF-16 may hold bytes that read like the end of an object.
func TestTitlesMayHoldAnyBytes(t *testing.T) {
	title := "<</Title (\nendobj\nstream\nendstream)/Parent 9 0 R>>"
	objects, err := parse(library(title, "<<\n>>", catalog))
	if err != nil {
		t.Fatal(err)
	}
	if objects[1].dict != title || objects[1].stream != nil {
		t.Errorf("read %q", objects[1].dict)
	}
}

func TestStreamsKeepTheirBytes(t *testing.T) {
	objects, err := parse(library("<</Length 8>>\nstream\nend\nobj\n\nendstream", catalog))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(objects[1].stream); got != "end\nobj\n" || objects[1].dict != "<<" {
		t.Errorf("read %q of %q", got, objects[1].dict)
	}
}

func TestCatalogLosesEmptyNames(t *testing.T) {
	objects, err := parse(library("<<\n>>", catalog))
	if err != nil {
		t.Fatal(err)
	}
	if err := settleCatalog(objects, "/Entries 1"); err != nil {
		t.Fatal(err)
	}
	if d := objects[2].dict; strings.Contains(d, "/Names") || !strings.HasSuffix(d, "true >>\n/Entries 1\n>>") {
		t.Errorf("the catalog is %q", d)
	}
}

func TestDamageIsAnError(t *testing.T) {
	good := library("<</Length 3>>\nstream\nabc\nendstream", catalog)
	for n := range good {
		_, _ = File(good[:n], nil, &Tags{}) // no panic
	}
	for _, bad := range []string{"", "startxref\n5\n%%EOF", strings.Replace(string(good), "2 0 obj", "7 0 obj", 1),
		strings.Replace(string(good), "/Length 3", "/Length 9999", 1)} {
		if _, err := File([]byte(bad), nil, &Tags{}); err == nil {
			t.Errorf("%.40q was read", bad)
		}
	}
}
