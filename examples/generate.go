// Package examples holds the example projects and the skeleton of a new one,
// and generates projects of any size, for benchmarks and for races with other
// programs.
//
// The generated words are those of the examples, in phrases as they were
// written there, and now and then a word that occurs nowhere else: as many
// different words in as many different orders as a report of that size has, so
// that no cache of words is flattered. The same number of controls
// always gives the same project.
package examples

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Project writes a type 2 project with a number of controls and the service
// auditor's results for each into a folder.
func Project(dir string, controls int) error {
	g := newGenerator(uint64(controls))
	received := "Tests and results as sent by the service auditor.\n"
	files := map[string]string{
		"socdraft.toml":                   head,
		"commitments.toml":                commitments,
		"components.toml":                 components,
		"user-entities.toml":              "cuecs = \"none\"\n",
		"incidents.toml":                  "incidents = \"none\"\n",
		"changes.toml":                    "changes = \"none\"\n",
		"soc3/boundaries.md":              "The system takes orders from retailers and hands them to carriers.\n",
		"description/figures/network.png": figure,
		"tests/2026/received/results.txt": received,
		"controls/all.toml":               g.controls(controls),
		"tests/2026/results.toml":         g.tests(controls, fmt.Sprintf("%x", sha256.Sum256([]byte(received)))),
	}
	for _, part := range []string{"overview", "boundaries", "infrastructure", "software", "people", "procedures", "data",
		"control-environment", "risk-assessment", "communication", "monitoring", "control-activities"} {
		files["description/"+part+".md"] = g.description(part, 4+controls/20)
	}
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

//go:embed wrenfield/description/figures/network.png
var figure string

const head = `[organization]
name = "Tamarack Freight Exchange, Inc."
short_name = "Tamarack"
[system]
name = "Order Exchange"
[[service]]
id = "exchange"
name = "Order exchange"
summary = "Carries orders from retailers to carriers."
user_entities = "Retailers with more than one warehouse"
[report]
type = 2
period = { start = 2025-07-01, end = 2026-06-30 }
categories = ["security", "availability", "confidentiality"]
[draft]
number = 1
date = 2026-08-14
[[signatory]]
role = "Chief executive officer"
`

const commitments = `[[commitment]]
id = "SC-1"
text = "Orders are available to carriers on 99.5 percent of the minutes of a month."
categories = ["security", "availability", "confidentiality"]
sources = ["Service agreement, section 4"]
[[requirement]]
id = "SR-1"
text = "The exchange runs in two zones and fails over within fifteen minutes."
categories = ["security", "availability", "confidentiality"]
commitments = ["SC-1"]
sources = ["Service agreement, section 4"]
`

const components = `[[infrastructure]]
id = "cluster"
name = "Exchange cluster"
description = "Two zones of virtual servers."
[[software]]
id = "exchange-app"
name = "Exchange application"
description = "Takes, checks and forwards orders."
origin = "in_house"
[[role]]
id = "operator"
name = "Exchange operator"
description = "Watches queues and answers alerts."
[[data]]
id = "orders"
name = "Orders"
description = "Lines, quantities and delivery addresses."
classification = "Confidential"
`

var criteria = strings.Fields(`CC1.1 CC1.2 CC1.3 CC1.4 CC1.5 CC2.1 CC2.2 CC2.3 CC3.1 CC3.2 CC3.3 CC3.4 CC4.1 CC4.2 CC5.1 CC5.2 CC5.3
CC6.1 CC6.2 CC6.3 CC6.4 CC6.5 CC6.6 CC6.7 CC6.8 CC7.1 CC7.2 CC7.3 CC7.4 CC7.5 CC8.1 CC9.1 CC9.2 A1.1 A1.2 A1.3 C1.1 C1.2`)

func (g *generator) controls(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `[[control]]
id = "GC-%04d"
title = "%s"
area = "Area %d"
statement = "Each month the exchange operator compares the register with the queue. %s %s"
criteria = [%q, %q]
commitments = ["SC-1", "SR-1"]
owner_role = "Head of operations"
frequency = "monthly"
nature = "manual"
kind = "detective"
systems = ["exchange-app"]
evidence = ["Signed comparison"]
`, i+1, strings.TrimSuffix(g.sentence(5), "."), i*8/n+1, g.sentence(16), g.sentence(12),
			criteria[i%len(criteria)], criteria[(i*5+3)%len(criteria)])
	}
	return b.String()
}

func (g *generator) tests(n int, hash string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `source = "service_auditor"
transcribed_by = "Compliance lead"
[received]
file = "received/results.txt"
sha256 = %q
received_on = 2026-08-10
firm = "Pell & Armitage LLP"
`, hash)
	for i := range n {
		fmt.Fprintf(&b, `[[test]]
id = "T-%04d"
control = "GC-%04d"
methods = ["inquiry", "inspection"]
procedure = "Inspected the comparisons of three months of the period. %s"
result = "no_exceptions"
text = "No exceptions noted."
`, i+1, i+1, g.sentence(18))
	}
	return b.String()
}
