package socdraft

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/sample"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// A Population is the file of one run of a population, and what is told of it.
type Population struct {
	ID         string
	File       string // its name without folders
	Data       io.ReadSeeker
	RanBy      string    // role
	RunAt      time.Time // zero: when it is recorded
	Source     string    // these where they differ from the population's
	Query      string
	Parameters string
	From, To   time.Time // what it covers; zero is the whole period
	Proof      string    // of one without rows
}

// A Recording is what became of the record of a run.
type Recording struct {
	Edits
	Rows     int
	SHA256   string
	Repeated int  // rows whose first column another row has
	Known    bool // this file was recorded before
}

const populationFile = "populations.toml"

// RecordPopulation records a run of a population: the hash that must be fixed
// before the service auditor gives a seed.
func (p *Project) RecordPopulation(run Population, now time.Time) (*Recording, error) {
	r, err := p.start(Options{})
	if err != nil {
		return nil, err
	}
	out := &Recording{}
	if out.Findings = r.unreadable(); len(out.Findings) > 0 {
		return out, nil
	}
	population := r.engagement.Population(run.ID)
	if population == nil {
		return nil, unknownOf("population", run.ID, populationIDs(r.engagement))
	}
	facts, err := sample.FactsOf(run.Data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", run.File, err)
	}
	out.Rows, out.SHA256, out.Repeated = facts.Records, facts.SHA256, facts.Repeated
	if facts.Records == 0 && run.Proof == "" {
		return nil, &InputError{"a population without rows needs its proof: say with --proof what shows that nothing occurred"}
	}
	if slices.ContainsFunc(population.Runs, func(old *content.PopulationRun) bool { return old.SHA256.Value == facts.SHA256 }) {
		out.Known = true
		return out, nil
	}
	source, before := r.sourceOf(populationFile, "")
	edit, ok := tomlfile.Edit(source, new(diag.List))
	if !ok {
		return nil, fmt.Errorf("%s was read and cannot be edited", populationFile)
	}
	edit.Append(edit.Find("population", "id", run.ID), "run", run.pairs(facts, now))
	data, err := bytesOf(edit, populationFile)
	if err != nil {
		return nil, err
	}
	out.Files = []SourceFile{{Path: populationFile, Before: before, Data: data}}
	return out, nil
}

func (p Population) pairs(facts sample.Facts, now time.Time) []tomlfile.Pair {
	at := p.RunAt
	if at.IsZero() {
		at = now
	}
	var pairs []tomlfile.Pair
	add := func(key string, value any) {
		if text, ok := value.(string); !ok || text != "" {
			pairs = append(pairs, tomlfile.Pair{Key: key, Value: value})
		}
	}
	add("source", p.Source)
	add("query", p.Query)
	add("parameters", p.Parameters)
	if !p.To.IsZero() {
		add("covers", []tomlfile.Pair{{Key: "start", Value: plainDate(content.DateOf(p.From))}, {Key: "end", Value: plainDate(content.DateOf(p.To))}})
	}
	add("run_at", moment(at))
	add("ran_by", p.RanBy)
	add("recorded_at", moment(now))
	add("rows", facts.Records)
	add("file", p.File)
	add("sha256", facts.SHA256)
	add("proof", p.Proof)
	return pairs
}

func moment(t time.Time) string { return t.UTC().Truncate(time.Second).Format(time.RFC3339) }

func populationIDs(e *content.Engagement) []string {
	var ids []string
	for _, p := range e.Populations {
		ids = append(ids, p.ID.Value)
	}
	return ids
}

// An InputError is a mistake in what a command was told.
type InputError struct{ text string }

func (e *InputError) Error() string { return e.text }

func unknownOf(what, name string, known []string) error {
	text := fmt.Sprintf("unknown %s %q", what, name)
	if near := diag.Nearest(name, known); near != "" {
		text += fmt.Sprintf("; a similar one is %q", near)
	} else if len(known) > 0 && len(known) <= 20 {
		text += " (known: " + strings.Join(known, ", ") + ")"
	}
	return &InputError{text}
}
