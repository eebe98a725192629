package diagram

import (
	"strings"
	"unicode"

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
	var words []word
	space, forced, open := false, false, false
	for i := range runs {
		in := &runs[i]
		face := faceOf(s.face, in.Style)
		for _, r := range in.Text {
			switch {
			case r == '\n':
				space, forced, open = true, true, false
				continue
			case r != 0xA0 && unicode.IsSpace(r):
				space, open = true, false
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
			if !open || r >= wide {
				words = append(words, word{space: space && len(words) > 0, forced: forced && len(words) > 0})
			}
			words[len(words)-1].add(r, of, in.Link)
			space, forced, open = false, false, r < wide && r != font.Substitute
		}
	}
	for i := range words {
		words[i].measure(t, s.size)
	}
	return words
}

func (w *word) add(r rune, face font.Face, link string) {
	if n := len(w.runs); n > 0 && w.runs[n-1].face == face && w.runs[n-1].link == link {
		w.runs[n-1].text += string(r)
		return
	}
	w.runs = append(w.runs, run{text: string(r), face: face, link: link})
}

func (w *word) measure(t *setter, size int) {
	w.w = 0
	for i := range w.runs {
		w.runs[i].w = t.width(w.runs[i].face, size, w.runs[i].text)
		w.w += w.runs[i].w
	}
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
		for w.w > most {
			head, tail, ok := t.split(&w, s, most)
			if !ok {
				break
			}
			out = append(out, head)
			w = tail
		}
		out = append(out, w)
	}
	return out
}

// split cuts a word so that its head fits. It reports false where the word has
// but one letter.
func (t *setter) split(w *word, s *style, most int) (head, tail word, ok bool) {
	head.space, head.forced = w.space, w.forced
	for i := range w.runs {
		r := w.runs[i]
		if head.w+r.w <= most {
			head.runs = append(head.runs, r)
			head.w += r.w
			continue
		}
		at, mark, used := 0, 0, 0
		for k, c := range r.text {
			used += t.width(r.face, s.size, string(c))
			if head.w+used > most && (at > 0 || len(head.runs) > 0) {
				break
			}
			at = k + len(string(c))
			if strings.ContainsRune("-/._:@", c) {
				mark = at
			}
		}
		if mark > 0 && mark < len(r.text) {
			at = mark
		}
		if at > 0 {
			head.runs = append(head.runs, run{text: r.text[:at], face: r.face, link: r.link})
		}
		if at < len(r.text) {
			tail.runs = append(tail.runs, run{text: r.text[at:], face: r.face, link: r.link})
		}
		tail.runs = append(tail.runs, w.runs[i+1:]...)
		break
	}
	head.measure(t, s.size)
	tail.measure(t, s.size)
	return head, tail, len(tail.runs) > 0 && len(head.runs) > 0
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
