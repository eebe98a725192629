// Package hyphen says where a word of US English may be broken.
//
// The method is Liang's: short patterns of letters vote for and against a
// break at each place of a word, and the strongest vote wins. The patterns are
// hyph-en-us of the hyph-utf8 collection, unmodified, with the licence in the
// head of the file. exceptions.txt holds the words of this field that they get
// wrong.
package hyphen

// The fewest letters before a break, after it, and in a word that is broken at
// all.
const (
	leftMin  = 2
	rightMin = 3
	wordMin  = leftMin + rightMin
)

// wordMax is the longest word that is broken: its offsets fit into the bits of
// places.
const wordMax = 62

// Points appends to buf the byte offsets in word at which a hyphen may be
// inserted, ascending, and returns the extended slice. It may be called from
// several goroutines.
//
// A word is letters only; the caller cuts off punctuation. Nothing is appended
// for a word of fewer than five letters, for one that holds anything but the
// letters of ASCII, and for one with a capital after the first letter: an
// acronym or the name of a product. A capital at the start says nothing, since
// sentences have one too, so names are for the caller to keep whole.
func Points(word string, buf []int) []int { return english().points(word, buf) }

// points is Points in the language.
func (l *language) points(word string, buf []int) []int {
	var letters [wordMax]byte
	w, ok := lower(word, &letters)
	if !ok {
		return buf
	}
	at, ok := l.exceptions[string(w)]
	if !ok {
		at = l.patterns.places(w)
	}
	for i := leftMin; i <= len(w)-rightMin; i++ {
		if at.has(i) {
			buf = append(buf, i)
		}
	}
	return buf
}

// lower writes the word's letters to buf in lower case, and tells whether the
// word is one that may be broken.
func lower(word string, buf *[wordMax]byte) ([]byte, bool) {
	if len(word) < wordMin || len(word) > wordMax {
		return nil, false
	}
	for i := range len(word) {
		c := word[i]
		if i == 0 && 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c < 'a' || c > 'z' {
			return nil, false
		}
		buf[i] = c
	}
	return buf[:len(word)], true
}

// places is a set of byte offsets in a word.
type places uint64

func (p places) has(at int) bool { return p>>at&1 != 0 }

func (p places) with(at int) places { return p | 1<<at }
