package socdraft

import (
	"fmt"
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/merge"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
	"github.com/socdraft/socdraft/content/tomlfile"
	"github.com/socdraft/socdraft/render/xlsx"
)

// An issue is what a workbook that is handed over is known by.
type issue struct {
	round int
	sum   string
	on    content.Date
}

// An Issued is a request list to hand over, and what the project keeps of it.
type Issued struct {
	Edits
	Workbook File
	Round    int
	Again    bool // nothing changed since the last round, which this is
	Numbered int  // requests that got a number
	Requests int
}

const issuedFile = "requests/issued.toml"

const issuedHead = `# What the request list said when it was issued, written by "socdraft requests issue". A merge needs it: keep this file.
`

// What is kept of issues: the last rounds, as far as their rows are not too
// many for one file.
const (
	keptRounds = 4
	keptRows   = 8000
)

// IssueRequests makes the workbook to hand over. Requests without a number get
// one, and what stands in the workbook is kept, so that what comes back can be
// compared with it. Findings about the reports do not stop it; in the auditor
// edition errors in requests/ do, as they hold up a build of the list.
func (p *Project) IssueRequests(o Options) (*Issued, error) {
	o.Targets, o.Plain = []string{"requests"}, false
	r, err := p.start(o)
	if err != nil {
		return nil, err
	}
	out := &Issued{}
	if out.Findings = r.unreadable(); len(out.Findings) > 0 {
		return out, nil
	}
	if out.Findings = r.holdingUp(); len(out.Findings) > 0 {
		return out, nil
	}
	if err := r.numberFirst(out); err != nil {
		return nil, err
	}
	r.finish = true
	shown, err := r.shown()
	if err != nil {
		return nil, err
	}
	rows, sum := merge.Issue(r.engagement, r.requests, shown)
	rounds := r.engagement.RequestList.Issued
	out.Round, out.Requests = 1, len(r.requests)
	if n := len(rounds); n > 0 {
		last := rounds[n-1]
		out.Again = last.Issue.Value == sum
		if out.Round = last.Number.Value; !out.Again {
			out.Round++
		}
	}
	r.issue.round, r.issue.sum, r.issue.on = out.Round, sum, r.today
	if out.Again {
		r.issue.on = rounds[len(rounds)-1].On
	}
	if !out.Again {
		if err := r.keepIssue(out, rows); err != nil {
			return nil, err
		}
	}
	file, err := buildRequests(r, &r.findings)
	if err != nil {
		return nil, fmt.Errorf("requests: %w", err)
	}
	out.Workbook = *file
	// Another name than a build's: people work in this file, and a build of the
	// working edition tells what is not to be handed over.
	out.Workbook.Name = fmt.Sprintf("request-list-round-%d.xlsx", out.Round)
	return out, nil
}

// holdingUp returns the errors in the work on the request list, with which its
// auditor edition is not handed over.
func (r *run) holdingUp() []*diag.Finding {
	if r.options.Edition != Auditor {
		return nil
	}
	r.check()
	standing, _ := r.resolved(false)
	return slices.DeleteFunc(slices.Clone(standing), func(f *diag.Finding) bool { return f.Severity != diag.Error || !inRequests(f) })
}

// shown returns the workbook as it would come back if nobody touched it.
func (r *run) shown() (*returned.Book, error) {
	file, err := buildRequests(r, new(diag.List))
	if err != nil {
		return nil, fmt.Errorf("requests: %w", err)
	}
	return xlsx.Read(file.Data, unmerged)
}

// numberFirst gives numbers to the requests that have none.
func (r *run) numberFirst(out *Issued) error {
	added := requests.Number(r.engagement)
	if len(added) == 0 {
		return nil
	}
	files, err := r.lock(added)
	if err != nil {
		return err
	}
	out.Files, out.Numbered = append(out.Files, files...), len(added)
	for _, n := range added {
		r.engagement.RequestList.Lock = append(r.engagement.RequestList.Lock,
			&content.LockedRequest{ID: content.Text{Value: n.ID}, Key: content.Text{Value: n.Key}})
	}
	r.requests = requests.Of(r.engagement)
	return nil
}

// keepIssue writes the rounds that are kept, this one behind them.
func (r *run) keepIssue(out *Issued, rows [][]tomlfile.Pair) error {
	kept := r.engagement.RequestList.Issued
	all := len(rows)
	for i, round := range slices.Backward(kept) {
		if all += len(round.Rows); all > keptRows || len(kept)-i >= keptRounds {
			kept = kept[i+1:]
			break
		}
	}
	edit, ok := tomlfile.Edit(diag.NewSource(issuedFile, []byte(issuedHead)), new(diag.List))
	if !ok {
		return fmt.Errorf("%s cannot be written", issuedFile)
	}
	for _, round := range kept {
		edit.Append(edit.Root(), "round", roundPairs(round.Number.Value, round.On, round.Issue.Value, rowPairs(round)))
	}
	edit.Append(edit.Root(), "round", roundPairs(out.Round, r.today, r.issue.sum, rows))
	data, err := edit.Bytes()
	if err != nil {
		return err
	}
	_, before := r.sourceOf(issuedFile, "")
	out.Files = append(out.Files, SourceFile{Path: issuedFile, Before: before, Data: data})
	return nil
}

func roundPairs(number int, on content.Date, sum string, rows [][]tomlfile.Pair) []tomlfile.Pair {
	pairs := []tomlfile.Pair{{Key: "number", Value: number}}
	if !on.IsZero() {
		pairs = append(pairs, tomlfile.Pair{Key: "issued_on", Value: tomlfile.Date{Year: on.Year, Month: on.Month, Day: on.Day}})
	}
	return append(pairs, tomlfile.Pair{Key: "issue", Value: sum}, tomlfile.Pair{Key: "row", Value: rows})
}

// rowPairs returns the rows of a round that was kept before.
func rowPairs(round *content.IssuedRound) [][]tomlfile.Pair {
	var rows [][]tomlfile.Pair
	for _, row := range round.Rows {
		pairs := []tomlfile.Pair{{Key: "sheet", Value: row.Sheet.Value}, {Key: "id", Value: row.ID.Value},
			{Key: "values", Value: cellPairs(row.Values)}, {Key: "generated", Value: cellPairs(row.Generated)}}
		if len(row.Taken) > 0 {
			var taken []string
			for _, t := range row.Taken {
				taken = append(taken, t.Value)
			}
			pairs = append(pairs, tomlfile.Pair{Key: "taken", Value: taken})
		}
		rows = append(rows, pairs)
	}
	return rows
}

func cellPairs(cells []content.IssuedCell) []tomlfile.Pair {
	pairs := []tomlfile.Pair{}
	for _, c := range cells {
		pairs = append(pairs, tomlfile.Pair{Key: c.Column, Value: c.Text})
	}
	return pairs
}
