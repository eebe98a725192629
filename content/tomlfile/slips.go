package tomlfile

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/socdraft/socdraft/content/diag"
)

// The forms in which people write dates elsewhere. The last two name the month.
var (
	numericDate = regexp.MustCompile(`^([0-9]{1,4})([-./])([0-9]{1,2})([-./])([0-9]{1,4})$`)
	dayFirst    = regexp.MustCompile(`^([0-9]{1,2})[ .-]*([A-Za-z]{3,9})[ .,-]*([0-9]{4})$`)
	monthFirst  = regexp.MustCompile(`^([A-Za-z]{3,9})[ .]*([0-9]{1,2}),?[ ]*([0-9]{4})$`)
)

// unquotedDate matches a value in one of these forms, behind what a value
// stands behind.
var unquotedDate = regexp.MustCompile(`[=\[,{]\s*((?:[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}|[0-9]{1,2}[ .-]{0,2}[A-Za-z]{3,9}[ .,-]{0,2}[0-9]{4}|[A-Za-z]{3,9}[ .]{0,2}[0-9]{1,2},? ?[0-9]{4}))\s*(?:$|[\],}#])`)

// dateSlip returns the place in a line of the value around an offset that is a
// date in another form than TOML's, and false where there is none.
func dateSlip(line []byte, at int) (start, end int, ok bool) {
	for _, m := range unquotedDate.FindAllSubmatchIndex(line, -1) {
		start, end = m[2], m[3]
		if start <= at && at <= end && len(readings(string(line[start:end]))) > 0 {
			return start, end, true
		}
	}
	return 0, 0, false
}

// readings returns the days of the calendar that a date in some form can mean,
// as TOML writes them: none, one, or two where nobody can tell the day from the
// month.
func readings(text string) []string {
	text = strings.TrimSpace(text)
	var days []string
	add := func(year, month, day string) {
		if len(year) != 4 {
			return
		}
		iso := fmt.Sprintf("%s-%02s-%02s", year, month, day)
		if _, ok := parseDate(iso, diag.Span{}); ok && !slices.Contains(days, iso) {
			days = append(days, iso)
		}
	}
	if m := numericDate.FindStringSubmatch(text); m != nil && m[2] == m[4] {
		switch {
		case len(m[1]) == 4:
			add(m[1], m[3], m[5])
		case m[2] == ".": // written where the day comes first
			add(m[5], m[3], m[1])
		default:
			add(m[5], m[1], m[3])
			add(m[5], m[3], m[1])
		}
		return days
	}
	if m := dayFirst.FindStringSubmatch(text); m != nil {
		add(m[3], monthNamed(m[2]), m[1])
	} else if m := monthFirst.FindStringSubmatch(text); m != nil {
		add(m[3], monthNamed(m[1]), m[2])
	}
	return days
}

// monthNamed returns the number of a month by its name or the first three
// letters of it, or "".
func monthNamed(name string) string {
	name = strings.ToLower(name)
	for m := time.January; m <= time.December; m++ {
		if full := strings.ToLower(m.String()); name == full || name == full[:3] || name == "sept" && m == time.September {
			return strconv.Itoa(int(m))
		}
	}
	return ""
}

// dateAdvice says how to write a date that is in another form.
func dateAdvice(text string) string {
	switch days := readings(text); len(days) {
	case 1:
		return "write it as year, month and day: " + days[0]
	case 2:
		return fmt.Sprintf("write it as year, month and day: %s for %s, or %s for %s", days[0], longDay(days[0]), days[1], longDay(days[1]))
	}
	if m := numericDate.FindStringSubmatch(text); m != nil && len(m[1]) == 4 {
		year, _ := strconv.Atoi(m[1]) // both are digits
		month, _ := strconv.Atoi(m[3])
		if month >= 1 && month <= 12 {
			return fmt.Sprintf("%s %d has %d days", time.Month(month), year, daysIn(year, month))
		}
	}
	return "write a date as year, month and day: 2026-06-30"
}

// longDay returns a date as people read it: June 30, 2026.
func longDay(iso string) string {
	d, _ := parseDate(iso, diag.Span{})
	return fmt.Sprintf("%s %d, %d", time.Month(d.Month), d.Day, d.Year)
}
