package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"fmt"
	"regexp"

	"github.com/go-pdf/fpdf"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/layout"
)

var imageName = regexp.MustCompile(`/(I[0-9a-f]+) Do`)

// registerImages adds the images that the pages show, in the order in which
// they show them, and learns their resource names.
func (w *writer) registerImages(res *layout.Result) error {
	for i := range res.Pages {
		for k := range res.Pages[i].Items {
			it := &res.Pages[i].Items[k]
			if it.Kind != layout.Image || w.images[it.Art.Name] != "" {
				continue
			}
			if err := w.registerImage(it.Art.Name, w.doc.Images[it.Art.Name]); err != nil {
				return fmt.Errorf("image %q: %w", it.Art.Name, err)
			}
		}
	}
	return nil
}

// registerImage adds one image, once for all names that it has.
func (w *writer) registerImage(name string, img render.Image) error {
	sum := sha256.Sum256(img.Data)
	if resource, known := w.pictures[sum]; known {
		w.images[name] = resource
		return nil
	}
	info := w.pdf.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: img.Format}, bytes.NewReader(img.Data))
	if err := w.pdf.Error(); err != nil {
		return err
	}
	if err := distinguish(info, len(w.pictures)); err != nil {
		return err
	}
	t := w.hidden(func(t *fpdf.Tpl) {
		t.ImageOptions(name, 0, 0, 10, 10, false, fpdf.ImageOptions{ImageType: img.Format}, 0, "")
	})
	found := imageName.FindSubmatch(t)
	if found == nil {
		return errNoResource
	}
	w.images[name] = string(found[1])
	w.pictures[sum] = w.images[name]
	return nil
}

// distinguish makes the width of an image differ from that of all others by
// less than the library prints. It writes images sorted by width alone, in the
// random order of a map where two are equally wide. The only way to the width
// is through the image's own encoding.
func distinguish(info *fpdf.ImageInfoType, number int) error {
	encoded, err := info.GobEncode()
	if err != nil {
		return err
	}
	var f struct {
		data, mask    []byte
		number        int
		width, height float64
		space         string
		palette       []byte
		bits          int
		filter, parms string
		transparent   []int
		scale, dpi    float64
	}
	fields := []any{&f.data, &f.mask, &f.number, &f.width, &f.height, &f.space, &f.palette, &f.bits,
		&f.filter, &f.parms, &f.transparent, &f.scale, &f.dpi}
	dec := gob.NewDecoder(bytes.NewReader(encoded))
	for _, field := range fields {
		if err := dec.Decode(field); err != nil {
			return err
		}
	}
	f.width += float64(number+1) / (1 << 20)
	var changed bytes.Buffer
	enc := gob.NewEncoder(&changed)
	for _, field := range fields {
		if err := enc.Encode(field); err != nil {
			return err
		}
	}
	return info.GobDecode(changed.Bytes())
}
