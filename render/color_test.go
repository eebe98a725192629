package render

import (
	"maps"
	"slices"
	"testing"
)

func TestContrast(t *testing.T) {
	if r := Color(0).Contrast(0xFFFFFF); r < 20.99 || r > 21.01 {
		t.Errorf("black on white is %v", r)
	}
	if r := Color(0x777777).Contrast(0xFFFFFF); r < 4.47 || r > 4.48 {
		t.Errorf("#777777 on white is %v, want 4.48", r)
	}
}

func TestTint(t *testing.T) {
	for color, want := range map[Color]string{0x000000: "#e8e8e8", 0xFFFFFF: "#ffffff", 0x0B5563: "#e9f0f1"} {
		if got := color.Tint().Hex(); got != want {
			t.Errorf("the tint of %s is %s, want %s", color.Hex(), got, want)
		}
	}
}

// TestTextCanBeReadWhereverItStands holds every text colour against the paper
// and every fill. Headings and covers stand on the paper too, so no text is
// left out; links are set in the accent, whatever the style around them.
func TestTextCanBeReadWhereverItStands(t *testing.T) {
	theme := DefaultTheme()
	grounds := theme.Grounds()
	if len(grounds) < 7 {
		t.Fatalf("only %q are grounds; fills end in -fill", grounds)
	}
	check := func(what, ink string, least float64) {
		for _, ground := range grounds {
			if r := theme.Color(ink).Contrast(theme.Color(ground)); r < least {
				t.Errorf("%s: %s on %s has a contrast of %.2f, less than %.1f", what, ink, ground, r, least)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(theme.Text)) {
		least := TextContrast
		if style := theme.Text[name]; style.Size.Len() >= LargeText {
			least = LargeContrast
		}
		check(name, theme.Text[name].Color, least)
	}
	check("links", accentName, TextContrast)
	check("exceptions", "exception", TextContrast)
	if r, ground := theme.AccentContrast(theme.Accent()); r < TextContrast {
		t.Errorf("the accent on %s has a contrast of %.2f", ground.Hex(), r)
	}
}
