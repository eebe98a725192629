package figures_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/figures"
	"github.com/socdraft/socdraft/content/load"
	"github.com/socdraft/socdraft/content/prose"
)

const components = `
[[zone]]
id = "inner"
name = "Production network"
parent = "outer"

[[zone]]
id = "outer"
name = "Central region"
provider = "host"

[[zone]]
id = "unused"
name = "Unused"

[[infrastructure]]
id = "cluster"
name = "Cluster"
description = "c"
zone = "inner"

[[infrastructure]]
id = "database"
name = "Database"
description = "d"
zone = "inner"
store = true

[[infrastructure]]
id = "edge"
name = "Edge"
description = "e"

[[infrastructure]]
id = "office"
name = "Office"
description = "o"

[[software]]
id = "intake"
name = "Intake"
description = "i"
runs_on = "cluster"

[[software]]
id = "mapping"
name = "Mapping"
description = "m"
runs_on = "cluster"

[[software]]
id = "watch"
name = "Watch"
description = "w"
provider = "watcher"

[[software]]
id = "laptop-tool"
name = "Tool"
description = "t"

[[role]]
id = "engineers"
name = "Engineers"
description = "e"

[[data]]
id = "records"
name = "Records"
description = "r"

[[external]]
id = "carrier"
name = "Carriers"

[[flow]]
from = "user-entities"
to = "intake"
through = "edge"
what = "Enrolments"
data = ["records"]
protocol = "TLS 1.3"

[[flow]]
from = "intake"
to = "mapping"
what = "Checked records"

[[flow]]
from = "mapping"
to = "carrier"
what = "Delivery files"
data = ["records"]
protocol = ["SFTP", "TLS 1.3"]

[[flow]]
from = "carrier"
to = "mapping"
what = "Receipts"
data = ["records"]
protocol = "SFTP"

[[flow]]
from = "intake"
to = "database"
what = "Records"
data = ["records"]
both_ways = true

[[flow]]
from = "mapping"
to = "records"
what = "Copies"
data = ["records"]

[[flow]]
from = "watch"
to = "engineers"
what = "Alerts"

[[flow]]
from = "laptop-tool"
to = "cluster"
what = "Releases"

[[flow]]
from = "nobody"
to = "cluster"
what = "Nothing"
data = ["records"]

[[diagram]]
kind = "data_flow"
alt = "a"
caption = "The flow"

[[diagram]]
kind = "network"
alt = "b"
direction = "down"
`

const parties = `
[[party]]
id = "host"
name = "Corvane Cloud, Inc."
classification = "subservice_organization"
method = "carve_out"

[[party]]
id = "watcher"
name = "Talverin"
classification = "subservice_organization"
method = "inclusive"
`

func engagement(t *testing.T) *content.Engagement {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{"socdraft.toml": "", "components.toml": components, "third-parties.toml": parties} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	result, err := load.Project(fsys, &diag.List{})
	if err != nil {
		t.Fatal(err)
	}
	return result.Engagement
}

func listing(d *prose.Diagram) string {
	lines := []string{fmt.Sprintf("%s / %s", prose.Text(d.Caption), prose.Text(d.Alt))}
	for i, g := range d.Groups {
		if g.Parent >= i {
			lines = append(lines, "PARENT AFTER ITS ZONE")
		}
	}
	for _, n := range d.Nodes {
		if n.Outline != prose.Box {
			lines = append(lines, fmt.Sprintf("%s is %d", prose.Text(n.Label), n.Outline))
		}
	}
	for _, said := range d.Connections() {
		lines = append(lines, prose.Text(said))
	}
	lines = append(lines, prose.Text(d.Placement()))
	return strings.Join(lines, "\n")
}

func TestDataFlow(t *testing.T) {
	e := engagement(t)
	want := `The flow / a
User entities is 1
Carriers is 3
Database is 2
Records is 2
From User entities to Intake: Enrolments (Records), over TLS 1.3
From Mapping to Carriers: Delivery files (Records), over SFTP or TLS 1.3
From Carriers to Mapping: Receipts (Records), over SFTP
Between Intake and Database, both ways: Records (Records)
From Mapping to Records: Copies (Records)
Zones. In Central region, hosted at Corvane Cloud, Inc.: Production network. In Production network: Intake, Mapping, Database.`
	if got := listing(figures.Of(e).Draw(e.Components.Diagrams[0])); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestNetwork(t *testing.T) {
	e := engagement(t)
	d := figures.Of(e).Draw(e.Components.Diagrams[1])
	want := `Network and connections / b
Database is 2
User entities is 1
Carriers is 3
Talverin (included) is 3
Engineers is 1
From User entities to Edge: TLS 1.3 (Enrolments)
From Edge to Cluster (Enrolments)
From Cluster to Carriers: SFTP, TLS 1.3 (Delivery files)
From Carriers to Cluster: SFTP (Receipts)
Between Cluster and Database, both ways (Records)
From Talverin (included) to Engineers (Alerts)
Zones. In Central region, hosted at Corvane Cloud, Inc.: Production network. In Production network: Cluster, Database.`
	if got := listing(d); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if d.Direction != prose.Downward {
		t.Errorf("direction %d", d.Direction)
	}
}

func TestShows(t *testing.T) {
	e := engagement(t)
	m := figures.Of(e)
	var left []string
	for _, f := range e.Components.Flows {
		if m.Shows(content.DataFlowDiagram, f) != (len(f.Data) > 0) {
			t.Errorf("the flow of data: %q", f.What.Value)
		}
		if !m.Shows(content.NetworkDiagram, f) {
			left = append(left, f.What.Value)
		}
	}
	if want := []string{"Checked records", "Copies", "Releases"}; !slices.Equal(left, want) {
		t.Errorf("the network leaves out %q, want %q", left, want)
	}
}

func TestProtocolsStayWithTheirFlows(t *testing.T) {
	flow := func(what string, protocols ...string) *content.Flow {
		f := &content.Flow{From: content.Text{Value: "mapping"}, To: content.Text{Value: "carrier"}, What: content.Text{Value: what}}
		for _, p := range protocols {
			f.Protocols = append(f.Protocols, content.Text{Value: p})
		}
		return f
	}
	tests := []struct {
		name  string
		flows []*content.Flow
		want  string
	}{
		{"alike", []*content.Flow{flow("a", "SFTP"), flow("b", "SFTP"), flow("a", "SFTP")}, "From Cluster to Carriers: SFTP (a; b)"},
		{"mixed", []*content.Flow{flow("a", "SFTP"), flow("b", "AS2", "SFTP"), flow("c"), flow("a", "AS2")},
			"From Cluster to Carriers: SFTP, AS2 (a over SFTP; b over AS2 or SFTP; c; a over AS2)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := engagement(t)
			e.Components.Flows = tt.flows
			got := listing(figures.Of(e).Draw(e.Components.Diagrams[1]))
			if !strings.Contains(got, tt.want+"\n") {
				t.Errorf("got:\n%s\nwant in it:\n%s", got, tt.want)
			}
		})
	}
}

// A zone that stands in itself has its finding; the figure is drawn without
// what would be around it.
func TestCircularZones(t *testing.T) {
	e := engagement(t)
	for _, z := range e.Components.Zones {
		if z.ID.Value == "outer" {
			z.Parent.Value = "inner"
		}
	}
	d := figures.Of(e).Draw(e.Components.Diagrams[1])
	for i, g := range d.Groups {
		if g.Parent >= i {
			t.Errorf("group %d stands in group %d", i, g.Parent)
		}
	}
}

// A zone holds what is the organization's own: it says where it is, not that
// somebody else answers for it.
func TestZonesSayWhereTheyAre(t *testing.T) {
	for name, want := range map[string]string{
		"Central region":                "Central region, hosted at Corvane Cloud, Inc.",
		"Corvane Cloud, central region": "Corvane Cloud, central region",
		"Columbus (corvane)":            "Columbus (corvane)",
		"Corvaneland":                   "Corvaneland, hosted at Corvane Cloud, Inc.",
	} {
		e := engagement(t)
		e.Components.Zones[1].Name.Value = name
		d := figures.Of(e).Draw(e.Components.Diagrams[1])
		if got := prose.Text(d.Groups[0].Label); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// Diagrams without anything to draw, and those that no page can show, do not
// print.
func TestPrinted(t *testing.T) {
	e := engagement(t)
	if n := len(figures.Of(e).Printed(content.DataFlowDiagram)); n != 1 {
		t.Errorf("%d data-flow diagrams print", n)
	}
	flows := e.Components.Flows
	e.Components.Flows = nil
	if n := len(figures.Of(e).Printed(content.DataFlowDiagram)); n != 0 {
		t.Errorf("%d diagrams print without flows", n)
	}
	for range prose.MaxDiagramEdges + 1 {
		e.Components.Flows = append(e.Components.Flows, flows[0])
	}
	if n := len(figures.Of(e).Printed(content.DataFlowDiagram)); n != 0 {
		t.Errorf("%d diagrams print with too many edges", n)
	}
}
