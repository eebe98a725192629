package load

import (
	"cmp"

	"github.com/socdraft/socdraft/content"
)

// GateFile holds the counts of findings that check accepts. No report follows
// from it.
const GateFile = "gate.toml"

// gate reads gate.toml:
//
//	[working], [auditor] for each rule (name or number) the most findings that check accepts
func (l *loader) gate(t *table) {
	l.e.Gate = &content.Gate{Working: t.gatePart("working"), Auditor: t.gatePart("auditor")}
}

func (t *table) gatePart(edition string) content.GatePart {
	lines := t.table(edition)
	part := content.GatePart{Span: cmp.Or(lines.Span(), t.Span())}
	for _, rule := range lines.Keys() {
		part.Lines = append(part.Lines, &content.GateLine{Rule: whole(rule, lines.KeySpan(rule)), Most: lines.number(rule)})
	}
	return part
}
