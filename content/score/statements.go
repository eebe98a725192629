package score

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// statements counts the controls that answer a tester's questions.
func statements(v *view) measured {
	m := measured{what: "controls say who does what, when, and what remains of it"}
	for _, c := range v.inScope() {
		it := item{places: []diag.Span{v.table(c.Span)}}
		if open := unanswered(c); open != "" {
			it.lacking(v.place(c.Statement.Raw.Span, c.ID.Span, c.Span), "control %q does not say %s", c.ID.Value, open)
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
	case !written(c.Statement.String()):
		return "what is done"
	case !written(c.OwnerRole.Value) && !written(c.PerformerRole.Value):
		return "who does it"
	case frequency.Words() == "":
		return "how often"
	case frequency == content.PerOccurrence && !written(c.TriggerWords()) && c.Population.Value == "":
		return "upon which event"
	case len(c.Evidence) == 0 && len(c.Systems) == 0 && len(c.UsesReports) == 0:
		return "in which system, or what it leaves as evidence"
	}
	return ""
}
