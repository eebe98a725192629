package socdraft

import (
	"cmp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
)

// A StatusFilter says of which requests a Status tells.
type StatusFilter struct {
	Owner   string // role, whatever its case; "" is all
	Overdue bool   // only those whose date has passed
}

// A Status tells where the requests stand on a day.
type Status struct {
	Name     string // of the organization
	Today    string // 2026-06-30, "" where no day is known
	Requests int    // told of
	ByArea   *Listing
	ByOwner  *Listing
	Open     *Listing        // what is not done, the most urgent first
	Findings []*diag.Finding // why nothing can be told; all else is empty then
}

// RequestStatus tells where the requests stand.
func (p *Project) RequestStatus(o Options, filter StatusFilter) (*Status, error) {
	r, err := p.start(o)
	if err != nil {
		return nil, err
	}
	out := &Status{Name: r.engagement.Organization.ShortName.Value, Today: r.today.String()}
	if out.Findings = r.unreadable(); len(out.Findings) > 0 {
		return out, nil
	}
	if filter.Owner != "" && !r.owns(filter.Owner) {
		return nil, unknownOf("owner role", filter.Owner, r.ownerRoles())
	}
	var told []*requests.Request
	for _, q := range r.requests {
		if filter.Owner != "" && !strings.EqualFold(q.Owner, filter.Owner) || filter.Overdue && !requests.Late(q.Attention(r.today)) {
			continue
		}
		told = append(told, q)
	}
	out.Requests = len(told)
	out.ByArea = r.byStage(told, "area", func(q *requests.Request) string { return q.Area })
	out.ByOwner = r.byStage(told, "owner_role", func(q *requests.Request) string { return q.Owner })
	out.Open = r.openRequests(told)
	return out, nil
}

func (r *run) owns(role string) bool {
	return slices.ContainsFunc(r.ownerRoles(), func(known string) bool { return strings.EqualFold(known, role) })
}

// ownerRoles returns the roles that answer requests, each once, in list order.
func (r *run) ownerRoles() []string {
	var roles []string
	for _, q := range r.requests {
		if q.Owner != "" && !slices.Contains(roles, q.Owner) {
			roles = append(roles, q.Owner)
		}
	}
	return roles
}

// byStage counts requests by a value and by where they stand.
func (r *run) byStage(list []*requests.Request, name string, value func(*requests.Request) string) *Listing {
	l := &Listing{Columns: []string{name, "requests"}}
	for _, stage := range requests.Stages {
		l.Columns = append(l.Columns, stageKey(stage))
	}
	l.Columns = append(l.Columns, "overdue")
	at := map[string]int{}
	for _, q := range list {
		key := value(q)
		i, ok := at[key]
		if !ok {
			i = len(l.Rows)
			at[key] = i
			row := []any{key}
			for range l.Columns[1:] {
				row = append(row, 0)
			}
			l.Rows = append(l.Rows, row)
		}
		count := func(column int) { l.Rows[i][column] = l.Rows[i][column].(int) + 1 }
		count(1)
		count(2 + slices.Index(requests.Stages, q.Stage()))
		if requests.Late(q.Attention(r.today)) {
			count(len(l.Columns) - 1)
		}
	}
	return l
}

// stageKey returns the stage as programs name it.
func stageKey(s requests.Stage) string {
	return strings.ReplaceAll(strings.ToLower(string(s)), " ", "_")
}

// openRequests lists what is not done: what needs attention first, then by due
// date, those without one last, in list order.
func (r *run) openRequests(list []*requests.Request) *Listing {
	var open []*requests.Request
	for _, q := range list {
		if q.Stage() != requests.Done {
			open = append(open, q)
		}
	}
	rank := func(q *requests.Request) int {
		return slices.Index([]string{requests.ReturnedOverdue, requests.Overdue, requests.ReturnedOnly, requests.DueSoon, ""}, q.Attention(r.today))
	}
	due := func(q *requests.Request) string { return cmp.Or(q.DueOn.String(), "9999-99-99") }
	slices.SortStableFunc(open, func(a, b *requests.Request) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(due(a), due(b)))
	})
	l := &Listing{Columns: []string{"id", "attention", "due_on", "stage", "owner_role", "title"}}
	for _, q := range open {
		l.Rows = append(l.Rows, []any{q.ID, q.Attention(r.today), q.DueOn.String(), string(q.Stage()), q.Owner, q.Title})
	}
	return l
}
