package layout

import (
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
	node   int32 // the element it belongs to
	strike bool
}

// A word is a stretch of runs without a place to break.
type word struct {
	frags  [4]frag // the first few parts; more go to rest
	n      int
	rest   []frag
	width  int
	runes  int
	space  int  // white before it, where it does not start a line
	kern   int  // part of its width that falls away where it starts a line
	hyphen int  // width of the hyphen at the end of a line that breaks before it; 0: none
	breaks bool // a line may break before it
	forced bool // a line must break before it
}

// A frag is a part of a word in one run.
type frag struct {
	run        int32
	start, end int32 // in the run's text
	runes      int32
	width      int
}

func (w *word) add(f frag) {
	if w.n < len(w.frags) {
		w.frags[w.n] = f
		w.n++
	} else {
		w.rest = append(w.rest, f)
	}
	w.width = min(w.width+f.width, endless)
	w.runes += int(f.runes)
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
	w, _ := c.measured(s, text)
	return w
}

// measured measures a stretch of a run and counts its runes.
func (c *composer) measured(s *style, text string) (width, runes int) {
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
	return int(min((int64(em)*int64(s.size)+500)/1000+int64(n*s.track), endless)), n
}

// endless is a width that no page has. Wider words count as wide, so that sums
// stay in 32 bits.
const endless = 1 << 29

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
	var node int32 // of the link in hand
	for i := range inlines {
		in := &inlines[i]
		if in.Text == "\n" {
			t.forced, t.before = true, 0
			t.start()
			continue
		}
		s, rise := c.inlineStyle(base, in)
		r := run{style: s, rise: rise, strike: in.Style&prose.Strike != 0, link: c.link(in), node: c.in}
		if r.link == 0 {
			node = 0
		} else if node == 0 || c.links[r.link-1] != c.links[r.link-2] {
			node = c.linkElement()
		}
		if node > 0 {
			r.node = node
		}
		switch {
		case in.PageOf != "":
			c.slots = append(c.slots, in.PageOf)
			r.slot = int32(len(c.slots))
			r.text = c.slotText
			t.run(r)
		case in.Style&prose.SmallCaps != 0:
			t.smallCaps(r, t.curl(c.clean(in), in.Style))
		default:
			r.text = t.curl(c.clean(in), in.Style)
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
	c.cite(int32(len(c.links)), in)
	return int32(len(c.links))
}
