// Package merge compares three states of the request list: what was issued,
// what came back, and what the sources say now. Compare is its main entry and
// returns a plan; Write turns a plan into changed sources. Neither touches a
// file.
//
// Each side owns its columns. What somebody wrote where he does not own is
// reported and not taken, and where both a file and the sources changed a cell,
// that cell alone stays as it is. The list knows sides and never persons.
package merge

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// Input is what is compared.
type Input struct {
	Engagement *content.Engagement
	Requests   []*requests.Request  // of the sources now
	Book       *returned.Book       // what came back
	Base       []*Sheet             // what was issued
	Issued     *content.IssuedRound // that Base is of; nil where it is of a workbook
	Sides      []content.RequestSide
	Cut        string // ends a text that was too long for its cell when it was issued
}

// from reports whether the file comes from the side.
func (in *Input) from(side content.RequestSide) bool {
	for _, s := range in.Sides {
		if s == side {
			return true
		}
	}
	return false
}

// noteSide returns the side that a comment at a column comes from: the one that
// sent the file; of two, the one that fills the column.
func (in *Input) noteSide(c *requests.Column) content.RequestSide {
	if len(in.Sides) == 1 {
		return in.Sides[0]
	}
	if c != nil && (c.Side == content.CompanySide || c.Side == content.ServiceAuditorSide) {
		return c.Side
	}
	return content.ServiceAuditorSide
}

// ownerOf returns whose word a cell of a column is, in a row of the open points
// that the side raised.
func (in *Input) ownerOf(col *requests.Column, raiser content.RequestSide) content.RequestSide {
	switch {
	case col.Side == requests.BothSides || isAdded(col):
		return in.noteSide(nil)
	case col.Side == requests.Raiser:
		return raiser
	}
	return col.Side
}

// A Plan is what a merge does to the sources, in the order of the list whatever
// the order of the rows that came back.
type Plan struct {
	Changes   []*Change
	Asked     []*NewRequest
	Points    []*NewPoint
	Notes     []*NewNote
	Sheets    []*AddedSheet
	Conflicts []*Conflict
	Reports   []Report

	issued *content.IssuedRound
}

// Empty reports whether the plan changes nothing.
func (p *Plan) Empty() bool {
	return len(p.Changes)+len(p.Asked)+len(p.Points)+len(p.Notes)+len(p.Sheets) == 0
}

// A Change is a cell that gets a new value.
type Change struct {
	Sheet    string
	Row      string // id
	Column   *requests.Column
	Side     content.RequestSide // whose word it is
	Old, New string              // in words
	Follows  string              // why, where nobody wrote the value
	value    string              // as the sources write it
	row      *Row
}

// A Conflict is a cell that both the file and the sources changed since it was
// issued, which stays as the sources have it; or a row of which it is not
// certain whose it is, from which nothing is taken.
type Conflict struct {
	Where              string // "Requests!W14"
	Row                string
	Column             *requests.Column // nil of a row
	Issued, File, Ours string           // in words
	What, Help         string           // of a row
}

// A Report is something in the file that is not taken, or that somebody should
// look at.
type Report struct {
	Where string // cell, row or sheet
	What  string
	Help  string
}

// A comparer makes one plan.
type comparer struct {
	*Input
	plan  *Plan
	find  func(name string) *requests.Request
	bySet map[string]*Sheet // the base by name

	partial bool // the file says only what is in it: an empty cell takes nothing away
}

// Compare returns what a merge does.
func Compare(in Input) *Plan {
	c := &comparer{Input: &in, plan: &Plan{issued: in.Issued}, find: requests.Finder(in.Requests), bySet: map[string]*Sheet{}}
	for _, s := range in.Base {
		c.bySet[s.Name] = s
	}
	if in.Book.Outside {
		c.report("the workbook", "it has links to other workbooks, which are not followed", "")
	}
	present := Present(in.Engagement, in.Requests)
	known := map[*returned.Sheet]bool{}
	for _, s := range present {
		if t := c.locate(s); t != nil {
			known[t.sheet] = true
			c.sheet(s, t)
		}
	}
	c.shown()
	c.addedSheets(known)
	return c.plan
}

func (c *comparer) report(where, what, help string) {
	c.plan.Reports = append(c.plan.Reports, Report{where, what, help})
}
