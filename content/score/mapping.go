package score

import "github.com/socdraft/socdraft/content/coverage"

// mapping counts the applicable criteria. What speaks against one link of a
// criterion to a control speaks against the criterion.
func mapping(v *view) measured {
	m := measured{what: "criteria are addressed, with nothing against a mapping"}
	for _, entry := range v.coverage.Entries {
		it := item{bad: !entry.Addressed()}
		for _, c := range entry.Controls {
			for _, id := range c.Criteria {
				if id.Value == entry.Criterion.ID {
					it.places = append(it.places, id.Span)
				}
			}
		}
		if entry.NotRelevant != nil {
			it.places = append(it.places, v.table(entry.NotRelevant.Span))
		}
		if entry.Gap() == coverage.ToDo && len(it.places) > 0 {
			it.lacking(it.places[0], "criterion %q has only controls that are still to be written", entry.Criterion.ID)
		}
		m.items = append(m.items, it)
	}
	if len(m.items) == 0 {
		m.reason = "no category is chosen, so no criterion applies"
	}
	return m
}
