package merge

import (
	"time"

	"github.com/socdraft/socdraft/content"
)

// A saying is what one side said on one day.
type saying struct {
	side content.RequestSide
	on   content.Date // zero where nobody gave the day
}

// saidOn returns the day on which a side changed a column of the row, as far as
// the row tells: the day of the request, of the answer, of its acceptance.
func saidOn(sheet string, side content.RequestSide, key string, before, after *Row) content.Date {
	day := dayColumn(sheet, side, key)
	if after.Cells[day] == before.Cells[day] {
		return content.Date{}
	}
	at, err := time.Parse(time.DateOnly, after.Cells[day])
	if err != nil {
		return content.Date{}
	}
	return content.DateOf(at)
}

// dayColumn names the column that holds the day on which another was filled,
// "" where none does.
func dayColumn(sheet string, side content.RequestSide, key string) string {
	switch {
	case sheet == walkthroughSheet:
		return "held_on"
	case sheet == pointSheet && key == "resolution":
		return ""
	case sheet == pointSheet && key == "closed_on":
		return "closed_on"
	case sheet == pointSheet:
		return "raised_on"
	case side == content.CompanySide:
		return "submitted_on"
	case key == "auditor_status" || key == "accepted_on" || key == "auditor_comment":
		return "accepted_on"
	case side == content.ServiceAuditorSide:
		return "requested_on"
	}
	return ""
}
