package load

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
)

// embedJPEG returns a JPEG as it can be embedded: upright, since readers of a
// PDF do not know how the camera was held, and in colors that PDF shows as
// they are. CMYK is mostly stored inverted, which PDF does not undo.
func embedJPEG(data []byte, config image.Config, decoded image.Image) Image {
	made := Image{Format: "jpeg", Width: config.Width, Height: config.Height}
	plain, orientation, ok := plainJPEG(data)
	usual := config.ColorModel == color.YCbCrModel || config.ColorModel == color.GrayModel
	if ok && usual && orientation == upright {
		made.Data = plain
		return made
	}
	turned := turn(onWhite(decoded), orientation)
	made.Data, made.Width, made.Height = encodeJPEG(turned), turned.Bounds().Dx(), turned.Bounds().Dy()
	return made
}

// The markers of a JPEG that matter here.
const (
	startOfImage = 0xD8
	endOfImage   = 0xD9
	startOfScan  = 0xDA
	app0         = 0xE0 // JFIF
	app1         = 0xE1 // Exif and XMP
	app14        = 0xEE // Adobe: which colors
	app15        = 0xEF
	comment      = 0xFE
)

// plainJPEG returns a JPEG without what cannot be seen, such as where and by
// whom a photograph was taken, and how it is to be turned. It is not ok where
// the data are put together in an unusual way.
func plainJPEG(data []byte) (plain []byte, orientation int, ok bool) {
	orientation = upright
	plain = append(make([]byte, 0, len(data)), 0xFF, startOfImage)
	for rest := data[2:]; len(rest) >= 2 && rest[0] == 0xFF; {
		marker := rest[1]
		if marker == endOfImage {
			return append(plain, 0xFF, endOfImage), orientation, true
		}
		if len(rest) < 4 || marker < 0xC0 || marker >= 0xD0 && marker <= startOfImage || marker == 0xFF {
			break
		}
		size := 2 + int(binary.BigEndian.Uint16(rest[2:]))
		if marker == startOfScan {
			size += scanned(rest[min(size, len(rest)):])
		}
		if size < 4 || size > len(rest) {
			break
		}
		segment := rest[:size]
		switch {
		case marker == app0:
			plain = append(plain, withoutThumbnail(segment)...)
		case marker == app1 && orientation == upright:
			orientation = exifOrientation(segment[4:])
		case marker > app0 && marker <= app15 && marker != app14, marker == comment:
		default:
			plain = append(plain, segment...)
		}
		rest = rest[size:]
	}
	return nil, orientation, false
}

// scanned returns the length of the data of a scan, up to the marker that
// ends it.
func scanned(data []byte) int {
	for at := 0; ; {
		next := bytes.IndexByte(data[at:], 0xFF)
		if next < 0 || at+next+1 >= len(data) {
			return len(data)
		}
		at += next
		if b := data[at+1]; b != 0 && (b < 0xD0 || b > 0xD7) { // neither a stuffed byte nor a restart
			return at
		}
		at += 2
	}
}

// withoutThumbnail returns an APP0 segment of JFIF without its thumbnail, and
// none where it is of another kind.
func withoutThumbnail(segment []byte) []byte {
	const size = 18 // with the marker
	if len(segment) < size || string(segment[4:9]) != "JFIF\x00" {
		return nil
	}
	plain := bytes.Clone(segment[:size])
	plain[2], plain[3], plain[16], plain[17] = 0, size-2, 0, 0
	return plain
}
