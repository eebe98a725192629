package pdf

import (
	"testing"

	"github.com/socdraft/socdraft/render/pdf/pdftext"
)

// readFile is what the tests look at of a finished file.
type readFile struct {
	dicts string   // all objects but the streams
	texts []string // of each page
}

func read(t *testing.T, file []byte) *readFile {
	t.Helper()
	f, err := pdftext.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	dicts, err := f.Objects()
	if err != nil {
		t.Fatal(err)
	}
	texts, err := pdftext.Text(file)
	if err != nil {
		t.Fatal(err)
	}
	return &readFile{dicts, texts}
}
