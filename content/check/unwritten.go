package check

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// placeholderRule is the name of the rule that reports texts still to be
// written.
const placeholderRule = "leftover-placeholder"

// begun matches a text of the skeleton in whose place nothing is written yet.
var begun = regexp.MustCompile(`^TODO \d+: \S`)

// unwritten are the places of such texts in each source, in their order.
type unwritten map[*diag.Source][]diag.Span

func unwrittenIn(passages []passage) unwritten {
	places := unwritten{}
	for i := range passages {
		g := &passages[i]
		if !strings.HasPrefix(g.text, "TODO ") || !begun.MatchString(g.text) {
			continue
		}
		if s := g.span(0, len(g.text)); s.Source != nil {
			places[s.Source] = append(places[s.Source], s)
		}
	}
	for _, list := range places {
		slices.SortFunc(list, func(a, b diag.Span) int { return cmp.Compare(a.Start, b.Start) })
	}
	return places
}

// has reports whether the span touches one of the places.
func (u unwritten) has(at diag.Span) bool {
	list := u[at.Source]
	i, _ := slices.BinarySearchFunc(list, at.Start, func(s diag.Span, start int) int { return cmp.Compare(s.End, start) })
	return i < len(list) && list[i].Start < max(at.End, at.Start+1)
}

// awaited reports whether a finding only says what the placeholder at its place
// says already. What may stand in no draft is told all the same.
func (p *project) awaited(at diag.Span) bool {
	return len(p.unwritten) > 0 && p.rule.Name != placeholderRule && p.rule.Working != diag.Error && p.unwritten.has(at)
}
