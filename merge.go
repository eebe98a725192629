package socdraft

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/merge"
	"github.com/socdraft/socdraft/content/returned"
	"github.com/socdraft/socdraft/render/xlsx"
	workbook "github.com/socdraft/socdraft/templates/requests"
)

// Senders are who may have worked in a workbook that comes back.
var Senders = []string{"auditor", "company", "both"}

// A Return is a workbook that came back.
type Return struct {
	Name string // how messages name the file
	Data []byte
	Base []byte // the workbook as it was issued; nil where the project kept that
	From string // one of Senders
}

// A Merged is what a merge does to the sources.
type Merged struct {
	Edits
	Round     int
	Changes   []PlanLine
	Conflicts []PlanLine
	Reports   []PlanLine
}

// A PlanLine is a line of the plan of a merge. Its texts quote the workbook.
type PlanLine struct {
	Where string // cell or row
	What  string
	Help  string
}

// MergeRequests compares a workbook that came back with what was issued and
// with the sources, and returns what is to be written. The error tells of a
// file that is no workbook of this project.
func (p *Project) MergeRequests(o Options, in Return) (*Merged, error) {
	r, err := p.start(o)
	if err != nil {
		return nil, err
	}
	out := &Merged{}
	if out.Findings = r.unreadable(); len(out.Findings) > 0 {
		return out, nil
	}
	book, err := xlsx.Read(in.Data, unmerged)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", in.Name, err)
	}
	var base []*merge.Sheet
	if base, err = r.base(in, book, out); err != nil {
		return nil, err
	}
	plan := merge.Compare(merge.Input{Engagement: r.engagement, Requests: r.requests, Book: book, Base: base, Issued: r.roundOf(in, out.Round), Sides: sidesOf(in.From), Cut: cutMark})
	files, err := plan.Write(r.sourceOf)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		out.Files = append(out.Files, SourceFile{Path: f.Name, Before: f.Before, Data: f.Data})
	}
	if err := p.readsStill(out.Files); err != nil {
		return nil, err
	}
	out.lines(plan, in.From)
	return out, nil
}

// unmerged reports whether a sheet of the workbook is not read: it may be
// large, and nobody fills it in.
func unmerged(sheet string) bool {
	switch sheet {
	case "Evidence", "Matrix", "Lists":
		return true
	}
	return false
}

func sidesOf(from string) []content.RequestSide {
	switch from {
	case "company":
		return []content.RequestSide{content.CompanySide}
	case "both":
		return []content.RequestSide{content.CompanySide, content.ServiceAuditorSide}
	}
	return []content.RequestSide{content.ServiceAuditorSide}
}

// base returns what was issued: the workbook that was given, else the round
// that the file says it is of.
func (r *run) base(in Return, book *returned.Book, out *Merged) ([]*merge.Sheet, error) {
	sum := ""
	out.Round, sum = issueOf(book)
	if in.Base != nil {
		issued, err := xlsx.Read(in.Base, unmerged)
		if err != nil {
			return nil, fmt.Errorf("cannot read the workbook as it was issued: %w", err)
		}
		return merge.Book(r.engagement, r.requests, issued), nil
	}
	rounds := r.engagement.RequestList.Issued
	if len(rounds) == 0 {
		return nil, fmt.Errorf("the project has not issued a list (%s is not there); give the workbook as it was issued with --base", issuedFile)
	}
	if out.Round == 0 {
		last := rounds[len(rounds)-1]
		out.Round = last.Number.Value
		out.Reports = append(out.Reports, PlanLine{Where: in.Name, What: fmt.Sprintf("the file does not say of which round it is; it is compared with round %d", out.Round),
			Help: "give the workbook as it was issued with --base where that is wrong"})
		return merge.Round(last), nil
	}
	var kept []string
	for _, round := range rounds {
		if round.Number.Value != out.Round {
			kept = append(kept, strconv.Itoa(round.Number.Value))
			continue
		}
		if sum != "" && sum != round.Issue.Value {
			return nil, fmt.Errorf("%s is of another issue of round %d than the project kept; give the workbook as it was issued with --base", in.Name, out.Round)
		}
		return merge.Round(round), nil
	}
	return nil, fmt.Errorf("%s is of round %d, and the project keeps round %s; give the workbook as it was issued with --base", in.Name, out.Round, strings.Join(kept, ", "))
}

// roundOf returns the round that is kept and compared with, nil where a workbook
// is given in its place.
func (r *run) roundOf(in Return, number int) *content.IssuedRound {
	if in.Base == nil {
		for _, round := range r.engagement.RequestList.Issued {
			if round.Number.Value == number {
				return round
			}
		}
	}
	return nil
}

// issueOf returns the round and the issue that a workbook says it is of, 0 where
// it says neither in its properties, which some programs drop, nor on Read me.
func issueOf(book *returned.Book) (round int, sum string) {
	if round, err := strconv.Atoi(book.Properties[workbook.RoundProperty]); err == nil {
		return round, book.Properties[workbook.IssueProperty]
	}
	if sheet := book.Sheet("Read me"); sheet != nil {
		for _, row := range sheet.Rows {
			for _, cell := range row.Cells {
				if m := roundOnReadMe.FindStringSubmatch(strings.TrimSpace(cell.Text)); m != nil {
					round, _ = strconv.Atoi(m[1])
					return round, m[2]
				}
			}
		}
	}
	return 0, ""
}

var roundOnReadMe = regexp.MustCompile(`^Round ([0-9]{1,9}), ([0-9a-f]{16})$`)

// lines puts the plan into words. Which side wrote something is told only where
// both may have.
func (m *Merged) lines(plan *merge.Plan, from string) {
	who := func(side content.RequestSide) string {
		if from != "both" {
			return ""
		}
		return " (" + sideWord(side) + ")"
	}
	add := func(list *[]PlanLine, where, help, format string, args ...any) {
		*list = append(*list, PlanLine{Where: where, What: fmt.Sprintf(format, args...), Help: help})
	}
	for _, n := range plan.Asked {
		add(&m.Changes, n.ID, "", "new request of the service auditor: %s", n.Title)
	}
	for _, c := range plan.Changes {
		add(&m.Changes, c.Row, "", "%s", changeWords(c, who))
	}
	for _, n := range plan.Notes {
		what := "comment"
		if n.Resolved != nil {
			what = "comment resolved"
		}
		if n.Column != "" {
			what += " at " + n.Column
		}
		add(&m.Changes, n.Request, "", "%s%s: %s", what, who(n.Side), orEmpty(n.Text))
	}
	for _, n := range plan.Points {
		add(&m.Changes, n.ID, "", "new open point of the %s: %s", sideWord(n.Side), n.Text)
	}
	for _, s := range plan.Sheets {
		noun := "rows"
		if len(s.Rows) == 1 {
			noun = "row"
		}
		add(&m.Changes, "workbook", "", "the sheet %q is kept, with %d %s", s.Name, len(s.Rows), noun)
	}
	for _, c := range plan.Conflicts {
		if c.Column == nil {
			add(&m.Conflicts, c.Where, c.Help, "%s", c.What)
			continue
		}
		add(&m.Conflicts, c.Where, "decide, and write the value into the sources or merge again after they say what was issued",
			"%s of %s: issued %s, the file says %s, the sources say %s", c.Column.Head, c.Row, orEmpty(c.Issued), orEmpty(c.File), orEmpty(c.Ours))
	}
	for _, x := range plan.Reports {
		m.Reports = append(m.Reports, PlanLine(x))
	}
}

// changeWords says what becomes of a cell. Where there was nothing, the new value
// is enough.
func changeWords(c *merge.Change, who func(content.RequestSide) string) string {
	words := c.Column.Head + who(c.Side) + " "
	if c.Old != "" {
		words += orEmpty(c.Old) + " → "
	}
	words += orEmpty(c.New)
	if c.Follows != "" {
		words += ", since " + c.Follows
	}
	return words
}

func sideWord(side content.RequestSide) string {
	return strings.ReplaceAll(string(side), "_", " ")
}

// orEmpty returns a value in quotes, shortened, or says that there is none.
func orEmpty(text string) string {
	const most = 160
	if text == "" {
		return "(empty)"
	}
	if short := prefix(text, most); short != text {
		text = short + "…"
	}
	return strconv.Quote(text)
}
