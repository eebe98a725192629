package diagram

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/render/font"
)

// SVG returns the scene as a picture that stands alone, one unit of it a
// point. Its text is text, and its description says every edge.
func (s *Scene) SVG() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%[2]spt" viewBox="0 0 %[1]s %[2]s" role="img"`,
		points(s.Width), points(s.Height))
	b.WriteString(` font-family="'Source Sans 3','Source Sans Pro',sans-serif" xml:space="preserve" stroke-linejoin="round">` + "\n")
	if s.Title != "" {
		fmt.Fprintf(&b, "<title>%s</title>\n", escaped(s.Title))
	}
	if words := strings.TrimSpace(s.Description + "\n" + strings.Join(s.said, "\n")); words != "" {
		fmt.Fprintf(&b, "<desc>%s</desc>\n", escaped(words))
	}
	for i := range s.Marks {
		s.Marks[i].svg(&b)
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

func (m *Mark) svg(b *bytes.Buffer) {
	if m.Kind == Text {
		fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s" fill="%s"`, points(m.X), points(m.Y), points(m.Size), m.Color.Hex())
		switch m.Face {
		case font.Semibold:
			b.WriteString(` font-weight="600"`)
		case font.Italic:
			b.WriteString(` font-style="italic"`)
		case font.SemiboldItalic:
			b.WriteString(` font-weight="600" font-style="italic"`)
		case font.Mono:
			b.WriteString(` font-family="'Liberation Mono',monospace"`)
		}
		fmt.Fprintf(b, ">%s</text>\n", escaped(m.Text))
		return
	}
	b.WriteString(`<path d="`)
	for i, p := range m.Points {
		op := byte('L')
		if i == 0 {
			op = 'M'
		}
		fmt.Fprintf(b, "%c%s %s", op, points(p.X), points(p.Y))
	}
	if m.Kind == Polygon {
		b.WriteByte('Z')
	}
	switch {
	case m.Stroke == 0:
		fmt.Fprintf(b, `" fill="%s"/>`+"\n", m.Color.Hex())
	case m.Dash > 0:
		fmt.Fprintf(b, `" fill="none" stroke="%s" stroke-width="%s" stroke-dasharray="%s"/>`+"\n", m.Color.Hex(), points(m.Stroke), points(m.Dash))
	default:
		fmt.Fprintf(b, `" fill="none" stroke="%s" stroke-width="%s"/>`+"\n", m.Color.Hex(), points(m.Stroke))
	}
}

// points writes a length in points.
func points(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	text := fmt.Sprintf("%s%d.%03d", sign, n/1000, n%1000)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder takes everything
	return b.String()
}
