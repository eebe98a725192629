package content

import "github.com/socdraft/socdraft/content/diag"

// A RequestList is what the folder requests/ says: what the service auditor
// asks, what the two sides answered, and what was drawn, handed over and
// issued. The requests expected of the controls are derived, not written.
//
// None of it changes a report: a status is no word of the description.
type RequestList struct {
	Typical []*TypicalRequests // switched on by the company
	Sizes   *SampleSizes       // of the audit firm, or nil
	Asked   []*AskedRequest
	Changes []*RequestChange
	Seeds   []*Seed

	Answers      []*Answer
	Walkthroughs []*WalkthroughRecord
	OpenPoints   []*OpenPoint

	Lock     []*LockedRequest
	Draws    []*Draw
	Evidence []*EvidenceItem

	Issued       []*IssuedRound // ascending
	AddedColumns []*AddedColumn
	AddedSheets  []*AddedSheet
}

// RequestSide is one of the two that work on the request list.
type RequestSide string

// The sides. The list shows a side, never a person.
const (
	CompanySide        RequestSide = "company"
	ServiceAuditorSide RequestSide = "service_auditor"
)

// RequestSides lists the sides.
var RequestSides = []string{string(CompanySide), string(ServiceAuditorSide)}

// The statuses of a request on each side, in the order in which it passes them,
// the side states last. Only the service auditor's may say accepted.
var (
	CompanyStatuses = []string{"not_started", "in_progress", "internal_review", "submitted", "blocked", "not_applicable_proposed"}
	AuditorStatuses = []string{"open", "received", "under_review", "accepted", "returned", "sample_selected",
		"not_applicable_accepted", "closed"}
)

// RequestKinds are what is asked for, in the order in which a control's requests
// stand.
var RequestKinds = []string{"document", "configuration", "listing_as_of", "population", "sample", "observation",
	"third_party_report", "walkthrough", "representation"}

// TypicalCount is how many requests the library has; their numbers begin at 1.
const TypicalCount = 78

// TypicalAreas are the areas of the library, in its order.
var TypicalAreas = []string{"Governance", "HR", "Training", "Communication", "Risk", "Monitoring", "Access", "Encryption",
	"Network", "Endpoint", "Physical", "Vulnerability", "Configuration", "Monitoring operations", "Incident", "Change", "Vendor",
	"Continuity", "Backup", "Environment", "Capacity", "Confidentiality", "Processing integrity", "Privacy", "Engagement"}

// Phases are when in the engagement a request falls due.
var Phases = []string{"planning", "interim", "final"}

// SampleRisks are the levels by which a planning estimate is chosen.
var SampleRisks = []string{"low", "normal", "high"}

// TypicalRequests switches on requests of the library for what no control of
// the project yields.
type TypicalRequests struct {
	Requests  []Int  // numbers in the library
	Areas     []Text // all of an area
	Triggers  []Text // those about a trigger
	Systems   []Text // component ids: one request for each
	Controls  []Text // they serve, besides those the library finds
	OwnerRole Text
	Span      diag.Span
}

// SampleSizes is a table of planning estimates. An audit firm's own replaces
// the default.
type SampleSizes struct {
	Name        Text
	Periodic    []SampleRow
	Occurrences []SampleBand
	Span        diag.Span
}

// A SampleRow is the estimate for controls that operate up to Most times in the
// time frame. Most is 0 in a row without a bound.
type SampleRow struct {
	Most, Low, Normal, High Int
	Span                    diag.Span
}

// A SampleBand is the estimate for populations of From up to To items. To is 0
// in a band without a bound; Normal is 0 where all items are selected.
type SampleBand struct {
	From, To, Normal, High Int
	Span                   diag.Span
}

// An AskedRequest is a request of the service auditor's own.
type AskedRequest struct {
	ID           Text // "R-201"; zero until it is numbered
	Ref          Text // the service auditor's number
	Title        Text
	What         Text // lines
	Kind         Text
	Area         Text
	Controls     []Text
	Criteria     []Text
	From, To     Date // what it covers; without From it is as of To
	SourceSystem Text
	Format       Text
	IPE          Text
	OwnerRole    Text
	RequestTerms
	Span diag.Span
}

// A RequestChange is what the service auditor says of an expected request.
type RequestChange struct {
	Request   Text // id or key
	Ref       Text
	Title     Text // in the service auditor's words; zero keeps ours
	What      Text
	Withdrawn bool // the service auditor does not ask for it
	RequestTerms
	Span diag.Span
}

// RequestTerms are what the service auditor sets for any request.
type RequestTerms struct {
	Phase       Text
	RequestedOn Date
	DueOn       Date
	FollowUpOf  Text // request id
	Risk        Text // for the planning estimate
	SampleSize  Int  // the service auditor's own
}

// A Seed is the text that the service auditor gave for a draw.
type Seed struct {
	Request    Text
	Value      Text
	ReceivedAt Text // RFC 3339
	Span       diag.Span
}

// An Answer is where a request stands on both sides.
type Answer struct {
	Request        Text // id or key
	OwnerRole      Text
	SourceSystem   Text
	Status         Text // the company's
	SubmittedOn    Date
	Evidence       []Text // file names
	Comment        Text
	NAReason       Text
	AuditorStatus  Text
	AcceptedOn     Date
	AuditorComment Text
	Notes          []*RequestNote
	Span           diag.Span
}

// A RequestNote is a comment that stood at a cell of the workbook.
type RequestNote struct {
	Side     Text
	Column   Text // head of the column it stood at
	Text     Text
	On       Date // may be zero
	Reply    bool // to the note before it
	Resolved bool
	Span     diag.Span
}

// A WalkthroughRecord tells of a meeting that was held.
type WalkthroughRecord struct {
	Request   Text
	HeldOn    Date
	Attendees []Text // roles
	Outcome   Text
	Span      diag.Span
}

// An OpenPoint is a follow-up question, or a potential exception that is being
// discussed.
type OpenPoint struct {
	ID         Text
	Request    Text // may be zero
	Control    Text // may be zero
	Text       Text
	Side       Text // that raised it
	RaisedOn   Date
	Resolution Text
	ClosedOn   Date // zero while it is open
	Span       diag.Span
}

// A LockedRequest fixes the id of a request for good.
type LockedRequest struct {
	ID   Text // "R-001", never used again
	Key  Text // provisional id it had before: "AC-02.sample"
	Span diag.Span
}

// A PopulationRun is one time a population was taken from its system.
type PopulationRun struct {
	Source     Text // system or report, where not the population's
	Query      Text
	Parameters Text
	From, To   Date // what it covers; zero is the whole period
	RunAt      Text // RFC 3339
	RanBy      Text // role
	RecordedAt Text // RFC 3339, when the hash was recorded here
	Rows       Int
	File       Text // name of the file, which stays out of the repository
	SHA256     Text
	Proof      Text // of a population without rows: what shows that there was none
	Span       diag.Span
}

// A Draw is a sample that counts: its seed came from the service auditor after
// the hash of the population was recorded.
type Draw struct {
	Engagement Text // its identity when the sample was drawn
	Request    Text
	Population Text // id
	SHA256     Text // of the file
	Rows       Int
	Size       Int
	Seed       Text
	ReceivedAt Text // RFC 3339, the seed
	Method     Text // "socdraft-1"
	Strata     Text // column, or zero
	Items      []*DrawnItem
	Span       diag.Span
}

// A DrawnItem is one selected item of a population.
type DrawnItem struct {
	Row     Int  // in the file, 1 for the first below the heads
	Key     Text // value of the first column, or its pseudonym
	Stratum Text
}

// An EvidenceItem is one file handed over or to be handed over.
type EvidenceItem struct {
	File       Text // path under evidence/
	SHA256     Text
	Size       Int // bytes
	Request    Text
	Control    Text
	From, To   Date // what it covers; without From it is as of To
	CapturedOn Date
	Source     Text
	CapturedBy Text // role
	Span       diag.Span
}
