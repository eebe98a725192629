package soc3

import (
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
)

// boundaries adds attachment A: management's own general words, then what the
// typed tables may say in public. It never takes words of the description,
// which says more than a general-use report may.
func (b *builder) boundaries() {
	b.speak("boundaries")
	if b.f.Boundaries.IsZero() {
		b.missing("boundaries of the system, in soc3/boundaries.md",
			words("What belongs here", "services; an overview of infrastructure, software, people, procedures and data; what is in and what is out; in general terms, what is expected of subservice organizations and user entities"))
	} else {
		b.authored(prose.Clone(b.f.Boundaries.Blocks))
	}
	b.byName()
	if b.f.HasCUECs {
		b.speak("user-entities")
	}
}

// byName adds one table of what the typed tables name, so that the names are
// those of the detailed report whatever management's words say.
func (b *builder) byName() {
	b.heading(render.ByManagement, "by-name", "Services, components and organizations by name")
	if len(b.f.Services) == 0 {
		b.missing("services of the system")
	}
	t := table(render.Column{Head: "Name", Share: 300, Names: true}, render.Column{Head: "In general terms", Share: 700})
	for _, g := range b.groups() {
		if len(g.rows) > 0 {
			t.Rows = append(append(t.Rows, render.Row{Group: g.title}), g.rows...)
		}
	}
	if len(t.Rows) > 0 {
		b.speak("by-name")
		b.add(t)
	}
}

// A group is rows of the table by name under one title.
type group struct {
	title string
	rows  []render.Row
}

// componentGroups names the kinds of components in the order of DC 3.
var componentGroups = []struct{ kind, title string }{
	{"infrastructure", "Infrastructure"}, {"software", "Software"}, {"role", "People"}, {"data", "Data"},
}

// groups returns the groups of the table by name, some without rows.
func (b *builder) groups() []group {
	services := group{title: "Services"}
	for _, s := range b.f.Services {
		services.rows = append(services.rows, namedRow(s.Name, s.Summary))
	}
	groups := []group{services}
	for _, of := range componentGroups {
		g := group{title: of.title}
		for _, c := range b.f.Components {
			if c.Kind == of.kind {
				g.rows = append(g.rows, namedRow(c.Name, c.Summary))
			}
		}
		groups = append(groups, g)
	}
	within := group{title: "Subservice organizations within the boundaries"}
	outside := group{title: "Subservice organizations outside the boundaries; complementary controls there are necessary"}
	for _, s := range b.f.Subservice {
		g := &within
		if s.CarveOut {
			g = &outside
		}
		g.rows = append(g.rows, namedRow(s.Name, s.Summary))
	}
	return append(groups, within, outside)
}

func namedRow(name, summary public.Text) render.Row {
	return render.PlainRow("", name.Value, textCell(strong(name)), textCell(authoredText(summary)))
}

// table returns an empty table in management's words.
func table(columns ...render.Column) *render.Table {
	return &render.Table{By: render.By{Whose: render.ByManagement}, Columns: columns}
}
