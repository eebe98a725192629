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

var ruleNoType1SOC3 = diag.SameInBoth("S2-167", "type1-soc3", diag.Error, "a SOC 3 is asked for from a type 1 report")

// Rules returns every kind of finding, in the order of the pipeline: reading,
// rules about the engagement, wording, layout.
func Rules() []*diag.Rule {
	return slices.Concat(load.Rules, markdown.Rules, prose.Rules, check.Rules(),
		soc2.Rules, soc3.Rules, []*diag.Rule{ruleNoType1SOC3, ruleCutCell}, layout.Rules)
}
