package socdraft_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// generateProject writes a type 2 project with n controls and the service
// auditor's results for each, and returns its folder. Text varies with the
// control, so that no cache sees the same words 200 times.
func generateProject(tb testing.TB, n int) string {
	tb.Helper()
	dir := tb.TempDir()
	received := "Tests and results as sent by the service auditor.\n"
	files := map[string]string{
		"socdraft.toml":                   generatedHead,
		"commitments.toml":                generatedCommitments,
		"components.toml":                 generatedComponents,
		"user-entities.toml":              "cuecs = \"none\"\n",
		"incidents.toml":                  "incidents = \"none\"\n",
		"changes.toml":                    "changes = \"none\"\n",
		"soc3/boundaries.md":              "The system takes orders from retailers and hands them to carriers.\n",
		"tests/2026/received/results.txt": received,
		"controls/all.toml":               generatedControls(n),
		"tests/2026/results.toml":         generatedTests(n, fmt.Sprintf("%x", sha256.Sum256([]byte(received)))),
	}
	for _, part := range []string{"overview", "boundaries", "infrastructure", "software", "people", "procedures", "data",
		"control-environment", "risk-assessment", "communication", "monitoring", "control-activities"} {
		files["description/"+part+".md"] = generatedProse(part, 4+n/20)
	}
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	return dir
}

const generatedHead = `[organization]
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

const generatedCommitments = `[[commitment]]
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

const generatedComponents = `[[infrastructure]]
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

var generatedCriteria = []string{"CC1.1", "CC1.2", "CC1.3", "CC1.4", "CC1.5", "CC2.1", "CC2.2", "CC2.3", "CC3.1", "CC3.2", "CC3.3",
	"CC3.4", "CC4.1", "CC4.2", "CC5.1", "CC5.2", "CC5.3", "CC6.1", "CC6.2", "CC6.3", "CC6.4", "CC6.5", "CC6.6", "CC6.7", "CC6.8",
	"CC7.1", "CC7.2", "CC7.3", "CC7.4", "CC7.5", "CC8.1", "CC9.1", "CC9.2", "A1.1", "A1.2", "A1.3", "C1.1", "C1.2"}

var generatedWords = strings.Fields(`order carrier warehouse ledger queue approval listing ticket branch release
register session token volume snapshot alert dashboard schedule roster contract reviewer operator zone gateway
inventory mapping record export import batch journal routine console baseline exception window handover summary`)

// sentence makes a sentence that depends on the seed alone.
func sentence(seed, words int) string {
	var b strings.Builder
	b.WriteString("The operator compares")
	for i := range words {
		fmt.Fprintf(&b, " %s", generatedWords[(seed*7+i*i*3+i)%len(generatedWords)])
	}
	fmt.Fprintf(&b, " with register %d.", seed)
	return b.String()
}

func generatedProse(part string, paragraphs int) string {
	var b strings.Builder
	for i := range paragraphs {
		if i%4 == 0 {
			fmt.Fprintf(&b, "## %s, part %d\n\n", strings.ReplaceAll(part, "-", " "), i/4+1)
		}
		for s := range 5 {
			b.WriteString(sentence(len(part)+i*31+s*7, 14) + " ")
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func generatedControls(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `[[control]]
id = "GC-%04d"
title = "Comparison of register %d"
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
`, i+1, i+1, i*8/n+1, sentence(i, 12), sentence(i+1000, 8),
			generatedCriteria[i%len(generatedCriteria)], generatedCriteria[(i*5+3)%len(generatedCriteria)])
	}
	return b.String()
}

func generatedTests(n int, hash string) string {
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
`, i+1, i+1, sentence(i+500, 14))
	}
	return b.String()
}
