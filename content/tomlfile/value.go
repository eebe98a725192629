package tomlfile

import "github.com/socdraft/socdraft/content/diag"

// kind is the type of a value.
type kind uint8

const (
	kindString kind = iota
	kindInt
	kindFloat
	kindBool
	kindDate
	kindTime // a time, or a date with a time
	kindArray
	kindTable
	kindTables // made by [[headers]]
)

// words names the kind as findings do.
func (k kind) words() string {
	return [...]string{
		"text", "a whole number", "a decimal number", "true or false", "a date",
		"a date with a time", "a list", "a table", "a list of tables",
	}[k]
}

// A value is one TOML value with its place.
type value struct {
	kind  kind
	span  diag.Span // for arrays and tables derived, see builder
	text  diag.Text // kindString
	int   int64     // kindInt
	bool  bool      // kindBool
	date  Date      // kindDate
	items []*value  // kindArray, kindTables
	table *Table    // kindTable
}

// An entry is a key and its value.
type entry struct {
	name    string
	keySpan diag.Span
	value   *value
}

// A Date is a calendar date as a file gives it.
type Date struct {
	Year, Month, Day int
	Span             diag.Span
}

// parseDate reads YYYY-MM-DD and reports whether the calendar has the day.
func parseDate(s string, span diag.Span) (Date, bool) {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	number := func(digits string) int {
		n := 0
		for _, c := range []byte(digits) {
			if c < '0' || c > '9' {
				return -1
			}
			n = n*10 + int(c-'0')
		}
		return n
	}
	d := Date{Year: number(s[:4]), Month: number(s[5:7]), Day: number(s[8:]), Span: span}
	return d, d.Year >= 0 && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
