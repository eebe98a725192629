package check

import (
	"strings"
	"unicode"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// manyControls is how many controls a report has before readers wonder that
// none of them failed.
const manyControls = 50

var spotlessReport = Check{
	Rule: diag.SameInBoth("S2-133", "spotless-report", diag.Info,
		"a report on more than fifty controls has no exception"),
	absence: true,
	run: func(p *project) {
		if !p.type2() {
			return
		}
		n := 0
		for _, c := range p.Controls {
			if !p.InScope(c) {
				continue
			}
			if !p.tested(c.ID.Value) || p.facts.Coverage.Exception[c.ID.Value] {
				return
			}
			n++
		}
		if n > manyControls {
			p.add(p.TestFiles[0].Source.Span, "the service auditor's results have no exception in %d controls", n).
				Suggest("this can be so, but readers ask: be ready to say how the controls were tested")
		}
	},
}

var repeatedException = Check{
	Rule: diag.SameInBoth("S2-134", "repeated-exception", diag.Info,
		"a control has an exception again after one in the prior report"),
	run: func(p *project) {
		prior := map[string]content.Text{}
		for _, text := range p.PriorReport.Exceptions {
			for _, word := range idsIn(text.Value) {
				if _, ok := prior[word]; !ok {
					prior[word] = text
				}
			}
		}
		if len(prior) == 0 {
			return
		}
		for _, t := range p.Exceptions() {
			if before, ok := prior[t.Control.Value]; ok {
				p.add(t.Result.Span, "control %q has an exception as in the prior report", t.Control.Value).
					Note(before.Span, "the exception of the prior report stands here").
					Suggest("say in the response what was done after the first one and why it did not last")
			}
		}
	},
}

// idsIn returns the stretches of the text that can be ids: letters, digits and
// the marks that ids hold.
func idsIn(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_.", r)
	})
	for i := range words {
		words[i] = strings.TrimRight(words[i], ".-_")
	}
	return words
}
