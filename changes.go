package socdraft

import (
	"fmt"
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/merge"
	workbook "github.com/socdraft/socdraft/templates/requests"
)

// changes tells what changed in the request list from issue to issue, the
// newest first. Each change stands once, in the round that first showed it.
func (r *run) changes() []workbook.LogEntry {
	var log []workbook.LogEntry
	rounds := r.engagement.RequestList.Issued
	add := func(on content.Date, draft string, before, after *content.IssuedRound) {
		for _, l := range merge.Log(r.engagement, r.requests, before, after) {
			day := on
			if day.IsZero() {
				day = l.On
			}
			log = append(log, workbook.LogEntry{On: day, Draft: draft, Request: l.Request, Side: l.Side, What: l.What})
		}
	}
	if n := len(rounds); n == 0 {
		add(r.issue.on, roundWords(r.issue.round), nil, nil)
		slices.SortStableFunc(log, func(a, b workbook.LogEntry) int { return b.On.Compare(a.On) })
	} else if last := rounds[n-1]; last.Number.Value != r.issue.round {
		draft := roundWords(r.issue.round)
		if draft == "" {
			draft = fmt.Sprintf("Since round %d", last.Number.Value)
		}
		add(r.issue.on, draft, last, nil)
	}
	for i, round := range slices.Backward(rounds) {
		number := round.Number.Value
		if number != r.issue.round {
			log = append(log, workbook.LogEntry{On: round.On, Draft: roundWords(number), What: fmt.Sprintf("Issued with %d requests", rowsIn(round))})
		}
		switch {
		case i > 0:
			add(round.On, roundWords(number), rounds[i-1], round)
		case number == 1:
			add(round.On, roundWords(number), nil, round)
		default:
			log = append(log, workbook.LogEntry{Draft: roundWords(number), What: "What changed before stands in the change log of that issue"})
		}
	}
	return log
}

func roundWords(number int) string {
	if number == 0 {
		return ""
	}
	return fmt.Sprintf("Round %d", number)
}

// rowsIn counts the requests of an issue.
func rowsIn(round *content.IssuedRound) int {
	n := 0
	for _, row := range round.Rows {
		if row.Sheet.Value == merge.RequestSheet {
			n++
		}
	}
	return n
}
