package requests

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// A Numbered is a request with the number that is fixed for it.
type Numbered struct{ ID, Key string }

// Number returns the entries to add to the lock, one for each request that has
// no number yet, in the order of the list. An id that was ever given is not
// given again, so that adding or dropping a control renumbers nothing.
func Number(e *content.Engagement) []Numbered {
	numbers := numbersOf(e)
	last := numbers.last
	var added []Numbered
	for _, r := range Of(e) {
		switch {
		case numbers.keyOf[r.ID] != "":
			continue
		case r.ID == r.Key && !IsNumber(r.ID):
			last++
			added = append(added, Numbered{numberText(last), r.Key})
		default: // the service auditor's own number is kept for it
			added = append(added, Numbered{r.ID, r.Key})
		}
	}
	return added
}

// Next returns the n-th id, from 1 on, behind the last that was ever given.
func Next(e *content.Engagement, n int) string { return numberText(numbersOf(e).last + n) }

// numbers are the ids that are fixed.
type numbers struct {
	byKey map[string]string
	keyOf map[string]string // by id, of all that were ever given
	last  int               // the greatest number that was ever given
}

func numbersOf(e *content.Engagement) numbers {
	n := numbers{byKey: map[string]string{}, keyOf: map[string]string{}}
	for _, l := range e.RequestList.Lock {
		n.last = max(n.last, numberOf(l.ID.Value))
		if n.keyOf[l.ID.Value] == "" {
			n.keyOf[l.ID.Value] = l.Key.Value
		}
		if n.byKey[l.Key.Value] == "" {
			n.byKey[l.Key.Value] = l.ID.Value
		}
	}
	for _, a := range e.RequestList.Asked {
		n.last = max(n.last, numberOf(a.ID.Value))
	}
	return n
}

// id returns the number fixed for the key, else the key.
func (n numbers) id(key string) string { return cmp.Or(n.byKey[key], key) }

// numberText returns the id of a number: "R-001".
func numberText(n int) string { return fmt.Sprintf("%s%03d", numberPrefix, n) }

const numberPrefix = "R-"

// numberOf returns the number of an id, 0 where it has none.
func numberOf(id string) int {
	digits, ok := strings.CutPrefix(id, numberPrefix)
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 0 {
		return 0
	}
	return n
}

// IsNumber reports whether an id is one that numbering gives: "R-001".
func IsNumber(id string) bool { return numberOf(id) > 0 }
