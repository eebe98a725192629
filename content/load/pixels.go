package load

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
)

// pixels are an *image.Gray or an *image.RGBA without transparency that starts
// at 0, 0.
type pixels interface{ draw.Image }

// onWhite lays an image on white, with 8 bits a color.
func onWhite(img image.Image) pixels {
	bounds := image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy())
	var flat draw.Image = image.NewRGBA(bounds)
	if m := img.ColorModel(); m == color.GrayModel || m == color.Gray16Model {
		flat = image.NewGray(bounds)
	}
	draw.Draw(flat, bounds, image.White, image.Point{}, draw.Src)
	draw.Draw(flat, bounds, img, img.Bounds().Min, draw.Over)
	return flat
}

func encodePNG(img pixels) []byte {
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&out, img); err != nil {
		panic(err) // a bytes.Buffer takes everything
	}
	return out.Bytes()
}

// encodeJPEG stores a photograph again, in a quality that shows no difference.
func encodeJPEG(img pixels) []byte {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 95}); err != nil {
		panic(err) // a bytes.Buffer takes everything
	}
	return out.Bytes()
}
