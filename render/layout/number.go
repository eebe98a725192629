package layout

import (
	"strconv"
	"strings"
)

// Number returns the number that a page bears: what stands before the first
// section is counted i, ii, iii.
func (r *Result) Number(page int) string { return pageNumber(page, r.Front) }

func pageNumber(page, front int) string {
	if page <= front {
		return roman(page)
	}
	return strconv.Itoa(page - front)
}

// count returns what the foot of a page says: "Page 12 of 148".
func (p *pager) count(page int) string {
	last := len(p.pages)
	if page <= p.front {
		last = p.front
	}
	return "Page " + pageNumber(page, p.front) + " of " + pageNumber(last, p.front)
}

// numerals are the signs of Roman numbers with what they are worth.
var numerals = []struct {
	worth int
	sign  string
}{
	{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"},
	{10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
}

func roman(n int) string {
	var b strings.Builder
	for _, r := range numerals {
		for ; n >= r.worth; n -= r.worth {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}
