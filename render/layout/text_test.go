package layout

import "strings"

// Words returns the text of the page, a line of the page a line but for divided
// words, without the running header and footer and without repeated heads.
func (p *Page) Words() string {
	var b strings.Builder
	var line string
	last := int32(-1)
	for i := range p.Items {
		it := &p.Items[i]
		if it.Kind != Text || it.Furniture {
			continue
		}
		if last >= 0 && (it.line != last || it.line == 0) {
			b.WriteString(ended(line))
			line = ""
		}
		line += it.Text
		last = it.line
	}
	if last >= 0 {
		b.WriteString(ended(line))
	}
	return b.String()
}

// ended returns a line with its end: none where a word goes on in the next.
func ended(line string) string {
	if word, divided := strings.CutSuffix(line, softHyphen); divided {
		return word
	}
	return strings.TrimRight(line, " ") + "\n"
}

// Text returns the words of all pages, pages divided by a form feed.
func (r *Result) Text() string {
	var b strings.Builder
	for i := range r.Pages {
		if i > 0 {
			b.WriteByte('\f')
		}
		b.WriteString(r.Pages[i].Words())
	}
	return b.String()
}
