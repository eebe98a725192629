package merge

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/socdraft/socdraft/content/returned"
)

// The days that a number without the look of a date may mean: 1990 to 2099.
const (
	firstSerial = 32874
	lastSerial  = 73050
	firstDigits = 19900101 // the same as digits of a date
	lastDigits  = 20991231
)

const digits = "20060102"

// spelled are the ways to write a date with the month in words or in an order
// that is certain, without what plainDate takes out.
var spelled = []string{
	"2006-1-2", "2006/1/2", "2006.1.2", "2006-01-02T15:04:05", "2006-01-02 15:04:05", digits,
	"2.1.2006", "2. January 2006", "2. Jan 2006",
	"January 2 2006", "Jan 2 2006", "2 January 2006", "2 Jan 2006", "2-January-2006", "2-Jan-2006", "2-Jan-06",
}

// dateOf returns the date in a cell as 2026-06-30.
func dateOf(cell returned.Cell) (value, problem, help string) {
	switch cell.Kind {
	case returned.Date:
		return cell.Date.Format(time.DateOnly), "", ""
	case returned.Number:
		switch {
		case cell.Number >= firstSerial && cell.Number < lastSerial:
			return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(cell.Number)).Format(time.DateOnly), "", ""
		case cell.Number >= firstDigits && cell.Number <= lastDigits:
			return dateText(fmt.Sprintf("%.0f", math.Trunc(cell.Number)))
		}
	case returned.Text:
		return dateText(cell.Text)
	}
	return "", fmt.Sprintf("%q is no date", cell.Text), dateHelp
}

const dateHelp = "write it as 2026-06-30, June 30, 2026 or 30 Jun 2026"

// dateText reads a date that was typed as text.
func dateText(text string) (value, problem, help string) {
	text = oneLine(text)
	if text == "" {
		return "", "", ""
	}
	bare, weekday := plainDate(text)
	value, problem, help = bareDate(bare, text)
	if day, err := time.Parse(time.DateOnly, value); err == nil && weekday != "" && !strings.EqualFold(day.Weekday().String()[:3], weekday[:3]) {
		return "", fmt.Sprintf("%q names a day that is a %s", text, day.Weekday()), dateHelp
	}
	return value, problem, help
}

var (
	weekdays = regexp.MustCompile(`(?i)^(sun|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sunday|monday|tuesday|wednesday|thursday|friday|saturday)[.,]* +`)
	ordinal  = regexp.MustCompile(`(?i)\b([0-9]{1,2})(?:st|nd|rd|th)\b(?: of\b)?`)
	month    = regexp.MustCompile(`(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sept)\b\.?`)
)

// plainDate returns a date without what says nothing beside day, month and
// year, and its day of the week.
func plainDate(text string) (bare, weekday string) {
	if m := weekdays.FindStringSubmatch(text); m != nil {
		text, weekday = text[len(m[0]):], m[1]
	}
	text = ordinal.ReplaceAllString(text, "$1")
	text = month.ReplaceAllStringFunc(text, func(name string) string { return name[:3] })
	return oneLine(strings.ReplaceAll(text, ",", " ")), weekday
}

// bareDate reads a date, which messages show as it was typed.
func bareDate(bare, typed string) (value, problem, help string) {
	for _, layout := range spelled {
		if t, err := time.Parse(layout, bare); err == nil {
			if t.Year() < 2000 && strings.HasSuffix(layout, "-06") {
				t = t.AddDate(100, 0, 0)
			}
			if layout == digits && t.Year() < 1990 {
				break // a number of something else
			}
			return t.Format(time.DateOnly), "", ""
		}
	}
	if strings.Count(bare, "/") == 2 || strings.Count(bare, "-") == 2 {
		return slashed(strings.ReplaceAll(bare, "-", "/"), typed)
	}
	return "", fmt.Sprintf("%q is no date", typed), dateHelp
}

// slashed reads a date of three numbers in an order that is not said: month or
// day first. It is certain only where the other order is no day. A year of two
// digits may stand first too, which makes doubtful what else would be certain.
func slashed(slashes, typed string) (value, problem, help string) {
	const yearFirst = "06/1/2"
	var days []time.Time
	for _, layout := range []string{"1/2/2006", "2/1/2006", "1/2/06", "2/1/06", yearFirst} {
		t, err := time.Parse(layout, slashes)
		if err != nil || layout == yearFirst && len(days) == 0 {
			continue
		}
		if t.Year() < 2000 && !strings.Contains(layout, "2006") {
			t = t.AddDate(100, 0, 0)
		}
		if !slices.ContainsFunc(days, t.Equal) {
			days = append(days, t)
		}
	}
	switch len(days) {
	case 0:
		return "", fmt.Sprintf("%q is no date", typed), dateHelp
	case 1:
		return days[0].Format(time.DateOnly), "", ""
	}
	const long = "January 2, 2006"
	return "", fmt.Sprintf("%q can mean %s or %s", typed, days[0].Format(long), days[1].Format(long)), dateHelp
}
