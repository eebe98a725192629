package check

import (
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

var undefinedDistribution = Check{
	Rule: diag.SameInBoth("S2-200", "undefined-distribution", diag.Warning,
		"nothing says who gets the report"),
	absence: true,
	run: func(p *project) {
		if p.Distribution.IsZero() && !p.Organization.Span.IsZero() {
			p.add(p.Root, "socdraft.toml has no terms of distribution").
				Suggest("add [distribution] with terms: to whom copies go, and who keeps the list; the use of a SOC 2 report is restricted")
		}
	},
}

// statuses start the words that say what became of an exception, and doubtful
// those that tell of the exception as well, unless a sentence came before:
// training may have been completed late, a case left open.
var (
	statuses = []string{"status", "correct", "remediat", "resolv", "fixed", "since", "introduc", "implement",
		"replac", "now", "in progress", "mitigat", "addressed"}
	doubtful = []string{"closed", "open", "complet", "accepted", "respon", "chang", "add"}
)

func settled(exception string) bool {
	_, rest, _ := strings.Cut(exception, ". ")
	return hasWord(exception, statuses...) || hasWord(rest, doubtful...)
}

var unsettledPriorException = Check{
	Rule: diag.SameInBoth("S2-201", "unsettled-prior-exception", diag.Warning,
		"nothing says what became of an exception of the prior report"),
	run: func(p *project) {
		for _, e := range p.PriorReport.Exceptions {
			if e.Value != "" && !settled(e.Value) {
				p.add(e.Span, "exception of the prior report has no status").
					Suggest("say after it what was done and when, such as: Status given by management: corrected in March 2026")
			}
		}
	},
}
