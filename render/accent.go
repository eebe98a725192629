package render

import (
	"maps"
	"slices"
	"strings"
)

// accentName is the accent's name among a theme's colours.
const accentName = "accent"

// Accent returns the colour of links, small heads and table heads.
func (t *Theme) Accent() Color { return t.Color(accentName) }

// WithAccent returns the theme with another accent and leaves t as it is.
func (t *Theme) WithAccent(accent Color) *Theme {
	changed := *t
	changed.Colors = maps.Clone(t.Colors)
	changed.Colors[accentName] = accent
	return &changed
}

// Grounds returns the colours that text can stand on, by name: the paper and
// every fill, that of a watermark too.
func (t *Theme) Grounds() []string {
	names := []string{"white"}
	for _, name := range slices.Sorted(maps.Keys(t.Colors)) {
		if strings.HasSuffix(name, "-fill") {
			names = append(names, name)
		}
	}
	return names
}

// AccentContrast returns the least contrast that text in an accent would have,
// and with what: links stand on the paper and on every fill, the workbook's
// bands on the accent's own tint. White on the accent is the same as the
// accent on white.
func (t *Theme) AccentContrast(accent Color) (ratio float64, ground Color) {
	ground = accent.Tint()
	ratio = accent.Contrast(ground)
	for _, name := range t.Grounds() {
		if r := accent.Contrast(t.Color(name)); r < ratio {
			ratio, ground = r, t.Color(name)
		}
	}
	return ratio, ground
}

// ReadableAccent returns the lightest shade of an accent, the accent itself
// first, that text can be set in on every ground.
func (t *Theme) ReadableAccent(accent Color) Color {
	for percent := range 100 {
		shade := accent.mix(0, percent)
		if ratio, _ := t.AccentContrast(shade); ratio >= TextContrast {
			return shade
		}
	}
	return 0
}
