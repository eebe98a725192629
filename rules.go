package socdraft

import (
	"slices"

	"github.com/socdraft/socdraft/content/check"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
	"github.com/socdraft/socdraft/content/markdown"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/templates/soc2"
	"github.com/socdraft/socdraft/templates/soc3"
)

// The rules about a SOC 3 as a target.
var (
	ruleNoType1SOC3 = diag.SameInBoth("S2-167", "type1-soc3", diag.Error,
		"a SOC 3 is asked for from a type 1 report")
	ruleNoBoundaries = diag.SameInBoth("S2-172", "missing-boundaries", diag.Warning,
		"the boundaries of the system, attachment A of the SOC 3, are missing")
)

// Rules returns every kind of finding, in the order of the pipeline: reading,
// rules about the engagement, wording, layout.
func Rules() []*diag.Rule {
	return slices.Concat(load.Rules, markdown.Rules, prose.Rules, check.Rules(),
		soc2.Rules, soc3.Rules, []*diag.Rule{ruleNoType1SOC3, ruleNoBoundaries, ruleLargeAttachment, ruleCutCell, ruleFaintAccent, ruleSwappedEvidence, ruleRisenCount, ruleUnapplied}, layout.Rules)
}
