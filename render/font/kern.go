package font

import "strings"

// kernLast is the last rune whose pairs are kept: Latin and its accents. The
// dashes and quotes far above it are added by name.
const kernLast = 0x17F

// kernExtra has three bytes a rune, which kernIndex relies on.
const kernExtra = "–—‘’“”…"

// kernRunes is how many runes are kerned.
const kernRunes = kernLast + 1 + len(kernExtra)/3

// kernIndex returns the rune's place in the table of pairs, -1 where it has
// none.
func kernIndex(r rune) int {
	if r >= 0 && r <= kernLast {
		return int(r)
	}
	if i := strings.IndexRune(kernExtra, r); i >= 0 {
		return kernLast + 1 + i/3
	}
	return -1
}

// kerning reads the pair adjustments of a GPOS table's "kern" feature for the
// runes that reports are written in. It returns nil where there are none.
func kerning(gpos table, glyphs map[rune]uint16, upm int) []int16 {
	if gpos == nil {
		return nil
	}
	k := &kernReader{upm: upm, runes: kernGlyphs(glyphs), pairs: make([]int16, kernRunes*kernRunes)}
	k.known = make([]bool, len(k.pairs))
	for _, lookup := range kernLookups(gpos) {
		k.lookup(gpos, lookup)
	}
	k.squareFigures()
	if !k.found {
		return nil
	}
	return k.pairs
}

// squareFigures drops the pairs of two figures, so that columns of numbers
// stay aligned.
func (k *kernReader) squareFigures() {
	for l := '0'; l <= '9'; l++ {
		for r := '0'; r <= '9'; r++ {
			k.pairs[int(l)*kernRunes+int(r)] = 0
		}
	}
}

// kernGlyphs returns the indexes of the runes that each glyph stands for.
func kernGlyphs(glyphs map[rune]uint16) map[uint16][]int {
	indexes := make(map[uint16][]int)
	add := func(r rune) {
		if g := glyphs[r]; g != 0 {
			indexes[g] = append(indexes[g], kernIndex(r))
		}
	}
	for r := rune(0x20); r <= kernLast; r++ {
		add(r)
	}
	for _, r := range kernExtra {
		add(r)
	}
	return indexes
}

// kernLookups returns the numbers of the lookups of the first "kern" feature;
// the scripts of a text face share them.
func kernLookups(gpos table) []int {
	features := gpos.from(int(gpos.u16(6)))
	for i := range int(features.u16(0)) {
		record := 2 + 6*i
		if features.u32(record) != 0x6B65726E { // "kern"
			continue
		}
		feature := features.from(int(features.u16(record + 4)))
		lookups := make([]int, 0, 4)
		for j := range int(feature.u16(2)) {
			lookups = append(lookups, int(feature.u16(4+2*j)))
		}
		return lookups
	}
	return nil
}

type kernReader struct {
	upm   int
	runes map[uint16][]int // by glyph
	pairs []int16
	known []bool // pairs that an earlier lookup set, be it to 0
	found bool
}

func (k *kernReader) lookup(gpos table, number int) {
	list := gpos.from(int(gpos.u16(8)))
	if number >= int(list.u16(0)) {
		return
	}
	lookup := list.from(int(list.u16(2 + 2*number)))
	kind := lookup.u16(0)
	for i := range int(lookup.u16(4)) {
		sub := lookup.from(int(lookup.u16(6 + 2*i)))
		subKind := kind
		if kind == 9 { // an extension points farther than 16 bits reach
			subKind = sub.u16(2)
			sub = sub.from(int(sub.u32(4)))
		}
		if subKind != 2 || sub.u16(4) != 4 || sub.u16(6) != 0 {
			continue // only pairs that change the left glyph's advance
		}
		switch sub.u16(0) {
		case 1:
			k.listed(sub)
		case 2:
			k.classes(sub)
		}
	}
}

// listed reads pairs named one by one.
func (k *kernReader) listed(sub table) {
	first := coverage(sub.from(int(sub.u16(2))))
	for i, left := range first {
		if k.runes[left] == nil {
			continue
		}
		set := sub.from(int(sub.u16(10 + 2*i)))
		for j := range int(set.u16(0)) {
			k.add(left, set.u16(2+4*j), set.i16(4+4*j))
		}
	}
}

// classes reads pairs of classes of glyphs.
func (k *kernReader) classes(sub table) {
	left := classesOf(sub.from(int(sub.u16(8))))
	right := classesOf(sub.from(int(sub.u16(10))))
	count1, count2 := int(sub.u16(12)), int(sub.u16(14))
	byClass := make([][]uint16, count2)
	for glyph := range k.runes {
		if c := int(right[glyph]); c < count2 {
			byClass[c] = append(byClass[c], glyph)
		}
	}
	for _, l := range coverage(sub.from(int(sub.u16(2)))) {
		c1 := int(left[l])
		if k.runes[l] == nil || c1 >= count1 {
			continue
		}
		for c2, rights := range byClass {
			value := sub.i16(16 + 2*(c1*count2+c2))
			for _, r := range rights {
				k.add(l, r, value)
			}
		}
	}
}

// add records a pair; the first subtable that knows a pair decides.
func (k *kernReader) add(left, right uint16, units int) {
	for _, l := range k.runes[left] {
		for _, r := range k.runes[right] {
			if at := l*kernRunes + r; !k.known[at] {
				k.known[at] = true
				k.pairs[at] = int16(scale(units, k.upm))
				k.found = k.found || units != 0
			}
		}
	}
}

// coverage returns the glyphs of a coverage table in order.
func coverage(t table) []uint16 {
	var glyphs []uint16
	count := int(t.u16(2))
	switch t.u16(0) {
	case 1:
		for i := range min(count, len(t)/2) {
			glyphs = append(glyphs, t.u16(4+2*i))
		}
	case 2:
		for i := range min(count, len(t)/6) {
			for g := int(t.u16(4 + 6*i)); g <= int(t.u16(6+6*i)) && len(glyphs) < planeSize; g++ {
				glyphs = append(glyphs, uint16(g))
			}
		}
	}
	return glyphs
}

// classesOf returns the class of each glyph; those it does not name are 0.
func classesOf(t table) map[uint16]uint16 {
	classes := make(map[uint16]uint16)
	switch t.u16(0) {
	case 1:
		start, count := int(t.u16(2)), int(t.u16(4))
		for i := range min(count, len(t)/2) {
			classes[uint16(start+i)] = t.u16(6 + 2*i)
		}
	case 2:
		for i := range min(int(t.u16(2)), len(t)/6) {
			record := 4 + 6*i
			for g := int(t.u16(record)); g <= int(t.u16(record+2)); g++ {
				classes[uint16(g)] = t.u16(record + 4)
			}
		}
	}
	return classes
}
