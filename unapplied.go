package socdraft

import (
	"fmt"
	"slices"

	"github.com/socdraft/socdraft/content/check"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/templates/soc2"
	"github.com/socdraft/socdraft/templates/soc3"
)

// ruleUnapplied keeps a short list of findings from looking like a good one.
var ruleUnapplied = diag.SameInBoth("LD-051", "unapplied-rules", diag.Info,
	"rules are not applied, since a file cannot be read as a whole")

// unapplied returns the rules that need the whole project: those that report
// what is missing, which may stand where nothing could be read, and those of
// drafts, which are not made.
func unapplied() []*diag.Rule {
	return slices.Concat(load.OfWhole, check.OfWhole(), soc2.Rules, soc3.Rules,
		[]*diag.Rule{ruleNoType1SOC3, ruleNoBoundaries, ruleLargeAttachment, ruleCutCell}, layout.Rules)
}

// tellUnapplied reports how many rules were not applied, and for want of what.
// Of no project at all there is nothing to tell.
func (r *run) tellUnapplied(result *Result) {
	if r.findings.Has(load.MissingProject) {
		return
	}
	result.Unapplied = unapplied()
	result.Lost = fmt.Sprintf("%q", r.lost[0].Name())
	if n := len(r.lost) - 1; n > 0 {
		result.Lost += fmt.Sprintf(" and %d more", n)
	}
	r.findings.Add(ruleUnapplied, r.lost[0], "%d rules are not applied while %s cannot be read as a whole", len(result.Unapplied), result.Lost).
		Suggest("mend what is wrong there and check again: there may be more to find")
}
