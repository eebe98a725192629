package check

import (
	"reflect"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// A passage is one stretch of authored words: a value, a paragraph, a cell.
type passage struct {
	text     string
	runs     []prose.Inline // of rich text
	value    content.Text   // of plain text
	code     bool           // some of it is code
	markdown bool           // variables were expanded in it
	quoted   bool           // it stands in a quotation
	cue      bool           // it has a word of the list of cues
	part     part           // whose words it has
}

// span returns the place of the passage's bytes from start up to end.
func (g *passage) span(start, end int) diag.Span {
	if g.runs == nil {
		return g.value.Slice(start, end)
	}
	var span diag.Span
	at := 0
	for _, r := range g.runs {
		from, to := max(start-at, 0), min(end-at, len(r.Text))
		at += len(r.Text)
		if from >= to || r.Span.IsZero() {
			continue
		}
		s := r.Span
		if s.End-s.Start == len(r.Text) {
			s.Start, s.End = s.Start+from, s.Start+to
		}
		if span.IsZero() {
			span = s
		} else if s.Source == span.Source {
			span.End = max(span.End, s.End)
		}
	}
	return span
}

// isCode reports whether the byte is part of code.
func (g *passage) isCode(at int) bool {
	if g.runs == nil {
		return g.code
	}
	return g.run(at).Style&prose.Mono != 0
}

// run returns the run of rich text that has the byte.
func (g *passage) run(at int) prose.Inline {
	for _, r := range g.runs {
		if at < len(r.Text) {
			return r
		}
		at -= len(r.Text)
	}
	return prose.Inline{}
}

// passages returns all authored words. It walks the engagement by its types,
// so that no field added later is left unread.
func passages(e *content.Engagement) []passage {
	c := &collector{seen: map[any]bool{}, passages: make([]passage, 0, 500+30*len(e.Controls))}
	c.value(reflect.ValueOf(e))
	return c.passages
}

type collector struct {
	passages []passage
	seen     map[any]bool // pointers followed: tests and files point at each other
	part     part         // of what is walked
	auditors bool         // it is the service auditor's
}

func (c *collector) add(g passage) {
	g.part = c.part
	if c.auditors && g.part != elsewhere {
		g.part = auditorsWords
	}
	c.passages = append(c.passages, g)
}

func (c *collector) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || c.seen[v.Interface()] {
			return
		}
		c.seen[v.Interface()] = true
		c.value(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			c.value(v.Index(i))
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, k := range keys {
			c.value(v.MapIndex(k))
		}
	case reflect.Struct:
		c.structure(v)
	}
}

func (c *collector) structure(v reflect.Value) {
	switch x := v.Interface().(type) {
	case diag.Text:
		if x.Value != "" {
			c.add(passage{text: x.Value, value: x})
		}
	case content.Prose:
		c.blocks(x.Blocks, false)
	case content.Document:
		if x.Title.Value != "" {
			c.add(passage{text: x.Title.Value, value: x.Title, markdown: true})
		}
		c.blocks(x.Blocks, true)
	case content.Received: // a path, a hash and a name are not prose
	case content.FingerprintedReport: // hashes
	case content.WordChange: // words to look for, not words that are said
	case diag.Span, content.Date, content.Int:
	case content.TestFile:
		c.auditors = x.Source.Value != content.FromManagement
		c.fields(v)
		c.auditors = false
	default:
		c.fields(v)
	}
}

func (c *collector) blocks(blocks []prose.Block, markdown bool) {
	quoted := quotations(blocks)
	prose.EachInlines(blocks, func(runs *[]prose.Inline) {
		if len(*runs) > 0 {
			c.add(passage{text: prose.Text(*runs), runs: *runs, markdown: markdown, quoted: quoted[runs]})
		}
	})
	prose.Walk(blocks, func(b prose.Block) {
		switch b := b.(type) {
		case *prose.Code:
			whole := content.Text{Value: b.Text, Span: b.Span}
			c.add(passage{text: b.Text, value: whole, code: true, markdown: markdown})
		case *prose.Figure:
			alt := content.Text{Value: b.Alt, Span: b.Span}
			c.add(passage{text: b.Alt, value: alt, markdown: markdown})
		}
	})
}

// quotations returns the runs of text that stand in quotations.
func quotations(blocks []prose.Block) map[*[]prose.Inline]bool {
	var quoted map[*[]prose.Inline]bool
	prose.Walk(blocks, func(b prose.Block) {
		q, ok := b.(*prose.Quote)
		if !ok {
			return
		}
		if quoted == nil {
			quoted = map[*[]prose.Inline]bool{}
		}
		prose.EachInlines(q.Blocks, func(runs *[]prose.Inline) { quoted[runs] = true })
	})
	return quoted
}
