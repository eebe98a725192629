package requests

import (
	"time"

	"github.com/socdraft/socdraft/content"
)

// run takes over the latest run of the population over what the request covers.
// That it found nothing is what the request is answered with.
func (b *builder) run(d *draft, p *content.Population) {
	if p == nil {
		return
	}
	d.Run = latestRun(p, d.Covers, b.whole())
	if d.Run == nil || !noOccurrence(d.Run) {
		return
	}
	text := "No occurrence: the run of " + MomentWords(d.Run.RunAt.Value) + " found none."
	if q := d.Run.Query.Value; q != "" && q != d.Query {
		text += " " + sentence("Its query: "+q)
	}
	if proof := d.Run.Proof.Value; proof != "" {
		text += " " + sentence("Proof: "+proof)
	}
	d.addTail(text)
}

func noOccurrence(r *content.PopulationRun) bool { return r.Rows.Given() && r.Rows.Value == 0 }

// latestRun returns the last run of the population over the time frame, else the
// last over a longer one; nil where none covers it. A run that does not say what
// it covers is of the whole period.
func latestRun(p *content.Population, covers, whole TimeFrame) *content.PopulationRun {
	var latest *content.PopulationRun
	var at time.Time
	exact := false
	for _, r := range p.Runs {
		of := RunCovers(r, whole)
		when, err := time.Parse(time.RFC3339, r.RunAt.Value)
		if err != nil || covers.Start.IsZero() != of.Start.IsZero() || covers.Start.Before(of.Start) || of.End.Before(covers.End) {
			continue
		}
		same := of.Start.Compare(covers.Start) == 0 && of.End.Compare(covers.End) == 0
		if latest == nil || same && !exact || same == exact && !when.Before(at) {
			latest, at, exact = r, when, same
		}
	}
	return latest
}

// RunCovers returns what a run of a population is of.
func RunCovers(r *content.PopulationRun, whole TimeFrame) TimeFrame {
	if r.To.IsZero() {
		return whole
	}
	return TimeFrame{Start: r.From, End: r.To}
}

// MomentWords returns an RFC 3339 time as sentences name it: "July 2, 2026,
// 09:30 UTC+02:00". Other text stays as it is.
func MomentWords(moment string) string {
	at, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		return moment
	}
	zone := at.Format("-07:00")
	if zone == "+00:00" {
		zone = ""
	}
	return content.Date{Year: at.Year(), Month: int(at.Month()), Day: at.Day()}.Long() + ", " + at.Format("15:04") + " UTC" + zone
}

// count sizes a sample by what the populations it is selected from hold, once
// all of them were taken.
func (d *draft) count() {
	if d.Sample == nil || len(d.Sample.Bands) == 0 || len(d.from) == 0 {
		return
	}
	items := 0
	for _, p := range d.from {
		if p.Run == nil || !p.Run.Rows.Given() {
			return
		}
		if of := RunCovers(p.Run, d.Covers); of.Start.Compare(d.Covers.Start) == 0 && of.End.Compare(d.Covers.End) == 0 {
			items = p.Run.Rows.Value // one run of all, whatever was taken of a part
			break
		}
		items += p.Run.Rows.Value
	}
	sized := *d.Sample
	sized.Items, sized.Empty = items, items == 0
	d.Sample = &sized
}
