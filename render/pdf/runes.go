package pdf

import "math/bits"

// A runeSet is a set of runes of the basic plane.
type runeSet [1 << 16 / 64]uint64

func (s *runeSet) add(r rune) { s[r/64] |= 1 << (r % 64) }

// join adds the runes of another set.
func (s *runeSet) join(other *runeSet) {
	for i := range s {
		s[i] |= other[i]
	}
}

// runes returns the runes in their order.
func (s *runeSet) runes() []rune {
	var list []rune
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			list = append(list, rune(i*64+bits.TrailingZeros64(word)))
		}
	}
	return list
}
