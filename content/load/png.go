package load

import (
	"bytes"
	"encoding/binary"
	"image"
	"math"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// pngSize returns the size that the header of a PNG tells. The standard library
// calls one unsupported whose pixels an int cannot count, which is another
// answer where an int has 32 bits.
func pngSize(data []byte) (width, height int, ok bool) {
	const width32, height32 = len(pngSignature) + 8, len(pngSignature) + 12
	if !bytes.HasPrefix(data, []byte(pngSignature)) || len(data) < height32+4 {
		return 0, 0, false
	}
	w, h := binary.BigEndian.Uint32(data[width32:]), binary.BigEndian.Uint32(data[height32:])
	return int(w), int(h), w <= math.MaxInt32 && h <= math.MaxInt32
}

// embedPNG returns a PNG as it can be embedded.
func embedPNG(data []byte, decoded image.Image) Image {
	size := decoded.Bounds().Size()
	plain, ok := plainPNG(data)
	if !ok {
		plain = encodePNG(onWhite(decoded))
	}
	return Image{Data: plain, Format: "png", Width: size.X, Height: size.Y}
}

// plainPNG returns a PNG with nothing but its pixels, and whether these can
// stand in a PDF as they are: at most 8 bits, not interlaced, without
// transparency. The data are those of a PNG that was decoded.
func plainPNG(data []byte) ([]byte, bool) {
	const header = len(pngSignature) + 8 // length and type of the first chunk
	if len(data) < header+13 {
		return nil, false
	}
	depth, colors, interlace := data[header+8], data[header+9], data[header+12]
	if depth > 8 || interlace != 0 || colors >= 4 {
		return nil, false
	}
	const palette = 3
	plain := append(make([]byte, 0, len(data)), pngSignature...)
	for rest := data[len(pngSignature):]; len(rest) >= 12; {
		size := int64(binary.BigEndian.Uint32(rest)) + 12
		if size > int64(len(rest)) {
			return nil, false
		}
		chunk := rest[:size]
		switch kind := string(chunk[4:8]); {
		case kind == "tRNS":
			return nil, false
		case kind == "IEND":
			return append(plain, chunk...), true
		case kind == "IHDR", kind == "PLTE" && colors == palette,
			kind == "IDAT" && len(chunk) > 12: // readers take an empty chunk for the last
			plain = append(plain, chunk...)
		}
		rest = rest[size:]
	}
	return nil, false
}
