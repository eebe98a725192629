// Package requests makes the list of what a service auditor asks for: what is
// expected of the controls and the facts of an engagement, what the service
// auditor added and changed, and where each request stands. Of is its main
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

// The origins of requests. Management expects a derived one, and nobody may
// have asked yet.
const (
	Expected  = "expected"
	ByAuditor = "auditor"
)

// Origins lists the origins.
var Origins = []string{Expected, ByAuditor}

// EngagementArea is the area of requests that belong to no control's area.
const EngagementArea = "Engagement"

// A Request is one thing asked for.
type Request struct {
	ID           string // "R-001" once it is numbered, else Key
	Key          string // provisional id, ASCII: "AC-02.sample", "POL-04.document", "ENG.description"
	Ref          string // the service auditor's own number
	Kind         Kind
	Area         string
	Title        string
	What         string   // exactly what is wanted; lines end with "\n", the last does not
	Controls     []string // ids in authored order
	Criteria     []string // applicable criteria of the controls, in table order
	DC           []string // description criteria it supports: "DC 4"
	Covers       TimeFrame
	SourceSystem string                 // system of record; "" where the sources name none
	Query        string                 // of a population
	Run          *content.PopulationRun // the latest of a population over what the request covers, or nil
	Fields       []string               // of a population or listing
	IPE          string                 // what proves completeness and accuracy; "" where nothing is to be proved
	Format       string
	Owner        string   // role; "" where the sources name none
	Sample       *Sample  // planning estimate, of samples
	SampleSize   int      // the service auditor's own; 0 where none is set
	Risk         string   // by which the service auditor chooses the size; one of content.SampleRisks, or ""
	From         []string // ids of the populations the items are selected from, of samples
	Origin       string
	Engagement   bool // asked for the engagement as a whole, not for a control

	Phase       string // one of content.Phases, other words of the service auditor, or ""
	RequestedOn content.Date
	DueOn       content.Date
	FollowUpOf  string // id of the request it follows
	Withdrawn   bool   // the service auditor does not ask for it

	Answer *content.Answer        // where it stands, or nil
	Asked  *content.AskedRequest  // its source, of the service auditor's own
	Change *content.RequestChange // what the service auditor said of it, or nil
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
