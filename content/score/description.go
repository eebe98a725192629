package score

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// fewestNames is how many things of this system a part of the description has
// to name before it could not describe any company's.
const fewestNames = 2

// description counts the parts of the description, each with the components or
// organizations that print below it.
func description(v *view) measured {
	m := measured{what: "parts of the description name what is special to this system"}
	names := v.vocabulary()
	for _, part := range content.DescriptionParts {
		doc := v.Description.Known[part.Name]
		expected := (part.Required || part.Prose) && !(part.Type2 && v.Report.Type == content.Type1)
		if doc == nil && !expected {
			continue
		}
		it := item{bad: doc == nil}
		if doc != nil {
			it.places = append(it.places, doc.Span)
			it.describe(doc, names, expected, ofParts[part.Name])
		}
		v.addComponents(&it, part.Name)
		if part.Name == "subservice-organizations" {
			v.addParties(&it)
		}
		m.items = append(m.items, it)
	}
	for _, doc := range v.Description.Others {
		it := item{places: []diag.Span{doc.Span}}
		it.describe(doc, names, false, nil)
		m.items = append(m.items, it)
	}
	return m
}

// describe adds what a part lacks. One that is not expected may say little: the
// tables below it say the rest.
func (it *item) describe(doc *content.Document, names *vocabulary, expected bool, kinds []string) {
	if !coverage.WrittenDocument(doc) {
		it.lacking(top(doc), "part %q of the description is still to be written", doc.Name)
		return
	}
	if !expected {
		return
	}
	switch n := names.count(prose.BlocksText(doc.Blocks), kinds); {
	case n == 0:
		it.lacking(top(doc), "part %q of the description names no %s of the project's tables", doc.Name, alternatives(kinds))
	case n < fewestNames:
		it.lacking(top(doc), "part %q of the description names a single %s of the project's tables", doc.Name, alternatives(kinds))
	}
}

// addComponents adds the components that print below the part.
func (v *view) addComponents(it *item, part string) {
	for _, c := range map[string][]*content.Component{
		"infrastructure": v.Components.Infrastructure,
		"software":       v.Components.Software,
		"people":         v.Components.Roles,
		"data":           v.Components.Data,
	}[part] {
		it.places = append(it.places, v.table(c.Span))
		if open := unspecific(c); open != "" {
			it.lacking(v.place(c.ID.Span, c.Span), "%s %q does not say %s", c.Kind, c.ID.Value, open)
		}
	}
}

// addParties adds the third parties.
func (v *view) addParties(it *item) {
	for _, p := range v.Parties {
		it.places = append(it.places, v.table(p.Span))
		if !coverage.Written(p.Name.Value) || !coverage.Written(p.Service.String()) {
			it.lacking(v.place(p.ID.Span, p.Span), "third party %q has no name, or nothing says what it does", p.ID.Value)
		}
	}
}

// unspecific returns what a component leaves open.
func unspecific(c *content.Component) string {
	switch {
	case !coverage.Written(c.Name.Value):
		return "its name"
	case !coverage.Written(c.Description.String()):
		return "what it is"
	case c.Kind == "infrastructure" && !coverage.Written(c.Location.Value) && c.Provider.Value == "":
		return "where it is or who provides it"
	case c.Kind == "data" && !coverage.Written(c.Classification.Value):
		return "how the data is classified"
	}
	return ""
}
