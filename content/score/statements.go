package score

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
)

// statements counts the controls that answer a tester's questions.
func statements(v *view) measured {
	m := measured{what: "controls say who does what, when, and what remains of it"}
	for _, c := range v.inScope() {
		it := item{places: []diag.Span{v.table(c.Span)}}
		if open := unanswered(c); open != "" {
			it.lacking(v.place(c.Statement.Raw.Span, c.ID.Span, c.Span), "control %q %s", c.ID.Value, open)
		}
		m.items = append(m.items, it)
	}
	if len(m.items) == 0 {
		m.reason = "there is no control in scope"
	}
	return m
}

// unanswered returns the first question that a control leaves open, "" where
// the rest is for the rules to see.
func unanswered(c *content.Control) string {
	frequency := content.Frequency(c.Frequency.Value)
	switch {
	case !coverage.Written(c.Statement.String()):
		return "does not say what is done"
	case !coverage.Written(c.OwnerRole.Value) && !coverage.Written(c.PerformerRole.Value):
		return "names no role that does it or answers for it"
	case frequency.Words() == "":
		return "has no frequency"
	case frequency == content.PerOccurrence && !coverage.Written(c.TriggerWords()) && c.Population.Value == "":
		return "operates per occurrence and names no trigger"
	}
	return ""
}
