package merge

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// A NewRequest is a row that the service auditor added to the requests.
type NewRequest struct {
	Where string
	ID    string
	Title string

	values   map[string]string // by key of the column, as the sources write them
	controls []string
	criteria []string
	from, to string // what it covers
}

// A NewPoint is a row that somebody added to the open points.
type NewPoint struct {
	Where  string
	ID     string
	Side   content.RequestSide
	Text   string
	values map[string]string
}

// strangers deals with the rows that bear no id of ours: what a side asks anew,
// and what was asked by this same file before.
func (c *comparer) strangers(s *Sheet, t *table, byID map[string][]*returned.Row, rows []*returned.Row) {
	for _, row := range rows {
		id := oneLine(row.Cell(t.at[s.Columns[0]]).Text)
		where := place(t.sheet.Name, t.at[s.Columns[0]], row.Number)
		switch from := t.copied[row.Number]; {
		case from != nil:
			c.copy(s, t, row, where, byID)
		case c.bySet[s.Name].row(id) != nil:
			c.report(where, fmt.Sprintf("%s is no longer in the list", id), "nothing is taken from its row; its answers stay in requests/answers.toml")
		case s.Name == requestSheet:
			c.asked(s, t, row, id, where, byID)
		case s.Name == pointSheet:
			c.point(s, t, row, id, where, byID)
		case c.requestOf(id) == nil:
			c.report(where, fmt.Sprintf("%q is no request of the list", id), "nothing is taken from the row")
		default:
			c.report(where, fmt.Sprintf("%s has several meetings, or is no walkthrough", id), "write what is new about them into requests/answers.toml")
		}
	}
}

// text returns what a row says in the column of the key.
func (c *comparer) text(s *Sheet, t *table, row *returned.Row, key string) string {
	for _, col := range s.Columns {
		if x, ok := t.at[col]; ok && col.Key == key && !t.merged[[2]int{row.Number, x}] {
			return whole(row.Cell(x).Text)
		}
	}
	return ""
}

// asked takes a new row of the requests.
func (c *comparer) asked(s *Sheet, t *table, row *returned.Row, id, where string, byID map[string][]*returned.Row) {
	title, what := oneLine(c.text(s, t, row, "title")), c.text(s, t, row, "what")
	if title == "" && what == "" {
		c.report(where, fmt.Sprintf("the row has no id of the list and asks for nothing: %q", brief(c.rowText(t, row))), "nothing is taken from it; a new request needs a title")
		return
	}
	if title, what = cmp.Or(title, brief(what)), cmp.Or(what, title); len(title) > maxLine {
		title, what = brief(title), title+"\n"+what
	}
	if r := c.worded(title, what, byID); r != nil {
		if r.Asked == nil || id != "" {
			c.report(where, fmt.Sprintf("the row has the words of %s and is taken for it, whatever its id %q", r.ID, id), "")
		}
		byID[r.ID] = append(byID[r.ID], row)
		return
	}
	if !c.from(content.ServiceAuditorSide) {
		c.report(where, fmt.Sprintf("the new request %q comes from the company", title), "it is not taken: the service auditor asks; what the company expects follows from its controls")
		return
	}
	n := &NewRequest{Where: where, Title: title, values: map[string]string{"title": title, "what": what}}
	if id != "" {
		n.values["ref"] = id
		c.report(where, fmt.Sprintf("%q is no id of the list and is taken for the service auditor's own number", id), "")
	}
	c.plan.Asked = append(c.plan.Asked, n)
	n.ID = requests.Next(c.Engagement, len(c.plan.Asked))
	c.askedValues(s, t, row, n)
}

// worded returns the request that has the words of a row, if no other row is its:
// a request of this same file that was merged before, or one whose id was lost.
func (c *comparer) worded(title, what string, byID map[string][]*returned.Row) *requests.Request {
	for _, r := range c.Requests {
		if len(byID[r.ID]) == 0 && plain(r.Title) == plain(title) && plain(r.What) == plain(what) {
			return r
		}
	}
	return nil
}

// rowText joins what a row says.
func (c *comparer) rowText(t *table, row *returned.Row) string {
	var all []string
	for _, cell := range row.Cells {
		if t.columns[cell.Column] != nil {
			all = append(all, cell.Text)
		}
	}
	return strings.Join(all, " · ")
}

// askedKeys are the columns of a new request beside its title.
var askedKeys = []string{"ref", "kind", "area", "format", "ipe", "source_system", "owner_role", "phase", "requested_on", "due_on", "follow_up_of",
	"auditor_status", "accepted_on", "auditor_comment"}

func (c *comparer) askedValues(s *Sheet, t *table, row *returned.Row, n *NewRequest) {
	for _, col := range s.Columns {
		x, ok := t.at[col]
		if in := row.Cell(x); !ok || col.Computed || in.Text == "" && !in.Formula || col.Key == "id" || col.Key == "title" || col.Key == "what" || c.carried(t, row, col) {
			continue
		}
		where := place(t.sheet.Name, x, row.Number)
		value, problem, help := c.typed(col, row.Cell(x))
		switch {
		case problem != "":
			c.report(where, fmt.Sprintf("%s of the new request %s: %s", col.Head, n.ID, problem), help)
		case col.Key == "controls":
			n.controls = c.named(where, "control", value, func(id string) bool { return c.Engagement.Control(id) != nil })
		case col.Key == "criteria" && strings.EqualFold(value, "all applicable"):
		case col.Key == "criteria":
			n.criteria = c.named(where, "criterion", value, func(id string) bool { return c.Engagement.Criterion(id) != nil })
		case col.Key == "covers":
			c.covers(where, n, value)
		case slices.Contains(askedKeys, col.Key) || isAdded(col):
			n.values[col.Key] = value
		case col.Filled() && value != "" && value != content.CompanyStatuses[0]:
			c.report(where, fmt.Sprintf("%s of the new request %s is for the company to say", col.Head, n.ID), "it is not taken")
		}
	}
	if n.values["kind"] == "" {
		n.values["kind"] = string(requests.Document)
	}
	if status := n.values["auditor_status"]; slices.Contains(requests.DoneStatuses, status) {
		c.report(n.Where, fmt.Sprintf("the new request %s is %q already, and nothing was submitted", n.ID, requests.Words(status)), "it is taken; look at it")
	}
}

// named returns the ids in a text that the project knows, and reports others.
func (c *comparer) named(where, what, text string, known func(string) bool) []string {
	var ids []string
	for _, id := range parts(text) {
		if !known(id) {
			c.report(where, fmt.Sprintf("%q is no %s of the project", id, what), "it is left out")
			continue
		}
		ids = append(ids, id)
	}
	return ids
}

var period = regexp.MustCompile(`(?i)^(?:from )?(.+?) (?:to|through|until|–|-) (.+)$`)

// covers reads the dates of what a new request covers.
func (c *comparer) covers(where string, n *NewRequest, text string) {
	text = strings.TrimPrefix(strings.TrimPrefix(text, "As of "), "as of ")
	if day, problem, _ := dateText(text); problem == "" {
		n.to = day
		return
	}
	if m := period.FindStringSubmatch(text); m != nil {
		from, problem1, _ := dateText(m[1])
		to, problem2, _ := dateText(m[2])
		if problem1 == "" && problem2 == "" && from <= to {
			n.from, n.to = from, to
			return
		}
	}
	c.report(where, fmt.Sprintf("%q is neither a date nor a period", text), "the request covers what the report covers; write covers = { start, end } or as_of into requests/auditor.toml")
}

// point takes a new row of the open points. The rows of management's own tests
// are no points of the two sides.
func (c *comparer) point(s *Sheet, t *table, row *returned.Row, id, where string, byID map[string][]*returned.Row) {
	for _, f := range c.Engagement.TestFiles {
		for _, test := range f.Tests {
			if test.ID.Value == id {
				return
			}
		}
	}
	text := c.text(s, t, row, "text")
	if text == "" {
		c.report(where, fmt.Sprintf("the row has no id of the list and says nothing: %q", brief(c.rowText(t, row))), "nothing is taken from it; a new point needs its text")
		return
	}
	for _, p := range c.Engagement.RequestList.OpenPoints {
		if plain(p.Text.Value) == plain(text) {
			byID[p.ID.Value] = append(byID[p.ID.Value], row)
			return
		}
	}
	n := &NewPoint{Where: where, Side: c.noteSide(nil), Text: text, values: map[string]string{"text": text}}
	c.plan.Points = append(c.plan.Points, n)
	n.ID = c.pointID(len(c.plan.Points))
	for _, col := range s.Columns {
		x, ok := t.at[col]
		if !ok || col.Computed || row.Cell(x).Text == "" || col.Key == "id" || col.Key == "text" || c.carried(t, row, col) {
			continue
		}
		value, problem, help := c.typed(col, row.Cell(x))
		switch {
		case problem != "":
		case col.Key == "request" && c.requestOf(value) == nil:
			problem, help = fmt.Sprintf("%q is no request of the list", value), "it is left out"
		case col.Key == "control" && c.Engagement.Control(value) == nil:
			problem, help = fmt.Sprintf("%q is no control of the project", value), "it is left out"
		default:
			n.values[col.Key] = value
			continue
		}
		c.report(place(t.sheet.Name, x, row.Number), fmt.Sprintf("%s of the new point %s: %s", col.Head, n.ID, problem), help)
	}
}

// pointID returns the n-th free id of an open point.
func (c *comparer) pointID(n int) string {
	last := 0
	for _, p := range c.Engagement.RequestList.OpenPoints {
		var number int
		if _, err := fmt.Sscanf(p.ID.Value, "PT-%d", &number); err == nil {
			last = max(last, number)
		}
	}
	return fmt.Sprintf("PT-%02d", last+n)
}
