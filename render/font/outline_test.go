package font

import "testing"

func TestOutlineHasTheShapeOfItsLetters(t *testing.T) {
	f := Embedded().Font(Semibold)
	for text, contours := range map[string]int{"D": 2, "R": 2, "A": 2, "F": 1, "T": 1, "DRAFT": 8, " ": 0, "8": 3} {
		o, ok := f.Outline(text)
		if !ok {
			t.Errorf("%q has no outline", text)
			continue
		}
		found := 0
		for _, s := range o.Segments {
			if s.Op == MoveTo {
				found++
			}
			for _, p := range []Point{s.From, s.Into, s.To} {
				if p.X < -10 || p.X > o.Advance+10 || p.Y < -250 || p.Y > 800 {
					t.Errorf("%q reaches %d, %d; it is %d wide", text, p.X, p.Y, o.Advance)
				}
			}
		}
		if found != contours {
			t.Errorf("%q has %d contours, want %d", text, found, contours)
		}
	}
}

func TestOutlineIsAboutAsHighAsCapitals(t *testing.T) {
	f := Embedded().Font(Semibold)
	o, _ := f.Outline("T")
	top := 0
	for _, s := range o.Segments {
		top = max(top, s.To.Y)
	}
	if top < f.CapHeight-10 || top > f.CapHeight+10 {
		t.Errorf("T is %d high, capitals are %d", top, f.CapHeight)
	}
}

func TestOutlineIsAsWideAsItsText(t *testing.T) {
	f := Embedded().Font(Semibold)
	o, _ := f.Outline("AT")
	if want := f.Width('A') + f.Kern('A', 'T') + f.Width('T'); o.Advance != want {
		t.Errorf("AT is %d wide, want %d", o.Advance, want)
	}
}

func TestOutlineOfWhatHasNone(t *testing.T) {
	if _, ok := Embedded().Font(Regular).Outline("漢"); ok {
		t.Error("a rune without a glyph has an outline")
	}
	if _, ok := Fixed(500).Font(Regular).Outline("D"); ok {
		t.Error("a font without a file has an outline")
	}
}

// A damaged file must not stop the program: every cut of a glyph, and every
// byte of it changed, gives an outline or none.
func TestOutlineOfADamagedGlyph(t *testing.T) {
	f := Embedded().Font(Semibold)
	tables, err := directory(f.Data)
	if err != nil {
		t.Fatal(err)
	}
	glyph := glyphData(tables, int(f.glyphs['R']))
	for n := range glyph {
		var o Outline
		o.add(glyph[:n], 1000)
		for _, b := range []byte{0, 0x7F, 0x80, 0xFF} {
			bad := append(table(nil), glyph...)
			bad[n] = b
			var o Outline
			o.add(bad, 1000)
		}
	}
}
