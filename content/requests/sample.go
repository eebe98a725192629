package requests

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// A Sample is a planning estimate of how many items a service auditor is going
// to select. No rule fixes the number; the service auditor does.
type Sample struct {
	Expected          int // occurrences in the time frame; 0 where they are not known or none is due
	Low, Normal, High int // items by risk; 0 where Bands apply
	Bands             []Band
	PerSetting        bool // automated: one item for each configuration, whatever the occurrences
}

// A Band gives the estimate for populations of From up to To items. To is 0 in
// the last band; Normal is 0 where every item is selected.
type Band struct {
	From, To     int
	Normal, High int
}

// occurrenceBands is the estimate for controls that operate by occurrence.
var occurrenceBands = []Band{
	{From: 1, To: 4},
	{From: 5, To: 12, Normal: 3, High: 5},
	{From: 13, To: 52, Normal: 5, High: 10},
	{From: 53, To: 250, Normal: 15, High: 25},
	{From: 251, Normal: 25, High: 40},
}

// periodicSizes is the estimate by occurrences in the time frame: up to most,
// low, normal and high risk. The rows are those of controls that operate once,
// twice, four times … in twelve months, so a shorter period scales by itself.
var periodicSizes = []struct{ most, low, normal, high int }{
	{1, 1, 1, 1}, {2, 1, 2, 2}, {4, 2, 2, 3}, {12, 2, 3, 5}, {26, 3, 5, 8}, {52, 5, 8, 15},
}

// periodicSample returns the estimate for a control that recurs by the
// calendar.
func periodicSample(f content.Frequency, window content.Period) *Sample {
	n := occurrences(f, window)
	s := &Sample{Expected: n}
	switch {
	case f == content.ManyPerDay || f == content.Continuous:
		s.Low, s.Normal, s.High = 25, 40, 60
		return s
	case n > 52:
		s.Low, s.Normal, s.High = 15, 25, 40
		return s
	}
	for _, row := range periodicSizes {
		if n <= row.most {
			s.Low, s.Normal, s.High = min(n, row.low), min(n, row.normal), min(n, row.high)
			return s
		}
	}
	return s
}

// Fewest returns how many items the planning estimate has at least for a test
// of the control in the window, 0 where it has no number. A population of 0 is
// not known.
func Fewest(c *content.Control, window content.Period, population int) int {
	frequency := content.Frequency(c.Frequency.Value)
	switch {
	case content.Nature(c.Nature.Value) == content.Automated:
		return 1
	case frequency != content.PerOccurrence:
		n := periodicSample(frequency, window).Low
		if population > 0 {
			n = min(n, population)
		}
		return n
	}
	for _, band := range occurrenceBands {
		if population >= band.From && (population <= band.To || band.To == 0) {
			if band.Normal == 0 {
				return population
			}
			return band.Normal
		}
	}
	return 0
}

// occurrences returns how often a control operates in the window, rounded down: a
// quarterly control operates once in five months, an annual one not at all.
func occurrences(f content.Frequency, window content.Period) int {
	if window.Start.IsZero() || window.End.IsZero() || window.End.Before(window.Start) {
		return 0
	}
	days, months := window.Start.DaysUntil(window.End)+1, window.Months()
	switch f {
	case content.Daily:
		return days * 250 / 365 // working days
	case content.Weekly:
		return days / 7
	case content.Biweekly:
		return days / 14
	case content.Semimonthly:
		return months * 2
	case content.Monthly:
		return months
	case content.Quarterly:
		return months / 3
	case content.Semiannual:
		return months / 6
	case content.Annual:
		return months / 12
	}
	return 0
}

// Words returns the estimate as tables print it, under a head that says that it
// is one.
func (s *Sample) Words() string {
	switch {
	case s == nil:
		return ""
	case s.PerSetting:
		return "1 for each configuration"
	case len(s.Bands) > 0:
		return "By population: " + s.bandWords()
	case s.Normal == 0:
		return "None due in the time frame"
	}
	words := fmt.Sprint(s.Normal)
	if s.Expected > 1 {
		words += fmt.Sprintf(" of %d", s.Expected)
	}
	if s.Low != s.High {
		words += fmt.Sprintf("; %d to %d by risk", s.Low, s.High)
	}
	return words
}

func (s *Sample) bandWords() string {
	var words []string
	for _, b := range s.Bands {
		switch {
		case b.Normal == 0:
			words = append(words, fmt.Sprintf("%d–%d: all", b.From, b.To))
		case b.To == 0:
			words = append(words, fmt.Sprintf("over %d: %d", b.From-1, b.Normal))
		default:
			words = append(words, fmt.Sprintf("%d–%d: %d", b.From, b.To, b.Normal))
		}
	}
	return strings.Join(words, "; ")
}
