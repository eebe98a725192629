package load

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"testing"
)

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/images/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// withSegment returns a JPEG with a segment more at its start.
func withSegment(data []byte, marker byte, payload string) []byte {
	segment := binary.BigEndian.AppendUint16([]byte{0xFF, marker}, uint16(2+len(payload)))
	return bytes.Join([][]byte{data[:2], segment, []byte(payload), data[2:]}, nil)
}

// withoutSegment returns a JPEG without the segment it begins with.
func withoutSegment(data []byte, marker byte) []byte {
	if data[3] != marker {
		panic("another segment comes first")
	}
	return append([]byte{0xFF, 0xD8}, data[4+binary.BigEndian.Uint16(data[4:]):]...)
}

// exif is the payload of an APP1 segment with an orientation, in either order
// of bytes, after another entry.
func exif(order binary.ByteOrder, orientation uint16) string {
	tiff := []byte("MM\x00*\x00\x00\x00\x08")
	if order == binary.LittleEndian {
		tiff = []byte("II*\x00\x08\x00\x00\x00")
	}
	ifd := make([]byte, 2+2*12+4)
	order.PutUint16(ifd, 2)
	order.PutUint16(ifd[2:], 0x0100) // width
	order.PutUint16(ifd[4:], 3)
	order.PutUint32(ifd[6:], 1)
	order.PutUint16(ifd[14:], 0x0112)
	order.PutUint16(ifd[16:], 3)
	order.PutUint32(ifd[18:], 1)
	order.PutUint16(ifd[22:], orientation)
	return "Exif\x00\x00" + string(tiff) + string(ifd) + "GPS of a data center"
}

// quarters is a picture of four colors: red and green above blue and black.
func quarters(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, [2][2]color.RGBA{{red, green}, {blue, black}}[2*y/h][2*x/w])
		}
	}
	return img
}

var (
	red, green  = color.RGBA{200, 0, 0, 255}, color.RGBA{0, 200, 0, 255}
	blue, black = color.RGBA{0, 0, 200, 255}, color.RGBA{0, 0, 0, 255}
)

// corner returns which of the four colors stands in a quarter of a picture.
func corner(img image.Image, right, below int) color.RGBA {
	size := img.Bounds().Size()
	r, g, b, _ := img.At(size.X/4+right*size.X/2, size.Y/4+below*size.Y/2).RGBA()
	is := func(v uint32) uint8 {
		if v > 0x6000 {
			return 200
		}
		return 0
	}
	return color.RGBA{is(r), is(g), is(b), 255}
}

func TestPhotographsAreShownUpright(t *testing.T) {
	want := map[uint16][4]color.RGBA{ // upper left, upper right, lower left, lower right
		1: {red, green, blue, black},
		2: {green, red, black, blue},
		3: {black, blue, green, red},
		4: {blue, black, red, green},
		5: {red, blue, green, black},
		6: {blue, red, black, green},
		7: {black, green, blue, red},
		8: {green, black, red, blue},
		9: {red, green, blue, black}, // no orientation at all
	}
	original := jpegOf(t, quarters(64, 32))
	for orientation, colors := range want {
		for _, order := range []binary.ByteOrder{binary.BigEndian, binary.LittleEndian} {
			data := withSegment(original, 0xE1, exif(order, orientation))
			got, img := embedded(t, data)
			w, h := 64, 32
			if orientation >= 5 && orientation <= 8 {
				w, h = h, w
			}
			if got.Width != w || got.Height != h || img.Bounds().Size() != image.Pt(w, h) {
				t.Errorf("%d: %d x %d, %v", orientation, got.Width, got.Height, img.Bounds())
			}
			for i, c := range colors {
				if shown := corner(img, i%2, i/2); shown != c {
					t.Errorf("%d: corner %d is %v, want %v", orientation, i, shown, c)
				}
			}
			if bytes.Contains(got.Data, []byte("GPS")) {
				t.Errorf("%d: the image tells where it was taken", orientation)
			}
		}
	}
}

// embedded loads a project with the figure and decodes what would be embedded.
func embedded(t *testing.T, data []byte) (Image, image.Image) {
	t.Helper()
	result, list := load(t, withFiles("description/overview.md", "![Alt](a.jpg \"Caption\")\n", "description/a.jpg", string(data)))
	if list.Len() > 0 {
		t.Fatal(show(list))
	}
	got := result.Images["description/a.jpg"]
	img, err := jpeg.Decode(bytes.NewReader(got.Data))
	if err != nil {
		t.Fatal(err)
	}
	if _, orientation, ok := plainJPEG(got.Data); !ok || orientation != upright {
		t.Error("what is embedded is not plain")
	}
	return got, img
}

// The colors of a JPEG for print are mostly stored inverted.
func TestColorsOfPrintBecomeThoseOfAScreen(t *testing.T) {
	got, img := embedded(t, fixture(t, "cmyk.jpg"))
	if m := img.ColorModel(); m != color.YCbCrModel || got.Width != 16 || got.Height != 8 {
		t.Errorf("%d x %d, %v", got.Width, got.Height, m)
	}
	if left, right := corner(img, 0, 0), corner(img, 1, 0); left != red || right != blue {
		t.Errorf("left %v, right %v", left, right)
	}
}

// What is left out changes no pixel.
func TestPlainJPEGShowsTheSame(t *testing.T) {
	progressive := fixture(t, "progressive.jpg") // with JFIF
	thumbnail := withSegment(jpegOf(t, quarters(64, 32)), 0xE0, "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x01\x01\x80\x80\x80")
	for name, data := range map[string][]byte{
		"progressive": progressive,
		"thumbnail":   thumbnail,
		"two images":  append(bytes.Clone(progressive), progressive...),
		"XMP, ICC":    withSegment(withSegment(progressive, 0xE1, "http://ns.adobe.com/xap/1.0/\x00<x/>"), 0xE2, "ICC_PROFILE\x00"),
	} {
		got, img := embedded(t, data)
		want, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Data) >= len(data) && name != "progressive" {
			t.Errorf("%s: nothing was left out", name)
		}
		for i := range img.Bounds().Dx() * img.Bounds().Dy() {
			x, y := i%img.Bounds().Dx(), i/img.Bounds().Dx()
			if img.At(x, y) != want.At(x, y) {
				t.Fatalf("%s: pixel %d, %d is %v, want %v", name, x, y, img.At(x, y), want.At(x, y))
			}
		}
	}
}

func TestDamagedExifIsUpright(t *testing.T) {
	whole := exif(binary.BigEndian, 6)
	if exifOrientation([]byte(whole)) != 6 {
		t.Fatal("the whole one is not read")
	}
	for size := range len("Exif\x00\x00") + 8 + 2 + 2*12 {
		if got := exifOrientation([]byte(whole[:size])); got != upright {
			t.Errorf("%d bytes: %d", size, got)
		}
	}
	far := []byte(whole)
	binary.BigEndian.PutUint32(far[10:], 0xFFFFFFFF)
	if got := exifOrientation(far); got != upright {
		t.Errorf("beyond its end: %d", got)
	}
}

// Whatever the bytes, walking them ends within them.
func FuzzPlainJPEG(f *testing.F) {
	for _, name := range []string{"cmyk.jpg", "progressive.jpg"} {
		f.Add(fixture(f, name))
	}
	f.Add(withSegment(jpegOf(f, quarters(8, 8)), 0xE1, exif(binary.LittleEndian, 3)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if formatOf(data) != "jpeg" {
			return
		}
		plain, orientation, ok := plainJPEG(data)
		if orientation < 1 || orientation > 8 || ok && len(plain) > len(data) {
			t.Errorf("%d bytes of %d, orientation %d", len(plain), len(data), orientation)
		}
	})
}
