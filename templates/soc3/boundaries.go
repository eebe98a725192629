package soc3

import (
	"github.com/socdraft/socdraft/content/prose"
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
	b.heading(render.ByManagement, "by-name", "Services, components and organizations by name")
	b.services()
	b.components()
	b.subserviceOrganizations()
	if b.f.HasCUECs {
		b.subheading("user-entities", "User entities")
		b.speak("user-entities")
	}
}

// subheading adds a level-3 heading among the lists by name.
func (b *builder) subheading(id, text string) {
	b.add(&render.Heading{By: render.By{Whose: render.ByManagement}, ID: b.anchor(id), Level: 3, Text: prose.Plain(text)})
}

func (b *builder) services() {
	b.subheading("services", "Services")
	if len(b.f.Services) == 0 {
		b.missing("services of the system")
		return
	}
	t := table(render.Column{Head: "Service", Share: 300}, render.Column{Head: "What it does", Share: 700})
	for _, s := range b.f.Services {
		t.Rows = append(t.Rows, render.PlainRow("", s.Name.Value, textCell(strong(s.Name)), textCell(authoredText(s.Summary))))
	}
	b.add(t)
}

// componentGroups names the kinds of components in the order of DC 3.
var componentGroups = []struct{ kind, title string }{
	{"infrastructure", "Infrastructure"}, {"software", "Software"}, {"role", "People"}, {"data", "Data"},
}

func (b *builder) components() {
	if len(b.f.Components) == 0 {
		return
	}
	b.subheading("components", "Components")
	b.speak("components")
	t := table(render.Column{Head: "Component", Share: 300}, render.Column{Head: "In general terms", Share: 700})
	for _, g := range componentGroups {
		heading := render.Row{Group: g.title}
		for _, c := range b.f.Components {
			if c.Kind != g.kind {
				continue
			}
			if heading.Group != "" {
				t.Rows = append(t.Rows, heading)
				heading.Group = ""
			}
			t.Rows = append(t.Rows, render.PlainRow("", c.Name.Value, textCell(strong(c.Name)), textCell(authoredText(c.Summary))))
		}
	}
	b.add(t)
}

func (b *builder) subserviceOrganizations() {
	if len(b.f.Subservice) == 0 {
		return
	}
	b.subheading("subservice-organizations", "Subservice organizations")
	b.speak("subservice")
	t := table(render.Column{Head: "Organization", Share: 260},
		render.Column{Head: "Service", Share: 400}, render.Column{Head: "Place", Share: 340})
	for _, s := range b.f.Subservice {
		place := "Within the boundaries, as far as its services are used for the system"
		if s.CarveOut {
			place = "Outside the boundaries; complementary controls there are necessary"
		}
		t.Rows = append(t.Rows, render.PlainRow("", s.Name.Value,
			textCell(strong(s.Name)), textCell(authoredText(s.Summary)), textCell(plain(place))))
	}
	b.add(t)
}

// table returns an empty table in management's words.
func table(columns ...render.Column) *render.Table {
	return &render.Table{By: render.By{Whose: render.ByManagement}, Columns: columns}
}
