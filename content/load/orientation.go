package load

import (
	"bytes"
	"encoding/binary"
	"image"
)

// upright is the orientation of an image that is shown as it is stored.
const upright = 1

// exifOrientation returns how an image is to be turned, 1 to 8, from the
// payload of an APP1 segment. Whatever is not understood is upright.
func exifOrientation(payload []byte) int {
	tiff, ok := bytes.CutPrefix(payload, []byte("Exif\x00\x00"))
	if !ok || len(tiff) < 8 {
		return upright
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	const entry = 12
	start := int64(order.Uint32(tiff[4:]))
	if start+2 > int64(len(tiff)) {
		return upright
	}
	entries := tiff[start+2:]
	for range order.Uint16(tiff[start:]) {
		if len(entries) < entry {
			break
		}
		const orientation, short = 0x0112, 3
		if order.Uint16(entries) == orientation && order.Uint16(entries[2:]) == short {
			if value := int(order.Uint16(entries[8:])); value >= 1 && value <= 8 {
				return value
			}
			break
		}
		entries = entries[entry:]
	}
	return upright
}

// turn returns an image as its orientation asks.
func turn(img pixels, orientation int) pixels {
	if orientation == upright {
		return img
	}
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	if orientation >= 5 {
		w, h = h, w
	}
	var turned pixels
	var from, to []uint8
	size := 1
	switch img := img.(type) {
	case *image.Gray:
		gray := image.NewGray(image.Rect(0, 0, w, h))
		turned, from, to = gray, img.Pix, gray.Pix
	case *image.RGBA:
		rgba := image.NewRGBA(image.Rect(0, 0, w, h))
		turned, from, to, size = rgba, img.Pix, rgba.Pix, 4
	}
	width := img.Bounds().Dx()
	for y := range h {
		for x := range w {
			sx, sy := stored(x, y, w, h, orientation)
			copy(to[(y*w+x)*size:][:size], from[(sy*width+sx)*size:])
		}
	}
	return turned
}

// stored returns where the pixel is stored that is shown at x, y of an image of
// the given size.
func stored(x, y, w, h, orientation int) (sx, sy int) {
	switch orientation {
	case 2: // mirrored
		return w - 1 - x, y
	case 3: // upside down
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6: // to be turned clockwise
		return y, w - 1 - x
	case 7:
		return h - 1 - y, w - 1 - x
	case 8: // to be turned counterclockwise
		return h - 1 - y, x
	}
	return x, y
}
