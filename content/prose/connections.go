package prose

// Connections says in sentences what the edges of a diagram show, for readers who
// cannot see it and for text.
func (d *Diagram) Connections() [][]Inline {
	var said [][]Inline
	names := d.names(d.labels())
	for i := range d.Edges {
		said = append(said, d.edge(&d.Edges[i], names))
	}
	return said
}

// Placement says what stands in each group of a diagram, then which nodes are
// neither in a group nor connected; nil where there are none of both.
func (d *Diagram) Placement() []Inline {
	within, alone := d.placed()
	var said []Inline
	for i, g := range d.Groups {
		if len(within[i]) == 0 {
			continue
		}
		if len(said) == 0 {
			said = []Inline{Styled("Zones.", Bold)}
		}
		said = sentence(said, Plain(" In "), g.Label, Plain(": "), within[i], Plain("."))
	}
	if len(alone) > 0 {
		if len(said) > 0 {
			said = append(said, Inline{Text: " "})
		}
		said = sentence(said, []Inline{Styled("Without a connection:", Bold)}, Plain(" "), alone, Plain("."))
	}
	return said
}

// placed lists what stands in each group, groups after nodes, and the nodes that
// are in none and without a connection.
func (d *Diagram) placed() (within [][]Inline, alone []Inline) {
	within = make([][]Inline, len(d.Groups))
	connected := make([]bool, len(d.Nodes))
	for _, e := range d.Edges {
		connected[e.From], connected[e.To] = true, true
	}
	labels := d.labels()
	for i, n := range d.Nodes {
		switch {
		case n.Group >= 0:
			within[n.Group] = listed(within[n.Group], labels[i])
		case !connected[i]:
			alone = listed(alone, labels[i])
		}
	}
	for _, g := range d.Groups {
		if g.Parent >= 0 {
			within[g.Parent] = listed(within[g.Parent], g.Label)
		}
	}
	return within, alone
}

// labels returns the label of each node, or its id where it has none.
func (d *Diagram) labels() [][]Inline {
	labels := make([][]Inline, len(d.Nodes))
	for i, n := range d.Nodes {
		if labels[i] = n.Label; Text(n.Label) == "" {
			labels[i] = Plain(n.ID)
		}
	}
	return labels
}

// names returns what edges call each node: its label, which of several alike
// has the group behind it.
func (d *Diagram) names(labels [][]Inline) [][]Inline {
	names := make([][]Inline, len(d.Nodes))
	alike := map[string]int{}
	for _, l := range labels {
		alike[Text(l)]++
	}
	for i, n := range d.Nodes {
		names[i] = labels[i]
		if alike[Text(labels[i])] > 1 && n.Group >= 0 {
			names[i] = sentence(labels[i], Plain(" ("), d.Groups[n.Group].Label, Plain(")"))
		}
	}
	return names
}

// edge says what an edge between nodes of the names shows.
func (d *Diagram) edge(e *DiagramEdge, names [][]Inline) []Inline {
	from, to := names[e.From], names[e.To]
	if e.Tail && !e.Head {
		from, to = to, from
	}
	first, second := "From ", " to "
	switch {
	case e.From == e.To:
		to = Plain("itself")
	case e.Tail == e.Head:
		first, second = "Between ", " and "
	}
	words := [][]Inline{Plain(first), from, Plain(second), to}
	if e.Tail && e.Head && e.From != e.To {
		words = append(words, Plain(", both ways"))
	}
	if Text(e.Label) != "" {
		words = append(words, Plain(": "), e.Label)
	}
	return sentence(append(words, e.Detail)...)
}

// listed adds words to a list of words.
func listed(list, words []Inline) []Inline {
	if len(list) > 0 {
		list = append(list, Inline{Text: ", "})
	}
	return append(list, words...)
}

// sentence joins words into one line.
func sentence(words ...[]Inline) []Inline {
	var out []Inline
	for _, runs := range words {
		for _, r := range runs {
			if r.Text == "\n" {
				r.Text = " "
			}
			out = append(out, r)
		}
	}
	return out
}
