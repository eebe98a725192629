package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag/report"
)

// rubric is whose signals the score counts by.
const rubric = "SOC 2 Quality Guild, Reliability Rubric v1.0 (s2guild.org, CC BY-SA 4.0)"

// notScored says what the score leaves to others.
var notScored = []string{
	"whether the work behind the tests was done, and was enough",
	"whether what is written is true",
	"whether the controls operate",
	"the firm: its license, independence and reputation (S8 to S11)",
}

// notEndorsed says whose words these are.
const notEndorsed = "Names, measures and words are socdraft's own. The authors of the rubric have neither reviewed nor endorsed it."

// fitScore refuses what does not go with --score.
func (f *checkFlags) fitScore() error {
	switch {
	case !f.score:
		return nil
	case f.format != "text" && f.format != "json":
		return usagef("--score prints text or json, not %s; --report writes the findings besides", f.format)
	case f.coverageSet && f.coverage:
		return usagef("--score and --coverage print one or the other; leave one out")
	}
	return nil
}

// printScore prints the signals for people or programs.
func (a *app) printScore(format string, signals []socdraft.Signal) error {
	if format == "json" {
		text, err := scoreJSON(signals)
		if err != nil {
			return err
		}
		_, err = a.stdout.Write(text)
		return err
	}
	text := scoreText(signals, a.colour(a.stdout))
	print := func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	}
	if a.inActions(format) {
		return withoutCommands(a.stdout, print)
	}
	return print(a.stdout)
}

// scoreText sets the signals in a table, and below it what to mend first.
func scoreText(signals []socdraft.Signal, colour bool) []byte {
	var b bytes.Buffer
	b.WriteString("What readers of the report look for, by the signals of the\n" + rubric + "\n\n")
	table := grid{
		columns: []column{{head: "ID", most: 3}, {head: "SIGNAL", most: 30}, {head: "STATE", most: 12}, {head: "MEASURE", flexible: true}},
		colour:  colour,
	}
	for _, s := range signals {
		strong := s.State == socdraft.SomeToMend || s.State == socdraft.Weak
		table.addWrapped(strong, s.ID, s.Name, string(s.State), measureOf(s))
	}
	table.write(&b)
	writeCounts(&b, signals)
	writeMend(&b, signals)
	b.WriteString("\n")
	writeWrapped(&b, "", "Not judged: "+strings.Join(notScored, "; ")+".")
	writeWrapped(&b, "", notEndorsed)
	return b.Bytes()
}

// measureColumns is the room for a measure, which goes on in the next line.
const measureColumns = 50

// addWrapped adds a row whose last cell takes as many lines as it needs.
func (g *grid) addWrapped(strong bool, cells ...string) {
	last := len(cells) - 1
	for i, line := range wrapped(strings.Fields(cells[last]), "", measureColumns) {
		if i > 0 {
			clear(cells[:last])
		}
		g.add(strong, append(append([]string(nil), cells[:last]...), line)...)
	}
}

func measureOf(s socdraft.Signal) string {
	if s.Waived == 0 {
		return s.Measure
	}
	return s.Measure + " (" + count(s.Waived, "waived finding") + " left out)"
}

// lastNotJudged returns the signals in the order of mending: what is not judged
// comes last.
func lastNotJudged(signals []socdraft.Signal) []socdraft.Signal {
	sorted := slices.Clone(signals)
	slices.SortStableFunc(sorted, func(a, b socdraft.Signal) int {
		rank := map[bool]int{true: 1}
		return rank[a.State == socdraft.NotJudged] - rank[b.State == socdraft.NotJudged]
	})
	return sorted
}

// writeCounts writes what each signal counts, what is good, and from where on it
// is strong or weak.
func writeCounts(b *bytes.Buffer, signals []socdraft.Signal) {
	b.WriteString("\nWhat is counted\n\n")
	for _, s := range signals {
		writeWrapped(b, "  ", s.ID+" "+s.Counts+thresholds(s))
	}
	writeWrapped(b, "  ", "To be strong a signal may have no error either, and no finding beside what it counts. The thresholds are socdraft's own.")
}

func thresholds(s socdraft.Signal) string {
	switch s.Strong {
	case 0:
		return ""
	case 100:
		return fmt.Sprintf(" Strong: all; weak: below %d %%.", s.Weak)
	}
	return fmt.Sprintf(" Strong: from %d %% on; weak: below %d %%.", s.Strong, s.Weak)
}

// writeMend writes the places to mend first, by signal.
func writeMend(b *bytes.Buffer, signals []socdraft.Signal) {
	first := true
	for _, s := range lastNotJudged(signals) {
		if len(s.Mend) == 0 {
			continue
		}
		if first {
			b.WriteString("\nTo mend first\n")
			first = false
		}
		notJudged := ""
		if s.State == socdraft.NotJudged {
			notJudged = " (not judged)"
		}
		fmt.Fprintf(b, "\n%s %s%s\n", s.ID, s.Name, notJudged)
		for _, p := range s.Mend {
			writeWrapped(b, "  ", mendLine(p))
		}
		if s.More > 0 {
			fmt.Fprintf(b, "  and %d more\n", s.More)
		}
	}
}

// mendLine says where something is to be mended, what, and by which rule.
func mendLine(p socdraft.Place) string {
	line, col := p.Span.Position()
	text := fmt.Sprintf("%s:%d:%d: %s", p.Span.Name(), line, col, p.Message)
	if p.Rule != nil {
		text += " [" + p.Rule.Name + "]"
	}
	return report.Visible(strings.ReplaceAll(text, "\n", " "))
}

// writeWrapped writes a text on lines within the width of tables; all but the
// first are indented further.
func writeWrapped(b *bytes.Buffer, indent, text string) {
	for i, line := range wrapped(strings.Fields(text), "", gridColumns-len(indent)-2) {
		if i > 0 && indent != "" {
			line = "  " + line
		}
		b.WriteString(indent + line + "\n")
	}
}

// The score for programs. Its keys stay.
type (
	jsonScore struct {
		Rubric    string       `json:"rubric"`
		Endorsed  bool         `json:"endorsed"`
		Signals   []jsonSignal `json:"signals"`
		NotJudged []string     `json:"not_judged"`
	}
	jsonSignal struct {
		ID      string     `json:"id"`
		Pillar  string     `json:"pillar"`
		Name    string     `json:"name"`
		State   string     `json:"state"`
		Good    int        `json:"good"`
		Of      int        `json:"of"`
		Measure string     `json:"measure"`
		Counts  string     `json:"counts"`
		Strong  *int       `json:"strong_from"` // percent; null where it is never judged
		Weak    *int       `json:"weak_below"`
		Mend    []jsonMend `json:"mend"`
		More    int        `json:"more"`
		Waived  int        `json:"waived"`
	}
	jsonMend struct {
		File    string `json:"file"`
		Line    int    `json:"line"`
		Column  int    `json:"column"`
		Message string `json:"message"`
		Rule    string `json:"rule"` // "" where only the measure tells of it
		Number  string `json:"number"`
	}
)

func scoreJSON(signals []socdraft.Signal) ([]byte, error) {
	score := jsonScore{Rubric: rubric, NotJudged: notScored}
	for _, s := range signals {
		signal := jsonSignal{s.ID, s.Pillar, s.Name, strings.ReplaceAll(string(s.State), " ", "_"),
			s.Good, s.Of, s.Measure, s.Counts, nil, nil, []jsonMend{}, s.More, s.Waived}
		if s.Strong > 0 {
			signal.Strong, signal.Weak = &s.Strong, &s.Weak
		}
		for _, p := range s.Mend {
			line, col := p.Span.Position()
			mend := jsonMend{File: p.Span.Name(), Line: line, Column: col, Message: p.Message}
			if p.Rule != nil {
				mend.Rule, mend.Number = p.Rule.Name, p.Rule.Number
			}
			signal.Mend = append(signal.Mend, mend)
		}
		score.Signals = append(score.Signals, signal)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(score)
	return b.Bytes(), err
}
