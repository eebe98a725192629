package render

import "testing"

func TestAnotherAccentIsAnotherTheme(t *testing.T) {
	theme := DefaultTheme()
	was := theme.Accent()
	changed := theme.WithAccent(0x6D1A36)
	if theme.Accent() != was || changed.Accent() != 0x6D1A36 {
		t.Errorf("the accent was %s and is %s; the other theme's is %s", was.Hex(), theme.Accent().Hex(), changed.Accent().Hex())
	}
	if changed.Color("ink") != theme.Color("ink") || len(changed.Text) != len(theme.Text) {
		t.Error("more than the accent differs")
	}
}

func TestAccentIsComparedWithAllItStandsOn(t *testing.T) {
	theme := DefaultTheme()
	const barelyOnWhite Color = 0x767676 // 4.54 on white
	if r, ground := theme.AccentContrast(barelyOnWhite); r >= TextContrast || ground == 0xFFFFFF {
		t.Errorf("the least contrast is %.2f on %s", r, ground.Hex())
	}
}

func TestReadableAccentIsTheFirstShadeThatPasses(t *testing.T) {
	theme := DefaultTheme()
	for _, accent := range []Color{0x0B5563, 0x000000, 0xFFFFFF, 0xFFD400, 0xFF0000, 0x00FF00, 0x7FB5C0, 0x767676, 0x0000FF} {
		shade := theme.ReadableAccent(accent)
		if r, ground := theme.AccentContrast(shade); r < TextContrast {
			t.Errorf("%s: shade %s has %.2f on %s", accent.Hex(), shade.Hex(), r, ground.Hex())
		}
		if r, _ := theme.AccentContrast(accent); r >= TextContrast && shade != accent {
			t.Errorf("%s can be read, but becomes %s", accent.Hex(), shade.Hex())
		}
	}
	if shade := theme.ReadableAccent(0x7FB5C0); shade != 0x51747B {
		t.Errorf("the shade of #7fb5c0 is %s", shade.Hex())
	}
}
