// Package requests derives the list of what a service auditor is expected to
// ask for from the controls and the facts of an engagement. Derive is its main
// entry.
//
// The list is management's preparation: the service auditor decides what is
// requested, selects the items of samples and owns the final list. Every
// in-scope control ends with at least one request.
package requests

import (
	"strings"

	"github.com/socdraft/socdraft/content"
)

// Kind is what is asked for.
type Kind string

// The kinds of requests.
const (
	Document         Kind = "document"
	Configuration    Kind = "configuration"
	Population       Kind = "population"
	SampleItems      Kind = "sample"
	ListingAsOf      Kind = "listing_as_of"
	Walkthrough      Kind = "walkthrough"
	ThirdPartyReport Kind = "third_party_report"
	Representation   Kind = "representation"
	Observation      Kind = "observation"
)

// Kinds lists the kinds in the order in which a control's requests stand.
var Kinds = []Kind{Document, Configuration, ListingAsOf, Population, SampleItems, Observation,
	ThirdPartyReport, Walkthrough, Representation}

// Words returns the kind as tables print it.
func (k Kind) Words() string {
	switch k {
	case ListingAsOf:
		return "Listing as of"
	case ThirdPartyReport:
		return "Third-party report"
	}
	return strings.ToUpper(string(k[:1])) + string(k[1:])
}

// Expected is the origin of a derived request: management expects it, nobody
// has asked yet.
const Expected = "expected"

// EngagementArea is the area of requests that belong to no control's area.
const EngagementArea = "Engagement"

// A Request is one thing asked for.
type Request struct {
	ID           string // provisional, ASCII: "AC-02.sample", "POL-04.document", "ENG.description"
	Kind         Kind
	Area         string
	Title        string
	What         string   // exactly what is wanted; lines end with "\n", the last does not
	Controls     []string // ids in authored order
	Criteria     []string // applicable criteria of the controls, in table order
	DC           []string // description criteria it supports: "DC 4"
	Covers       TimeFrame
	SourceSystem string   // system of record; "" where the sources name none
	Query        string   // of a population
	Fields       []string // of a population or listing
	IPE          string   // what proves completeness and accuracy; "" where nothing is to be proved
	Format       string
	Owner        string   // role; "" where the sources name none
	Sample       *Sample  // planning estimate, of samples
	From         []string // ids of the populations the items are selected from, of samples
	Origin       string
	Engagement   bool // asked for the engagement as a whole, not for a control
}

// A TimeFrame is what a request covers.
type TimeFrame struct {
	Start, End content.Date // both included; without a Start it is as of End
	AtEnds     bool         // as of Start and as of End, not what lies between
	FirstUse   bool         // with AtEnds: as of the first day in use where that is after Start
	Open       bool         // from Start on, up to the date of the service auditor's report
}

// IsPeriod reports whether the time frame is a period and not one or two dates.
func (f TimeFrame) IsPeriod() bool { return !f.Start.IsZero() && !f.AtEnds && !f.Open }

// String returns "July 1, 2025 to June 30, 2026", "As of June 30, 2026" or
// "As of July 1, 2025 and as of June 30, 2026", "As of July 1, 2025, or the
// first day in use where later, and as of June 30, 2026", "From July 1, 2026 to
// the report date"; "" where there is no date.
func (f TimeFrame) String() string {
	switch {
	case f.Open && !f.Start.IsZero():
		return "From " + f.Start.Long() + " to the report date"
	case f.End.IsZero():
		return ""
	case f.Start.IsZero():
		return "As of " + f.End.Long()
	case f.AtEnds && f.FirstUse:
		return "As of " + f.Start.Long() + ", or the first day in use where later, and as of " + f.End.Long()
	case f.AtEnds:
		return "As of " + f.Start.Long() + " and as of " + f.End.Long()
	}
	return f.Start.Long() + " to " + f.End.Long()
}

// Words returns the time frame inside a sentence: "in the period July 1, 2025
// to June 30, 2026" or "as of June 30, 2026".
func (f TimeFrame) Words() string {
	switch {
	case f.End.IsZero():
		return "in the time frame of the report"
	case f.IsPeriod():
		return "in the period " + f.String()
	}
	return "as" + f.String()[2:]
}
