package diagram

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// A style is how one kind of label is set.
type style struct {
	face          font.Face
	size, leading int
	color         render.Color
}

// A run is text of one face that stands side by side.
type run struct {
	text string
	face font.Face
	link string
	w    int
}

// A word is what a line cannot divide.
type word struct {
	runs   []run
	w      int
	space  bool // one stands before it
	forced bool // it begins a line
}

// A line of a label.
type line struct {
	runs []run
	w    int
}

// A label is text set in lines.
type label struct {
	style *style
	lines []line
	w, h  int
}

// A setter sets labels.
type setter struct {
	fonts *font.Set
}

// width returns how wide a text is, kerned as it is painted.
func (t *setter) width(face font.Face, size int, text string) int {
	f := t.fonts.Font(face)
	em, prev := 0, rune(-1)
	for _, r := range text {
		em += f.Width(r)
		if prev >= 0 && prev != ' ' && r != ' ' {
			em += f.Kern(prev, r)
		}
		prev = r
	}
	return (em*size + 500) / 1000
}

// wide begins the scripts that are written without spaces.
const wide = 0x2E80

// words returns the words of a label. Hints and controls are left out, runes
// that no font has are shown as such.
func (t *setter) words(runs []prose.Inline, s *style) []word {
	b := wordBuilder{setter: t, style: s}
	for i := range runs {
		in := &runs[i]
		face := faceOf(s.face, in.Style)
		for _, r := range in.Text {
			switch {
			case r == '\n':
				b.end()
				b.next.space, b.next.forced = true, true
				continue
			case r != 0xA0 && unicode.IsSpace(r):
				b.end()
				b.next.space = true
				continue
			case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r):
				continue
			case r == 0x2011:
				r = '-'
			}
			of, found := t.fonts.Find(face, r)
			if !found || r == unicode.ReplacementChar {
				r = font.Substitute
				of, _ = t.fonts.Find(face, r)
			}
			alone := r >= wide || r == font.Substitute
			if alone {
				b.end()
			}
			b.add(r, of, in.Link)
			if alone {
				b.end()
			}
		}
	}
	b.end()
	return b.words
}

// A wordBuilder collects the runes of words.
type wordBuilder struct {
	*setter
	style *style
	words []word
	next  word // the one in hand, and what stands before it
	text  []byte
	face  font.Face
	link  string
}

// add adds a rune to the word in hand.
func (b *wordBuilder) add(r rune, face font.Face, link string) {
	if len(b.text) > 0 && (face != b.face || link != b.link) {
		b.endRun()
	}
	b.face, b.link = face, link
	b.text = utf8.AppendRune(b.text, r)
}

func (b *wordBuilder) endRun() {
	r := run{text: string(b.text), face: b.face, link: b.link}
	r.w = b.width(r.face, b.style.size, r.text)
	b.next.runs = append(b.next.runs, r)
	b.next.w += r.w
	b.text = b.text[:0]
}

// end ends the word in hand, if there is one.
func (b *wordBuilder) end() {
	if len(b.text) > 0 {
		b.endRun()
	}
	if len(b.next.runs) == 0 {
		return
	}
	if len(b.words) == 0 {
		b.next.space, b.next.forced = false, false
	}
	b.words = append(b.words, b.next)
	b.next = word{}
}

// faceOf returns the face of a run within text of a face.
func faceOf(base font.Face, s prose.Style) font.Face {
	bold := base == font.Semibold || s&prose.Bold != 0
	switch italic := s&prose.Italic != 0; {
	case s&prose.Mono != 0:
		return font.Mono
	case bold && italic:
		return font.SemiboldItalic
	case bold:
		return font.Semibold
	case italic:
		return font.Italic
	}
	return base
}

// cut divides the words that are wider than a line, after a mark where one
// stands and else anywhere.
func (t *setter) cut(words []word, s *style, most int) []word {
	var out []word
	for _, w := range words {
		if w.w <= most {
			out = append(out, w)
			continue
		}
		b := wordBuilder{setter: t, style: s, next: word{space: w.space, forced: w.forced}, words: out}
		for _, r := range w.runs {
			b.pieces(r, most)
		}
		b.end()
		out = b.words
	}
	if len(out) > 0 {
		out[0].space, out[0].forced = false, false
	}
	return out
}

// pieces adds a run to the word in hand, and ends words where they are as wide
// as a line.
func (b *wordBuilder) pieces(r run, most int) {
	done, mark, used, sinceMark := 0, 0, b.next.w, 0
	for i, c := range r.text {
		w := b.width(r.face, b.style.size, string(c))
		if used+w > most && used > 0 {
			at := i
			used = w
			if mark > done {
				at, used = mark, w+sinceMark
			}
			b.piece(r, r.text[done:at])
			b.end()
			done, mark = at, at
		} else {
			used += w
		}
		sinceMark += w
		if strings.ContainsRune("-/._:@", c) {
			mark, sinceMark = i+utf8.RuneLen(c), 0
		}
	}
	b.piece(r, r.text[done:])
}

// piece adds a part of a run.
func (b *wordBuilder) piece(r run, text string) {
	if text == "" {
		return
	}
	r.text, r.w = text, b.width(r.face, b.style.size, text)
	b.next.runs = append(b.next.runs, r)
	b.next.w += r.w
}

// set sets a label in lines of a width at most, as few as can be and of like
// length. An empty one has no lines.
func (t *setter) set(runs []prose.Inline, s *style, most int) *label {
	l := &label{style: s}
	words := t.cut(t.words(runs, s), s, most)
	if len(words) == 0 {
		return l
	}
	space := t.width(font.Regular, s.size, " ")
	lines := countLines(words, space, most)
	low, high := 0, most // the smallest width that needs no more lines
	for low < high {
		if mid := (low + high) / 2; countLines(words, space, mid) <= lines {
			high = mid
		} else {
			low = mid + 1
		}
	}
	eachLine(words, space, high, func(from, to int) { l.append(t, words[from:to], to == len(words)) })
	l.h = len(l.lines) * s.leading
	return l
}

func countLines(words []word, space, most int) int {
	n := 0
	eachLine(words, space, most, func(int, int) { n++ })
	return n
}

// eachLine calls visit with the words of each line.
func eachLine(words []word, space, most int, visit func(from, to int)) {
	from, used := 0, 0
	for i := range words {
		w := words[i].w
		if words[i].space {
			w += space
		}
		if i > from && (used+w > most || words[i].forced) {
			visit(from, i)
			from, used, w = i, 0, words[i].w
		}
		if i == from {
			w = words[i].w
		}
		used += w
	}
	visit(from, len(words))
}

// append adds a line. Where a space stood before the next word it ends in one,
// so that a reader of the marks does not join the words.
func (l *label) append(t *setter, words []word, last bool) {
	var n line
	for i := range words {
		for k, r := range words[i].runs {
			if i > 0 && k == 0 && words[i].space {
				r.text = " " + r.text
			}
			if m := len(n.runs); m > 0 && n.runs[m-1].face == r.face && n.runs[m-1].link == r.link {
				n.runs[m-1].text += r.text
			} else {
				n.runs = append(n.runs, r)
			}
		}
	}
	for i := range n.runs {
		n.runs[i].w = t.width(n.runs[i].face, l.style.size, n.runs[i].text)
		n.w += n.runs[i].w
	}
	if len(l.lines) > 0 && words[0].space {
		end := &l.lines[len(l.lines)-1]
		end.runs[len(end.runs)-1].text += " "
	}
	l.lines = append(l.lines, n)
	l.w = max(l.w, n.w)
}

// plainText returns the words of a label in one line.
func plainText(runs []prose.Inline) string {
	var b strings.Builder
	for i := range runs {
		b.WriteString(runs[i].Text)
	}
	clean := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || r == unicode.ReplacementChar || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, b.String())
	return strings.Join(strings.Fields(clean), " ")
}
