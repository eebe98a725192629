package load

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"

	"github.com/socdraft/socdraft/content/diag"
)

// shaded returns a picture of 40 x 30 pixels; with alpha, half of it is
// transparent.
func shaded(into draw.Image, alpha uint8) draw.Image {
	for y := range into.Bounds().Dy() {
		for x := range into.Bounds().Dx() {
			a := uint8(255)
			if x%2 == 0 {
				a = alpha
			}
			into.Set(x, y, color.NRGBA{uint8(6 * x), uint8(8 * y), 90, a})
		}
	}
	return into
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withHeader returns a PNG whose header has other bytes from an offset on.
func withHeader(data []byte, at int, bytesOf ...byte) []byte {
	data = bytes.Clone(data)
	header := data[12:33] // type, fields and checksum of the first chunk
	copy(header[4+at:], bytesOf)
	binary.BigEndian.PutUint32(header[17:], crc32.ChecksumIEEE(header[:17]))
	return data
}

var canvas = image.Rect(0, 0, 40, 30)

func TestImagesAreMadeEmbeddable(t *testing.T) {
	clear := color.Palette{color.Transparent, color.Black, color.White}
	dot := image.Rect(0, 0, 1, 1)
	whole := pngOf(t, shaded(image.NewNRGBA(canvas), 255))
	cases := []struct {
		name   string
		data   []byte
		format string
		asIs   bool
	}{
		{"opaque", pngOf(t, shaded(image.NewNRGBA(canvas), 255)), "png", true},
		{"gray", pngOf(t, shaded(image.NewGray(canvas), 255)), "png", true},
		{"palette", pngOf(t, shaded(image.NewPaletted(canvas, clear[1:]), 255)), "png", true},
		{"transparent", pngOf(t, shaded(image.NewNRGBA(canvas), 100)), "png", false},
		{"transparent palette", pngOf(t, shaded(image.NewPaletted(canvas, clear), 0)), "png", false},
		{"16 bits", pngOf(t, shaded(image.NewNRGBA64(canvas), 255)), "png", false},
		{"16 bits of gray", pngOf(t, shaded(image.NewGray16(canvas), 255)), "png", false},
		{"interlaced", withHeader(pngOf(t, shaded(image.NewNRGBA(dot), 255)), 12, 1), "png", false},
		{"gray with transparency", fixture(t, "gray-alpha.png"), "png", false},
		{"interlaced with transparency", fixture(t, "interlaced.png"), "png", false},
		{"with an author", withChunk(whole, "tEXt", "Author\x00Somebody"), "png", false},
		{"with an empty chunk", withChunk(whole, "IDAT", ""), "png", false},
		{"color JPEG", jpegOf(t, shaded(image.NewNRGBA(canvas), 255)), "jpeg", true},
		{"gray JPEG", jpegOf(t, shaded(image.NewGray(canvas), 255)), "jpeg", true},
		{"progressive JPEG", withoutSegment(fixture(t, "progressive.jpg"), 0xE0), "jpeg", true},
		{"JPEG with a comment", withSegment(jpegOf(t, shaded(image.NewNRGBA(canvas), 255)), 0xFE, "by somebody"), "jpeg", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			project := withFiles("description/overview.md", "![Alt](a.png \"Caption\")\n", "description/a.png", string(c.data))
			result, list := load(t, project)
			got := result.Images["description/a.png"]
			if list.Len() > 0 || got.Format != c.format {
				t.Fatalf("format %q, findings:\n%s", got.Format, show(list))
			}
			if bytes.Equal(got.Data, c.data) != c.asIs {
				t.Errorf("embedded as it is: %v, want %v", !c.asIs, c.asIs)
			}
			if c.format == "png" {
				if again, ok := plainPNG(got.Data); !ok || !bytes.Equal(again, got.Data) {
					t.Error("not embeddable")
				}
			}
			if bytes.Contains(got.Data, []byte("omebody")) {
				t.Error("the image tells who made it")
			}
			checkShown(t, got, c.data)
			pdf := fpdf.New("P", "pt", "Letter", "")
			pdf.RegisterImageOptionsReader("a", fpdf.ImageOptions{ImageType: got.Format}, bytes.NewReader(got.Data))
			if err := pdf.Error(); err != nil {
				t.Error(err)
			}
		})
	}
}

// checkShown demands the size and the colors of the original on white.
func checkShown(t *testing.T, got Image, original []byte) {
	t.Helper()
	want, _, err := image.Decode(bytes.NewReader(original))
	if err != nil {
		t.Fatal(err)
	}
	shown, _, err := image.Decode(bytes.NewReader(got.Data))
	if err != nil {
		t.Fatal(err)
	}
	if size := want.Bounds().Size(); shown.Bounds().Size() != size || size != image.Pt(got.Width, got.Height) {
		t.Fatalf("size %v, %d x %d, want %v", shown.Bounds(), got.Width, got.Height, size)
	}
	onWhite := image.NewRGBA(want.Bounds())
	draw.Draw(onWhite, onWhite.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(onWhite, onWhite.Rect, want, image.Point{}, draw.Over)
	for y := range got.Height {
		for x := range got.Width {
			r, g, b, _ := onWhite.At(x, y).RGBA()
			r2, g2, b2, a := shown.At(x, y).RGBA()
			if r>>8 != r2>>8 || g>>8 != g2>>8 || b>>8 != b2>>8 || a != 0xffff {
				t.Fatalf("pixel %d, %d is %v, want %v", x, y, shown.At(x, y), onWhite.At(x, y))
			}
		}
	}
}

func TestImagesThatCannotBeShownAreFindings(t *testing.T) {
	whole := pngOf(t, shaded(image.NewNRGBA(canvas), 255))
	var moving bytes.Buffer
	if err := gif.Encode(&moving, shaded(image.NewPaletted(canvas, color.Palette{color.Black, color.White}), 255), nil); err != nil {
		t.Fatal(err)
	}
	huge := []byte{0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60} // 60,000 x 60,000
	cases := []struct {
		name string
		data []byte
		want string
	}{
		{"huge", withHeader(whole, 0, huge...), `error[oversize-image]: image "description/a.png" has 60000 x 60000 pixels`},
		{"wide", withHeader(whole, 0, 0, 0, 0x4e, 0x21, 0, 0, 0, 1), `error[oversize-image]: image "description/a.png" has 20001 x 1 pixels`},
		{"cut", whole[:len(whole)-30], `error[broken-image]: image "description/a.png" is damaged`},
		{"header only", whole[:12], `error[broken-image]`},
		{"GIF", moving.Bytes(), `error[unsupported-image]: image "description/a.png" is neither PNG nor JPEG`},
		{"too many bytes", append(bytes.Clone(whole), make([]byte, maxImage)...), `error[too-large]: file "description/a.png" is larger than the 20 MiB`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := findingsOf(t, withFiles("description/overview.md", "![Alt](a.png \"Caption\")\n", "description/a.png", string(c.data)))
			if !strings.HasPrefix(got, "description/overview.md:1:1: "+c.want) {
				t.Error(got)
			}
			if strings.Contains(got, "not loaded") {
				t.Error("a missing picture hides no text")
			}
		})
	}
}

// withChunk returns a PNG with a chunk more before its pixels.
func withChunk(data []byte, kind, payload string) []byte {
	const header = 33 // signature and first chunk
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(payload)))
	chunk = append(chunk, kind+payload...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return slices.Concat(data[:header], chunk, data[header:])
}

func TestACutPNGIsNotPlain(t *testing.T) {
	whole := pngOf(t, shaded(image.NewNRGBA(canvas), 255))
	for _, size := range []int{0, 8, 28, 33, 40, len(whole) - 12, len(whole) - 1} {
		if _, ok := plainPNG(whole[:size]); ok {
			t.Errorf("%d bytes are plain", size)
		}
	}
}

// The images of a project share a limit, so that many small files cannot ask
// for hours of decoding.
func TestImagesOfAProjectShareALimit(t *testing.T) {
	var list diag.List
	l := &loader{list: &list}
	for i := range maxAllPixels / maxPixels {
		if !l.affordable("a.png", image.Config{Width: 5_000, Height: maxPixels / 5_000}, diag.Span{}) {
			t.Fatalf("image %d is too much", i)
		}
	}
	if l.affordable("b.png", image.Config{Width: 1, Height: 1}, diag.Span{}) || list.Len() != 1 {
		t.Errorf("there is no limit; findings:\n%s", show(&list))
	}
}

func TestWhatNoDecoderReadsIsNotCalledDamaged(t *testing.T) {
	lossless := bytes.Replace(jpegOf(t, shaded(image.NewGray(canvas), 255)), []byte{0xFF, 0xC0}, []byte{0xFF, 0xC3}, 1)
	got := findingsOf(t, withFiles("description/overview.md", "![Alt](a.jpg \"Caption\")\n", "description/a.jpg", string(lossless)))
	if !strings.HasPrefix(got, `description/overview.md:1:1: error[unsupported-image]: image "description/a.jpg" is of a kind that is not read`) {
		t.Error(got)
	}
}
