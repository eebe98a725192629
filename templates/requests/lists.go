package requests

import (
	"slices"

	"github.com/socdraft/socdraft/content"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// inWords returns the values of the sources as tables print them.
func inWords(values []string) []string {
	var all []string
	for _, v := range values {
		all = append(all, derived.Words(v))
	}
	return all
}

var companyTones = []render.ValueTone{
	{Value: "Not started", Tone: render.ToneGrey},
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

var attentionTones = []render.ValueTone{
	{Value: derived.Overdue, Tone: render.ToneRed},
	{Value: derived.ReturnedOverdue, Tone: render.ToneRed},
	{Value: derived.ReturnedOnly, Tone: render.ToneAmber},
	{Value: derived.DueSoon, Tone: render.ToneAmber},
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
		{companyList, inWords(content.CompanyStatuses)}, {auditorList, inWords(content.AuditorStatuses)}, {phaseList, inWords(content.Phases)},
		{kindList, inWords(content.RequestKinds)}, {originList, derived.Origins}, {areaList, areas(in)}, {ownerList, owners(in)},
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
