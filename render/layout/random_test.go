package layout

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// A maker builds random documents, and notes the words in them.
type maker struct {
	*rand.Rand
	words strings.Builder
	n     int
}

var vocabulary = []string{"access", "the", "control", "AC-02", "third-party", "CC6.1", "Section", "3", "approval/release",
	"https://status.example.com/incidents/2026/11/history?page=3&from=start", "a", "reviewed,", "“quarterly”", "–", "SOC", "2",
	strings.Repeat("long", 60), "é", "漢字", "end—start"}

func (m *maker) text() string {
	words := make([]string, 1+m.IntN(40))
	for i := range words {
		m.n++
		words[i] = vocabulary[m.IntN(len(vocabulary))]
		if m.IntN(4) == 0 {
			words[i] += fmt.Sprint(m.n)
		}
	}
	return strings.Join(words, " ")
}

// note records text as it must come back, without its white.
func (m *maker) note(text string) string {
	m.words.WriteString(text + " ")
	return text
}

func (m *maker) inlines() []prose.Inline {
	var out []prose.Inline
	for range 1 + m.IntN(3) {
		in := prose.Inline{Text: m.note(m.text()) + " ", Style: prose.Style(m.IntN(32))}
		if m.IntN(6) == 0 {
			in.Link = "#somewhere"
		}
		out = append(out, in)
	}
	return out
}

func (m *maker) blocks(depth int) []prose.Block {
	var out []prose.Block
	for range 1 + m.IntN(4) {
		switch k := m.IntN(12); {
		case k < 5 || depth > 5:
			out = append(out, &prose.Paragraph{Inlines: m.inlines()})
		case k == 5:
			out = append(out, &prose.Heading{Level: 1 + m.IntN(6), Inlines: m.inlines()})
		case k == 6:
			list := &prose.List{Ordered: m.IntN(2) == 0, Start: 1}
			for i := range 1 + m.IntN(5) {
				if list.Ordered {
					m.note(fmt.Sprintf("%d.", 1+i))
				} else {
					m.note("•")
				}
				list.Items = append(list.Items, prose.Item{Blocks: m.blocks(depth + 1)})
			}
			out = append(out, list)
		case k == 7:
			out = append(out, &prose.Quote{Blocks: m.blocks(depth + 1)})
		case k == 8:
			out = append(out, &prose.Code{Text: m.note(m.text()+"\n\n  "+m.text()) + "\n"})
		case k == 9 && depth == 0:
			out = append(out, m.table())
		case k == 10:
			term := &prose.Paragraph{Inlines: m.inlines()}
			out = append(out, &prose.Definitions{Items: []prose.Definition{{Term: term, Blocks: m.blocks(depth + 1)}}})
		default:
			m.note("Note")
			out = append(out, &prose.Alert{Kind: "note", Blocks: m.blocks(depth + 1)})
		}
	}
	return out
}

func (m *maker) table() *prose.Table {
	columns := 1 + m.IntN(7)
	if m.IntN(10) == 0 {
		columns = 20
	}
	t := &prose.Table{}
	row := func() []prose.Cell {
		var cells []prose.Cell
		for range columns {
			cells = append(cells, prose.Cell{Inlines: m.inlines()})
		}
		return cells
	}
	t.Head = row()
	for range m.IntN(8) {
		t.Rows = append(t.Rows, row())
	}
	return t
}

func (m *maker) cell() render.Cell {
	c := render.Cell{Bar: m.IntN(5) == 0}
	for range m.IntN(3) {
		switch m.IntN(5) {
		case 0:
			c.Blocks = append(c.Blocks, &render.Placeholder{Text: m.note(m.text())})
		case 1:
			c.Blocks = append(c.Blocks, &render.Meta{Inlines: m.inlines()})
		default:
			c.Blocks = append(c.Blocks, render.NewProse(render.ByManagement, m.blocks(3)...))
		}
	}
	return c
}

func (m *maker) rowsOf(t *render.Table) {
	lead := m.IntN(len(t.Columns))
	for i := range m.IntN(7) {
		if m.IntN(5) == 0 {
			t.Rows = append(t.Rows, render.Row{Group: m.note(m.text())})
			continue
		}
		if m.IntN(5) == 0 {
			t.Rows = append(t.Rows, render.Row{Key: m.text(), Across: append([]render.Block{
				&render.Heading{Level: 3, Text: m.inlines()}}, m.cell().Blocks...)})
			continue
		}
		row := render.Row{Key: fmt.Sprintf("K-%d", i)}
		for range lead {
			row.Lead = append(row.Lead, m.cell())
		}
		for range 1 + m.IntN(3) {
			var band []render.Cell
			for range len(t.Columns) - lead {
				band = append(band, m.cell())
			}
			row.Bands = append(row.Bands, band)
		}
		t.Rows = append(t.Rows, row)
	}
}

func (m *maker) document() *render.Document {
	doc := &render.Document{Header: "Header", Mark: "DRAFT", Footer: "Footer", Paper: render.Paper(m.IntN(2)), OneColumn: m.IntN(3) == 0}
	for range 1 + m.IntN(8) {
		switch m.IntN(8) {
		case 0:
			doc.Blocks = append(doc.Blocks, &render.Section{Number: m.note("Section 1"), Title: m.note(m.text()), Line: m.note(m.text()), Run: m.IntN(2) == 0})
		case 1:
			doc.Blocks = append(doc.Blocks, &render.Heading{Level: 2 + m.IntN(3), Text: m.inlines(), Margin: []string{m.note(m.text()), m.note("DC")}})
		case 2:
			t := &render.Table{Caption: m.note(m.text()), Columns: make([]render.Column, 1+m.IntN(5))}
			for i := range t.Columns {
				t.Columns[i] = render.Column{Head: m.note(m.text()), Internal: m.IntN(4) == 0, Numeric: m.IntN(4) == 0, Share: m.IntN(2) * m.IntN(400)}
			}
			m.rowsOf(t)
			doc.Blocks = append(doc.Blocks, t)
		case 3:
			doc.Blocks = append(doc.Blocks, &render.Facts{Facts: []render.Fact{{Label: m.note(m.text()), Value: m.inlines()}, {Label: m.note(m.text()), Value: m.inlines()}}})
		case 4:
			doc.Blocks = append(doc.Blocks, &render.Placeholder{Text: m.note(m.text()), Facts: []render.Fact{{Label: m.note(m.text()), Value: m.inlines()}}})
		case 5:
			doc.Blocks = append(doc.Blocks, &render.Notice{Title: m.note(m.text()), Blocks: m.blocks(1)})
		default:
			doc.Blocks = append(doc.Blocks, render.NewProse(render.ByManagement, m.blocks(0)...))
		}
	}
	return doc
}
