package requests

import (
	"strings"

	"github.com/socdraft/socdraft/content"
)

// A Column is a column of a sheet that people fill in. The workbook, what is kept of
// an issue, the merge and the exports all go by these.
type Column struct {
	// Key names the column for good. Where people fill the column it is the key
	// of the sources too, in an answer, or of the service auditor's terms in a
	// change or a request.
	Key   string
	Head  string
	Side  content.RequestSide // who fills it; Generated where nobody does
	Value ValueKind

	// Choices are the values of a status, and those that a list suggests, as the
	// sources write them. Lists of the project's own words have none here.
	Choices []string

	// Computed columns are formulas of the workbook: what their cells hold
	// depends on the day and says nothing that other columns do not.
	Computed bool

	text func(*Request) string
	date func(*Request) content.Date
}

// Who fills a column where it is not one of the sides for all rows: nobody, as
// the column follows from the sources; both; the side that raised the point of
// the row.
const (
	Generated content.RequestSide = ""
	BothSides content.RequestSide = "both"
	Raiser    content.RequestSide = "raiser"
)

// ValueKind is what the cells of a column hold.
type ValueKind uint8

// The kinds of values.
const (
	TextValue   ValueKind = iota
	LinesValue            // several texts, one a line
	DateValue             // a date or nothing
	ListValue             // text for which values are suggested
	StatusValue           // one of the column's choices
)

// Filled reports whether people fill the column.
func (c *Column) Filled() bool { return c.Side != Generated }

// Date returns the date in the request's cell.
func (c *Column) Date(r *Request) content.Date {
	if c.date == nil {
		return content.Date{}
	}
	return c.date(r)
}

// Text returns the request's cell as people read it: a date as 2026-06-30, a
// status in words.
func (c *Column) Text(r *Request) string {
	if c.date == nil {
		return c.text(r)
	}
	if d := c.date(r); !d.IsZero() {
		return d.String()
	}
	return ""
}

// ColumnOf returns the column of the key, or nil.
func ColumnOf(key string) *Column {
	for _, c := range Columns {
		if c.Key == key {
			return c
		}
	}
	return nil
}

// Columns are the columns of the list of requests in their order: what is
// generated, what the company fills in, what the service auditor fills in.
var Columns = []*Column{
	{Key: "id", Head: "Request ID", text: func(r *Request) string { return r.ID }},
	{Key: "title", Head: "Title", text: func(r *Request) string { return r.Title }},
	{Key: "area", Head: "Area", Value: ListValue, text: func(r *Request) string { return r.Area }},
	{Key: "what", Head: "What is requested", text: func(r *Request) string { return r.What }},
	{Key: "kind", Head: "Request kind", Value: StatusValue, Choices: content.RequestKinds,
		text: func(r *Request) string { return r.Kind.Words() }},
	{Key: "controls", Head: "Control IDs", text: func(r *Request) string { return strings.Join(r.Controls, ", ") }},
	{Key: "criteria", Head: "Criteria", text: (*Request).criteriaWords},
	{Key: "covers", Head: "Covers", text: func(r *Request) string { return r.Covers.String() }},
	{Key: "ipe", Head: "IPE needed", text: (*Request).proofWords},
	{Key: "format", Head: "Format", text: func(r *Request) string { return r.Format }},
	{Key: "sample", Head: "Sample size (planning estimate)", text: (*Request).sampleWords},
	{Key: "stage", Head: "Stage", Computed: true, text: func(r *Request) string { return string(r.Stage()) }},
	{Key: "attention", Head: "Attention", Computed: true, text: func(r *Request) string { return r.Attention(content.Date{}) }},
	{Key: "origin", Head: "Origin", Value: StatusValue, Choices: Origins, text: func(r *Request) string { return r.Origin }},

	{Key: "source_system", Head: "Source system", Side: content.CompanySide, text: func(r *Request) string { return r.SourceSystem }},
	{Key: "owner_role", Head: "Owner (role)", Side: content.CompanySide, Value: ListValue, text: func(r *Request) string { return r.Owner }},
	{Key: "status", Head: "Company status", Side: content.CompanySide, Value: StatusValue, Choices: content.CompanyStatuses,
		text: func(r *Request) string { return Words(r.Status()) }},
	{Key: "submitted_on", Head: "Submitted on", Side: content.CompanySide, Value: DateValue,
		date: func(r *Request) content.Date { return r.answered().SubmittedOn }},
	{Key: "evidence", Head: "Evidence IDs", Side: content.CompanySide, Value: LinesValue,
		text: func(r *Request) string { return strings.Join(values(r.answered().Evidence), "\n") }},
	{Key: "comment", Head: "Company comment", Side: content.CompanySide, text: func(r *Request) string { return r.answered().Comment.Value }},
	{Key: "na_reason", Head: "N/A reason", Side: content.CompanySide, text: func(r *Request) string { return r.answered().NAReason.Value }},

	{Key: "ref", Head: "Auditor ref", Side: content.ServiceAuditorSide, text: func(r *Request) string { return r.Ref }},
	{Key: "phase", Head: "Priority / phase", Side: content.ServiceAuditorSide, Value: ListValue, Choices: content.Phases,
		text: func(r *Request) string { return Words(r.Phase) }},
	{Key: "requested_on", Head: "Requested on", Side: content.ServiceAuditorSide, Value: DateValue,
		date: func(r *Request) content.Date { return r.RequestedOn }},
	{Key: "due_on", Head: "Due on", Side: content.ServiceAuditorSide, Value: DateValue, date: func(r *Request) content.Date { return r.DueOn }},
	{Key: "auditor_status", Head: "Auditor status", Side: content.ServiceAuditorSide, Value: StatusValue, Choices: content.AuditorStatuses,
		text: func(r *Request) string { return Words(r.AuditorStatus()) }},
	{Key: "accepted_on", Head: "Accepted on", Side: content.ServiceAuditorSide, Value: DateValue,
		date: func(r *Request) content.Date { return r.answered().AcceptedOn }},
	{Key: "auditor_comment", Head: "Auditor comment", Side: content.ServiceAuditorSide,
		text: func(r *Request) string { return r.answered().AuditorComment.Value }},
	{Key: "follow_up_of", Head: "Follow-up of", Side: content.ServiceAuditorSide, text: func(r *Request) string { return r.FollowUpOf }},
}

// answered returns the request's answer, an empty one where there is none.
func (r *Request) answered() *content.Answer {
	if r.Answer == nil {
		return &content.Answer{}
	}
	return r.Answer
}

// Words returns a value of the sources as tables print it: "Not started" for
// "not_started". Other text stays as it is.
func Words(value string) string {
	switch Kind(value) {
	case ListingAsOf, ThirdPartyReport:
		return Kind(value).Words()
	}
	for _, known := range [][]string{content.CompanyStatuses, content.AuditorStatuses, content.Phases, content.SampleRisks, content.RequestKinds} {
		for _, v := range known {
			if v == value {
				return strings.ToUpper(v[:1]) + strings.ReplaceAll(v[1:], "_", " ")
			}
		}
	}
	return value
}

// ValueOf returns the value of the sources that the words stand for, whatever
// their case and the spaces around them, and whether it is one of the column's
// choices.
func (c *Column) ValueOf(words string) (string, bool) {
	words = strings.Join(strings.Fields(words), " ")
	for _, v := range c.Choices {
		if strings.EqualFold(words, Words(v)) || strings.EqualFold(words, v) {
			return v, true
		}
	}
	return words, false
}

// criteriaWords returns the criteria and description criteria as a cell holds
// them.
func (r *Request) criteriaWords() string {
	var parts []string
	if len(r.Criteria) > 0 {
		parts = append(parts, strings.Join(r.Criteria, ", "))
	}
	if len(r.DC) > 0 {
		dc := strings.Join(r.DC, ", ")
		if n := len(r.DC); n > 3 { // all of them
			dc = r.DC[0] + " to " + r.DC[n-1]
		}
		parts = append(parts, strings.ReplaceAll(dc, "DC ", "DC\u00a0"))
	}
	if len(parts) == 0 && r.Engagement {
		return "All applicable"
	}
	return strings.Join(parts, "; ")
}

// proofWords answers whether proof of completeness and accuracy is needed, and
// which.
func (r *Request) proofWords() string {
	if r.IPE == "" {
		return "No"
	}
	return "Yes. " + strings.ReplaceAll(r.IPE, "\n", ".\n") + "."
}
