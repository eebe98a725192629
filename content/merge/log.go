package merge

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
)

// A LogLine says what one side changed in one row of the list from an issue to
// the next.
type LogLine struct {
	Request string              // id; "" where the row is not of a request
	Side    content.RequestSide // requests.Generated: it follows from the sources
	What    string
	On      content.Date // the day that the sources give for it; zero where they give none
}

// Log tells what changed from an issue to the next: rows that came, what each
// side wrote, rows that went. The next is the sources as they are where it is
// nil; the one before, what is expected of the controls and not yet answered.
func Log(e *content.Engagement, list []*requests.Request, before, after *content.IssuedRound) []LogLine {
	l := &logger{comparer: comparer{Input: &Input{Engagement: e, Requests: list}, find: requests.Finder(list)}}
	now := l.present()
	if after != nil {
		now = Round(after)
	}
	was := map[string]*Sheet{}
	if before == nil {
		was[requestSheet] = l.expected(now)
	} else {
		for _, s := range Round(before) {
			was[s.Name] = s
		}
	}
	columns := map[string][]*requests.Column{requestSheet: requests.Columns, walkthroughSheet: requests.WalkthroughColumns, pointSheet: requests.PointColumns}
	for _, s := range now {
		if columns[s.Name] == nil {
			continue
		}
		for _, row := range s.Rows {
			l.row(s.Name, columns[s.Name], was[s.Name].row(row.ID), row)
		}
		if was[s.Name] != nil && s.Name == requestSheet {
			for _, row := range was[s.Name].Rows {
				if s.row(row.ID) == nil {
					l.add("", saying{side: requests.Generated}, "No longer in the list: "+row.ID)
				}
			}
		}
	}
	return l.lines
}

// A logger collects the lines of a log.
type logger struct {
	comparer
	lines []LogLine
}

func (l *logger) add(request string, said saying, what string) {
	if what != "" {
		l.lines = append(l.lines, LogLine{Request: request, Side: said.side, What: what, On: said.on})
	}
}

// present returns the sheets as an issue would keep them.
func (l *logger) present() []*Sheet {
	sheets := Present(l.Engagement, l.Requests)
	for _, s := range sheets {
		for _, row := range s.Rows {
			row.Hashes = map[string]string{}
			for _, col := range s.Columns {
				if text := row.Cells[col.Key]; !col.Filled() && !isAdded(col) && !col.Computed && text != "" {
					row.Hashes[col.Key] = hash(l.value(col, text))
				}
			}
		}
	}
	return sheets
}

// expected returns the requests of an issue as if nobody had said a word yet.
func (l *logger) expected(now []*Sheet) *Sheet {
	out := &Sheet{Name: requestSheet}
	for _, s := range now {
		if s.Name != requestSheet {
			continue
		}
		for _, row := range s.Rows {
			r := l.find(row.ID)
			if r != nil && r.Asked != nil {
				continue
			}
			was := &Row{ID: row.ID, Hashes: maps.Clone(row.Hashes), Cells: map[string]string{"status": requests.Words(content.CompanyStatuses[0]),
				"owner_role": row.Cells["owner_role"], "source_system": row.Cells["source_system"]}}
			if r != nil && r.Change != nil {
				said := map[string]bool{"title": r.Change.Title.Value != "", "what": r.Change.What.Value != "", "origin": r.Origin == requests.ByAuditor}
				maps.DeleteFunc(was.Hashes, func(key, _ string) bool { return said[key] })
			}
			out.add(was)
		}
	}
	return out
}

// row tells what each side changed in a row; in one that is new, that it came.
func (l *logger) row(sheet string, columns []*requests.Column, before, after *Row) {
	request, title, prefix := after.ID, "", ""
	if r := l.find(after.ID); r != nil {
		title = r.Title
	}
	var point *content.OpenPoint
	if sheet == pointSheet {
		request, prefix = "", after.ID+": "
		if point = l.pointOf(after.ID); point != nil {
			title, request = point.Text.Value, point.Request.Value
			if r := l.find(request); r != nil {
				request = r.ID
			}
		}
	}
	var sayings []saying
	said := map[saying][]string{}
	say := func(side content.RequestSide, key, words string) {
		by := saying{side, saidOn(sheet, side, key, before, after)}
		if said[by] == nil {
			sayings = append(sayings, by)
		}
		said[by] = append(said[by], words)
	}
	isNew := before == nil && sheet != walkthroughSheet
	if before == nil {
		before = &Row{}
	}
	if isNew {
		say(l.came(request, point), "", cameWords(sheet)+cmp.Or(brief(title), after.ID))
	}
	for _, col := range columns {
		if isNew && (!col.Filled() || col.Key == "owner_role" || col.Key == "source_system") {
			continue // said by the sources when the row came
		}
		if side, words := l.changed(col, request, point, before, after); words != "" {
			say(side, col.Key, words)
		}
	}
	for _, by := range sayings {
		l.add(request, by, prefix+strings.Join(said[by], "; "))
	}
}

func cameWords(sheet string) string {
	if sheet == pointSheet {
		return "New open point: "
	}
	return "New request: "
}

// came returns the side that brought a new request or point.
func (l *logger) came(request string, point *content.OpenPoint) content.RequestSide {
	if point != nil {
		return content.RequestSide(point.Side.Value)
	}
	if r := l.find(request); r != nil && r.Asked != nil {
		return content.ServiceAuditorSide
	}
	return requests.Generated
}

func (l *logger) pointOf(id string) *content.OpenPoint {
	for _, p := range l.Engagement.RequestList.OpenPoints {
		if p.ID.Value == id {
			return p
		}
	}
	return nil
}

// longText are the columns whose text is read in its place.
var longText = []string{"comment", "auditor_comment", "na_reason", "evidence", "resolution", "outcome", "attendees"}

// changed says what became of a cell, "" where it is as it was, and whose word
// that is.
func (l *logger) changed(col *requests.Column, request string, point *content.OpenPoint, before, after *Row) (content.RequestSide, string) {
	if col.Computed || col.Key == "id" || col.Key == "kind" || isAdded(col) {
		return "", ""
	}
	if !col.Filled() {
		if before.Hashes[col.Key] == after.Hashes[col.Key] {
			return "", ""
		}
		return l.reworded(col, request)
	}
	was, now := before.Cells[col.Key], after.Cells[col.Key]
	if plain(was) == plain(now) {
		return "", ""
	}
	side := col.Side
	if side == requests.Raiser && point != nil {
		side = content.RequestSide(point.Side.Value)
	}
	if col.Value == requests.DateValue {
		was, now = dayWords(was), dayWords(now)
	}
	switch {
	case now == "":
		return side, col.Head + " emptied"
	case slices.Contains(longText, col.Key) && was == "":
		return side, col.Head + " written"
	case slices.Contains(longText, col.Key):
		return side, col.Head + " changed"
	case was == "":
		return side, fmt.Sprintf("%s: %s", col.Head, now)
	}
	return side, fmt.Sprintf("%s: %s → %s", col.Head, was, now)
}

// dayWords returns a day as prose writes it.
func dayWords(text string) string {
	if day, err := time.Parse(time.DateOnly, text); err == nil {
		return day.Format("January 2, 2006")
	}
	return text
}

// reworded says that what follows from the sources is another now. Of what the
// service auditor took over or worded, it is the service auditor's word.
func (l *logger) reworded(col *requests.Column, request string) (content.RequestSide, string) {
	side := requests.Generated
	r := l.find(request)
	switch {
	case r == nil:
	case r.Asked != nil,
		r.Change != nil && (col.Key == "title" && r.Change.Title.Value != "" || col.Key == "what" && r.Change.What.Value != ""):
		side = content.ServiceAuditorSide
	case col.Key == "origin" && r.Change != nil:
		return content.ServiceAuditorSide, "Taken over"
	}
	return side, col.Head + " changed"
}
