package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render/font"
)

// A run is text of one face, size and link.
type run struct {
	text   string
	style  style
	rise   int // of the baseline
	link   int32
	slot   int32
	strike bool
}

// A word is a stretch of runs without a place to break.
type word struct {
	frags  [4]frag // the first few parts; more go to rest
	n      int
	rest   []frag
	width  int
	space  int  // white before it, where it does not start a line
	breaks bool // a line may break before it
	forced bool // a line must break before it
}

// A frag is a part of a word in one run.
type frag struct {
	run        int32
	start, end int32 // in the run's text
	width      int
}

func (w *word) add(f frag) {
	if w.n < len(w.frags) {
		w.frags[w.n] = f
		w.n++
	} else {
		w.rest = append(w.rest, f)
	}
	w.width += f.width
}

// each calls visit for the parts of a word.
func (w *word) each(visit func(f *frag)) {
	for i := range w.n {
		visit(&w.frags[i])
	}
	for i := range w.rest {
		visit(&w.rest[i])
	}
}

// last returns the last part of a word, nil where it has none.
func (w *word) last() *frag {
	switch {
	case len(w.rest) > 0:
		return &w.rest[len(w.rest)-1]
	case w.n > 0:
		return &w.frags[w.n-1]
	}
	return nil
}

// width measures a stretch of a run.
func (c *composer) width(s *style, text string) int {
	f := c.fonts.Font(s.face)
	em, n := 0, 0
	prev := rune(-1)
	for _, r := range text {
		em += f.Width(r)
		if prev >= 0 && prev != ' ' && r != ' ' {
			em += f.Kern(prev, r)
		}
		prev = r
		n++
	}
	return (em*s.size+500)/1000 + n*s.track
}

// space returns the width of a space in a style.
func (c *composer) space(s *style) int {
	return (c.fonts.Font(s.face).Width(' ')*s.size+500)/1000 + s.track
}

// inlineStyle decides the colour and face of an inline in a paragraph's style.
func (c *composer) inlineStyle(base *style, in *prose.Inline) (style, int) {
	s, rise := *base, 0
	bold, italic := in.Style&prose.Bold != 0, in.Style&prose.Italic != 0
	switch {
	case in.Style&prose.Mono != 0:
		s.face, s.size, s.track = font.Mono, s.size*880/1000, 0
	case base.face == font.Semibold || base.face == font.SemiboldItalic:
		if italic {
			s.face = font.SemiboldItalic
		}
	case bold && (italic || base.face == font.Italic):
		s.face = font.SemiboldItalic
	case bold:
		s.face = font.Semibold
	case italic:
		s.face = font.Italic
	}
	if in.Style&prose.Superscript != 0 {
		rise = s.size * 330 / 1000
		s.size = s.size * 640 / 1000
	}
	if in.Link != "" {
		s.color = c.theme.Color("accent")
	}
	return s, rise
}

// tokenize splits inlines into words of runs, in the composer's scratch.
func (c *composer) tokenize(base *style, inlines []prose.Inline) {
	c.words, c.runs = c.words[:0], c.runs[:0]
	t := tokenizer{c: c}
	for i := range inlines {
		in := &inlines[i]
		if in.Text == "\n" {
			t.forced = true
			t.start()
			continue
		}
		s, rise := c.inlineStyle(base, in)
		r := run{style: s, rise: rise, strike: in.Style&prose.Strike != 0, link: c.link(in)}
		switch {
		case in.PageOf != "":
			c.slots = append(c.slots, in.PageOf)
			r.slot = int32(len(c.slots))
			r.text = c.slotText
			t.run(r)
		case in.Style&prose.SmallCaps != 0:
			t.smallCaps(r, c.clean(in))
		default:
			r.text = c.clean(in)
			t.faces(r)
		}
	}
}

// link returns the number of an inline's link, 0 where it has none.
func (c *composer) link(in *prose.Inline) int32 {
	target := in.Link
	if target == "" && in.PageOf != "" {
		target = "#" + in.PageOf
	}
	if target == "" {
		return 0
	}
	c.links = append(c.links, target)
	c.linkAt = append(c.linkAt, prose.Inline{Span: in.Span, Use: in.Use})
	return int32(len(c.links))
}

// A tokenizer appends runs word by word.
type tokenizer struct {
	c      *composer
	space  bool // white came before
	gap    int  // its width
	open   bool // the last word goes on
	forced bool // a line break came before
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

// smallCaps sets small letters as capitals of four fifths.
func (t *tokenizer) smallCaps(r run, text string) {
	small := r
	small.style.size = r.style.size * 820 / 1000
	small.style.track = r.style.size * 30 / 1000
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
	f := frag{number, int32(start), int32(end), c.width(s, text[start:end])}
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
// one before it: "Section 3", "SOC 2".
func (t *tokenizer) holds(next string) bool {
	if next == "%" {
		return true
	}
	if next[0] < '0' || next[0] > '9' {
		return false
	}
	f := t.c.words[len(t.c.words)-1].last()
	if f == nil {
		return false
	}
	switch strings.TrimLeft(t.c.runs[f.run].text[f.start:f.end], "([“\"") {
	case "Section", "Sections", "section", "SOC", "Type", "type", "DC", "page", "pages", "Page", "Table",
		"Figure", "Part", "Appendix", "Note", "Criterion", "AT-C", "TSP", "No.", "§":
		return true
	}
	return false
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
