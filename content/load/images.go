package load

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"

	"github.com/socdraft/socdraft/content/diag"
)

// An Image is a picture that the PDF writer can embed as it is: a PNG of at
// most 8 bits, without transparency and not interlaced, or a JPEG in gray or
// YCbCr. It holds nothing but what is seen: no place, author or thumbnail.
type Image struct {
	Data          []byte
	Format        string // "png" or "jpeg"
	Width, Height int    // pixels
}

// The limits of an image. Its header tells its size before any memory is
// spent on its pixels.
const (
	maxPixels    = 25_000_000
	maxSide      = 20_000 // pixels
	maxAllPixels = 250_000_000
)

// addFigure notes a figure and starts to decode its image, which takes as long
// as reading the other documents does.
func (l *loader) addFigure(name string, where diag.Span) {
	if name == "" || l.decoding[name] {
		return
	}
	data, ok := l.imageFile(name, where)
	if !ok || !l.readable(name, data, where) {
		return
	}
	l.decoding[name] = true
	wait := ahead(func() decodedImage { return decodeImage(data) })
	l.figures = append(l.figures, figure{name, where, wait})
}

// readFigures takes in the images of the figures.
func (l *loader) readFigures() {
	for _, f := range l.figures {
		l.keep(f.path, f.image(), f.span)
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
	} else {
		finding.Suggest("put the file there, or correct the path, which counts from the file that shows the image")
	}
	return nil, false
}

// addImage records an image that can be shown, and reports one that cannot.
func (l *loader) addImage(name string, data []byte, where diag.Span) bool {
	if _, done := l.images[name]; done {
		return true
	}
	return l.readable(name, data, where) && l.keep(name, decodeImage(data), where)
}

// readable reports whether an image may be decoded, by its first bytes.
func (l *loader) readable(name string, data []byte, where diag.Span) bool {
	if formatOf(data) == "" {
		l.list.Add(UnsupportedImage, where, "image %q is neither PNG nor JPEG", name).
			Suggest("export a figure as PNG, a photograph as JPEG; another ending of the name does not do it")
		return false
	}
	if width, height, ok := pngSize(data); ok && l.oversize(name, width, height, where) {
		return false
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		l.badImage(name, err, where)
		return false
	}
	return l.affordable(name, config, where)
}

// keep records an image that could be decoded, and reports one that could not.
func (l *loader) keep(name string, d decodedImage, where diag.Span) bool {
	if d.err != nil {
		l.badImage(name, d.err, where)
		return false
	}
	l.images[name] = d.image
	return true
}

// A decodedImage is an image made one that can be embedded, or why it could
// not be.
type decodedImage struct {
	image Image
	err   error
}

// decodeImage decodes an image in any case: damage shows only in readers of
// the PDF.
func decodeImage(data []byte) decodedImage {
	decoded, format, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return decodedImage{err: err}
	}
	if format != "jpeg" {
		return decodedImage{image: embedPNG(data, decoded)}
	}
	config, err := jpeg.DecodeConfig(bytes.NewReader(data))
	return decodedImage{embedJPEG(data, config, decoded), err}
}

// badImage reports data that the standard library cannot decode.
func (l *loader) badImage(name string, err error, where diag.Span) {
	var inPNG png.UnsupportedError
	var inJPEG jpeg.UnsupportedError
	if errors.As(err, &inPNG) || errors.As(err, &inJPEG) {
		l.list.Add(UnsupportedImage, where, "image %q is of a kind that is not read: %s", name, err).
			Suggest("save it again as a usual PNG or JPEG")
		return
	}
	l.list.Add(BrokenImage, where, "image %q is damaged: %s", name, err)
}

// affordable reports whether an image may be decoded, by its size and by those
// of the images before it.
func (l *loader) affordable(name string, config image.Config, where diag.Span) bool {
	if l.oversize(name, config.Width, config.Height, where) {
		return false
	}
	pixels := config.Width * config.Height
	if l.pixels+pixels > maxAllPixels {
		l.list.Add(OversizeImage, where, "image %q makes the images of the project larger than the %d million pixels that are read",
			name, maxAllPixels/1_000_000).
			Suggest("a figure as wide as the page needs about 2,000 pixels")
		return false
	}
	l.pixels += pixels
	return true
}

// oversize reports an image that is too large by itself.
func (l *loader) oversize(name string, width, height int, where diag.Span) bool {
	if width <= maxSide && height <= maxSide && width*height <= maxPixels {
		return false
	}
	l.list.Add(OversizeImage, where, "image %q has %d x %d pixels", name, width, height).
		Suggest("at most %d million pixels are read, and %d on a side", maxPixels/1_000_000, maxSide)
	return true
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
