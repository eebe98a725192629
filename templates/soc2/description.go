package soc2

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/render"
)

// componentsHeading groups the five components of DC 3, the parts from
// "infrastructure" to "data".
const componentsHeading = "description/components"

// isComponent reports whether the part stands under that heading.
func isComponent(name string) bool {
	switch name {
	case "infrastructure", "software", "people", "procedures", "data":
		return true
	}
	return false
}

// generatorOf returns what adds a part's generated text and tables after its
// prose, or nil where the part is prose alone.
func generatorOf(name string) func(*builder, int) {
	switch name {
	case "overview":
		return (*builder).services
	case "commitments":
		return (*builder).commitments
	case "infrastructure":
		return (*builder).infrastructure
	case "software":
		return (*builder).software
	case "people":
		return (*builder).people
	case "data":
		return (*builder).data
	case "incidents":
		return (*builder).incidents
	case "criteria-and-controls":
		return (*builder).controlsPointer
	case "criteria-not-relevant":
		return (*builder).criteriaNotRelevant
	case "subservice-organizations":
		return (*builder).subserviceOrganizations
	case "user-entities":
		return (*builder).userEntities
	case "changes":
		return (*builder).changes
	}
	return nil
}

// description adds management's description of the system, part by part.
func (b *builder) description() {
	grouped := false
	for _, part := range content.DescriptionParts {
		if !b.applicable(part) {
			continue
		}
		level := 2
		if isComponent(part.Name) {
			level = 3
			if !grouped {
				b.heading(render.ByManagement, 2, componentsHeading, "Components of the system")
				grouped = true
			}
		}
		b.part(part, level)
		if part.Name == "control-activities" {
			b.otherParts()
		}
	}
}

// part adds one known part: its heading, the authored prose or a placeholder
// for it, and what is generated.
func (b *builder) part(part content.DescriptionPart, level int) {
	written := b.e.Description.Known[part.Name]
	margin := []string{part.Criteria, render.ByManagement.String()}
	if b.working() && written != nil {
		margin = append(margin, written.Path)
	}
	b.heading(render.ByManagement, level, part.Name, part.Title, margin...)
	generate := generatorOf(part.Name)
	figures := b.figuresOf(part.Name)
	switch {
	case written != nil:
		b.authored(render.ByManagement, part.Name, level, leading(written.Blocks, figures))
	case part.Required || generate == nil:
		b.missing("open/"+part.Name, "description: "+lowerFirst(part.Title)+" ("+part.Criteria+")")
		if len(figures) > 0 {
			b.add(render.NewProse(render.ByManagement, figures...))
		}
	}
	if generate != nil {
		generate(b, level)
	}
}

// introduce adds the built-in introduction to a part's table, unless management
// wrote the part itself; a wording override always prints.
func (b *builder) introduce(wording, part string) {
	if b.e.Description.Known[part] == nil || b.e.Wording[wording] != nil {
		b.speak(wording, nil)
	}
}

// otherParts adds the parts of the author's own.
func (b *builder) otherParts() {
	for _, doc := range b.e.Description.Others {
		margin := []string{render.ByManagement.String()}
		if b.working() {
			margin = append(margin, doc.Path)
		}
		b.heading(render.ByManagement, 2, doc.Name, documentTitle(doc), margin...)
		b.authored(render.ByManagement, doc.Name, 2, doc.Blocks)
	}
}

// controlsPointer says where the controls are and that they are part of the
// description (DC 5).
func (b *builder) controlsPointer(int) { b.speak("controls-pointer", nil) }

// sectionTitle returns the title of a section that is present.
func (b *builder) sectionTitle(id string) string {
	for _, s := range b.sections {
		if s.id == id {
			return s.title(b)
		}
	}
	return ""
}
