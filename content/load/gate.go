package load

import "github.com/socdraft/socdraft/content"

// GateFile holds the counts of findings that check accepts. No report follows
// from it.
const GateFile = "gate.toml"

// gate reads gate.toml:
//
//	[working], [auditor] for each rule (name or number) the most findings that check accepts
func (l *loader) gate(t *table) {
	l.e.Gate = &content.Gate{Working: gateLines(t.table("working")), Auditor: gateLines(t.table("auditor"))}
}

func gateLines(t *table) []*content.GateLine {
	var lines []*content.GateLine
	for _, rule := range t.Keys() {
		lines = append(lines, &content.GateLine{Rule: whole(rule, t.KeySpan(rule)), Most: t.number(rule)})
	}
	return lines
}
