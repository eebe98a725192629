package facts

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
)

// The kinds of a criterion's text: a summary in our words, or what the
// organization supplied under its own license.
const (
	summary  = "summary"
	supplied = "supplied"
)

func (t *teller) criteria() []criterion {
	all := []criterion{}
	for _, entry := range t.Coverage.Entries {
		c := entry.Criterion
		one := criterion{
			ID: c.ID, Title: c.Title, Series: c.Series, Group: c.Group, Text: c.Summary, TextKind: summary,
			Relevant: entry.NotRelevant == nil, Controls: []string{}, CSOCs: []string{}, UserEntity: []string{},
		}
		if text, ok := t.e.CriteriaText[c.ID]; ok {
			one.Text, one.TextKind = text.Value, supplied
		}
		if entry.NotRelevant != nil {
			one.WhyNot = words(entry.NotRelevant.Reason)
		} else {
			t.addControls(&one, entry)
		}
		for _, c := range entry.CSOCs {
			one.CSOCs = append(one.CSOCs, c.ID.Value)
		}
		for _, c := range entry.CUECs {
			one.UserEntity = append(one.UserEntity, c.ID.Value)
		}
		all = append(all, one)
	}
	return all
}

// addControls names the controls that stand under the criterion.
func (t *teller) addControls(one *criterion, entry *coverage.Entry) {
	for _, c := range entry.Controls {
		one.Controls = append(one.Controls, c.ID.Value)
		for _, test := range t.tests[c.ID.Value] {
			one.Exception = one.Exception || test.IsException()
		}
	}
}

func (t *teller) commitments() []promise {
	all := []promise{}
	for _, c := range t.e.Commitments {
		all = append(all, promise{c.ID.Value, words(c.Text), c.Principal, values(c.Categories), t.serving(c.ID)})
	}
	return all
}

func (t *teller) requirements() []promise {
	all := []promise{}
	for _, r := range t.e.Requirements {
		all = append(all, promise{r.ID.Value, words(r.Text), r.Principal, values(r.Categories), t.serving(r.ID)})
	}
	return all
}

// serving returns the printed controls that name the commitment or requirement.
func (t *teller) serving(id content.Text) []string {
	ids := []string{}
	for _, c := range t.printed() {
		for _, named := range c.Commitments {
			if named.Value == id.Value {
				ids = append(ids, c.ID.Value)
				break
			}
		}
	}
	return ids
}
