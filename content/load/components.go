package load

import "github.com/socdraft/socdraft/content"

// components reads components.toml. All kinds share one space of ids. Zones,
// flows and diagrams are in flows.go.
//
//	[[infrastructure]] id, name, description (prose), location, provider (third party), performed_by (third party), public_summary, zone, store
//	[[software]]       id, name, description, origin, provider, performed_by, public_summary, zone, store, runs_on (infrastructure)
//	[[role]]           id, name, description, performed_by, public_summary
//	[[data]]           id, name, description, classification, retention, privacy_role, performed_by, public_summary
func (l *loader) components(t *table) {
	c := &l.e.Components
	for _, i := range t.tables("infrastructure") {
		part := i.component(infrastructure)
		part.Location = i.Text("location")
		part.Provider = i.ref("provider", party)
		i.drawn(part)
		c.Infrastructure = append(c.Infrastructure, part)
	}
	for _, s := range t.tables("software") {
		part := s.component(software)
		part.Origin = s.Choice("origin", "in_house", "third_party")
		part.Provider = s.ref("provider", party)
		part.RunsOn = s.ref("runs_on", infrastructure)
		s.drawn(part)
		c.Software = append(c.Software, part)
	}
	for _, r := range t.tables("role") {
		c.Roles = append(c.Roles, r.component(role))
	}
	for _, d := range t.tables("data") {
		part := d.component(data)
		part.Classification = d.Text("classification")
		part.Retention = d.Text("retention")
		part.PrivacyRole = d.Choice("privacy_role", "controller", "processor", "both")
		c.Data = append(c.Data, part)
	}
	l.flows(t)
}

// component reads the keys that every kind of component has.
func (t *table) component(k kind) *content.Component {
	t.Require("id", "name", "description")
	id := t.id(component)
	t.l.ids.also(k, id)
	return &content.Component{
		Kind:          string(k),
		ID:            id,
		Name:          t.Text("name"),
		Description:   t.prose("description"),
		PublicSummary: t.Text("public_summary"),
		PerformedBy:   t.ref("performed_by", party),
		Span:          t.Span(),
	}
}
