package font

import "testing"

func TestEmbeddedFontsHaveWhatReportsNeed(t *testing.T) {
	s := Embedded()
	for f := range Faces {
		x := s.Font(f)
		if x.Ascent <= 0 || x.Descent >= 0 || x.CapHeight < 500 || x.XHeight < 400 {
			t.Errorf("%v: verticals %d %d %d %d", f, x.Ascent, x.Descent, x.CapHeight, x.XHeight)
		}
		for _, r := range "AZaz09–—‘’“”…®™§•□é" {
			if !x.Has(r) || x.Width(r) == 0 {
				t.Errorf("%v lacks %q", f, r)
			}
		}
		for r := '0'; r <= '9'; r++ {
			if x.Width(r) != x.Width('0') {
				t.Errorf("%v: the figure %c is not as wide as 0", f, r)
			}
		}
	}
}

func TestKerning(t *testing.T) {
	f := Embedded().Font(Regular)
	if f.Kern('T', 'o') >= 0 || f.Kern('A', 'V') >= 0 {
		t.Errorf("To %d, AV %d: want less than 0", f.Kern('T', 'o'), f.Kern('A', 'V'))
	}
	if k := f.Kern('1', '1'); k != 0 {
		t.Errorf("figures are kerned by %d", k)
	}
	if k := f.Kern('漢', 'V'); k != 0 {
		t.Errorf("a rune without pairs is kerned by %d", k)
	}
}

func TestFindFallsBackToAnotherFace(t *testing.T) {
	s := Embedded()
	if f, ok := s.Find(Regular, '─'); !ok || f != Mono {
		t.Errorf("box drawing comes from %v, %v", f, ok)
	}
	if f, ok := s.Find(Regular, '漢'); ok || f != Regular {
		t.Errorf("found a glyph for 漢 in %v", f)
	}
	if _, ok := s.Find(Regular, 0x1F600); ok {
		t.Error("found a glyph above the basic plane")
	}
}

func TestParseRefusesDamage(t *testing.T) {
	data := Embedded().Font(Mono).Data
	for _, n := range []int{0, 3, 11, 12, 100, 1000, len(data) / 2} {
		if _, err := Parse("cut", data[:n]); err == nil {
			t.Errorf("a file cut at %d bytes was read", n)
		}
	}
	for at := 12; at < 4000; at += 7 { // damage anywhere may be an error but no panic
		bad := append([]byte(nil), data[:min(len(data), 60000)]...)
		bad[at] ^= 0xFF
		_, _ = Parse("bad", bad)
	}
}

func FuzzParse(f *testing.F) {
	data := Embedded().Font(Mono).Data
	f.Add(data[:4000])
	f.Fuzz(func(t *testing.T, data []byte) {
		if font, err := Parse("fuzz", data); err == nil {
			_ = font.Width('A') + font.Kern('A', 'V')
		}
	})
}

func BenchmarkParse(b *testing.B) {
	data := Embedded().Font(Regular).Data
	for b.Loop() {
		if _, err := Parse("x", data); err != nil {
			b.Fatal(err)
		}
	}
}
