package requests

import (
	"fmt"
	"slices"

	"github.com/socdraft/socdraft/content"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// stageTones are the colours of the stages in the charts.
var stageTones = map[derived.Stage]render.Tone{
	derived.NotStarted: render.ToneGrey, derived.InProgress: render.ToneBlue, derived.Blocked: render.ToneAmber,
	derived.Returned: render.ToneRed, derived.WithAuditor: render.ToneAccent, derived.Done: render.ToneGreen,
}

// dashboard counts the requests. Its formulas look at the named columns of the
// list, and reach below it for requests that people add.
func dashboard(in Input) *render.Sheet {
	board := &render.Board{Figures: figures(in)}
	area := stageTable(in, "request_area", "Area", areas(in), func(r *derived.Request) string { return r.Area })
	area.Title = "By area"
	area.Chart = &render.Chart{Title: "Where the requests of each area stand", Alt: altText("area", area)}
	owner := stageTable(in, "request_owner", "Owner (role)", requestOwners(in), func(r *derived.Request) string { return r.Owner })
	owner.Title = "By owner"
	owner.Chart = &render.Chart{Title: "Where the requests of each owner stand", Alt: altText("owner", owner)}
	owner.NewPage = true
	board.Tables = []render.CountTable{
		area,
		statusTable(in, companyList, "request_company_status", content.CompanyStatuses, (*derived.Request).Status),
		owner,
		statusTable(in, auditorList, "request_auditor_status", append(slices.Clone(content.AuditorStatuses), ""), (*derived.Request).AuditorStatus),
	}
	return &render.Sheet{Name: dashboardSheet, Intro: boardIntro(in), Board: board}
}

func boardIntro(in Input) string {
	intro := "The numbers follow the sheet Requests as it is filled in."
	if d := in.today(); !d.IsZero() {
		intro += " What is overdue is counted for the day on which the workbook is opened; where nothing is calculated, for " + d.Long() + "."
	}
	return intro
}

// figures are the numbers to know first.
func figures(in Input) []render.Figure {
	count := func(holds func(*derived.Request) bool) int {
		n := 0
		for _, r := range in.Requests {
			if holds(r) {
				n++
			}
		}
		return n
	}
	at := func(s derived.Stage) render.Figure {
		return render.Figure{Label: string(s), Formula: "COUNTIFS(request_stage," + quoted(s) + ")",
			Value: count(func(r *derived.Request) bool { return r.Stage() == s })}
	}
	returned := at(derived.Returned)
	returned.Warn = true
	return []render.Figure{
		{Label: "Requests", Formula: "COUNTA(request_id)", Value: len(in.Requests)},
		{Label: "Asked by the auditor", Formula: "COUNTIFS(request_origin," + quoted(derived.ByAuditor) + ")",
			Value: count(func(r *derived.Request) bool { return r.Origin == derived.ByAuditor })},
		at(derived.WithAuditor),
		returned,
		{Label: "Overdue", Formula: overdueFormula(""), Warn: true,
			Value: count(func(r *derived.Request) bool { return derived.Late(r.Attention(in.today())) })},
		at(derived.Done),
	}
}

// overdueFormula counts what is late, under a further condition or none.
func overdueFormula(also string) string {
	return fmt.Sprintf("COUNTIFS(request_attention,%s%s)+COUNTIFS(request_attention,%s%s)",
		quoted(derived.Overdue), also, quoted(derived.ReturnedOverdue), also)
}

// stageTable counts by label and stage.
func stageTable(in Input, column, head string, labels []string, of func(*derived.Request) string) render.CountTable {
	also := "," + column + `,"="&[label]`
	table := render.CountTable{Head: head}
	add := func(c render.CountColumn) { table.Columns = append(table.Columns, c) }
	add(render.CountColumn{Head: "Requests", Formula: `COUNTIFS(request_id,"<>"` + also + ")"})
	for _, s := range derived.Stages {
		add(render.CountColumn{Head: string(s), Formula: "COUNTIFS(request_stage,[head]" + also + ")", Tone: stageTones[s]})
	}
	add(render.CountColumn{Head: "Overdue", Formula: overdueFormula(also), Warn: true})
	for _, label := range labels {
		row := render.CountRow{Label: label, Values: make([]int, len(table.Columns))}
		if label == "" {
			row.Label, row.Empty = nobody, true
		}
		for _, r := range in.Requests {
			if of(r) != label {
				continue
			}
			row.Values[0]++
			row.Values[1+slices.Index(derived.Stages, r.Stage())]++
			if derived.Late(r.Attention(in.today())) {
				row.Values[len(row.Values)-1]++
			}
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// nobody stands for requests that name no role.
const nobody = "No role named yet"

// requestOwners returns the roles of the list, and at the end "" where requests
// have none.
func requestOwners(in Input) []string {
	roles := owners(in)
	if slices.ContainsFunc(in.Requests, func(r *derived.Request) bool { return r.Owner == "" }) {
		roles = append(roles, "")
	}
	return roles
}

// statusTable counts by the statuses of one side.
func statusTable(in Input, head, column string, statuses []string, of func(*derived.Request) string) render.CountTable {
	also := "," + column + `,"="&[label]`
	table := render.CountTable{Title: "By " + lower(head), Head: head, Columns: []render.CountColumn{
		{Head: "Requests", Formula: `COUNTIFS(request_id,"<>"` + also + ")"},
		{Head: "Overdue", Formula: overdueFormula(also), Warn: true},
	}}
	for _, status := range statuses {
		row := render.CountRow{Label: derived.Words(status), Values: make([]int, 2)}
		if status == "" {
			row.Label, row.Empty = "None yet", true
		}
		for _, r := range in.Requests {
			if of(r) == status {
				row.Values[0]++
				if derived.Late(r.Attention(in.today())) {
					row.Values[1]++
				}
			}
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// altText says in words what the chart of a table shows.
func altText(by string, t render.CountTable) string {
	total, most, name := make([]int, len(derived.Stages)), 0, ""
	for _, r := range t.Rows {
		for i := range total {
			total[i] += r.Values[1+i]
		}
		if r.Values[0] > most {
			most, name = r.Values[0], r.Label
		}
	}
	alt := "Stacked bars, one for each " + by + ": how many requests stand at each stage. When the workbook was written, in all"
	for i, s := range derived.Stages {
		sep := ", "
		if i == 0 {
			sep = " "
		}
		alt += fmt.Sprintf("%s%d %s", sep, total[i], lower(string(s)))
	}
	if name != "" {
		alt += fmt.Sprintf(". The longest bar is %s with %d requests", name, most)
	}
	return alt + ". The table at the left has the numbers."
}

func lower(s string) string { return string(s[0]|0x20) + s[1:] }
