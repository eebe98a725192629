package load

import (
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// waivers reads waivers.toml:
//
//	[[waiver]] rule (name or number), target (id or file), reason, approved_by (role), until (date)
//
// What is wrong in them malformedWaivers sees.
func (l *loader) waivers(t *table) {
	for _, w := range t.tables("waiver") {
		w.Require("rule", "reason", "approved_by", "until")
		l.e.Waivers = append(l.e.Waivers, &content.Waiver{
			Rule:       w.Text("rule"),
			Target:     w.Text("target"),
			Reason:     w.Text("reason"),
			ApprovedBy: w.Text("approved_by"),
			Until:      w.date("until"),
			Span:       w.Span(),
		})
	}
}

// beginning records that a table begins at the header and returns its place. A
// table within a line has none of its own: it is part of the one around it.
func (l *loader) beginning(header diag.Span, within *content.Place) *content.Place {
	if header.IsZero() || header.Start >= header.End || header.Source.Text[header.Start] != '[' {
		return within
	}
	p := &content.Place{Header: header, Within: within}
	l.e.Places = append(l.e.Places, p)
	return p
}

// named records the id of what the table describes.
func (t *table) named(id string) {
	if t.place != nil && t.place.Header == t.Span() {
		t.place.ID = id
	}
}

// sortPlaces puts the places of each file into their order there; a table comes
// before those that its header opens too.
func (l *loader) sortPlaces() {
	slices.SortStableFunc(l.e.Places, func(a, b *content.Place) int { return a.Header.Start - b.Header.Start })
}

// malformedWaivers marks the waivers in which the file has an error: a target
// with a slip in its key would waive far more than was decided.
func (l *loader) malformedWaivers() {
	all := l.e.Waivers
	if len(all) == 0 {
		return
	}
	for _, f := range l.list.All() {
		if f.Severity != diag.Error || f.Span.Source != all[0].Span.Source {
			continue
		}
		behind, _ := slices.BinarySearchFunc(all, f.Span.Start+1, func(w *content.Waiver, offset int) int { return w.Span.Start - offset })
		if behind > 0 {
			all[behind-1].Malformed = true
		}
	}
}
