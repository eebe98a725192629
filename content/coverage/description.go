package coverage

import (
	"strings"

	"github.com/socdraft/socdraft/content"
)

// A DescriptionCriterion is one of DC 1 to DC 9 and where the sources answer
// it.
type DescriptionCriterion struct {
	ID    string // "DC 1"
	Title string
	Where []string // names of description parts and of the lists that were given; empty: nowhere
}

// Answered reports whether the sources say something on it.
func (d DescriptionCriterion) Answered() bool { return len(d.Where) > 0 }

// IsGap reports whether an answer is missing. DC 8 asks for one only where a
// criterion is not relevant.
func (d DescriptionCriterion) IsGap() bool { return !d.Answered() && d.ID != "DC 8" }

// Unanswered says in words what stands in the place of an answer.
func (d DescriptionCriterion) Unanswered() string {
	if d.IsGap() {
		return "nothing yet"
	}
	return "no criterion is declared not relevant"
}

// Description returns the description criteria that apply to the type of
// report, each with where the sources answer it. DC 9 applies to type 2.
func Description(e *content.Engagement) []DescriptionCriterion {
	all := []DescriptionCriterion{
		{"DC 1", "Services provided", given("services", len(e.Services) > 0)},
		{"DC 2", "Principal service commitments and system requirements", append(
			given("service commitments", len(e.Commitments) > 0),
			given("system requirements", len(e.Requirements) > 0)...)},
		{"DC 3", "Components of the system", given("components", len(e.Components.All()) > 0)},
		{"DC 4", "System incidents", given("incidents", e.Incidents.Declared)},
		{"DC 5", "Applicable criteria and related controls", given("controls", len(e.Controls) > 0)},
		{"DC 6", "Complementary user entity controls", given("user entity controls", e.UserEntities.Declared)},
		{"DC 7", "Subservice organizations", given("third parties", len(e.Parties) > 0)},
		{"DC 8", "Criteria not relevant", given("criteria not relevant", len(e.NotRelevant) > 0)},
	}
	if e.Report.Type == content.Type2 {
		all = append(all, DescriptionCriterion{"DC 9", "Significant changes during the period",
			given("changes", e.Changes.Declared)})
	}
	for i := range all {
		all[i].Where = append(all[i].Where, partsOn(e, all[i].ID)...)
	}
	return all
}

func given(name string, is bool) []string {
	if !is {
		return nil
	}
	return []string{name}
}

// partsOn returns the names of the written parts of the description that
// answer the criterion.
func partsOn(e *content.Engagement, id string) []string {
	var names []string
	for _, part := range content.DescriptionParts {
		if e.Description.Known[part.Name] == nil {
			continue
		}
		for criterion := range strings.SplitSeq(part.Criteria, ", ") {
			if criterion == id {
				names = append(names, "description/"+part.Name+".md")
			}
		}
	}
	return names
}
