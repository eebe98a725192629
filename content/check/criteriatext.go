package check

import "github.com/socdraft/socdraft/content/diag"

var summarizedCriteria = Check{
	Rule: &diag.Rule{Number: "S2-211", Name: "summarized-criteria", Working: diag.Off, Handoff: diag.Info,
		Title: "criteria print as summaries, not in their official words"},
	run: func(p *project) {
		all, summaries := 0, 0
		for _, entry := range p.facts.Coverage.Entries {
			all++
			if _, supplied := p.CriteriaText[entry.Criterion.ID]; !supplied {
				summaries++
			}
		}
		if summaries > 0 {
			p.add(p.Root, "%d of %d criteria print as summaries, not in their official words", summaries, all).
				Suggest("who holds a license of the official text can print it: text_overlay of criteria.toml names the file")
		}
	},
}
