package pdf

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
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
			if it.Kind != layout.Image || w.images[it.Name] != "" {
				continue
			}
			if err := w.registerImage(it.Name, w.doc.Images[it.Name]); err != nil {
				return fmt.Errorf("image %q: %w", it.Name, err)
			}
		}
	}
	return nil
}

func (w *writer) registerImage(name string, img render.Image) error {
	data, format := img.Data, img.Format
	if format == "png" && !plainPNG(data) {
		flat, err := flatten(data)
		if err != nil {
			return err
		}
		data = flat
	}
	info := w.pdf.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: format}, bytes.NewReader(data))
	if err := w.pdf.Error(); err != nil {
		return err
	}
	if err := distinguish(info, len(w.images)); err != nil {
		return err
	}
	t := w.hidden(func(t *fpdf.Tpl) {
		t.ImageOptions(name, 0, 0, 10, 10, false, fpdf.ImageOptions{ImageType: format}, 0, "")
	})
	found := imageName.FindSubmatch(t)
	if found == nil {
		return errNoResource
	}
	w.images[name] = string(found[1])
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

// plainPNG reports whether the library takes a PNG as it is: eight bits or
// fewer, no transparency, not interlaced.
func plainPNG(data []byte) bool {
	const header = 8 + 8 + 13 // signature, chunk head, IHDR
	if len(data) < header {
		return false
	}
	depth, kind, interlace := data[24], data[25], data[28]
	return depth <= 8 && (kind == 0 || kind == 2 || kind == 3) && interlace == 0 && plainChunks(data)
}

// plainChunks walks the chunks of a PNG to its end. One with transparency is
// not plain, nor is one with an empty chunk, at which the library stops.
func plainChunks(data []byte) bool {
	for at := 8; at+12 <= len(data); {
		size := binary.BigEndian.Uint32(data[at:])
		switch kind := string(data[at+4 : at+8]); {
		case kind == "IEND":
			return true
		case kind == "tRNS", size == 0, uint64(size) > uint64(len(data)):
			return false
		}
		at += 12 + int(size)
	}
	return false
}

// flatten lays a PNG on white and stores it in the plainest form.
func flatten(data []byte) ([]byte, error) {
	src, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	flat := image.NewRGBA(src.Bounds())
	draw.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), src, src.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if err := png.Encode(&out, flat); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
