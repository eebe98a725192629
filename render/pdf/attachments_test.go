package pdf

import (
	"bytes"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/pdf/pdftext"
)

// Viewers search the tree of names, so it is sorted, whatever the document
// says.
func TestAttachmentsStandInTheOrderOfTheirNames(t *testing.T) {
	doc := sample()
	plain := pdftextOf(t, build(t, doc))
	doc.Attachments = []render.Attachment{
		{Name: "b (1).json", Type: "application/json", About: "Ünusual", Data: []byte("{}\n")},
		{Name: "a.txt", Type: "text/plain", About: "a", Data: bytes.Repeat([]byte("long "), 9000)},
	}
	out := build(t, doc)
	in, err := pdftext.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	all, err := in.Attachments()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || all[0].Name != "a.txt" || all[1].Name != "b (1).json" || all[1].About != "Ünusual" {
		t.Fatalf("the file carries %+v", all)
	}
	for i, a := range all {
		if !bytes.Equal(a.Data, doc.Attachments[1-i].Data) || a.Modified != "D:20261112083000Z" {
			t.Errorf("%s has %d bytes of %s", a.Name, len(a.Data), a.Modified)
		}
	}
	if got := pdftextOf(t, out); got != plain {
		t.Error("the pages say something else")
	}
	structure, err := in.Structure()
	if err != nil || len(structure.Problems) > 0 {
		t.Errorf("%v: %q", err, structure.Problems)
	}
}

func pdftextOf(t *testing.T, out []byte) string {
	t.Helper()
	pages, err := pdftext.Text(out)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(pages, "\f")
}
