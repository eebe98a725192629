package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socdraft/socdraft/render/font"
)

// A tokenizer appends runs word by word.
type tokenizer struct {
	c      *composer
	space  bool // white came before
	gap    int  // its width
	open   bool // the last word goes on
	forced bool // a line break came before
	before rune // the last rune
}

// start ends the word in hand.
func (t *tokenizer) start() { t.open = false }

// faces splits a run where its face lacks a rune that another face has.
func (t *tokenizer) faces(r run) {
	f := t.c.fonts.Font(r.style.face)
	text, face := r.text, r.style.face
	from := 0
	current := face
	for i, ch := range text {
		if ch < 0x7F {
			if current == face {
				continue
			}
		} else if f.Has(ch) && current == face {
			continue
		}
		want, _ := t.c.fonts.Find(face, ch)
		if want != current {
			t.piece(r, text[from:i], current)
			from, current = i, want
		}
	}
	t.piece(r, text[from:], current)
}

func (t *tokenizer) piece(r run, text string, face font.Face) {
	if text != "" {
		r.text, r.style.face = text, face
		t.run(r)
	}
}

// smallCaps sets small letters as capitals of four fifths, heavier than the
// text around them, since the strokes shrink too.
func (t *tokenizer) smallCaps(r run, text string) {
	r.style.face = font.Semibold
	small := r
	small.style.size = r.style.size * 820 / 1000
	small.style.track = r.style.size * 35 / 1000
	for text != "" {
		lower := isSmall(text)
		n := strings.IndexFunc(text, func(ch rune) bool { return unicode.IsLower(ch) != lower && ch != ' ' })
		if n < 0 {
			n = len(text)
		}
		part := r
		if lower {
			part = small
			part.text = strings.ToUpper(text[:n])
		} else {
			part.text = text[:n]
		}
		t.faces(part)
		text = text[n:]
	}
}

func isSmall(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// run appends the words of a run. White inside is single spaces, but any
// amount is understood.
func (t *tokenizer) run(r run) {
	c := t.c
	number := int32(len(c.runs))
	c.runs = append(c.runs, r)
	s := &c.runs[number].style
	text := r.text
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			t.space, t.gap = true, c.space(s)
			t.open = false
			i++
			continue
		}
		end := strings.IndexByte(text[i:], ' ')
		if end < 0 {
			end = len(text)
		} else {
			end += i
		}
		for i < end {
			next := i + breakAfter(text[i:end])
			t.frag(number, text, i, next, s)
			if i = next; i < end {
				t.open = false
			}
		}
	}
}

// frag appends a part to the word in hand, or starts one.
func (t *tokenizer) frag(number int32, text string, start, end int, s *style) {
	c := t.c
	width, runes := c.measured(s, text[start:end])
	f := frag{number, int32(start), int32(end), int32(runes), width}
	if t.open && !t.forced {
		c.words[len(c.words)-1].add(f)
		return
	}
	w := word{breaks: true, forced: t.forced && len(c.words) > 0}
	if t.space && len(c.words) > 0 {
		w.space = t.gap
		w.breaks = !t.holds(text[start:end])
	}
	w.add(f)
	c.words = append(c.words, w)
	t.open, t.space, t.forced = true, false, false
}

// holds reports whether a word must not start a line, because it numbers the
// one before it ("Section 3", "SOC 2"), counts with it ("25 of 40", "6 p.m.")
// or parts two thoughts and stands with the first.
func (t *tokenizer) holds(next string) bool {
	if next == "%" || next == "–" || next == "—" || belongs(next) {
		return true
	}
	if !digit(next[0]) {
		return false
	}
	words := t.c.words
	n := len(words)
	last, before := t.lastText(n-1), ""
	if n > 1 {
		before = t.lastText(n - 2)
	}
	switch {
	case last == "of" && digits(before): // 25 of 40
		words[n-1].breaks = false
		return true
	case strings.HasSuffix(last, ",") && digits(last) && numbered[before]: // June 30, 2026
		return true
	}
	return numbered[strings.Trim(last, "()[]“\"")]
}

// belongs reports whether a word is nothing without the one before it: the half
// of a day, the legal form of a company.
func belongs(word string) bool {
	for _, with := range [...]string{"a.m.", "p.m.", "Inc.", "LLC", "LLP", "Ltd.", "Corp."} {
		if strings.HasPrefix(word, with) {
			return true
		}
	}
	return false
}

// lastText returns the end of a word as far as it stands in one run.
func (t *tokenizer) lastText(word int) string {
	f := t.c.words[word].last()
	if f == nil {
		return ""
	}
	return t.c.runs[f.run].text[f.start:f.end]
}

// numbered are the words that a number after them belongs to.
var numbered = func() map[string]bool {
	set := make(map[string]bool)
	for _, word := range strings.Fields(`Section Sections section sections SOC Type type DC page pages Page Table table Figure figure
		Part part Appendix Note Criterion criterion Principle AT-C TSP No. § January February March April May June July August
		September October November December`) {
		set[word] = true
	}
	return set
}()

func digits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789,.") == ""
}

// breakAfter returns where a line may break inside a word, or the word's
// length: after a dash between letters, and after a slash between longer
// words. Identifiers such as AC-02 stay whole.
func breakAfter(text string) int {
	for i := 1; i < len(text)-1; i++ {
		switch text[i] {
		case '-':
			if i >= 3 && isLetter(text[i-1]) && isLetter(text[i-2]) && lower(text[i+1]) && len(text)-i > 3 {
				return i + 1
			}
		case '/':
			if i >= 4 && len(text)-i > 4 && isLetter(text[i+1]) && isLetter(text[i-1]) {
				return i + 1
			}
		case 0xE2: // an en or em dash, U+2013 and U+2014
			if strings.HasPrefix(text[i:], "–") || strings.HasPrefix(text[i:], "—") {
				if i+3 < len(text) && !digit(text[i-1]) {
					return i + 3
				}
			}
		}
	}
	return len(text)
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0x80 }
func lower(b byte) bool    { return b >= 'a' && b <= 'z' || b >= 0x80 }
func digit(b byte) bool    { return b >= '0' && b <= '9' }
