package coverage

import (
	"slices"

	"github.com/socdraft/socdraft/content"
)

// A list is one of the lists of the sources that answer a description
// criterion.
type list struct {
	criterion, name string
	given           bool
	awaited         bool // something in it is still to be written
}

func listsOf(e *content.Engagement) []list {
	return []list{
		listOf("DC 1", "services", e.Services, func(s *content.Service) []string {
			return []string{s.Name.Value, s.Summary.String()}
		}),
		listOf("DC 2", "service commitments", e.Commitments, func(c *content.Commitment) []string {
			return []string{c.Text.String()}
		}),
		listOf("DC 2", "system requirements", e.Requirements, func(r *content.Requirement) []string {
			return []string{r.Text.String()}
		}),
		listOf("DC 3", "components", e.Components.All(), func(c *content.Component) []string {
			return []string{c.Name.Value, c.Description.String()}
		}),
		listOf("DC 4", "incidents", e.Incidents.List, func(i *content.Incident) []string {
			return []string{i.Title.Value, i.Nature.String(), i.Effect.String(), i.Disposition.String()}
		}).declared(e.Incidents.Declared),
		listOf("DC 5", "controls", e.Controls, func(c *content.Control) []string {
			return []string{c.Statement.String()}
		}),
		listOf("DC 6", "user entity controls", e.UserEntities.CUECs, func(c *content.CUEC) []string {
			return []string{c.Text.String()}
		}).declared(e.UserEntities.Declared),
		listOf("DC 7", "third parties", e.Parties, func(p *content.Party) []string {
			return []string{p.Name.Value, p.Service.String()}
		}),
		listOf("DC 8", "criteria not relevant", e.NotRelevant, func(n *content.NotRelevant) []string {
			return []string{n.Reason.String()}
		}),
		listOf("DC 9", "changes", e.Changes.List, func(c *content.Change) []string {
			return []string{c.Title.Value, c.Description.String()}
		}).declared(e.Changes.Declared),
	}
}

// listOf describes a list by the texts of its entries.
func listOf[T any](criterion, name string, entries []T, texts func(T) []string) list {
	return list{criterion, name, len(entries) > 0,
		slices.ContainsFunc(entries, func(entry T) bool { return slices.ContainsFunc(texts(entry), awaits) })}
}

// declared is for lists that can be declared empty.
func (l list) declared(is bool) list {
	l.given = is
	return l
}
