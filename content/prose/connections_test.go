package prose

import (
	"strings"
	"testing"
)

func TestConnections(t *testing.T) {
	node := func(label string, group int) DiagramNode { return DiagramNode{Label: Plain(label), Group: group} }
	d := &Diagram{
		Groups: []DiagramGroup{{Label: Plain("Cloud"), Parent: -1}, {Label: Plain("Network"), Parent: 0}, {Label: Plain("Empty"), Parent: -1}},
		Nodes: []DiagramNode{node("A", -1), {Label: []Inline{{Text: "B"}, {Text: "\n"}, {Text: "b"}}, Group: 1},
			node("C", 0), node("D", -1), node("E", -1), node("C", 1)},
		Edges: []DiagramEdge{
			{From: 0, To: 1, Head: true, Label: Plain("records"), Detail: Plain(", over TLS 1.3")},
			{From: 0, To: 1, Tail: true, Detail: Plain(" (receipts)")},
			{From: 1, To: 2, Head: true, Tail: true},
			{From: 1, To: 2},
			{From: 2, To: 2, Head: true},
		},
	}
	var got []string
	for _, said := range d.Connections() {
		got = append(got, Text(said))
	}
	got = append(got, Text(d.Placement()))
	want := `From A to B b: records, over TLS 1.3
From B b to A (receipts)
Between B b and C (Cloud), both ways
Between B b and C (Cloud)
From C (Cloud) to itself
Zones. In Cloud: C, Network. In Network: B b, C. Without a connection: D, E.`
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("got:\n%s\nwant:\n%s", text, want)
	}
}

func TestPlacementOfNothing(t *testing.T) {
	d := &Diagram{Nodes: []DiagramNode{{Label: Plain("A"), Group: -1}}, Edges: []DiagramEdge{{}}, Groups: []DiagramGroup{{Label: Plain("Empty"), Parent: -1}}}
	if said := d.Placement(); said != nil {
		t.Errorf("got %q", Text(said))
	}
	d.Edges = nil
	if said := Text(d.Placement()); said != "Without a connection: A." {
		t.Errorf("got %q", said)
	}
}
