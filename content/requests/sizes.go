package requests

import (
	"cmp"

	"github.com/socdraft/socdraft/content"
)

// DefaultSizes names the table of planning estimates that applies unless the
// audit firm's own stands in the sources.
const DefaultSizes = "default table of socdraft"

// sizes is a table of planning estimates.
type sizes struct {
	name  string
	rows  []sizeRow // of controls that recur by the calendar
	bands []Band    // of controls that operate by occurrence
}

// A sizeRow is the estimate by occurrences in the time frame: up to most, low,
// normal and high risk. The last row has no bound.
type sizeRow struct{ most, low, normal, high int }

// byDefault has the rows of controls that operate once, twice, four times … in
// twelve months, so a shorter period scales by itself. Its last row is of those
// that operate many times a day.
var byDefault = sizes{
	name: DefaultSizes,
	rows: []sizeRow{{1, 1, 1, 1}, {2, 1, 2, 2}, {4, 2, 2, 3}, {12, 2, 3, 5}, {26, 3, 5, 8}, {52, 5, 8, 15}, {1000, 15, 25, 40}, {0, 25, 40, 60}},
	bands: []Band{
		{From: 1, To: 4},
		{From: 5, To: 12, Normal: 3, High: 5},
		{From: 13, To: 52, Normal: 5, High: 10},
		{From: 53, To: 250, Normal: 15, High: 25},
		{From: 251, Normal: 25, High: 40},
	},
}

// SizesOf returns the name of the table of planning estimates that applies.
func SizesOf(e *content.Engagement) string { return sizesOf(e).name }

// OwnSizes reports whether the audit firm's own table applies.
func OwnSizes(e *content.Engagement) bool { return e.RequestList.Sizes != nil }

// sizesOf returns the table that applies. What the audit firm's has no rows or
// no bands for is taken from the default.
func sizesOf(e *content.Engagement) *sizes {
	own := e.RequestList.Sizes
	if own == nil {
		return &byDefault
	}
	s := sizes{name: cmp.Or(own.Name.Value, "the audit firm’s table")}
	for _, r := range own.Periodic {
		s.rows = append(s.rows, sizeRow{r.Most.Value, r.Low.Value, r.Normal.Value, r.High.Value})
	}
	for _, b := range own.Occurrences {
		s.bands = append(s.bands, Band{From: b.From.Value, To: b.To.Value, Normal: b.Normal.Value, High: max(b.Normal.Value, b.High.Value)})
	}
	if len(s.rows) == 0 {
		s.rows = byDefault.rows
	}
	if len(s.bands) == 0 {
		s.bands = byDefault.bands
	}
	return &s
}

// row returns the row for a number of occurrences, the last one where no other
// reaches it.
func (s *sizes) row(n int) sizeRow {
	for _, row := range s.rows {
		if n <= row.most || row.most == 0 {
			return row
		}
	}
	return s.rows[len(s.rows)-1]
}

// periodic returns the estimate for a control that recurs by the calendar.
func (s *sizes) periodic(f content.Frequency, window content.Period) *Sample {
	if f == content.ManyPerDay || f == content.Continuous {
		row := s.rows[len(s.rows)-1]
		return &Sample{Low: row.low, Normal: row.normal, High: row.high}
	}
	n := occurrences(f, window)
	row := s.row(n)
	return &Sample{Expected: n, Low: min(n, row.low), Normal: min(n, row.normal), High: min(n, row.high)}
}

// sizeOf returns how many items of a population are selected at normal and at
// high risk, 0 where no band has a number.
func sizeOf(bands []Band, items int) (normal, high int) {
	for _, band := range bands {
		if items < band.From || items > band.To && band.To != 0 {
			continue
		}
		if band.Normal == 0 {
			return items, items
		}
		return min(items, band.Normal), min(items, max(band.Normal, band.High))
	}
	return 0, 0
}
