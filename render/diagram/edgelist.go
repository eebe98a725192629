package diagram

import "github.com/socdraft/socdraft/content/prose"

// EdgeList says a diagram in sentences, for those who cannot see it: each edge
// in the author's order, and then each node that has none. A node is told from
// others of the same label by its group.
func EdgeList(d *prose.Diagram) []string {
	names := nodeNames(d)
	joined := make([]bool, len(d.Nodes))
	var list []string
	for i := range d.Edges {
		e := &d.Edges[i]
		joined[e.From], joined[e.To] = true, true
		a, b := names[e.From], names[e.To]
		var text string
		switch {
		case e.From == e.To:
			text = "From " + a + " to itself"
		case e.Head && !e.Tail:
			text = "From " + a + " to " + b
		case e.Tail && !e.Head:
			text = "From " + b + " to " + a
		case e.Head:
			text = "Between " + a + " and " + b + ", both ways"
		default:
			text = "Between " + a + " and " + b
		}
		if label := plainText(e.Label); label != "" {
			text += ": " + label
		}
		list = append(list, text)
	}
	for i := range d.Nodes {
		if !joined[i] {
			list = append(list, names[i]+", with no connection")
		}
	}
	return list
}

// nodeNames returns a name for each node: its label, or its id where it has
// none.
func nodeNames(d *prose.Diagram) []string {
	names := make([]string, len(d.Nodes))
	seen := map[string]int{}
	for i := range d.Nodes {
		if names[i] = plainText(d.Nodes[i].Label); names[i] == "" {
			names[i] = d.Nodes[i].ID
		}
		seen[names[i]]++
	}
	for i, name := range names {
		if seen[name] < 2 {
			continue
		}
		if g := d.Nodes[i].Group; g >= 0 && g < len(d.Groups) {
			names[i] += " (" + plainText(d.Groups[g].Label) + ")"
		}
	}
	return names
}
