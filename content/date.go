package content

import (
	"cmp"
	"fmt"
	"time"

	"github.com/socdraft/socdraft/content/diag"
)

// A Date is a calendar date without a zone. The zero Date is no date.
type Date struct {
	Year, Month, Day int
	Span             diag.Span
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d.Year == 0 && d.Month == 0 && d.Day == 0 }

// Compare orders dates; places do not matter.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// String returns the ISO form, 2026-06-30, or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Long returns the form reports print, June 30, 2026, or "" for no date.
func (d Date) Long() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s %d, %d", time.Month(d.Month), d.Day, d.Year)
}

// Time returns midnight UTC of the date.
func (d Date) Time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// DaysUntil returns the days from d to e, negative where e is earlier.
func (d Date) DaysUntil(e Date) int { return int((e.Time().Unix() - d.Time().Unix()) / (24 * 60 * 60)) }

// AddDays returns the date n days later.
func (d Date) AddDays(n int) Date { return dateOf(d.Time().AddDate(0, 0, n)) }

// AddMonths returns the date n months later; a day that the month lacks becomes
// its last one.
func (d Date) AddMonths(n int) Date {
	first := time.Date(d.Year, time.Month(d.Month)+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date{Year: first.Year(), Month: int(first.Month()), Day: min(d.Day, last)}
}

func dateOf(t time.Time) Date {
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// DateOf returns the calendar date of t in UTC.
func DateOf(t time.Time) Date { return dateOf(t.UTC()) }

// A Period runs from Start through End, both included.
type Period struct {
	Start, End Date
	Span       diag.Span
}

// IsZero reports whether there is no period.
func (p Period) IsZero() bool { return p.Start.IsZero() && p.End.IsZero() }

// Contains reports whether the period includes d.
func (p Period) Contains(d Date) bool { return !d.Before(p.Start) && !d.After(p.End) }

// Months returns the whole months the period spans: 12 for July 1 to June 30.
func (p Period) Months() int {
	end := p.End.AddDays(1)
	n := (end.Year-p.Start.Year)*12 + end.Month - p.Start.Month
	if end.Day < p.Start.Day {
		n--
	}
	return n
}

// String returns "July 1, 2025 to June 30, 2026".
func (p Period) String() string { return p.Start.Long() + " to " + p.End.Long() }
