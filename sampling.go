package socdraft

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/sample"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// A SampleOrder says which sample to draw.
type SampleOrder struct {
	Request    string // id or key
	File       string // name of the file, for messages
	Data       io.ReadSeeker
	Size       int
	Seed       string
	Key        string // column that names items; "" is the first
	Strata     string // column that divides the population, or ""
	Pseudonyms bool   // name items by their row alone
}

// A Sampling is a sample that was drawn.
type Sampling struct {
	Edits
	Request string
	Items   *Listing // "row", "item" and, with strata, "stratum"
	Strata  *Listing // "stratum", "rows" and "drawn"; nil without
	Basis   [][2]string

	// DryRun holds why the draw does not count; empty where it does.
	DryRun   []string
	Recorded bool // this very draw stands in the sources already
	Rows     int
	Repeated int
}

const (
	sampleFile = "requests/samples.toml"
	sampleHead = `# The samples that count, written by "socdraft requests sample". Each can be drawn again from the file with the hash and the seed.
`
)

// DrawSample draws a sample. It counts where its seed is recorded as received
// from the service auditor after the hash of the population was; any other is a
// dry run of management, which no source and no workbook gets to see.
func (p *Project) DrawSample(order SampleOrder) (*Sampling, error) {
	r, err := p.start(Options{})
	if err != nil {
		return nil, err
	}
	out := &Sampling{}
	if out.Findings = r.unreadable(); len(out.Findings) > 0 {
		return out, nil
	}
	request := requests.Finder(r.requests)(order.Request)
	if request == nil {
		return nil, unknownOf("request", order.Request, requestIDs(r.requests))
	}
	if err := sample.Valid(order.Seed); err != nil {
		return nil, &InputError{err.Error()}
	}
	basis := sample.Basis{Engagement: r.identity(request, order.Seed), Request: request.ID, Seed: order.Seed}
	drawn, err := sample.Draw(order.Data, basis, sample.Rules{Size: order.Size, Key: order.Key, Strata: order.Strata})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", order.File, err)
	}
	out.tell(request, drawn, order)
	var facts countingFacts
	out.DryRun, facts = r.counts(request, drawn)
	if len(out.DryRun) > 0 {
		return out, nil
	}
	return out, out.record(r, request, drawn, order, facts)
}

// identity returns what the examination is called in the draw: as when it was
// recorded, if it was, since names change.
func (r *run) identity(request *requests.Request, seed string) string {
	for _, d := range r.engagement.RequestList.Draws {
		if d.Request.Value == request.ID && d.Seed.Value == seed {
			return d.Engagement.Value
		}
	}
	return r.engagement.Identity()
}

// requestIDs returns the names by which the requests can be asked for.
func requestIDs(list []*requests.Request) []string {
	var ids []string
	for _, r := range list {
		ids = append(ids, r.ID, r.Key)
	}
	return ids
}

// tell lists what was drawn and from what.
func (s *Sampling) tell(request *requests.Request, drawn *sample.Drawn, order SampleOrder) {
	s.Request, s.Rows, s.Repeated = request.ID, drawn.Records, drawn.Repeated
	s.Items = &Listing{Columns: []string{"row", "item"}}
	if order.Strata != "" {
		s.Items.Columns = append(s.Items.Columns, "stratum")
		s.Strata = &Listing{Columns: []string{"stratum", "rows", "drawn"}}
		for _, part := range drawn.Strata {
			s.Strata.Rows = append(s.Strata.Rows, []any{part.Name, part.Records, part.Drawn})
		}
	}
	for _, item := range drawn.Items {
		row := []any{item.Record, order.named(item)}
		if order.Strata != "" {
			row = append(row, item.Stratum)
		}
		s.Items.Rows = append(s.Items.Rows, row)
	}
	b := drawn.Basis
	s.Basis = [][2]string{{"method", sample.Method}, {"engagement", b.Engagement}, {"request", b.Request}, {"sha256", b.SHA256}, {"seed", b.Seed}}
}

func (o SampleOrder) named(item sample.Item) string {
	if o.Pseudonyms {
		return item.Pseudonym()
	}
	return item.Key
}

// countingFacts are what a draw that counts goes back to.
type countingFacts struct {
	population *content.Population
	seed       *content.Seed
}

// counts returns why a draw does not count, nothing where it does.
func (r *run) counts(request *requests.Request, drawn *sample.Drawn) (why []string, facts countingFacts) {
	if request.Kind != requests.SampleItems {
		why = append(why, fmt.Sprintf("request %s asks for no sample but for: %s", request.ID, strings.ToLower(request.Kind.Words())))
	}
	if request.ID == request.Key {
		why = append(why, fmt.Sprintf("request %s has no number that stays: run \"socdraft requests number\" first", request.ID))
	}
	population, recorded := r.runOf(drawn.Basis.SHA256)
	facts.population = population
	switch {
	case recorded == nil:
		why = append(why, "no population has a run with this file's hash: record it with \"socdraft requests record\" before asking for a seed")
	case !r.drawsFrom(request, population):
		why = append(why, fmt.Sprintf("the file is a run of population %s, from which request %s does not draw", population.ID.Value, request.ID))
	}
	var known bool
	for _, s := range r.engagement.RequestList.Seeds {
		if s.Request.Value != request.ID && s.Request.Value != request.Key || s.Value.Value != drawn.Basis.Seed {
			continue
		}
		known = true
		if recorded == nil || later(s.ReceivedAt.Value, recorded.RecordedAt.Value) {
			facts.seed = s
		}
	}
	switch {
	case !known:
		why = append(why, "the seed is not recorded as the service auditor's: write it as [[seed]] into requests/auditor.toml when it has come")
	case facts.seed == nil:
		why = append(why, fmt.Sprintf("the seed came before the hash of the population was recorded (%s): ask the service auditor for another", recorded.RecordedAt.Value))
	}
	return why, facts
}

// runOf returns the population that has a run with the hash, and the run.
func (r *run) runOf(hash string) (*content.Population, *content.PopulationRun) {
	for _, p := range r.engagement.Populations {
		for _, run := range p.Runs {
			if strings.EqualFold(run.SHA256.Value, hash) {
				return p, run
			}
		}
	}
	return nil, nil
}

// drawsFrom reports whether the items of the request come from the population,
// as far as the list tells.
func (r *run) drawsFrom(request *requests.Request, population *content.Population) bool {
	find, authored := requests.Finder(r.requests), false
	for _, id := range request.From {
		from := find(id)
		if from == nil {
			continue
		}
		for _, p := range r.engagement.Populations {
			if requests.IsOf(from, p) {
				authored = true
				if p == population {
					return true
				}
			}
		}
	}
	return !authored
}

// later reports whether one moment is after another. What cannot be read was
// reported where it is read.
func later(a, b string) bool {
	x, err1 := time.Parse(time.RFC3339, a)
	y, err2 := time.Parse(time.RFC3339, b)
	return err1 == nil && err2 == nil && x.After(y)
}

// record adds the draw to the sources, unless it is there.
func (s *Sampling) record(r *run, request *requests.Request, drawn *sample.Drawn, order SampleOrder, facts countingFacts) error {
	for _, d := range r.engagement.RequestList.Draws {
		if d.Request.Value != request.ID || d.SHA256.Value != drawn.Basis.SHA256 || d.Seed.Value != order.Seed || d.Strata.Value != order.Strata {
			continue
		}
		if len(d.Items) == len(drawn.Items) {
			if !sameRows(d, drawn) {
				return errors.New("the draw that is recorded cannot be drawn again: its rows differ, so somebody changed requests/samples.toml")
			}
			s.Recorded = true
			return nil
		}
	}
	source, before := r.sourceOf(sampleFile, sampleHead)
	edit, ok := tomlfile.Edit(source, new(diag.List))
	if !ok {
		return fmt.Errorf("%s was read and cannot be edited", sampleFile)
	}
	var items [][]tomlfile.Pair
	for _, item := range drawn.Items {
		pairs := []tomlfile.Pair{{Key: "row", Value: item.Record}, {Key: "key", Value: order.named(item)}}
		if order.Strata != "" {
			pairs = append(pairs, tomlfile.Pair{Key: "stratum", Value: item.Stratum})
		}
		items = append(items, pairs)
	}
	pairs := []tomlfile.Pair{
		{Key: "engagement", Value: drawn.Basis.Engagement}, {Key: "request", Value: request.ID},
		{Key: "population", Value: facts.population.ID.Value}, {Key: "sha256", Value: drawn.Basis.SHA256},
		{Key: "rows", Value: drawn.Records}, {Key: "size", Value: len(drawn.Items)},
		{Key: "seed", Value: order.Seed}, {Key: "received_at", Value: facts.seed.ReceivedAt.Value}, {Key: "method", Value: sample.Method},
	}
	if order.Strata != "" {
		pairs = append(pairs, tomlfile.Pair{Key: "strata", Value: order.Strata})
	}
	edit.Append(edit.Root(), "draw", append(pairs, tomlfile.Pair{Key: "item", Value: items}))
	data, err := bytesOf(edit, sampleFile)
	if err != nil {
		return err
	}
	s.Files = []SourceFile{{Path: sampleFile, Before: before, Data: data}}
	return nil
}

func sameRows(d *content.Draw, drawn *sample.Drawn) bool {
	return slices.EqualFunc(d.Items, drawn.Items, func(have *content.DrawnItem, item sample.Item) bool { return have.Row.Value == item.Record })
}
