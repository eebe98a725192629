package soc2_test

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// A line is a paragraph of a draft with the owner of its words, the kind of
// block it stands in and the anchor of the section it belongs to.
type line struct {
	owner   render.Owner
	kind    string
	section string
	text    string
}

func (l line) String() string { return fmt.Sprintf("%s | %s | %s", l.owner, l.kind, l.text) }

// A flattener turns blocks into lines.
type flattener struct {
	lines   []line
	section string
}

func flatten(doc *render.Document) []line {
	f := &flattener{}
	for _, b := range doc.Blocks {
		f.block(b)
	}
	return f.lines
}

func (f *flattener) add(owner render.Owner, kind, text string) {
	for part := range strings.SplitSeq(text, "\n") {
		if part != "" {
			f.lines = append(f.lines, line{owner, kind, f.section, part})
		}
	}
}

func (f *flattener) facts(owner render.Owner, kind string, facts []render.Fact) {
	for _, fact := range facts {
		f.add(owner, kind, fact.Label+": "+runs(fact.Value))
	}
}

// runs returns the text of runs, a page reference as "p.anchor".
func runs(inlines []prose.Inline) string {
	var b strings.Builder
	for _, r := range inlines {
		b.WriteString(r.Text)
		if r.PageOf != "" {
			b.WriteString("p." + r.PageOf)
		}
	}
	return b.String()
}

func (f *flattener) block(b render.Block) {
	owner := b.Owner()
	switch b := b.(type) {
	case *render.Cover:
		f.section = "cover"
		f.add(owner, "band", runs(b.Band))
		f.add(owner, "cover", strings.Join(append([]string{b.Name, b.Kind, b.Title}, b.Lines...), "\n"))
		f.facts(owner, "cover", b.Facts)
	case *render.Glance:
		f.section = b.ID
		f.add(owner, "glance", b.Title+"\n"+b.Label)
		f.facts(owner, "glance", b.Facts)
		f.facts(owner, "shape", b.Shape)
	case *render.Contents:
		f.section = "contents"
		f.add(owner, "contents", b.Title)
		for _, l := range b.Lists {
			f.add(owner, "list", l.Title)
			for _, e := range l.Entries {
				f.add(owner, "list", e.Text)
			}
		}
	case *render.Section:
		f.section = b.ID
		f.add(owner, "section", strings.Join([]string{b.Number, b.Title, b.Line, b.Label}, "\n"))
	case *render.Heading:
		f.add(owner, "heading", runs(b.Text))
		f.add(owner, "margin", strings.Join(b.Margin, "\n"))
	case *render.Prose:
		f.prose(owner, b.Blocks)
	case *render.Facts:
		f.add(owner, "facts", b.Title)
		f.facts(owner, "facts", b.Facts)
	case *render.Placeholder:
		f.add(owner, "placeholder", b.Text)
		f.facts(owner, "placeholder facts", b.Facts)
	case *render.Notice:
		f.add(owner, "notice", b.Title)
		f.prose(owner, b.Blocks)
	case *render.Table:
		f.table(owner, b)
	case *render.Matrix:
		f.matrix(owner, b)
	case *render.Meta:
		f.add(owner, "meta", runs(b.Inlines))
	}
}

func (f *flattener) prose(owner render.Owner, blocks []prose.Block) {
	prose.EachInlines(blocks, func(r *[]prose.Inline) { f.add(owner, "prose", runs(*r)) })
}

func (f *flattener) table(owner render.Owner, t *render.Table) {
	f.add(owner, "caption", t.Caption+"\n"+t.Note)
	for _, c := range t.Columns {
		f.add(owner, "head", c.Head)
	}
	for _, row := range t.Rows {
		f.add(owner, "group", row.Group)
		for _, b := range row.Across {
			f.block(b)
		}
		for _, band := range append([][]render.Cell{row.Lead}, row.Bands...) {
			for _, cell := range band {
				for _, b := range cell.Blocks {
					f.block(b)
				}
			}
		}
	}
}

func (f *flattener) matrix(owner render.Owner, m *render.Matrix) {
	f.add(owner, "caption", m.Caption+"\n"+m.Note)
	for _, l := range m.Legend {
		f.add(owner, "legend", l.Text)
	}
	for _, r := range m.Rows {
		f.add(owner, "matrix", fmt.Sprintf("%s %s %s %s", r.ID, r.Title, r.Through, r.Note))
	}
}

// texts returns the texts of the lines of a kind in a section; "" is any.
func (d *draft) texts(section, kind string) []string {
	var found []string
	for _, l := range d.lines {
		if (section == "" || l.section == section) && (kind == "" || l.kind == kind) {
			found = append(found, l.text)
		}
	}
	return found
}

// text returns all the words of a section, a line each; "" is the whole draft.
func (d *draft) text(section string) string { return strings.Join(d.texts(section, ""), "\n") }

// has fails unless the section says each of the texts.
func (d *draft) has(section string, texts ...string) {
	d.t.Helper()
	all := d.text(section)
	for _, want := range texts {
		if !strings.Contains(all, want) {
			d.t.Errorf("%s does not say %q", orDraft(section), want)
		}
	}
}

// lacks fails where the section says one of the texts.
func (d *draft) lacks(section string, texts ...string) {
	d.t.Helper()
	all := d.text(section)
	for _, text := range texts {
		if strings.Contains(all, text) {
			d.t.Errorf("%s says %q", orDraft(section), text)
		}
	}
}

func orDraft(section string) string {
	if section == "" {
		return "the draft"
	}
	return section
}

// agreementRow returns the first row of the agreement table, "" for any other
// block.
func agreementRow(b render.Block) string {
	table, ok := b.(*render.Table)
	if !ok || table.ID != "table/agreement" {
		return ""
	}
	var cells []string
	for _, c := range table.Rows[0].Bands[0] {
		cells = append(cells, cellText(c))
	}
	return strings.Join(cells, "|")
}
