package figures

import "github.com/socdraft/socdraft/content/prose"

// Printed returns the diagrams of a kind that the report shows: those that have
// something to draw, and no more than a page can show. The others have findings.
func (m *Model) Printed(kind string) []*prose.Diagram {
	var all []*prose.Diagram
	for _, d := range m.e.Components.Diagrams {
		if d.Kind.Value != kind {
			continue
		}
		drawn := m.Draw(d)
		if _, _, what := Excess(drawn); len(drawn.Nodes) > 0 && what == "" {
			all = append(all, drawn)
		}
	}
	return all
}

// Excess tells of what a diagram has more than a page can show, and how much;
// what is "" where it has nothing too much.
func Excess(d *prose.Diagram) (n, most int, what string) {
	switch {
	case len(d.Nodes) > prose.MaxDiagramNodes:
		return len(d.Nodes), prose.MaxDiagramNodes, "nodes"
	case len(d.Edges) > prose.MaxDiagramEdges:
		return len(d.Edges), prose.MaxDiagramEdges, "edges"
	case len(d.Groups) > prose.MaxDiagramGroups:
		return len(d.Groups), prose.MaxDiagramGroups, "zones"
	}
	return 0, 0, ""
}
