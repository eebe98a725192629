package soc2

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// toComplete stands where words of the service auditor's are missing (D3).
const toComplete = "[SERVICE AUDITOR TO COMPLETE]"

// bands returns a control's tests and results side by side, one band for each
// test, and how many placeholders they hold.
func (b *builder) bands(c *content.Control, internal bool) (bands [][]render.Cell, open int) {
	received := b.x.auditors[c.ID.Value]
	var own []*content.Test
	if internal {
		own = b.x.own[c.ID.Value]
	}
	for i := range max(len(received), len(own), 1) {
		band := make([]render.Cell, 2, 3)
		switch {
		case i < len(received):
			band[0] = testCell(received[i])
			band[1] = b.resultCell(received[i])
			if awaits(received[i]) {
				open++
			}
		case i == 0:
			band[0], band[1] = completeCell(), completeCell()
			open++
		}
		if internal {
			var third render.Cell
			if i < len(own) {
				third = b.ownTestCell(own[i])
			}
			band = append(band, third)
		}
		bands = append(bands, band)
	}
	return bands, open
}

func completeCell() render.Cell {
	return cell(&render.Placeholder{By: render.By{Whose: render.ByServiceAuditor}, Text: toComplete})
}

// awaits reports whether the test has no words of a result yet. A result code
// alone never becomes words.
func awaits(t *content.Test) bool {
	return t.Result.Value == content.ResultPending || t.Text.IsZero()
}

// testCell holds the service auditor's procedure, as received.
func testCell(t *content.Test) render.Cell {
	c := cell(meta(render.ByServiceAuditor, bold(methodWordsOf(t))))
	c.Blocks = append(c.Blocks, render.NewProse(render.ByServiceAuditor, t.Procedure.Blocks...))
	if extent := extentWords(t); extent != "" {
		c.Blocks = append(c.Blocks, meta(render.ByServiceAuditor, plain(extent)))
	}
	return c
}

// resultCell holds the service auditor's words, untouched. The tool adds only
// the bar of an exception and where management answers it.
func (b *builder) resultCell(t *content.Test) render.Cell {
	if awaits(t) {
		return completeCell()
	}
	c := cell(render.NewProse(render.ByServiceAuditor, t.Text.Blocks...))
	if !t.IsException() {
		return c
	}
	c.ID, c.Bar = exceptionAnchor(t.ID.Value), true
	c.Blocks = append(c.Blocks, meta(render.ByTool, bold("Exception"), plain(" "), authoredText(t.ID), plain(dot),
		prose.Linked("management’s response", "#"+responseAnchor(t.ID.Value)),
		plain(", page "), pageOf(responseAnchor(t.ID.Value))))
	return c
}

// ownTestCell holds one of management's own tests (working edition only).
func (b *builder) ownTestCell(t *content.Test) render.Cell {
	c := cell(meta(render.ByManagement, bold(methodWordsOf(t))))
	c.Blocks = append(c.Blocks, render.NewProse(render.ByManagement, t.Procedure.Blocks...))
	if extent := extentWords(t); extent != "" {
		c.Blocks = append(c.Blocks, meta(render.ByManagement, plain(extent)))
	}
	if t.Text.IsZero() {
		c.Blocks = append(c.Blocks, render.NewProse(render.ByManagement, prose.Para(plain(ownResult(t)))))
	} else {
		c.Blocks = append(c.Blocks, render.NewProse(render.ByManagement, t.Text.Blocks...))
	}
	if t.IsException() {
		c.Bar = true
		c.Blocks = append(c.Blocks, meta(render.ByTool, bold("Exception"), plain(" found by management’s own testing")))
	}
	return c
}

// ownResult words a result code of management's own testing, where management
// wrote no text.
func ownResult(t *content.Test) string {
	switch t.Result.Value {
	case content.ResultNoExceptions:
		return "No exceptions noted by management."
	case content.ResultException:
		text := "For " + count(t.Deviations.Value) + " of " + count(t.Tested.Value) + " items"
		if n := t.Nature.Value; n != "" {
			return text + ": " + n
		}
		return text + ", an exception."
	case content.ResultNoOccurrence:
		return "No occurrences during the period: " + orUnstated(t.Trigger.Value)
	case content.ResultNotInPeriod:
		return "Last operated " + orUnstated(t.LastOperated.Long()) + ", outside the period."
	case content.ResultPending:
		return "Result pending."
	}
	return ""
}

// methodWordsOf returns "Inquiry and inspection".
func methodWordsOf(t *content.Test) string {
	var methods []string
	for _, m := range t.Methods {
		methods = append(methods, m.Value)
	}
	return prose.FirstUpper(content.Join(methods))
}

// extentWords says how much was tested, where the sizes are given.
func extentWords(t *content.Test) string {
	var parts []string
	if t.Population.Given() {
		parts = append(parts, "Population "+count(t.Population.Value))
	}
	if t.Tested.Given() {
		parts = append(parts, "tested "+count(t.Tested.Value))
	}
	if t.IsException() && t.Deviations.Given() {
		parts = append(parts, "exceptions "+count(t.Deviations.Value))
	}
	return prose.FirstUpper(strings.Join(parts, dot))
}
