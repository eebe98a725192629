package soc2

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// The tables of the components (DC 3). A component that belongs to an included
// organization says so under its name; one that a third party provides says by
// whom.

func (b *builder) infrastructure(int) {
	b.componentTable("table/infrastructure", "Infrastructure", b.e.Components.Infrastructure,
		componentColumn{"Component", 250, b.componentName},
		componentColumn{"Description", 500, describedCell},
		componentColumn{"Location", 250, func(c *content.Component) render.Cell { return textCell(c.Location) }})
}

func (b *builder) software(int) {
	b.componentTable("table/software", "Software", b.e.Components.Software,
		componentColumn{"Component", 270, b.componentName},
		componentColumn{"Description", 580, describedCell},
		componentColumn{"Origin", 150, originCell})
}

func (b *builder) people(int) {
	b.componentTable("table/people", "Functions and roles", b.e.Components.Roles,
		componentColumn{"Role", 290, b.componentName},
		componentColumn{"Responsibilities", 710, describedCell})
}

func (b *builder) data(int) {
	columns := []componentColumn{
		{"Data", 220, b.componentName},
		{"Description", 380, describedCell},
		{"Classification", 170, func(c *content.Component) render.Cell { return textCell(c.Classification) }},
		{"Retention", 230, func(c *content.Component) render.Cell { return textCell(c.Retention) }},
	}
	if b.e.Report.Has(content.Privacy) {
		columns[1].share, columns[3].share = 310, 180
		columns = append(columns, componentColumn{"Privacy role", 120, privacyCell})
	}
	b.componentTable("table/data", "Data", b.e.Components.Data, columns...)
}

// A componentColumn is a column of a table of components.
type componentColumn struct {
	head  string
	share int
	cell  func(*content.Component) render.Cell
}

func (b *builder) componentTable(id, caption string, components []*content.Component, columns ...componentColumn) {
	if len(components) == 0 {
		return
	}
	table := managementTable(id, caption)
	for _, c := range columns {
		table.Columns = append(table.Columns, render.Column{Head: c.head, Share: c.share, Names: len(table.Columns) == 0})
	}
	for _, component := range components {
		var cells []render.Cell
		for _, c := range columns {
			cells = append(cells, c.cell(component))
		}
		table.Rows = append(table.Rows, render.PlainRow(component.ID.Value, component.Name.Value, cells...))
	}
	b.add(table)
}

// componentName is the name with whose the component is.
func (b *builder) componentName(c *content.Component) render.Cell {
	named := runCell(strong(c.Name))
	if p := b.e.Party(c.PerformedBy.Value); p != nil {
		named.Blocks = append(named.Blocks, meta(render.ByManagement, plain("Belongs to "), authoredText(p.Name), plain(" (included)")))
	}
	if p := b.e.Party(c.Provider.Value); p != nil {
		named.Blocks = append(named.Blocks, meta(render.ByManagement, plain("Provided by "), authoredText(p.Name)))
	}
	return named
}

func describedCell(c *content.Component) render.Cell { return proseCell(c.Description) }

func textCell(t content.Text) render.Cell {
	if t.Value == "" {
		return render.Cell{}
	}
	return runCell(authoredText(t))
}

func originCell(c *content.Component) render.Cell {
	switch c.Origin.Value {
	case "in_house":
		return runCell(plain("In-house"))
	case "third_party":
		return runCell(plain("Third party"))
	}
	return render.Cell{}
}

func privacyCell(c *content.Component) render.Cell {
	switch c.PrivacyRole.Value {
	case "":
		return render.Cell{}
	case "both":
		return runCell(plain("Controller and processor"))
	}
	return runCell(plain(prose.FirstUpper(c.PrivacyRole.Value)))
}
