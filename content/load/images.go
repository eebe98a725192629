package load

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // image.Decode reads it
	"image/png"

	"github.com/socdraft/socdraft/content/diag"
)

// An Image is a picture that the PDF writer can embed as it is.
type Image struct {
	Data          []byte
	Format        string // "png" or "jpeg"
	Width, Height int    // pixels
}

// The limits of an image. Its header tells its size before any memory is
// spent on its pixels.
const (
	maxPixels = 25_000_000
	maxSide   = 20_000 // pixels
)

// readFigures reads the image of every figure.
func (l *loader) readFigures() {
	for _, f := range l.figures {
		if _, done := l.images[f.path]; done || f.path == "" {
			continue
		}
		if data, ok := l.imageFile(f.path, f.span); ok {
			l.addImage(f.path, data, f.span)
		}
	}
}

// imageFile returns the bytes of the file of an image.
func (l *loader) imageFile(name string, where diag.Span) ([]byte, bool) {
	if l.files.exists(name) {
		return l.files.read(name, maxImage, where)
	}
	finding := l.list.Add(MissingImage, where, "image %q does not exist", name)
	if near := l.suggest.file(name, l.files.names()); near != "" {
		finding.Suggest("a file with a similar name exists: %q", near)
	}
	return nil, false
}

// addImage records an image that can be shown, and reports one that cannot.
func (l *loader) addImage(name string, data []byte, where diag.Span) bool {
	if _, done := l.images[name]; done {
		return true
	}
	made, ok := l.image(name, data, where)
	if ok {
		l.images[name] = made
	}
	return ok
}

// image checks an image and makes it one that can be embedded.
func (l *loader) image(name string, data []byte, where diag.Span) (Image, bool) {
	format := formatOf(data)
	if format == "" {
		l.list.Add(UnsupportedImage, where, "image %q is neither PNG nor JPEG", name)
		return Image{}, false
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		l.list.Add(BrokenImage, where, "image %q is damaged: %s", name, err)
		return Image{}, false
	}
	made := Image{Data: data, Format: format, Width: config.Width, Height: config.Height}
	if made.Width > maxSide || made.Height > maxSide || made.Width*made.Height > maxPixels {
		l.list.Add(OversizeImage, where, "image %q has %d x %d pixels", name, made.Width, made.Height).
			Suggest("at most %d million pixels are read, and %d on a side", maxPixels/1_000_000, maxSide)
		return Image{}, false
	}
	// A damaged image shows only in readers of the PDF, so decode it in any case.
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		l.list.Add(BrokenImage, where, "image %q is damaged: %s", name, err)
		return Image{}, false
	}
	if format == "jpeg" && embeddableJPEG(config) || format == "png" && embeddablePNG(data) {
		return made, true
	}
	made.Format, made.Data = "png", flatten(decoded)
	return made, true
}

func formatOf(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte(pngSignature)):
		return "png"
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return "jpeg"
	}
	return ""
}

// embeddableJPEG reports whether PDF shows the colors of a JPEG as they are.
// CMYK is mostly stored inverted, which PDF does not undo.
func embeddableJPEG(config image.Config) bool {
	return config.ColorModel == color.YCbCrModel || config.ColorModel == color.GrayModel
}

const pngSignature = "\x89PNG\r\n\x1a\n"

// embeddablePNG reports whether the data of a PNG can stand in a PDF as they
// are: at most 8 bits, not interlaced, without transparency.
func embeddablePNG(data []byte) bool {
	const header = len(pngSignature) + 8 // length and type of the first chunk
	if len(data) < header+13 {
		return false
	}
	depth, colors, interlace := data[header+8], data[header+9], data[header+12]
	if depth > 8 || interlace != 0 || colors >= 4 {
		return false
	}
	for rest := data[len(pngSignature):]; len(rest) >= 12; {
		size := int(binary.BigEndian.Uint32(rest))
		switch kind := string(rest[4:8]); {
		case kind == "tRNS":
			return false
		case kind == "IDAT":
			return true
		case size < 0 || size > len(rest)-12:
			return false
		}
		rest = rest[12+size:]
	}
	return false
}

// flatten lays an image on white and encodes it as PNG with 8 bits a color.
func flatten(img image.Image) []byte {
	bounds := image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy())
	var flat draw.Image = image.NewRGBA(bounds)
	if m := img.ColorModel(); m == color.GrayModel || m == color.Gray16Model {
		flat = image.NewGray(bounds)
	}
	draw.Draw(flat, bounds, image.White, image.Point{}, draw.Src)
	draw.Draw(flat, bounds, img, img.Bounds().Min, draw.Over)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&out, flat); err != nil {
		panic(err) // a bytes.Buffer takes everything
	}
	return out.Bytes()
}
