package load

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// criterionID parts the id of a criterion into its letters, its series and its
// number there.
var criterionID = regexp.MustCompile(`^([A-Z]+)([0-9]+)\.[0-9]+$`)

const listCriteria = "\"socdraft list criteria\" tells what each is about"

// criterionAdvice says what to write in the place of a criterion that does not
// exist. It names one only where the id is a slip of the pen: the neighbour of
// an invented number would be a mapping that nobody thought about.
func (l *loader) criterionAdvice(id string) string {
	if c := l.otherSpelling(id); c != nil {
		return fmt.Sprintf("write %s (%s)", c.ID, c.Title)
	}
	if m := criterionID.FindStringSubmatch(strings.ToUpper(strings.TrimSpace(id))); m != nil {
		series := m[1] + m[2]
		if first, last := l.criteriaOf(series + "."); first != nil {
			if first == last {
				return fmt.Sprintf("the %s series has only %s; %s", series, first.ID, listCriteria)
			}
			return fmt.Sprintf("the %s series goes from %s to %s; %s", series, first.ID, last.ID, listCriteria)
		}
		if c := l.e.Criterion("C" + strings.ToUpper(strings.TrimSpace(id))); c != nil {
			return fmt.Sprintf("write %s (%s)", c.ID, c.Title)
		}
		if first, last := l.criteriaOf(m[1]); first != nil {
			return fmt.Sprintf("there is no %s series: the %s criteria go from %s to %s; %s", series, first.Category.Words(), first.ID, last.ID, listCriteria)
		}
	}
	if c := l.oneNear(id); c != nil {
		return fmt.Sprintf("write %s (%s)", c.ID, c.Title)
	}
	return "write one that exists; " + listCriteria
}

// criteriaOf returns the first and the last criterion whose id begins with the
// letters and ends with a series or number, or nil twice.
func (l *loader) criteriaOf(prefix string) (first, last *content.Criterion) {
	for _, c := range l.e.Criteria {
		rest, ok := strings.CutPrefix(c.ID, prefix)
		if !ok || rest[0] < '0' || rest[0] > '9' {
			continue
		}
		if first == nil {
			first = c
		}
		last = c
	}
	return first, last
}

// otherSpelling returns the criterion whose id has the same letters and
// digits, or nil.
func (l *loader) otherSpelling(id string) *content.Criterion {
	bare := bareID(id)
	for _, c := range l.e.Criteria {
		if bareID(c.ID) == bare {
			return c
		}
	}
	return nil
}

// oneNear returns the criterion that the id is one wrong character away from,
// or nil where there are several.
func (l *loader) oneNear(id string) *content.Criterion {
	var near *content.Criterion
	for _, c := range l.e.Criteria {
		if !l.suggest.near(id, c.ID) {
			continue
		}
		if near != nil {
			return nil
		}
		near = c
	}
	return near
}

// bareID returns the letters and digits of an id, in capitals.
func bareID(id string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToUpper(id))
}
