package merge

import (
	"fmt"
	"strings"
	"time"

	"github.com/socdraft/socdraft/content/returned"
)

// The days that a number without the look of a date may mean: 1990 to 2099.
const (
	firstSerial = 32874
	lastSerial  = 73050
)

// spelled are the ways to write a date with the month in words or in an order
// that is certain.
var spelled = []string{
	"2006-1-2", "2006/1/2", "2006.1.2", "2006-01-02T15:04:05", "2006-01-02 15:04:05",
	"2.1.2006", "2. January 2006",
	"January 2, 2006", "January 2 2006", "Jan 2, 2006", "Jan 2 2006", "Jan. 2, 2006",
	"2 January 2006", "2 Jan 2006", "2-Jan-2006", "2-Jan-06", "2 Jan. 2006",
}

// dateOf returns the date in a cell as 2026-06-30.
func dateOf(cell returned.Cell) (value, problem, help string) {
	switch cell.Kind {
	case returned.Date:
		return cell.Date.Format(time.DateOnly), "", ""
	case returned.Number:
		if cell.Number >= firstSerial && cell.Number < lastSerial {
			return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(cell.Number)).Format(time.DateOnly), "", ""
		}
	case returned.Text:
		return dateText(cell.Text)
	}
	return "", fmt.Sprintf("%q is no date", cell.Text), dateHelp
}

const dateHelp = "write a date as 2026-06-30"

// dateText reads a date that was typed as text.
func dateText(text string) (value, problem, help string) {
	text = oneLine(text)
	if text == "" {
		return "", "", ""
	}
	for _, layout := range spelled {
		if t, err := time.Parse(layout, text); err == nil {
			return t.Format(time.DateOnly), "", ""
		}
	}
	if strings.Count(text, "/") == 2 || strings.Count(text, "-") == 2 {
		return slashed(strings.ReplaceAll(text, "-", "/"), text)
	}
	return "", fmt.Sprintf("%q is no date", text), dateHelp
}

// slashed reads a date of three numbers. Which of the first two is the month is
// certain only where the other cannot be one, or where they are the same.
func slashed(slashes, text string) (value, problem, help string) {
	american, err1 := time.Parse("1/2/2006", slashes)
	european, err2 := time.Parse("2/1/2006", slashes)
	switch {
	case err1 != nil && err2 != nil:
		return "", fmt.Sprintf("%q is no date", text), dateHelp
	case err1 != nil:
		return european.Format(time.DateOnly), "", ""
	case err2 != nil || american.Equal(european):
		return american.Format(time.DateOnly), "", ""
	}
	return "", fmt.Sprintf("%q can mean %s or %s", text, american.Format("January 2, 2006"), european.Format("January 2, 2006")), dateHelp
}
