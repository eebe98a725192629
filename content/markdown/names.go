package markdown

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// headingID is the authored id at the end of a heading.
var headingID = regexp.MustCompile(`(?:^|\s+)\{#([A-Za-z][A-Za-z0-9_.:-]*)\}$`)

// nameHeadings takes the authored ids off the headings and makes ids for the
// others. An authored id keeps precedence over a made one before it.
func nameHeadings(blocks []prose.Block, list *diag.List) {
	var headings []*prose.Heading
	prose.Walk(blocks, func(b prose.Block) {
		if h, ok := b.(*prose.Heading); ok {
			headings = append(headings, h)
		}
	})
	taken := map[string]*prose.Heading{}
	for _, h := range headings {
		id := authoredID(h)
		if id == "" {
			continue
		}
		if first := taken[id]; first != nil {
			list.Add(DuplicateHeadingID, h.Span, "heading id %q is taken", id).Note(first.Span, "by this heading").
				Suggest("change one of the two, or links lead to the wrong place")
			continue
		}
		taken[id] = h
		h.ID = id
	}
	next := map[string]int{}
	for _, h := range headings {
		if h.ID != "" {
			continue
		}
		base := slug(prose.Text(h.Inlines))
		id := base
		for taken[id] != nil {
			next[base] = max(next[base], 1) + 1
			id = base + "-" + strconv.Itoa(next[base])
		}
		taken[id] = h
		h.ID = id
	}
}

// authoredID cuts the id off the heading's last run.
func authoredID(h *prose.Heading) string {
	if len(h.Inlines) == 0 {
		return ""
	}
	last := &h.Inlines[len(h.Inlines)-1]
	m := headingID.FindStringSubmatchIndex(last.Text)
	if m == nil || last.Style&prose.Mono != 0 {
		return ""
	}
	id := last.Text[m[2]:m[3]]
	if m[0] == 0 {
		h.Inlines = h.Inlines[:len(h.Inlines)-1]
		return id
	}
	if s := last.Span; !s.IsZero() && s.End-s.Start == len(last.Text) {
		last.Span.End = s.Start + m[0]
	}
	last.Text = last.Text[:m[0]]
	return id
}

// slug makes an id of a heading's words, as code hosts do.
func slug(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '_':
			b.WriteRune(r)
		case r == ' ', r == '-':
			b.WriteByte('-')
		}
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}

// footnote returns the first definition of the label, or nil.
func (c *converter) footnote(label string) *footnote {
	if c.byLabel == nil {
		c.byLabel = map[string]*footnote{}
		for _, def := range c.footnotes {
			if c.byLabel[def.label] == nil {
				c.byLabel[def.label] = def
			}
		}
	}
	return c.byLabel[label]
}

// number returns the footnote's number: that of its first use.
func (c *converter) number(def *footnote) int {
	if c.numbers[def] == 0 {
		c.numbered = append(c.numbered, def)
		c.numbers[def] = len(c.numbered)
	}
	return c.numbers[def]
}

// noteID names a footnote apart from those of other files.
func (c *converter) noteID(number int) string {
	file := strings.TrimSuffix(c.text.Span.Name(), ".md")
	return "note-" + strings.Trim(slug(strings.ReplaceAll(file, "/", "-")), "-") + "-" + strconv.Itoa(number)
}

// notes converts the footnotes in the order of their numbers; those without a
// use come last, with a finding.
func (c *converter) notes() []prose.Note {
	var notes []prose.Note
	convert := func() {
		for len(notes) < len(c.numbered) {
			number := len(notes) + 1
			def := c.numbered[number-1]
			notes = append(notes, prose.Note{Number: number, ID: c.noteID(number)})
			notes[number-1].Blocks = c.children(def)
		}
	}
	convert()
	for _, def := range c.footnotes {
		if c.numbers[def] == 0 {
			c.list.Add(UnusedFootnote, c.at(def.start, def.stop), "nothing refers to footnote %q", def.label).
				Suggest("write [^%s] where it belongs; until then it prints after the others", def.label)
			c.number(def)
			convert()
		}
	}
	return notes
}
