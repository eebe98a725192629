package socdraft_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	picture "image"
	"image/color"
	"image/png"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/socdraft/socdraft"
)

// branded writes a small project with the given lines of [branding] and files.
func branded(t *testing.T, branding string, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	writeFiles(t, dir, files)
	writeFiles(t, dir, map[string]string{"socdraft.toml": `[organization]
name = "Quill Ledger, Inc."
short_name = "Quill Ledger"
[system]
name = "Ledger Service"
[report]
type = 2
period = { start = 2025-07-01, end = 2026-06-30 }
categories = ["security"]
[draft]
date = 2026-08-14
[branding]
` + branding})
	return dir
}

// square returns a PNG of one colour.
func square(t *testing.T, side int, c color.Color) string {
	t.Helper()
	img := picture.NewNRGBA(picture.Rect(0, 0, side, side))
	for i := range side * side {
		img.Set(i%side, i/side, c)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// inflated returns the content of all streams of a PDF, or of all parts of a
// workbook.
func inflated(t *testing.T, data []byte) string {
	t.Helper()
	var out strings.Builder
	add := func(r io.Reader, err error) {
		if err == nil {
			_, _ = io.Copy(&out, r) // a stream that is not deflated adds nothing
		}
	}
	if bytes.HasPrefix(data, []byte("PK")) {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			add(r, err)
		}
		return out.String()
	}
	for _, part := range bytes.Split(data, []byte("stream\n")) {
		add(zlib.NewReader(bytes.NewReader(part)))
	}
	return out.String()
}

func TestTheAccentReachesEveryDeliverable(t *testing.T) {
	const ownPDF, defaultPDF = "0.427 0.102 0.212 rg", "0.043 0.333 0.388 rg"
	for _, c := range []struct {
		branding            string
		inPDF, inXLSX       string
		notInPDF, notInXLSX string
	}{
		{"", defaultPDF, "0B5563", ownPDF, "6D1A36"},
		{`accent = "#6D1a36"`, ownPDF, "6D1A36", defaultPDF, "0B5563"},
		{`accent = "#ffd400"`, defaultPDF, "0B5563", "1 0.831 0 rg", "FFD400"},
	} {
		result := build(t, branded(t, c.branding, nil), socdraft.Options{})
		for _, f := range result.Files {
			text, in, notIn := inflated(t, f.Data), c.inPDF, c.notInPDF
			if strings.HasSuffix(f.Name, ".xlsx") {
				in, notIn = c.inXLSX, c.notInXLSX
			}
			if !strings.Contains(text, in) || strings.Contains(text, notIn) {
				t.Errorf("%s: %s has %q: %v, and %q: %v", c.branding, f.Name, in, strings.Contains(text, in), notIn, strings.Contains(text, notIn))
			}
		}
	}
}

// imagePainted finds an image in a page, but not the form of a watermark.
var imagePainted = regexp.MustCompile(`/I[0-9a-f]+ Do Q\n`)

func TestTheLogoStandsOnTheCoversOnly(t *testing.T) {
	for _, logo := range []color.Color{color.NRGBA{11, 85, 99, 255}, color.NRGBA{11, 85, 99, 100}, color.NRGBA64{9, 999, 9999, 65535}} {
		dir := branded(t, `logo = "brand/logo.png"`, map[string]string{"brand/logo.png": square(t, 60, logo)})
		result := build(t, dir, socdraft.Options{})
		for _, f := range result.Files {
			shown := len(imagePainted.FindAllString(inflated(t, f.Data), -1))
			if want := len(f.Headings); strings.HasSuffix(f.Name, ".pdf") && (shown != 1 || want == 0) {
				t.Errorf("%s: %s shows %d images", logo, f.Name, shown)
			}
		}
		if len(result.Files) != 3 || result.Refused {
			t.Errorf("%d files", len(result.Files))
		}
	}
}
