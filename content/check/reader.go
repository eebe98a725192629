package check

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// A hit is a place where a phrase of a list stands.
type hit struct {
	passage    *passage
	start, end int
	phrase     *phrase
}

func (h *hit) text() string { return h.passage.text[h.start:h.end] }

// A piece is a stretch of a passage without white space.
type piece struct {
	passage    *passage
	start, end int
	secret     bool // it has one, and nothing else is said about it
}

func (p *piece) text() string { return p.passage.text[p.start:p.end] }

// A reading is what one walk over all passages found for the rules about
// words: no rule walks them again.
type reading struct {
	hits   [wordLists][]hit
	odd    []piece // what is no plain word: addresses, numbers, keys
	copied []hit   // runs of words from the examples

	lexicon  *lexicon
	examples *runs // nil where the project is one of the examples

	// Of the passage that is walked:
	passage    *passage
	candidates []hit
	oddEnd     int
	trail      trail
	before     [keyWords - 1]placedWord // the last words, the latest first
}

func read(passages []passage, x *lexicon, examples *runs) *reading {
	r := &reading{lexicon: x, examples: examples}
	for i := range passages {
		r.passage = &passages[i]
		r.oddEnd, r.before = 0, [keyWords - 1]placedWord{}
		r.walk(r.passage.text)
		r.settle()
		if r.examples != nil {
			r.follow()
		}
	}
	return r
}

// folded gives ASCII letters in small and digits as they are; all else is 0.
var folded = func() (table [256]byte) {
	for c := range table[:utf8.RuneSelf] {
		switch {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z':
			table[c] = byte(c)
		case c >= 'A' && c <= 'Z':
			table[c] = byte(c) | 0x20
		}
	}
	return table
}()

// odd marks the characters that, with a letter or digit after them, make a
// piece of text more than words.
var odd = func() (table [256]bool) {
	for _, c := range "@_/:=+.(" {
		table[c] = true
	}
	return table
}()

// Hashes of words are those of FNV-1a over their folded bytes.
const (
	hashSeed  uint32 = 2166136261
	hashPrime uint32 = 16777619
)

// letterBit is set in small letters and in no digit.
const letterBit = 0x40

// walk goes once through the bytes of a text, hashing words as they pass.
func (r *reading) walk(text string) {
	for i := 0; i < len(text); {
		c := text[i]
		if folded[c] == 0 && c < utf8.RuneSelf && c != '%' {
			if odd[c] && i+1 < len(text) && folded[text[i+1]] != 0 {
				r.oddAt(text, i)
			} else if c == '-' && i+1 < len(text) && folded[text[i+1]] != 0 && folded[text[i+1]]&letterBit == 0 {
				r.oddAt(text, i)
			}
			i++
			continue
		}
		start, h, letters := i, hashSeed, byte(letterBit)
		for i < len(text) && folded[text[i]] != 0 {
			h = (h ^ uint32(folded[text[i]])) * hashPrime
			letters &= folded[text[i]]
			i++
		}
		if i < len(text) && (text[i] >= utf8.RuneSelf || i == start || letters == 0 && (text[i] == '.' || text[i] == ',')) {
			if i = wordEnd(text, start); i == start {
				_, n := utf8.DecodeRuneInString(text[i:])
				i += n
				continue
			}
			h = hashOf(text[start:i])
		}
		r.word(text, start, i, h, letters != 0)
	}
}

// longWord is how many characters a word with a digit has that may be more: the
// shortest is the address 10.0.0.1.
const longWord = len("10.0.0.1")

func (r *reading) word(text string, start, end int, h uint32, letters bool) {
	if letters {
		if r.examples != nil {
			r.trail.add(h, start, end)
		}
	} else if end-start >= longWord {
		r.oddAt(text, start)
	}
	h = keyOf(text[start:], h)
	one, two := &r.before[0], &r.before[1]
	if two.end > 0 {
		r.look(text, joined(joined(joined(0, two.key), one.key), h), two.start, two.end)
	}
	if one.end > 0 {
		r.look(text, joined(joined(0, one.key), h), one.start, one.end)
	}
	r.look(text, joined(0, h), start, end)
	*two, *one = *one, placedWord{h, start, end}
}

// A placedWord is the key of a word and its place.
type placedWord struct {
	key        uint32
	start, end int
}

// look looks for the phrases of a hash where their first word stands.
func (r *reading) look(text string, h uint32, start, end int) {
	for at := r.lexicon.at(h); at >= 0; {
		p := &r.lexicon.phrases[at]
		if to := p.match(text, start, end); to >= 0 {
			r.candidates = append(r.candidates, hit{r.passage, start, to, p})
		}
		at = p.next
	}
}

// settle keeps, of the phrases of each list in the passage, those that are not
// within one that is longer or excepts.
func (r *reading) settle() {
	if len(r.candidates) == 0 {
		return
	}
	slices.SortStableFunc(r.candidates, func(a, b hit) int {
		return cmp.Or(a.start-b.start, b.end-a.end, exceptsFirst(a.phrase, b.phrase))
	})
	var until [wordLists]int
	for _, h := range r.candidates {
		list := h.phrase.list
		if h.start < until[list] {
			continue
		}
		until[list] = h.end
		r.passage.cue = r.passage.cue || list == cues
		if !h.phrase.excepts {
			r.hits[list] = append(r.hits[list], h)
		}
	}
	r.candidates = r.candidates[:0]
}

func exceptsFirst(a, b *phrase) int {
	switch {
	case a.excepts == b.excepts:
		return 0
	case a.excepts:
		return -1
	}
	return 1
}

// oddAt records the piece of text around an odd character.
func (r *reading) oddAt(text string, at int) {
	if at < r.oddEnd {
		return
	}
	start, end := at, at
	for start > 0 && text[start-1] > ' ' {
		start--
	}
	for end < len(text) && text[end] > ' ' {
		end++
	}
	r.oddEnd = end
	r.odd = append(r.odd, piece{passage: r.passage, start: start, end: end})
}

// nextWord returns the place of the next word of a text from an offset on; the
// text's end where there is none. Letters and digits make words, and so do a
// stop or comma between digits; a percent sign and, in lists, "#" is one.
func nextWord(text string, at int) (start, end int) {
	for start = at; start < len(text); {
		if end := wordEnd(text, start); end > start {
			return start, end
		}
		_, n := utf8.DecodeRuneInString(text[start:])
		start += n
	}
	return len(text), len(text)
}

// wordEnd returns the end of the word that begins at the offset, or the offset.
func wordEnd(text string, at int) int {
	if at < len(text) && (text[at] == '%' || text[at] == '#') {
		return at + 1
	}
	number := true
	for at < len(text) && folded[text[at]]&letterBit != 0 {
		number = false
		at++
	}
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			number = false
		case r >= '0' && r <= '9':
		case (r == '.' || r == ',') && number && at > 0 && digitAt(text, at-1) && digitAt(text, at+1):
		default:
			return at
		}
		at += n
	}
	return at
}

func digitAt(text string, at int) bool {
	return at < len(text) && text[at] >= '0' && text[at] <= '9'
}

// hashOf returns the hash of a word in any case.
func hashOf(word string) uint32 {
	h := hashSeed
	for i := range len(word) {
		c := word[i]
		if folded[c] != 0 {
			c = folded[c]
		}
		h = (h ^ uint32(c)) * hashPrime
	}
	return h
}
