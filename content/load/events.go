package load

import "github.com/socdraft/socdraft/content"

// incidents reads incidents.toml:
//
//	incidents    "none", where there are none to disclose
//	[[incident]] id, title, nature (prose), started, resolved (dates), effect, disposition (prose), controls (ids)
//	[[undisclosed]] id, title, started, resolved (dates), reason
func (l *loader) incidents(t *table) {
	in := &l.e.Incidents
	in.None = t.none("incidents", "incident")
	for _, i := range t.tables("incident") {
		i.Require("id", "title") // what else is missing breaks a rule of its own
		in.List = append(in.List, &content.Incident{
			ID:          i.id(incident),
			Title:       i.Text("title"),
			Nature:      i.prose("nature"),
			Started:     i.date("started"),
			Resolved:    i.date("resolved"),
			Effect:      i.prose("effect"),
			Disposition: i.prose("disposition"),
			Controls:    i.refs("controls", control),
			Span:        i.Span(),
		})
	}
	for _, i := range t.tables("undisclosed") {
		i.Require("id", "title", "started") // a missing reason breaks a rule of its own
		in.Undisclosed = append(in.Undisclosed, &content.UndisclosedIncident{
			ID:       i.id(incident),
			Title:    i.Text("title"),
			Started:  i.date("started"),
			Resolved: i.date("resolved"),
			Reason:   i.Text("reason"),
			Span:     i.Span(),
		})
	}
	in.Declared = in.None.Value == "none" || len(in.List) > 0
	in.File = t.Span()
}

// changes reads changes.toml:
//
//	changes    "none", where there are none to disclose
//	[[change]] id, title, date, description, effect (prose), controls (ids), significant (default true), reason
func (l *loader) changes(t *table) {
	in := &l.e.Changes
	in.None = t.none("changes", "change")
	for _, c := range t.tables("change") {
		c.Require("id", "title", "date", "description")
		in.List = append(in.List, &content.Change{
			ID:          c.id(change),
			Title:       c.Text("title"),
			Date:        c.date("date"),
			Description: c.prose("description"),
			Effect:      c.prose("effect"),
			Controls:    c.refs("controls", control),
			Significant: c.Bool("significant", true),
			Reason:      c.Text("reason"),
			Span:        c.Span(),
		})
	}
	in.Declared = in.None.Value == "none" || len(in.List) > 0
	in.File = t.Span()
}
