package content

import "github.com/socdraft/socdraft/content/diag"

// A Waiver is management's decision to live with findings of a rule until a
// date.
type Waiver struct {
	Rule       Text // name or number
	Target     Text // an id or the path of a file; zero for all findings of the rule
	Reason     Text
	ApprovedBy Text // role
	Until      Date // the last day on which it holds
	Malformed  bool // the file has an error in it, so it waives nothing
	Span       diag.Span
}

// A Place is where a table of a TOML file begins. What the table describes goes
// on to the next place.
type Place struct {
	ID     string // "" where what it describes has none
	Header diag.Span
	Within *Place // the table it is part of, or nil
}

// Names reports whether the id is that of the table or of one it is part of.
func (p *Place) Names(id string) bool {
	for ; p != nil; p = p.Within {
		if p.ID == id {
			return true
		}
	}
	return false
}

// HasID reports whether the table, or one it is part of, has an id.
func (p *Place) HasID() bool {
	for ; p != nil; p = p.Within {
		if p.ID != "" {
			return true
		}
	}
	return false
}
