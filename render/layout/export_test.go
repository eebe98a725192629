package layout

// A SetParagraph is a paragraph as it stands on the pages.
type SetParagraph struct {
	Size  int  // of its type
	Over  bool // it names what stands below it
	Lines []SetLine
}

// A SetLine is a line of a paragraph.
type SetLine struct {
	Page, X, Y, W int
	Text          string
}

// SetParagraphs returns the paragraphs in the order in which they were set,
// without repeated heads.
func (r *Result) SetParagraphs() []SetParagraph {
	lines := make(map[int32]*SetLine)
	for i := range r.Pages {
		for k := range r.Pages[i].Items {
			it := &r.Pages[i].Items[k]
			if it.Kind != Text || it.Furniture || it.line == 0 || it.Turned {
				continue
			}
			l := lines[it.line]
			if l == nil {
				l = &SetLine{Page: i + 1, X: it.X, Y: it.Y}
				lines[it.line] = l
			}
			l.W = max(l.W, it.X+it.W-l.X)
			l.Text += it.Text
		}
	}
	var out []SetParagraph
	for _, p := range r.paragraphs {
		set := SetParagraph{Size: p.size, Over: p.over}
		for n := p.first; n <= p.last; n++ {
			if l := lines[n]; l != nil {
				set.Lines = append(set.Lines, *l)
			}
		}
		if len(set.Lines) > 0 {
			out = append(out, set)
		}
	}
	return out
}
