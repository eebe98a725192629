package requests

import (
	"slices"

	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// Statuses of the two sides, in the order in which a request passes them, the
// side states last.
var (
	companyStatuses = []string{notStarted, "In progress", "Internal review", "Submitted", "Blocked", "Not applicable proposed"}
	auditorStatuses = []string{"Open", "Received", "Under review", "Accepted", "Returned", "Sample selected",
		"Not applicable accepted", "Closed"}
	phases  = []string{"Planning", "Interim", "Final"}
	origins = []string{derived.Expected, "auditor"}
)

const notStarted = "Not started"

// done are the auditor's statuses by which nothing is due any more.
var done = []string{"Accepted", "Not applicable accepted", "Closed"}

var companyTones = []render.ValueTone{
	{Value: notStarted, Tone: render.ToneGrey},
	{Value: "Submitted", Tone: render.ToneBlue},
	{Value: "Blocked", Tone: render.ToneAmber},
}

var auditorTones = []render.ValueTone{
	{Value: "Open", Tone: render.ToneGrey},
	{Value: "Received", Tone: render.ToneBlue},
	{Value: "Under review", Tone: render.ToneBlue},
	{Value: "Returned", Tone: render.ToneAmber},
	{Value: "Sample selected", Tone: render.ToneBlue},
	{Value: "Accepted", Tone: render.ToneGreen},
}

// Names of the lists behind the drop-downs.
const (
	companyList = "Company status"
	auditorList = "Auditor status"
	phaseList   = "Phase"
	kindList    = "Request kind"
	originList  = "Origin"
	areaList    = "Area"
	ownerList   = "Owner role"
)

// lists is the sheet with the values of the drop-downs, one list a column.
func lists(in Input) *render.Sheet {
	all := []struct {
		name   string
		values []string
	}{
		{companyList, companyStatuses}, {auditorList, auditorStatuses}, {phaseList, phases},
		{kindList, kinds()}, {originList, origins}, {areaList, areas(in)}, {ownerList, owners(in)},
	}
	sheet := &render.Sheet{
		Name:  render.ListSheet,
		Intro: "The values the drop-downs offer.",
	}
	for _, l := range all {
		sheet.Columns = append(sheet.Columns, render.SheetColumn{Head: l.name})
		for i, v := range l.values {
			if i == len(sheet.Rows) {
				sheet.Rows = append(sheet.Rows, render.SheetRow{Cells: make([]render.SheetCell, len(all))})
			}
			sheet.Rows[i].Cells[len(sheet.Columns)-1].Text = v
		}
	}
	return sheet
}

func kinds() []string {
	var words []string
	for _, k := range derived.Kinds {
		words = append(words, k.Words())
	}
	return words
}

func areas(in Input) []string {
	words := []string{derived.EngagementArea}
	for _, a := range in.Engagement.Areas() {
		if a != "" && !slices.Contains(words, a) {
			words = append(words, a)
		}
	}
	return words
}

// owners returns the owner roles of the requests and controls, each once.
func owners(in Input) []string {
	var words []string
	add := func(role string) {
		if role != "" && !slices.Contains(words, role) {
			words = append(words, role)
		}
	}
	for _, r := range in.Requests {
		add(r.Owner)
	}
	for _, c := range in.Engagement.Controls {
		if in.Engagement.InScope(c) && c.PerformedBy.IsZero() { // the requests name the roles of included organizations
			add(c.OwnerRole.Value)
		}
	}
	return words
}
