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
	Items             int  // in the populations of Bands; 0 where they are not known
	PerSetting        bool // automated: one item for each configuration, whatever the occurrences
	Empty             bool // the populations were taken and have no occurrence
}

// A Band gives the estimate for populations of From up to To items. To is 0 in
// the last band; Normal is 0 where every item is selected.
type Band struct {
	From, To     int
	Normal, High int
}

// Fewest returns how many items the planning estimate has at least for a test
// of the control in the window, 0 where it has no number. A population of 0 is
// not known.
func Fewest(e *content.Engagement, c *content.Control, window content.Period, population int) int {
	frequency := content.Frequency(c.Frequency.Value)
	switch {
	case content.Nature(c.Nature.Value) == content.Automated:
		return 1
	case frequency != content.PerOccurrence:
		n := sizesOf(e).periodic(frequency, window).Low
		if population > 0 {
			n = min(n, population)
		}
		return n
	}
	normal, _ := sizeOf(sizesOf(e).bands, population)
	return normal
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
func (s *Sample) Words() string { return s.at("") }

// at is Words where the service auditor has set the risk, one of
// content.SampleRisks.
func (s *Sample) at(risk string) string {
	switch {
	case s == nil:
		return ""
	case s.PerSetting:
		return "1 for each configuration"
	case s.Empty:
		return "None: no occurrence"
	case s.Items > 0:
		normal, high := sizeOf(s.Bands, s.Items)
		return (&Sample{Expected: s.Items, Low: normal, Normal: normal, High: high}).at(risk)
	case len(s.Bands) > 0:
		return "By population" + atRisk(", ", risk) + ": " + s.bandWords(risk)
	case s.Normal == 0:
		return "None due in the time frame"
	}
	n := map[string]int{"low": s.Low, "high": s.High}[risk]
	if n == 0 {
		n = s.Normal
	}
	words := fmt.Sprint(n)
	if s.Expected > 1 {
		words += fmt.Sprintf(" of %d", s.Expected)
	}
	if risk != "" {
		return words + atRisk(", ", risk)
	}
	if s.Low != s.High {
		words += fmt.Sprintf("; %d to %d by risk", s.Low, s.High)
	}
	return words
}

// atRisk names the risk behind a lead, "" where none is set.
func atRisk(lead, risk string) string {
	if risk == "" {
		return ""
	}
	return lead + risk + " risk"
}

func (s *Sample) bandWords(risk string) string {
	var words []string
	for _, b := range s.Bands {
		n := b.Normal
		if risk == "high" {
			n = b.High
		}
		switch {
		case b.Normal == 0:
			words = append(words, fmt.Sprintf("%d–%d: all", b.From, b.To))
		case b.To == 0:
			words = append(words, fmt.Sprintf("over %d: %d", b.From-1, n))
		default:
			words = append(words, fmt.Sprintf("%d–%d: %d", b.From, b.To, n))
		}
	}
	return strings.Join(words, "; ")
}

// sampleWords returns the size of the request's sample as a cell holds it: the
// service auditor's own, else the planning estimate.
func (r *Request) sampleWords() string {
	if r.SampleSize > 0 {
		return fmt.Sprintf("%d, set by the service auditor", r.SampleSize)
	}
	return r.Sample.at(r.Risk)
}
