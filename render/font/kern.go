package font

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
	switch {
	case r >= 0 && r <= kernLast:
		return int(r)
	case r >= kernHigh && r < kernHigh+rune(len(kernAbove)):
		return kernAbove[r-kernHigh]
	}
	return -1
}

// kernHigh is the first rune of kernExtra that Unicode has.
const kernHigh = '–'

// kernAbove gives the places of the runes from kernHigh on.
var kernAbove = func() (places ['…' - kernHigh + 1]int) {
	for i := range places {
		places[i] = -1
	}
	for i, r := range kernExtra {
		places[r-kernHigh] = kernLast + 1 + i/3
	}
	return places
}()

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

// kernGlyphs returns the indexes of the runes that each glyph stands for, by
// glyph, up to the last glyph of these runes.
func kernGlyphs(glyphs map[rune]uint16) [][]int {
	var indexes [][]int
	add := func(r rune) {
		g := int(glyphs[r])
		if g == 0 {
			return
		}
		for len(indexes) <= g {
			indexes = append(indexes, nil)
		}
		indexes[g] = append(indexes[g], kernIndex(r))
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
	runes [][]int // by glyph
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
		if k.of(left) == nil {
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
	left := k.classesOf(sub.from(int(sub.u16(8))))
	right := k.classesOf(sub.from(int(sub.u16(10))))
	count1, count2 := int(sub.u16(12)), int(sub.u16(14))
	byClass := make([][]int, count2) // indexes of runes
	for glyph, indexes := range k.runes {
		if c := int(right[glyph]); c < count2 {
			byClass[c] = append(byClass[c], indexes...)
		}
	}
	for _, glyph := range coverage(sub.from(int(sub.u16(2)))) {
		indexes := k.of(glyph)
		if indexes == nil || int(left[glyph]) >= count1 {
			continue
		}
		values := 16 + 2*count2*int(left[glyph])
		for c, rights := range byClass {
			if len(rights) > 0 {
				k.set(indexes, rights, sub.i16(values+2*c))
			}
		}
	}
}

// of returns the indexes of the runes of a glyph.
func (k *kernReader) of(glyph uint16) []int {
	if int(glyph) >= len(k.runes) {
		return nil
	}
	return k.runes[glyph]
}

func (k *kernReader) add(left, right uint16, units int) {
	k.set(k.of(left), k.of(right), units)
}

// set records pairs; the first subtable that knows a pair decides.
func (k *kernReader) set(lefts, rights []int, units int) {
	value := int16(scale(units, k.upm))
	k.found = k.found || units != 0
	for _, l := range lefts {
		for _, r := range rights {
			if at := l*kernRunes + r; !k.known[at] {
				k.known[at] = true
				k.pairs[at] = value
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

// classesOf returns the class of each glyph of interest; those it does not name
// are 0.
func (k *kernReader) classesOf(t table) []uint16 {
	classes := make([]uint16, len(k.runes))
	switch t.u16(0) {
	case 1:
		start, count := int(t.u16(2)), int(t.u16(4))
		for i := 0; i < count && start+i < len(classes); i++ {
			classes[start+i] = t.u16(6 + 2*i)
		}
	case 2:
		for i := range min(int(t.u16(2)), len(t)/6) {
			record := 4 + 6*i
			for g := int(t.u16(record)); g <= int(t.u16(record+2)) && g < len(classes); g++ {
				classes[g] = t.u16(record + 4)
			}
		}
	}
	return classes
}
