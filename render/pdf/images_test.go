package pdf

import (
	"bytes"
	"fmt"
	"image/color"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
)

// album is a document with many figures of one width, the last two of which
// have the same bytes.
func album() *render.Document {
	doc := &render.Document{Name: "album", Images: map[string]render.Image{}}
	var figures []prose.Block
	for i := range 5 {
		name := fmt.Sprintf("%d.png", i)
		shade := color.RGBA{uint8(50 * min(i, 3)), 90, 30, 255}
		doc.Images[name] = render.Image{Data: picture(60, 40, shade), Format: "png", Width: 60, Height: 40}
		figures = append(figures, &prose.Figure{Path: name, Alt: name})
	}
	doc.Blocks = []render.Block{render.NewProse(render.ByManagement, figures...)}
	return doc
}

// The library sorts images by width and leaves those of one width to the order
// of a map.
func TestImagesOfOneWidthGiveTheSameBytes(t *testing.T) {
	want := build(t, album())
	for i := range 20 {
		if !bytes.Equal(build(t, album()), want) {
			t.Fatalf("build %d differs", i)
		}
	}
}

func TestEqualImagesAreStoredOnce(t *testing.T) {
	if n := strings.Count(read(t, build(t, album())).dicts, "/Subtype /Image"); n != 4 {
		t.Errorf("%d images are stored, want 4", n)
	}
	doc, fonts := album(), font.Embedded()
	res, _ := layout.Pages(doc, render.DefaultTheme(), fonts)
	w := newWriter(doc, fonts)
	if err := w.registerImages(res); err != nil {
		t.Fatal(err)
	}
	if len(w.images) != 5 || w.images["3.png"] != w.images["4.png"] || w.images["0.png"] == w.images["1.png"] {
		t.Errorf("the images are drawn as %q", w.images)
	}
}

func TestAnImageOfAnotherFormIsAnError(t *testing.T) {
	doc := album()
	doc.Images["2.png"] = render.Image{Data: []byte("text"), Format: "png", Width: 60, Height: 40}
	fonts := font.Embedded()
	res, _ := layout.Pages(doc, render.DefaultTheme(), fonts)
	if _, err := Write(doc, res, fonts); err == nil || !strings.Contains(err.Error(), `image "2.png"`) {
		t.Errorf("error %v", err)
	}
}
