package render

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Color is red, green and blue, a byte each: 0xRRGGBB.
type Color uint32

// ParseColor reads "#0b5563".
func ParseColor(text string) (Color, error) {
	n, err := strconv.ParseUint(strings.TrimPrefix(text, "#"), 16, 32)
	if err != nil || len(text) != len("#rrggbb") || text[0] != '#' {
		return 0, fmt.Errorf("%q is no colour of the form #rrggbb", text)
	}
	return Color(n), nil
}

// UnmarshalJSON reads "#0b5563".
func (c *Color) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	color, err := ParseColor(text)
	*c = color
	return err
}

// RGB returns the red, green and blue of the colour, 0 to 255.
func (c Color) RGB() (r, g, b uint8) { return uint8(c >> 16), uint8(c >> 8), uint8(c) }

// Hex returns the colour as "#0b5563".
func (c Color) Hex() string { return fmt.Sprintf("#%06x", uint32(c)) }

// The contrast that text needs with what it stands on, WCAG 2's level AA.
const (
	TextContrast  = 4.5
	LargeContrast = 3.0 // from LargeText on
	LargeText     = 18 * Point
)

// Contrast returns the contrast ratio of two colours as WCAG 2 defines it, 1
// to 21.
func (c Color) Contrast(other Color) float64 {
	a, b := c.luminance(), other.luminance()
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func (c Color) luminance() float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b := c.RGB()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// Tint returns the pale fill that goes with the colour.
func (c Color) Tint() Color { return c.mix(0xFFFFFF, 91) }

// mix returns the colour with the given percentage of another in it.
func (c Color) mix(other Color, percent int) Color {
	part := func(from, to uint8) Color {
		return Color((int(from)*(100-percent) + int(to)*percent + 50) / 100)
	}
	r, g, b := c.RGB()
	r2, g2, b2 := other.RGB()
	return part(r, r2)<<16 | part(g, g2)<<8 | part(b, b2)
}
