package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	generated "github.com/socdraft/socdraft/examples"
	"github.com/socdraft/socdraft/render/race/draft"
)

// An entrant is a program in the race.
type entrant struct {
	name    string
	pdf     string // what it writes
	command []string
	inside  bool // it prints the milliseconds of its own part

	samples []sample
}

// The entrants, by their places in a heat.
const (
	draftOnly = iota
	allTargets
	rival
	bound
)

// A heat is one document for all entrants.
type heat struct {
	controls int
	pages    int // of socdraft's draft
	rival    int // pages of Typst's
	entrants []*entrant
	known    map[string]bool // words of the document
	repeated map[string]bool // of them, those of repeated lines
	words    difference
}

// prepare generates a project, writes the Typst source of its draft and lists
// the entrants.
func prepare(dir, bin string, controls int) (*heat, error) {
	project := filepath.Join(dir, strconv.Itoa(controls))
	if err := generated.Project(project, controls); err != nil {
		return nil, err
	}
	doc, theme, err := draft.Of(project)
	if err != nil {
		return nil, err
	}
	source, err := typstSource(doc, theme, project+"-typst")
	if err != nil {
		return nil, err
	}
	out, all, other := project+"-soc2", project+"-all", project+"-typst/report.pdf"
	build := func(args ...string) []string {
		return append([]string{filepath.Join(bin, "socdraft"), "build", project, "-q"}, args...)
	}
	return &heat{controls: controls, known: knownWords(doc), repeated: repeatedWords(doc, theme), entrants: []*entrant{
		draftOnly:  {name: "socdraft, the SOC 2 draft", pdf: filepath.Join(out, "soc2-draft.pdf"), command: build("--target", "soc2", "-o", out)},
		allTargets: {name: "socdraft, all three targets", pdf: filepath.Join(all, "soc2-draft.pdf"), command: build("-o", all)},
		rival:      {name: "Typst", pdf: other, command: typstCommand(source, other), inside: true},
		bound:      {name: "the bound", pdf: project + "-bound", command: []string{filepath.Join(bin, "bound"), project, project + "-bound"}},
	}}, nil
}

// round runs every entrant once, one after the other, and keeps what it took
// where asked to.
func (h *heat) round(keep bool) error {
	for _, e := range h.entrants {
		s, err := measure(e.command)
		if err != nil {
			return err
		}
		if e.inside {
			ms, err := strconv.ParseFloat(strings.TrimSpace(s.Said), 64)
			if err != nil {
				return fmt.Errorf("%s says %q in place of milliseconds", e.name, s.Said)
			}
			s.inside = time.Duration(ms * float64(time.Millisecond))
		}
		if keep {
			e.samples = append(e.samples, s)
		}
	}
	return nil
}

// compare counts pages and compares words, once all files are written.
func (h *heat) compare() error {
	ours, err := os.ReadFile(h.entrants[draftOnly].pdf)
	if err != nil {
		return err
	}
	both, err := os.ReadFile(h.entrants[allTargets].pdf)
	if err != nil {
		return err
	}
	if !bytes.Equal(ours, both) {
		return fmt.Errorf("the draft of %d controls differs from run to run", h.controls)
	}
	if h.pages, err = pageCount(h.entrants[draftOnly].pdf); err != nil {
		return err
	}
	if h.rival, err = pageCount(h.entrants[rival].pdf); err != nil {
		return err
	}
	h.words, err = compareWords(h.entrants[draftOnly].pdf, h.entrants[rival].pdf, h.known, h.repeated)
	return err
}

// of returns the spread of one measure of an entrant.
func (h *heat) of(entrant int, measure func(*sample) float64) spread {
	var values []float64
	for i := range h.entrants[entrant].samples {
		values = append(values, measure(&h.entrants[entrant].samples[i]))
	}
	return spreadOf(values)
}

func wall(s *sample) float64   { return s.Wall.Seconds() }
func cpu(s *sample) float64    { return s.CPU.Seconds() }
func peak(s *sample) float64   { return float64(s.Peak) / 1e6 }
func inside(s *sample) float64 { return s.inside.Seconds() }
