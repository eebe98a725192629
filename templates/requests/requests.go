// Package requests says what the request-list workbook says: it turns an
// engagement and its derived requests into a render.Workbook. Workbook is its
// main entry.
//
// The workbook is a working list between management and the service auditor.
// It concludes nothing: controls are mapped, requests are answered, and only
// the service auditor's own column can say that evidence was accepted.
package requests

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// The editions of the workbook. Working holds everything helpful; Auditor is
// the clean copy that is handed over.
const (
	Working = "working"
	Auditor = "auditor"
)

// Names of the sheets; ListSheet is render's.
const (
	readMeSheet      = "Read me"
	dashboardSheet   = "Dashboard"
	requestSheet     = "Requests"
	populationSheet  = "Populations"
	sampleSheet      = "Samples"
	walkthroughSheet = "Walkthroughs"
	evidenceSheet    = "Evidence"
	controlSheet     = "Controls"
	matrixSheet      = "Matrix"
	openSheet        = "Open points"
	changeSheet      = "Change log"
	controlColumn    = "Control ID"
)

// Input is what the workbook is made from.
type Input struct {
	Engagement *content.Engagement
	Coverage   *coverage.Coverage
	Requests   []*derived.Request
	Edition    string // Working or Auditor; "" is Working

	Round    int          // how often the list was issued, this time included; 0: not issued
	Issue    string       // hash of what is issued, or ""
	IssuedOn content.Date // zero: not issued
	Log      []LogEntry   // what changed from issue to issue, the newest first
}

// today is the day for which what is overdue is counted.
func (in Input) today() content.Date {
	if in.IssuedOn.IsZero() {
		return in.Engagement.Draft.Date
	}
	return in.IssuedOn
}

// short is the name of the company in running text.
func (in Input) short() string {
	return derived.CompanyName(in.Engagement)
}

func (in Input) working() bool { return in.Edition != Auditor }

// Workbook returns the request list.
func Workbook(in Input) *render.Workbook {
	e := in.Engagement
	wb := &render.Workbook{
		Name:   "request-list",
		Title:  fmt.Sprintf("DRAFT – Request list – %s – %s", e.Organization.ShortName, e.System.Name),
		Status: status(in),
		Footer: e.Organization.Name.Value,
	}
	if e.Branding.Paper.Value == "a4" {
		wb.Paper = render.A4
	}
	if date := e.Draft.Date; !date.IsZero() {
		wb.Date = date.Time()
	}
	wb.Properties = properties(in)
	wb.Sheets = []*render.Sheet{
		readMe(in), dashboard(in), requestList(in), populationList(in), sampleList(in), walkthroughList(in), evidenceList(in),
		controlList(in), matrix(in), openPoints(in), changeLog(in), lists(in),
	}
	addPeoples(wb, e)
	for _, s := range wb.Sheets {
		if s.Name == requestSheet {
			addNotes(in, s)
		}
	}
	return wb
}

// Names of the document's properties by which the workbook is known when it
// comes back.
const (
	RoundProperty    = "socdraft round"
	RevisionProperty = "socdraft revision"
	IssueProperty    = "socdraft issue"
)

// properties tell which issue of which sources the workbook is.
func properties(in Input) []render.Property {
	var list []render.Property
	if in.Round > 0 {
		list = append(list, render.Property{Name: RoundProperty, Value: strconv.Itoa(in.Round)})
	}
	if r := in.Engagement.Revision; r != "" {
		list = append(list, render.Property{Name: RevisionProperty, Value: r})
	}
	if in.Issue != "" {
		list = append(list, render.Property{Name: IssueProperty, Value: in.Issue})
	}
	return list
}

// status is the DRAFT line of Read me and of every printed page.
func status(in Input) string {
	edition := Working
	if !in.working() {
		edition = Auditor
	}
	line := "DRAFT · " + edition + " edition"
	if n := in.Engagement.Draft.Number; n.Given() || n.Value > 0 {
		line += fmt.Sprintf(" · draft %d", n.Value)
	}
	if r := in.Engagement.Revision; r != "" {
		line += " · revision " + r
	}
	return line
}

// row makes a row of text cells.
func row(texts ...string) render.SheetRow {
	var r render.SheetRow
	for _, t := range texts {
		r.Cells = append(r.Cells, render.SheetCell{Text: t})
	}
	return r
}

// values returns the texts' values, separated by ", ".
func values(texts []content.Text) string {
	var words []string
	for _, t := range texts {
		words = append(words, t.Value)
	}
	return strings.Join(words, ", ")
}

// lines returns the texts' values, one a line.
func lines(texts []content.Text) string {
	var all []string
	for _, t := range texts {
		all = append(all, t.Value)
	}
	return strings.Join(all, "\n")
}
