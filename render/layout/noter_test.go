package layout

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// A noter builds text with footnotes, in files as an author writes them.
type noter struct {
	*rand.Rand
	file    int
	numbers int      // of the notes so far of the file in hand
	words   []string // all that must be printed once
	deep    bool     // notes may refer to notes
	loose   bool     // some notes have no mark
	flat    bool     // without tables, where columns are read one after the other
}

// said returns n words that occur nowhere else, and notes them: "b7.0x".
func (m *noter) said(name string, n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("%s.%dx", name, i)
		m.words = append(m.words, out[i])
	}
	return strings.Join(out, " ")
}

func noteName(file, number int) string { return fmt.Sprintf("n%d.%d", file, number) }

func ref(file, number int) prose.Inline {
	return prose.Inline{Text: fmt.Sprint(number), Style: prose.Superscript, Link: "#" + noteName(file, number)}
}

// runs returns text with some marks.
func (m *noter) runs(most int) []prose.Inline {
	var out []prose.Inline
	for range 1 + m.IntN(4) {
		m.words = append(m.words, "")
		name := fmt.Sprintf("b%d", len(m.words))
		out = append(out, prose.Inline{Text: m.said(name, 1+m.IntN(most))})
		switch m.IntN(4) {
		case 0:
			m.numbers++
			out = append(out, ref(m.file, m.numbers))
		case 1:
			if m.numbers > 0 { // a mark again
				out = append(out, ref(m.file, 1+m.IntN(m.numbers)))
			}
		}
		out = append(out, prose.Inline{Text: " "})
	}
	return out
}

func (m *noter) block(depth int) prose.Block {
	inner := func() []prose.Block {
		var out []prose.Block
		for range 1 + m.IntN(3) {
			out = append(out, m.block(depth+1))
		}
		return out
	}
	switch k := m.IntN(11); {
	case k == 0 && depth < 3:
		return &prose.Quote{Blocks: inner()}
	case k == 1 && depth < 3:
		return &prose.List{Items: []prose.Item{{Blocks: inner()}, {Blocks: inner()}}}
	case k == 2 && depth < 3:
		return &prose.Alert{Kind: "note", Blocks: inner()}
	case k == 3 && depth < 3:
		return &prose.Heading{Level: 2, Inlines: m.runs(4)}
	case k == 4 && depth < 3 && !m.flat:
		t := &prose.Table{Head: []prose.Cell{{Inlines: m.runs(3)}, {Inlines: m.runs(3)}}}
		for range 1 + m.IntN(6) {
			t.Rows = append(t.Rows, []prose.Cell{{Inlines: m.runs(30)}, {Inlines: m.runs(60)}})
		}
		return t
	case k == 5:
		m.words = append(m.words, "")
		return &prose.Code{Text: m.said(fmt.Sprintf("c%d", len(m.words)), 1+m.IntN(4)) + "\n"}
	}
	return &prose.Paragraph{Inlines: m.runs(60)}
}

// note returns a note: short most often, now and then longer than a page.
func (m *noter) note(number int) prose.Note {
	name := noteName(m.file, number)
	n := prose.Note{Number: number, ID: name}
	size := 1 + m.IntN(20)
	switch m.IntN(12) {
	case 0:
		size = 2500
	case 1:
		size = 150
	}
	text := []prose.Inline{{Text: m.said(name, size)}}
	if m.deep && m.IntN(4) == 0 {
		m.numbers++
		text = append(text, ref(m.file, m.numbers))
		if !m.loose {
			text = append(text, ref(m.file, number))
		}
	}
	n.Blocks = append(n.Blocks, &prose.Paragraph{Inlines: text})
	switch m.IntN(8) {
	case 0:
		n.Blocks = append(n.Blocks, &prose.Code{Text: m.said(name+"c", 8) + "\n"})
	case 1:
		n.Blocks = append(n.Blocks, &prose.List{Items: []prose.Item{{Blocks: []prose.Block{prose.Para(prose.Inline{Text: m.said(name+"l", 30)})}}}})
	case 2:
		cell := func(k string) prose.Cell { return prose.Cell{Inlines: prose.Plain(m.said(name+k, 9))} }
		n.Blocks = append(n.Blocks, &prose.Table{Head: []prose.Cell{cell("h"), cell("i")}, Rows: [][]prose.Cell{{cell("j"), cell("k")}}})
	}
	return n
}

// notes returns the notes of the file in hand and starts the next one.
func (m *noter) notes() *prose.Notes {
	if m.loose && m.IntN(2) == 0 {
		m.numbers++
	}
	notes := &prose.Notes{}
	for i := 1; i <= m.numbers; i++ {
		notes.Notes = append(notes.Notes, m.note(i))
	}
	m.file++
	m.numbers = 0
	return notes
}

func (m *noter) document() *render.Document {
	doc := &render.Document{Mark: "DRAFT", Paper: render.Paper(m.IntN(2))}
	for range 1 + m.IntN(4) {
		if m.IntN(3) == 0 {
			doc.Blocks = append(doc.Blocks, &render.Section{Title: "Section"})
			m.words = append(m.words, "Section")
		}
		var blocks []prose.Block
		for range 1 + m.IntN(12) {
			blocks = append(blocks, m.block(0))
		}
		doc.Blocks = append(doc.Blocks, authored(blocks...))
		if !m.flat && m.IntN(2) == 0 {
			doc.Blocks = append(doc.Blocks, m.table())
		}
		doc.Blocks = append(doc.Blocks, authored(m.notes()))
	}
	return doc
}

// table has texts with notes of their own in its cells, and references to the
// notes of the file around it.
func (m *noter) table() *render.Table {
	t := &render.Table{Columns: []render.Column{{}, {}, {}}}
	outer, outerNumbers := m.file, m.numbers
	for range 1 + m.IntN(4) {
		cell := func() render.Cell {
			m.file += 100
			m.numbers = 0
			text := prose.Para(m.runs(50)...)
			return render.Cell{Blocks: []render.Block{authored(text, m.notes())}}
		}
		row := render.Row{Key: "K", Lead: []render.Cell{cell()}}
		for range 1 + m.IntN(3) {
			row.Bands = append(row.Bands, []render.Cell{cell(), cell()})
		}
		t.Rows = append(t.Rows, row)
	}
	m.file, m.numbers = outer, outerNumbers
	return t
}
