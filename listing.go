package socdraft

import (
	"fmt"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// A Listing is a table of facts about a project. A value is a string, a
// []string, an int or a bool; the first column is "id".
type Listing struct {
	Columns []string
	Rows    [][]any
	Beside  *Listing // a second table that belongs to it, or nil
}

// A lister makes one listing.
type lister struct {
	name string
	list func(*run) *Listing
}

// listers lists the listings in the order help names them.
var listers = []lister{
	{"controls", listControls},
	{"criteria", listCriteria},
	{"requests", listRequests},
	{"coverage", listCoverage},
}

// Listings returns the names of the listings.
func Listings() []string {
	var names []string
	for _, l := range listers {
		names = append(names, l.name)
	}
	return names
}

// List returns the listing of the name. Where the project cannot be loaded the
// listing is nil and the findings say why.
func (p *Project) List(name string, o Options) (*Listing, []*diag.Finding, error) {
	r, err := p.start(o)
	if err != nil {
		return nil, nil, err
	}
	r.check()
	if !r.loaded {
		findings, _ := r.resolved(false)
		return nil, findings, nil
	}
	for _, l := range listers {
		if l.name == name {
			listing := l.list(r)
			findings, _ := r.resolved(false)
			return listing, findings, nil
		}
	}
	return nil, nil, fmt.Errorf("unknown listing %q", name)
}

func listControls(r *run) *Listing {
	l := &Listing{Columns: []string{"id", "title", "area", "owner_role", "frequency", "nature", "criteria", "in_scope"}}
	for _, c := range r.engagement.Controls {
		l.Rows = append(l.Rows, []any{c.ID.Value, c.Title.Value, c.Area.Value, c.OwnerRole.Value,
			c.Frequency.Value, c.Nature.Value, values(c.Criteria), r.engagement.InScope(c)})
	}
	return l
}

func listCriteria(r *run) *Listing {
	l := &Listing{Columns: []string{"id", "title", "category", "group", "applicable"}}
	for _, c := range r.engagement.Criteria {
		l.Rows = append(l.Rows, []any{c.ID, c.Title, string(c.Category), c.Group, r.engagement.Applies(c)})
	}
	return l
}

func listRequests(r *run) *Listing {
	l := &Listing{Columns: []string{"id", "kind", "area", "title", "controls", "criteria", "covers"}}
	for _, q := range r.requests {
		l.Rows = append(l.Rows, []any{q.ID, string(q.Kind), q.Area, q.Title, q.Controls, q.Criteria, q.Covers.String()})
	}
	return l
}

func values(texts []content.Text) []string {
	var out []string
	for _, t := range texts {
		out = append(out, t.Value)
	}
	return out
}
