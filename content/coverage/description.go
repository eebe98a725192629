package coverage

import (
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
)

// A DescriptionCriterion is one of DC 1 to DC 9 and where the sources answer
// it.
type DescriptionCriterion struct {
	ID    string // "DC 1"
	Title string
	Where []string // names of description parts and of the lists that were given; empty: nowhere
	ToDo  []string // names of those in which something is still to be written
}

// Answered reports whether the sources say something on it.
func (d DescriptionCriterion) Answered() bool { return len(d.Where) > 0 }

// IsGap reports whether an answer is missing, or a part of it still to be
// written. DC 8 asks for one only where a criterion is not relevant.
func (d DescriptionCriterion) IsGap() bool {
	return len(d.ToDo) > 0 || !d.Answered() && d.ID != "DC 8"
}

// Unanswered says in words what stands in the place of an answer.
func (d DescriptionCriterion) Unanswered() string {
	switch {
	case len(d.ToDo) > 0:
		return string(ToDo)
	case d.IsGap():
		return "nothing yet"
	}
	return "no criterion is declared not relevant"
}

// Description returns the description criteria that apply to the type of
// report, each with where the sources answer it. DC 9 applies to type 2.
func Description(e *content.Engagement) []DescriptionCriterion {
	all := []DescriptionCriterion{
		{ID: "DC 1", Title: "Services provided"},
		{ID: "DC 2", Title: "Principal service commitments and system requirements"},
		{ID: "DC 3", Title: "Components of the system"},
		{ID: "DC 4", Title: "System incidents"},
		{ID: "DC 5", Title: "Applicable criteria and related controls"},
		{ID: "DC 6", Title: "Complementary user entity controls"},
		{ID: "DC 7", Title: "Subservice organizations"},
		{ID: "DC 8", Title: "Criteria not relevant"},
	}
	if e.Report.Type == content.Type2 {
		all = append(all, DescriptionCriterion{ID: "DC 9", Title: "Significant changes during the period"})
	}
	lists := listsOf(e)
	for i := range all {
		for _, l := range lists {
			if l.criterion == all[i].ID {
				all[i].take(l.name, l.given, l.awaited)
			}
		}
		all[i].takeParts(e)
	}
	return all
}

// take records a list or part: where the criterion is answered, or still to be.
func (d *DescriptionCriterion) take(name string, given, awaited bool) {
	switch {
	case awaited:
		d.ToDo = append(d.ToDo, name)
	case given:
		d.Where = append(d.Where, name)
	}
}

// takeParts records the parts of the description that are on the criterion.
func (d *DescriptionCriterion) takeParts(e *content.Engagement) {
	for _, part := range content.DescriptionParts {
		doc := e.Description.Known[part.Name]
		if doc == nil || !slices.Contains(strings.Split(part.Criteria, ", "), d.ID) {
			continue
		}
		d.take("description/"+part.Name+".md", true, awaits(prose.BlocksText(doc.Blocks)))
	}
}
