package load

import (
	"path"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/markdown"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// authored is rich text whose links are checked once all ids are known.
type authored struct {
	blocks []prose.Block
	local  map[string]bool // ids that only this text knows
}

// figure is the place that shows an image.
type figure struct {
	path  string
	span  diag.Span
	image func() decodedImage // waits until it is decoded
}

// documents reads the Markdown files:
//
//	description/*.md           parts of the description, see description
//	assertion.md               management's own wording of Section 2
//	soc3/boundaries.md         attachment A of the SOC 3 report
//	other-information/*.md     Section 5
//	third-parties/*/assertion.md  of the third party whose id the folder has
//	wording/*.md               management's wording instead of the tool's, by part
func (l *loader) documents() {
	variables := l.variables()
	if l.onVariables = l.list; len(l.files.lost) > 0 {
		l.onVariables = &diag.List{} // values may stand in a file that could not be read
	}
	l.description(variables)
	l.e.Assertion = l.document("assertion.md", variables)
	l.e.Boundaries = l.document("soc3/boundaries.md", variables)
	for _, name := range l.files.in("other-information", ".md") {
		if d := l.document(name, variables); d != nil {
			takeTitle(d)
			l.e.OtherInformation = append(l.e.OtherInformation, d)
		}
	}
	for _, p := range l.e.Parties {
		if wellFormed(p.ID.Value) {
			p.Assertion = l.document("third-parties/"+p.ID.Value+"/assertion.md", variables)
		}
	}
	l.e.Wording = map[string]*content.Document{}
	for _, name := range l.files.in("wording", ".md") {
		if d := l.unexpanded(name); d != nil {
			l.e.Wording[d.Name] = d
		}
	}
}

// document reads one Markdown file, if there is one, and expands its variables.
func (l *loader) document(name string, variables prose.Variables) *content.Document {
	d := l.unexpanded(name)
	if d != nil {
		prose.Expand(d.Blocks, variables, l.onVariables)
	}
	return d
}

// unexpanded reads one Markdown file, if there is one. A wording override stays
// like this, since its template knows more variables than the project does.
func (l *loader) unexpanded(name string) *content.Document {
	data, ok := l.files.optional(name, maxMarkdown)
	if !ok {
		return nil
	}
	src := l.source(name, data)
	if !tomlfile.CheckUTF8(src, l.list) {
		l.files.lose(name)
		return nil
	}
	all := src.At(0, len(data))
	d := &content.Document{Name: strings.TrimSuffix(path.Base(name), path.Ext(name)), Path: name, Span: all}
	d.Blocks = markdown.Parse(diag.NewText(string(data), all), markdown.Options{Dir: path.Dir(name)}, l.list)
	l.record(d)
	return d
}

// record notes what of the document is to be checked later.
func (l *loader) record(d *content.Document) {
	text := authored{blocks: d.Blocks, local: map[string]bool{}}
	prose.Walk(d.Blocks, func(b prose.Block) {
		switch b := b.(type) {
		case *prose.Heading:
			text.local[b.ID] = true
		case *prose.Notes:
			for _, n := range b.Notes {
				text.local[n.ID] = true
			}
		case *prose.Figure:
			l.addFigure(b.Path, b.Span)
		}
	})
	l.texts = append(l.texts, text)
}

// takeTitle makes the level-1 heading that a document begins with its title,
// without the numbers of footnotes. One further on stays where it was written.
func takeTitle(d *content.Document) {
	if len(d.Blocks) == 0 {
		return
	}
	if h, ok := d.Blocks[0].(*prose.Heading); ok && h.Level == 1 {
		words := slices.DeleteFunc(slices.Clone(h.Inlines), func(r prose.Inline) bool { return r.Style&prose.Superscript != 0 })
		d.Title = whole(prose.Text(words), h.Span)
		d.Blocks = slices.Clone(d.Blocks[1:])
	}
}

// description reads the parts of Section 3. Parts of the author's own come in
// the order of [description] order, then by name.
func (l *loader) description(variables prose.Variables) {
	l.e.Description.Known = map[string]*content.Document{}
	var names []string
	for _, p := range content.DescriptionParts {
		names = append(names, p.Name)
	}
	for _, name := range l.files.in("description", ".md") {
		d := l.document(name, variables)
		if d == nil {
			continue
		}
		takeTitle(d)
		if !slices.Contains(names, d.Name) {
			l.misnamed(d, names)
			l.e.Description.Others = append(l.e.Description.Others, d)
			continue
		}
		l.e.Description.Known[d.Name] = d
		if !d.Title.IsZero() {
			l.list.Add(UnusedTitle, d.Title.Span, "heading %q does not print: this part has its title from the tool", d.Title.Value).
				Suggest("remove it, or make it a heading of level 2")
		}
	}
	l.orderParts()
}

func (l *loader) misnamed(d *content.Document, names []string) {
	if near := l.suggest.word(d.Name, names); near != "" {
		l.list.Add(MisnamedPart, l.files.at(d.Path), "%q is read as a part of its own", d.Path).
			Suggest("a known part has a similar name: %q", near)
	}
}

func (l *loader) orderParts() {
	parts := l.e.Description.Others
	var names []string
	for _, d := range parts {
		names = append(names, d.Name)
	}
	place := map[string]int{}
	for i, name := range l.order {
		place[name.Value] = i
		if !slices.Contains(names, name.Value) && len(l.files.lost) == 0 {
			f := l.list.Add(DanglingReference, name.Span, "[description] names unknown part %q", name.Value)
			if near := l.suggest.word(name.Value, names); near != "" {
				f.Suggest("a part with a similar name exists: %q", near)
			} else {
				f.Suggest("write the name of a file in description/, without \".md\", or add the file")
			}
		}
	}
	at := func(d *content.Document) int {
		if i, ok := place[d.Name]; ok {
			return i
		}
		return len(place)
	}
	slices.SortStableFunc(parts, func(a, b *content.Document) int { return at(a) - at(b) })
}
