package main

import "fmt"

// What must hold. Ratios are of medians of one race.
const (
	overTypst   = 15.0  // times as long as the draft, whose words they share, at least
	overBound   = 3.0   // times the bound, at most
	peakOfSmall = 120.0 // MB, for the small project
	growth      = 11.0  // times the time of the small project for the large, at most
	otherWords  = 0.001 // share of words that differ without a reason known here
)

// missed returns what does not hold.
func missed(heats []*heat) []string {
	var list []string
	atMost := func(what string, value, limit float64) {
		if value > limit {
			list = append(list, fmt.Sprintf("%s is %.3g, more than %.3g", what, value, limit))
		}
	}
	for _, h := range heats {
		theirs, least := h.of(rival, wall).median, h.of(bound, wall).median
		atMost(fmt.Sprintf("draft of %d pages: share of Typst's time", h.pages), h.of(draftOnly, wall).median/theirs, 1/overTypst)
		atMost(fmt.Sprintf("draft of %d pages: time by the bound", h.pages), h.of(draftOnly, wall).median/least, overBound)
		atMost(fmt.Sprintf("%d pages: share of words that differ", h.pages), float64(h.words.other)/float64(h.words.total), otherWords)
	}
	for _, e := range []int{draftOnly, allTargets} {
		small := heats[0]
		name := small.entrants[e].name
		atMost(name+": peak memory in MB", small.of(e, peak).median, peakOfSmall)
		for _, large := range heats[1:] {
			atMost(name+": growth of time", large.of(e, wall).median/small.of(e, wall).median, growth)
		}
	}
	return list
}
