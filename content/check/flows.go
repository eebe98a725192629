package check

import (
	"slices"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/figures"
	"github.com/socdraft/socdraft/content/prose"
)

// Figures are drawn from zones and flows, see content/figures.

var emptyZone = Check{
	Rule: diag.SameInBoth("S2-250", "empty-zone", diag.Warning,
		"nothing stands in a zone"),
	absence: true,
	run: func(p *project) {
		held := map[string]bool{}
		for _, c := range p.Components.All() {
			held[c.Zone.Value] = true
		}
		for _, z := range p.Components.Zones {
			held[z.Parent.Value] = true
		}
		for _, z := range p.Components.Zones {
			if !held[z.ID.Value] {
				p.add(z.ID.Span, "nothing stands in zone %q", z.ID.Value).
					Suggest("name it at infrastructure or software: zone = %q, or take it away", z.ID.Value)
			}
		}
	},
}

var unusedExternal = Check{
	Rule: diag.SameInBoth("S2-256", "unused-external", diag.Warning,
		"no flow names an external"),
	absence: true,
	run: func(p *project) {
		named := map[string]bool{}
		for _, f := range p.Components.Flows {
			named[f.From.Value], named[f.To.Value] = true, true
		}
		for _, x := range p.Components.Externals {
			if !named[x.ID.Value] {
				p.add(x.ID.Span, "no flow names external %q, so no figure shows it", x.ID.Value).
					Suggest("say what flows from or to it: to = %q, or take it away", x.ID.Value)
			}
		}
	},
}

var circularZone = Check{
	Rule: diag.SameInBoth("S2-251", "circular-zone", diag.Error,
		"a zone stands in itself"),
	run: func(p *project) {
		parents := map[string]*content.Zone{}
		for _, z := range p.Components.Zones {
			parents[z.ID.Value] = z
		}
		left := map[string]bool{} // zones from which the way leads out
		for _, z := range p.Components.Zones {
			onWay := map[string]bool{}
			at := z
			for at != nil && !left[at.ID.Value] && !onWay[at.ID.Value] {
				onWay[at.ID.Value] = true
				at = parents[at.Parent.Value]
			}
			if at != nil && onWay[at.ID.Value] {
				p.add(at.Parent.Span, "zone %q stands in itself", at.ID.Value).
					Suggest("name the zone that is around it, or leave parent out where none is")
			}
			for id := range onWay {
				left[id] = true
			}
		}
	},
}

var repeatedFlow = Check{
	Rule: diag.SameInBoth("S2-252", "repeated-flow", diag.Warning,
		"two flows say the same"),
	run: func(p *project) {
		first := map[[3]string]*content.Flow{}
		for _, f := range p.Components.Flows {
			key := [3]string{f.From.Value, f.To.Value, f.What.Value}
			if same := first[key]; same != nil {
				p.add(f.What.Span, "flow %q from %q to %q is told twice", f.What.Value, f.From.Value, f.To.Value).
					Note(same.What.Span, "first told here").
					Suggest("take one of them away, or say what else flows")
				continue
			}
			first[key] = f
		}
	},
}

var unshownFlow = Check{
	Rule: diag.SameInBoth("S2-253", "unshown-flow", diag.Warning,
		"no diagram shows a flow"),
	absence: true,
	run: func(p *project) {
		model := figures.Of(p.Engagement)
		for _, f := range p.Components.Flows {
			shown := func(d *content.Diagram) bool { return model.Shows(d.Kind.Value, f) }
			if !slices.ContainsFunc(p.Components.Diagrams, shown) {
				p.add(f.From.Span, "no diagram shows the flow from %q to %q, so it does not print", f.From.Value, f.To.Value).
					Suggest("a diagram of kind \"data_flow\" shows flows that name their data, one of kind \"network\" those between infrastructure, what runs on it and the outside")
			}
		}
	},
}

var emptyDiagram = Check{
	Rule: diag.SameInBoth("S2-254", "empty-diagram", diag.Warning,
		"a diagram has nothing to draw"),
	absence: true,
	run: func(p *project) {
		model := figures.Of(p.Engagement)
		for _, d := range p.Components.Diagrams {
			if len(model.Draw(d).Nodes) == 0 {
				p.add(d.Kind.Span, "diagram has nothing to draw").
					Suggest("say what flows from where to where in [[flow]], and what stands in which [[zone]]")
			}
		}
	},
}

var oversizeDiagram = Check{
	Rule: diag.SameInBoth("S2-255", "oversize-diagram", diag.Error,
		"a diagram holds more than a page can show"),
	run: func(p *project) {
		model := figures.Of(p.Engagement)
		for _, d := range p.Components.Diagrams {
			if n, most, what := figures.Excess(model.Draw(d)); what != "" {
				p.add(d.Kind.Span, "diagram has %d %s, and a page shows %d at most, so it does not print", n, what, most).
					Suggest("join components and flows that a reader need not tell apart")
			}
		}
	},
}

var longLabel = Check{
	Rule: diag.SameInBoth("S2-257", "long-label", diag.Warning,
		"a label of a diagram is too long to be taken in"),
	run: func(p *project) {
		model := figures.Of(p.Engagement)
		told := map[diag.Span]bool{}
		for _, d := range p.Components.Diagrams {
			for _, run := range labels(model.Draw(d)) {
				n := utf8.RuneCountInString(run.Text)
				if n <= prose.MaxDiagramLabel || told[run.Span] {
					continue
				}
				told[run.Span] = true
				p.add(run.Span, "label of a diagram has %d characters, more than the %d that one should have", n, prose.MaxDiagramLabel).
					Suggest("say it shortly, and the rest in the text of the part")
			}
		}
	},
}

// labels returns the words in the figure itself.
func labels(d *prose.Diagram) []prose.Inline {
	var all []prose.Inline
	for _, g := range d.Groups {
		all = append(all, g.Label...)
	}
	for _, n := range d.Nodes {
		all = append(all, n.Label...)
	}
	for _, e := range d.Edges {
		all = append(all, e.Label...)
	}
	return all
}
