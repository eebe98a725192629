package load

import (
	"bytes"
	"image"
	"image/png"
	"regexp"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// branding reads [branding]: paper, accent (#rrggbb), logo (path of a PNG).
func (t *table) branding() content.Branding {
	return content.Branding{
		Paper:  t.Choice("paper", "letter", "a4"),
		Accent: t.color("accent"),
		Logo:   t.Text("logo"),
	}
}

var (
	colorForm   = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	bareColor   = regexp.MustCompile(`^[0-9a-fA-F]{6}$`)
	shortColor  = regexp.MustCompile(`^#?([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])$`)
	shortDouble = "#$1$1$2$2$3$3"
)

// color returns the key's color, zero where it has another form.
func (t *table) color(key string) content.Text {
	text := t.Text(key)
	if text.Value == "" || colorForm.MatchString(text.Value) {
		return text
	}
	f := t.l.list.Add(MalformedColor, text.Span, "%q must be a color of the form #rrggbb, not %q", key, text.Value)
	switch {
	case bareColor.MatchString(text.Value):
		f.Suggest("write it with the number sign: %q", "#"+text.Value)
	case shortColor.MatchString(text.Value):
		f.Suggest("write it with six digits: %q", shortColor.ReplaceAllString(text.Value, shortDouble))
	default:
		f.Suggest("write red, green and blue as two hexadecimal digits each, such as %q", "#0b5563")
	}
	return content.Text{}
}

// readLogo reads the image of the logo. A logo that cannot be shown is
// reported and taken out, so that the name stands alone.
func (l *loader) readLogo() {
	authored := l.e.Branding.Logo
	l.e.Branding.Logo = content.Text{}
	name, ok := l.within("", authored)
	if !ok {
		return
	}
	data, ok := l.imageFile(name, authored.Span)
	if !ok || !l.isLogo(name, data, authored.Span) || !l.addImage(name, data, authored.Span) {
		return
	}
	if img, err := png.Decode(bytes.NewReader(l.images[name].Data)); err != nil || !visible(img) {
		l.list.Add(InvisibleLogo, authored.Span, "logo %q cannot be seen on the white paper of the covers", name).
			Suggest("use the logo that is made for light backgrounds")
		return
	}
	l.e.Branding.Logo = whole(name, authored.Span)
}

// visible reports whether any pixel of an image differs from white by more than
// a tenth.
func visible(img image.Image) bool {
	const pale = 0xFFFF * 9 / 10
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if r, g, b, _ := img.At(x, y).RGBA(); min(r, g, b) < pale {
				return true
			}
		}
	}
	return false
}

// isLogo reports whether data are those of a PNG, whatever the file's name.
func (l *loader) isLogo(name string, data []byte, where diag.Span) bool {
	if formatOf(data) == "png" {
		return true
	}
	l.list.Add(UnsupportedImage, where, "logo %q is not a PNG file", name).
		Suggest("save the logo as PNG from the program that made it; another ending of the name does not do it")
	return false
}
