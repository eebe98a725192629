package font

import "errors"

// glyphs returns the glyph of each rune. It prefers the full repertoire
// (format 12) to the basic plane (format 4).
func (t table) glyphs() (map[rune]uint16, error) {
	best, rank := table(nil), 0
	for i := range int(t.u16(2)) {
		record := 4 + 8*i
		platform, encoding := t.u16(record), t.u16(record+2)
		if platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) {
			continue
		}
		sub := t.from(int(t.u32(record + 4)))
		switch format := sub.u16(0); {
		case format == 12 && rank < 2:
			best, rank = sub, 2
		case format == 4 && rank < 1:
			best, rank = sub, 1
		}
	}
	switch rank {
	case 2:
		return best.format12(), nil
	case 1:
		return best.format4(), nil
	}
	return nil, errors.New("no character map of Unicode in format 4 or 12")
}

func (t table) format4() map[rune]uint16 {
	glyphs := make(map[rune]uint16)
	n := int(t.u16(6)) / 2
	ends, starts := t.from(14), t.from(16+2*n)
	deltas, offsets := t.from(16+4*n), t.from(16+6*n)
	for k := range n {
		delta, offset := t16(deltas, k), int(t16(offsets, k))
		for c, end := int(t16(starts, k)), int(t16(ends, k)); c <= end && c < 0xFFFF; c++ {
			glyph := uint16(c) + delta
			if offset != 0 {
				// The offset counts from its own place in the table.
				glyph = offsets.u16(2*k + offset + 2*(c-int(t16(starts, k))))
				if glyph != 0 {
					glyph += delta
				}
			}
			if glyph != 0 {
				glyphs[rune(c)] = glyph
			}
		}
	}
	return glyphs
}

// t16 returns the k-th number of a table of 16-bit numbers.
func t16(t table, k int) uint16 { return t.u16(2 * k) }

func (t table) format12() map[rune]uint16 {
	glyphs := make(map[rune]uint16)
	groups := min(int(t.u32(12)), len(t)/12)
	for i := range groups {
		record := 16 + 12*i
		start, end, first := t.u32(record), t.u32(record+4), t.u32(record+8)
		for c := start; c <= end && c < planeSize; c++ {
			if glyph := first + c - start; glyph != 0 && glyph < planeSize {
				glyphs[rune(c)] = uint16(glyph)
			}
		}
	}
	return glyphs
}
