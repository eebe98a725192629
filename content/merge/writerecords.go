package merge

import (
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// records writes walkthroughs and open points.
func (w *writer) records() error {
	meeting, point := []string{"held_on", "attendees", "outcome"}, []string{"request", "control", "text", "raised_on", "resolution", "closed_on"}
	for _, g := range append(w.grouped(walkthroughSheet, meeting), w.grouped(pointSheet, point)...) {
		e, err := w.edit(answerFile)
		if err != nil {
			return err
		}
		switch {
		case g.row.point != nil:
			set(e, e.At("open_point", g.row.point.Span), g.changes)
		case g.row.meeting != nil:
			set(e, e.At("walkthrough", g.row.meeting.Span), g.changes)
		default:
			e.Append(e.Root(), "walkthrough", append([]tomlfile.Pair{{Key: "request", Value: g.row.ID}}, g.pairs(meeting)...))
		}
	}
	for _, n := range w.plan.Points {
		e, err := w.edit(answerFile)
		if err != nil {
			return err
		}
		pairs := []tomlfile.Pair{{Key: "id", Value: n.ID}}
		for _, key := range point {
			if v := n.values[key]; v != "" {
				pairs = append(pairs, tomlfile.Pair{Key: key, Value: typedPair(pointColumn(key), v)})
			}
			if key == "text" {
				pairs = append(pairs, tomlfile.Pair{Key: "side", Value: string(n.Side)})
			}
		}
		e.Append(e.Root(), "open_point", pairs)
	}
	return nil
}

func pointColumn(key string) *requests.Column {
	for _, c := range requests.PointColumns {
		if c.Key == key {
			return c
		}
	}
	return nil
}
