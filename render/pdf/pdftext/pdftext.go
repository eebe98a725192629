// Package pdftext reads back the text of a PDF that render/pdf wrote, for
// tests. It follows the file as a viewer would: the table of objects, the tree
// of pages, the operators of each page. Structure follows it as a screen reader
// would, by the tree of elements, and says what is wrong with that.
//
// It is no reader for the PDFs of others: it relies on deflated streams and on
// fonts whose codes are code points, and fails where it finds something else.
package pdftext

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
)

// A Run is text that was painted at once.
type Run struct {
	Text     string
	X, Y     float64 // of its start, from the lower left corner of the page
	Artifact bool    // it is marked as no part of the text
	Mark     int     // number of the marked content that it stands in, -1 for none
}

// Text returns the text of each page in the order of painting, each stretch on
// one baseline a line. A soft hyphen at the end of a line, which shows that a
// word goes on in the next, is left out.
func Text(pdf []byte) ([]string, error) {
	f, err := Open(pdf)
	if err != nil {
		return nil, err
	}
	pages, err := f.Pages()
	if err != nil {
		return nil, err
	}
	texts := make([]string, len(pages))
	for i, runs := range pages {
		texts[i] = lines(runs)
	}
	return texts, nil
}

func lines(runs []Run) string {
	var out strings.Builder
	line := ""
	for i, r := range runs {
		line += r.Text
		if i+1 == len(runs) || runs[i+1].Y != r.Y {
			out.WriteString(strings.TrimSuffix(strings.TrimRight(line, " "), "\u00ad") + "\n")
			line = ""
		}
	}
	return out.String()
}

// Pages returns the runs of each page in the order of painting.
func (f *File) Pages() ([][]Run, error) {
	catalog, err := f.dictionary(f.root)
	if err != nil {
		return nil, fmt.Errorf("read PDF: %w", err)
	}
	var pages [][]Run
	if err := f.tree(catalog["Pages"], 0, &pages); err != nil {
		return nil, fmt.Errorf("read PDF: %w", err)
	}
	return pages, nil
}

// tree appends the pages of a branch.
func (f *File) tree(v any, depth int, pages *[][]Run) error {
	d, err := f.dictionary(v)
	if err != nil {
		return err
	}
	if d["Type"] == name("Page") {
		runs, err := f.page(d)
		*pages = append(*pages, runs)
		return err
	}
	kids, ok := d["Kids"].([]any)
	if !ok || depth > 20 {
		return errors.New("the tree of pages is broken")
	}
	for _, kid := range kids {
		if err := f.tree(kid, depth+1, pages); err != nil {
			return err
		}
	}
	return nil
}

func (f *File) page(d dictionary) ([]Run, error) {
	p, err := f.paint(d)
	if err != nil {
		return nil, err
	}
	return p.runs, nil
}

// paint follows the operators of a page.
func (f *File) paint(d dictionary) (*painter, error) {
	contents, ok := d["Contents"].([]any)
	if !ok {
		contents = []any{d["Contents"]}
	}
	var all []byte
	for _, c := range contents {
		o, err := f.resolve(c)
		if err != nil {
			return nil, err
		}
		data, err := inflate(o)
		if err != nil {
			return nil, err
		}
		all = append(append(all, data...), '\n')
	}
	return follow(all)
}

// A painter follows the operators of a page.
type painter struct {
	operands []any
	x, y     float64
	open     []marked // marked content that is open
	marks    []marked // with a number, in the order of painting
	loose    []string // operators that paint outside of any
	runs     []Run
}

// Marked is content that was marked, as part of an element or as decoration.
type marked struct {
	tag    name
	number int // -1 for none
}

func follow(content []byte) (*painter, error) {
	p := &painter{}
	for r := (&reader{in: content}); r.white(); {
		v, err := r.value()
		if err != nil {
			return nil, err
		}
		op, ok := v.(operator)
		if !ok {
			p.operands = append(p.operands, v)
			continue
		}
		if err := p.do(op); err != nil {
			return nil, err
		}
		p.operands = p.operands[:0]
	}
	if len(p.operands) > 0 || len(p.open) > 0 {
		return nil, errors.New("the content of a page ends early")
	}
	return p, nil
}

func (p *painter) do(op operator) error {
	switch op {
	case "BT":
		p.x, p.y = 0, 0
	case "Td":
		p.x, p.y = p.x+p.number(0), p.y+p.number(1)
	case "Tm":
		p.x, p.y = p.number(4), p.number(5)
	case "BMC", "BDC":
		p.begin()
	case "EMC":
		if len(p.open) == 0 {
			return errors.New("marked content ends that was never begun")
		}
		p.open = p.open[:len(p.open)-1]
	case "f", "f*", "F", "s", "S", "b", "B", "b*", "B*", "sh", "Do":
		if len(p.open) == 0 {
			p.loose = append(p.loose, string(op))
		}
	case "Tj", "TJ":
		return p.show()
	case "'", "\"", "TD", "T*":
		return fmt.Errorf("the operator %s is not known", op)
	}
	return nil
}

// begin opens marked content.
func (p *painter) begin() {
	m := marked{number: -1}
	if len(p.operands) > 0 {
		m.tag, _ = p.operands[0].(name)
	}
	if len(p.operands) > 1 {
		properties, _ := p.operands[1].(dictionary)
		if n, ok := properties["MCID"].(float64); ok {
			m.number = int(n)
			p.marks = append(p.marks, m)
		}
	}
	p.open = append(p.open, m)
}

func (p *painter) number(i int) float64 {
	if i >= len(p.operands) {
		return 0
	}
	n, _ := p.operands[i].(float64)
	return n
}

// show appends a run of a string, or of an array of strings and the shifts
// between them.
func (p *painter) show() error {
	if len(p.operands) != 1 {
		return errors.New("text is shown without a string")
	}
	parts, ok := p.operands[0].([]any)
	if !ok {
		parts = p.operands
	}
	var units []uint16
	for _, part := range parts {
		switch part := part.(type) {
		case text:
			if len(part)%2 != 0 {
				return errors.New("a string of text has half a character")
			}
			for i := 0; i < len(part); i += 2 {
				units = append(units, binary.BigEndian.Uint16(part[i:]))
			}
		case float64:
		default:
			return fmt.Errorf("text is shown with %v", part)
		}
	}
	run := Run{Text: string(utf16.Decode(units)), X: p.x, Y: p.y, Mark: -1}
	for _, m := range p.open {
		run.Artifact = run.Artifact || m.tag == "Artifact"
		run.Mark = m.number
	}
	if len(p.open) == 0 {
		p.loose = append(p.loose, run.Text)
	}
	p.runs = append(p.runs, run)
	return nil
}
