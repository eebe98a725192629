package merge

import (
	"slices"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
)

// keep returns the round that an issue of the sources keeps.
func keep(e *content.Engagement, list []*requests.Request, number int) *content.IssuedRound {
	l := &logger{comparer: comparer{Input: &Input{Engagement: e, Requests: list}, find: requests.Finder(list)}}
	round := &content.IssuedRound{Number: content.Int{Value: number}}
	for _, s := range l.present() {
		for _, row := range s.Rows {
			kept := &content.IssuedRow{Sheet: text(s.Name), ID: text(row.ID)}
			for _, col := range s.Columns[1:] {
				if v := row.Cells[col.Key]; v != "" && (col.Filled() || isAdded(col)) {
					kept.Values = append(kept.Values, content.IssuedCell{Column: col.Key, Text: v})
				} else if h := row.Hashes[col.Key]; h != "" {
					kept.Generated = append(kept.Generated, content.IssuedCell{Column: col.Key, Text: h})
				}
			}
			round.Rows = append(round.Rows, kept)
		}
	}
	return round
}

func logged(lines []LogLine) []string {
	var all []string
	for _, l := range lines {
		all = append(all, string(l.Side)+"|"+l.Request+"|"+l.What)
	}
	return all
}

// expectedList is a list that nobody has answered yet.
func expectedList() []*requests.Request {
	var all []*requests.Request
	for _, id := range []string{"R-001", "R-002", "R-003"} {
		all = append(all, &requests.Request{ID: id, Key: id, Title: "Request " + id, What: "What " + id, Kind: requests.Document, Origin: requests.Expected})
	}
	return all
}

// TestEachChangeIsLoggedOnce: what changed from one issue to the next stands in
// that round, with the side whose word it is, and no more in later ones.
func TestEachChangeIsLoggedOnce(t *testing.T) {
	e, first := &content.Engagement{}, expectedList()
	round1 := keep(e, first, 1)
	if got := logged(Log(e, first, nil, round1)); got != nil {
		t.Errorf("a list that nobody has touched: %q", got)
	}
	second := expectedList()
	due := content.Date{Year: 2026, Month: 7, Day: 13}
	second[0].Change = &content.RequestChange{Title: text("Reviews"), Ref: text("W-1")}
	second[0].Title, second[0].Ref, second[0].DueOn, second[0].Origin = "Reviews", "W-1", due, requests.ByAuditor
	second[1].Answer = &content.Answer{Status: text("submitted"), Comment: text("In the folder.")}
	e.RequestList.OpenPoints = []*content.OpenPoint{{ID: text("PT-01"), Request: text(second[1].ID), Text: text("Who approves?"), Side: text("service_auditor")}}
	second = append(second, &requests.Request{ID: "R-201", Title: "Tickets", Kind: requests.Document, Asked: &content.AskedRequest{}, Origin: requests.ByAuditor,
		Answer: &content.Answer{Status: text("submitted")}, Owner: "IT Manager"})
	want := []string{
		"service_auditor|R-001|Title changed; Taken over; Auditor ref: W-1; Due on: July 13, 2026",
		"company|" + second[1].ID + "|Company status: Not started → Submitted; Company comment written",
		"service_auditor|R-201|New request: Tickets",
		"company|R-201|Company status: Submitted",
		"service_auditor|" + second[1].ID + "|PT-01: New open point: Who approves?",
	}
	if got := logged(Log(e, second, round1, nil)); !slices.Equal(got, want) {
		t.Errorf("since round 1:\n%q\nwant\n%q", got, want)
	}
	round2 := keep(e, second, 2)
	if got := logged(Log(e, second, round1, round2)); !slices.Equal(got, want) {
		t.Errorf("in round 2:\n%q\nwant\n%q", got, want)
	}
	if got := logged(Log(e, second, round2, nil)); got != nil {
		t.Errorf("since round 2, in which nothing changed: %q", got)
	}
	if got := logged(Log(e, second, nil, round2)); len(got) != len(want) || got[0] != want[0] {
		t.Errorf("in a first round with the same words: %q", got)
	}
	e.RequestList.OpenPoints[0].Resolution, e.RequestList.OpenPoints[0].ClosedOn = text("The owner."), due
	third := second[1:]
	want = []string{
		"|" + "|No longer in the list: R-001",
		"both|" + second[1].ID + "|PT-01: Resolution written",
		"service_auditor|" + second[1].ID + "|PT-01: Closed on: July 13, 2026",
	}
	if got := logged(Log(e, third, round2, nil)); !slices.Equal(got, want) {
		t.Errorf("since round 2:\n%q\nwant\n%q", got, want)
	}
}

// TestDaysOfChanges: what the sources give a day for is logged of that day, each
// day's words on their own; what has none is of no day.
func TestDaysOfChanges(t *testing.T) {
	e, list := &content.Engagement{}, expectedList()
	day := func(n int) content.Date { return content.Date{Year: 2026, Month: 7, Day: n} }
	asked := list[0]
	asked.Change, asked.Ref, asked.Origin, asked.RequestedOn, asked.DueOn = &content.RequestChange{Ref: text("A-001")}, "A-001", requests.ByAuditor, day(1), day(10)
	asked.Answer = &content.Answer{Status: text("submitted"), SubmittedOn: day(6), AuditorStatus: text("accepted"), AcceptedOn: day(9)}
	list[1].Answer = &content.Answer{AuditorStatus: text("under_review"), Status: text("in_progress")}
	e.RequestList.OpenPoints = []*content.OpenPoint{{ID: text("PT-01"), Text: text("Why?"), Side: text("company"), RaisedOn: day(7), Resolution: text("So."), ClosedOn: day(8)}}
	want := map[string]int{
		"Taken over; Auditor ref: A-001; Requested on: July 1, 2026; Due on: July 10, 2026": 1,
		"Company status: Not started → Submitted; Submitted on: July 6, 2026":               6,
		"Auditor status: Accepted; Accepted on: July 9, 2026":                               9,
		"Company status: Not started → In progress":                                         0,
		"Auditor status: Under review":                                                      0,
		"PT-01: New open point: Why?":                                                       7,
		"PT-01: Resolution written":                                                         0,
		"PT-01: Closed on: July 8, 2026":                                                    8,
	}
	for _, l := range Log(e, list, nil, nil) {
		n, ok := want[l.What]
		if delete(want, l.What); !ok || l.On.Day != n {
			t.Errorf("%q is of day %d, want %d", l.What, l.On.Day, n)
		}
	}
	if len(want) > 0 {
		t.Errorf("not logged: %v", want)
	}
}
