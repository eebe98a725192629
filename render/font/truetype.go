package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A Font is what layout knows of one typeface. Lengths are in thousandths of
// an em.
type Font struct {
	Name      string // PostScript name: "SourceSans3-Regular"
	Data      []byte // the file; not to be changed
	Ascent    int
	Descent   int // negative
	CapHeight int
	XHeight   int

	glyphs  map[rune]uint16
	advance []uint16 // by rune, absent where there is no glyph
	pairs   []int16  // kerning, by the indexes of two runes; nil where there is none
}

// planeSize is the number of code points of the basic plane, all that a page
// can address.
const planeSize = 1 << 16

// absent marks a rune without a glyph.
const absent = 0xFFFF

// Has reports whether the font has a glyph for the rune.
func (f *Font) Has(r rune) bool {
	return r >= 0 && r < planeSize && f.advance[r] != absent
}

// Width returns how far the rune advances, 0 where it has no glyph.
func (f *Font) Width(r rune) int {
	if !f.Has(r) {
		return 0
	}
	return int(f.advance[r])
}

// Kern returns what is added between two runes that stand side by side, mostly
// negative.
func (f *Font) Kern(left, right rune) int {
	if f.pairs == nil {
		return 0
	}
	l, r := kernIndex(left), kernIndex(right)
	if l < 0 || r < 0 {
		return 0
	}
	return int(f.pairs[l*kernRunes+r])
}

var errShort = errors.New("the file ends inside a table")

// Parse reads a TrueType font.
func Parse(name string, data []byte) (*Font, error) {
	tables, err := directory(data)
	if err != nil {
		return nil, err
	}
	for _, tag := range []string{"head", "hhea", "hmtx", "cmap", "glyf"} {
		if tables[tag] == nil {
			return nil, fmt.Errorf("table %q is missing", tag)
		}
	}
	f := &Font{Name: name, Data: data}
	upm := int(tables["head"].u16(18))
	if upm == 0 {
		return nil, errors.New("the em has no units")
	}
	f.verticals(tables, upm)
	glyphs, err := tables["cmap"].glyphs()
	if err != nil {
		return nil, err
	}
	f.glyphs = glyphs
	if err := f.advances(tables, glyphs, upm); err != nil {
		return nil, err
	}
	f.pairs = kerning(tables["GPOS"], glyphs, upm)
	return f, nil
}

// A table is the bytes of one table. Reading past its end gives 0, so that a
// damaged font cannot stop the program.
type table []byte

func (t table) u16(at int) uint16 {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return binary.BigEndian.Uint16(t[at:])
}

func (t table) i16(at int) int { return int(int16(t.u16(at))) }

func (t table) u32(at int) uint32 {
	if at < 0 || at+4 > len(t) {
		return 0
	}
	return binary.BigEndian.Uint32(t[at:])
}

// from returns the table from an offset on, nil where it is past the end.
func (t table) from(at int) table {
	if at < 0 || at > len(t) {
		return nil
	}
	return t[at:]
}

// directory returns the font's tables by tag.
func directory(data []byte) (map[string]table, error) {
	head := table(data)
	if v := head.u32(0); v != 0x00010000 && v != 0x74727565 {
		return nil, errors.New("this is no TrueType font")
	}
	tables := make(map[string]table)
	for i := range int(head.u16(4)) {
		record := 12 + 16*i
		if record+16 > len(data) {
			return nil, errShort
		}
		start, size := uint64(head.u32(record+8)), uint64(head.u32(record+12))
		if start+size > uint64(len(data)) {
			return nil, errShort
		}
		tables[string(data[record:record+4])] = table(data[start : start+size])
	}
	return tables, nil
}

func (f *Font) verticals(tables map[string]table, upm int) {
	f.Ascent = scale(tables["hhea"].i16(4), upm)
	f.Descent = scale(tables["hhea"].i16(6), upm)
	f.CapHeight, f.XHeight = 2*f.Ascent/3, f.Ascent/2
	if os2 := tables["OS/2"]; os2.u16(0) >= 2 {
		f.XHeight = scale(os2.i16(86), upm)
		f.CapHeight = scale(os2.i16(88), upm)
	}
}

func (f *Font) advances(tables map[string]table, glyphs map[rune]uint16, upm int) error {
	count := int(tables["hhea"].u16(34))
	if count == 0 {
		return errors.New("the font has no widths")
	}
	f.advance = make([]uint16, planeSize)
	for r := range f.advance {
		f.advance[r] = absent
	}
	hmtx := tables["hmtx"]
	for r, glyph := range glyphs {
		if r < planeSize {
			f.advance[r] = uint16(scale(int(hmtx.u16(4*min(int(glyph), count-1))), upm))
		}
	}
	return nil
}

// scale turns font units into thousandths of an em, rounded half away from 0.
func scale(units, upm int) int {
	if units < 0 {
		return -scale(-units, upm)
	}
	return (units*1000 + upm/2) / upm
}
