package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag/report"
)

// wantsCoverage reports whether check prints the tables of coverage: where
// --coverage asks for them, else on a terminal, so that a script reads what it
// always read. Formats for programs never hold them.
func (a *app) wantsCoverage(flags checkFlags) bool {
	switch {
	case flags.format != "text" || a.quiet:
		return false
	case flags.coverageSet:
		return flags.coverage
	}
	return a.terminal(a.stdout)
}

// printCoverage prints the tables of coverage below the findings.
func (a *app) printCoverage(flags checkFlags, result *socdraft.Result) error {
	if result.Coverage == nil || !a.wantsCoverage(flags) {
		return nil
	}
	text := coverageTables(result.Coverage, a.colour(a.stdout))
	if len(result.Findings) > 0 {
		text = append([]byte("\n"), text...)
	}
	print := func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	}
	if a.inActions(flags.format) {
		return withoutCommands(a.stdout, print)
	}
	return print(a.stdout)
}

// coverageTables sets the coverage in two tables for people. It says what is
// mapped and where an answer stands, and judges neither.
func coverageTables(l *socdraft.Listing, colour bool) []byte {
	var b bytes.Buffer
	criteria := grid{
		columns: []column{{head: "ID", most: 8}, {head: "TITLE", flexible: true}, {head: "CONTROLS MAPPED", most: 32}, {head: "TESTS", right: true, most: 7},
			{head: "EXCEPTIONS", right: true, most: 10}, {head: "CSOC / CUEC", most: 24}},
		colour: colour,
	}
	for _, row := range l.Rows {
		criteria.add(textOf(l, row, "gap") != "", criterionCells(l, row)...)
	}
	fmt.Fprintf(&b, "Criteria and what is mapped to them: %s\n\n", openOf(l))
	criteria.write(&b)

	fmt.Fprintf(&b, "\nDescription criteria and where they are answered: %s\n\n", openOf(l.Beside))
	description := grid{
		columns: []column{{head: "ID", most: 4}, {head: "TITLE", flexible: true}, {head: "ANSWERED IN", most: answerColumns}},
		colour:  colour,
	}
	for _, row := range l.Beside.Rows {
		description.addAnswers(l.Beside, row)
	}
	description.write(&b)
	return b.Bytes()
}

// openOf counts the rows of a listing and those that have a gap.
func openOf(l *socdraft.Listing) string {
	words := []string{fmt.Sprintf("%d criteria", len(l.Rows))}
	var kinds []string
	gaps := map[string]int{}
	for _, row := range l.Rows {
		gap := textOf(l, row, "gap")
		if gap != "" && gaps[gap] == 0 {
			kinds = append(kinds, gap)
		}
		gaps[gap]++
	}
	for _, kind := range kinds {
		words = append(words, fmt.Sprintf("%s for %d", kind, gaps[kind]))
	}
	return strings.Join(words, ", ")
}

// none stands where nothing is to be said.
const none = "–"

// criterionCells returns the row of one criterion; what it lacks stands in the
// column where it is missing.
func criterionCells(l *socdraft.Listing, row []any) []string {
	gap := textOf(l, row, "gap")
	controls, tests, exceptions := written(l, row), none, none
	if n := valueAt(l, row, "tests"); n != 0 {
		tests, exceptions = fmt.Sprint(n), fmt.Sprint(valueAt(l, row, "exceptions"))
	}
	switch {
	case controls == "" && gap != "":
		controls = gap
	case controls == "":
		controls = none
	case gap == "no test":
		tests = gap
	}
	return []string{textOf(l, row, "id"), textOf(l, row, "title"), controls, tests, exceptions, assumed(l, row)}
}

// written lists the controls, those behind the others whose words are still to
// come.
func written(l *socdraft.Listing, row []any) string {
	toDo := idsAt(l, row, "to_do")
	var parts []string
	if ids := without(idsAt(l, row, "controls"), toDo); len(ids) > 0 {
		parts = append(parts, briefly(ids))
	}
	if len(toDo) > 0 {
		parts = append(parts, "to do: "+briefly(toDo))
	}
	return strings.Join(parts, ", ")
}

func without(ids, others []string) []string {
	return slices.DeleteFunc(ids, func(id string) bool { return slices.Contains(others, id) })
}

// assumed tells what stands elsewhere, the first id of each kind.
func assumed(l *socdraft.Listing, row []any) string {
	if valueAt(l, row, "not_relevant") == true {
		return "not relevant"
	}
	var parts []string
	for _, column := range []string{"csocs", "cuecs"} {
		if ids := without(idsAt(l, row, column), idsAt(l, row, "to_do")); len(ids) > 0 {
			parts = append(parts, firstOf(ids, 1))
		}
	}
	return strings.Join(parts, ", ")
}

// briefly lists the first three ids and counts the rest: "AC-01 AC-02 AC-03 +4".
func briefly(ids []string) string { return firstOf(ids, 3) }

func firstOf(ids []string, n int) string {
	if len(ids) <= n {
		return strings.Join(ids, " ")
	}
	return fmt.Sprintf("%s +%d", strings.Join(ids[:n], " "), len(ids)-n)
}

// The room for the title of a description criterion and for the places of an
// answer: both go on in the next line.
const (
	titleColumns  = 38
	answerColumns = 54
)

// addAnswers adds a description criterion on as many lines as it needs.
func (g *grid) addAnswers(l *socdraft.Listing, row []any) {
	gap := textOf(l, row, "gap")
	titles := wrapped(strings.Fields(textOf(l, row, "title")), "", titleColumns)
	answered, toDo := idsAt(l, row, "answered_in"), idsAt(l, row, "to_do")
	var answers []string
	switch {
	case len(toDo) > 0:
		answers = wrapped(headed(gap, toDo), ",", answerColumns)
		if len(answered) > 0 {
			answers = append(answers, wrapped(headed("written", answered), ",", answerColumns)...)
		}
	case gap != "":
		answers = []string{gap}
	case len(answered) == 0:
		answers = []string{none}
	default:
		answers = wrapped(answered, ",", answerColumns)
	}
	id := textOf(l, row, "id")
	for i := range max(len(titles), len(answers)) {
		g.add(gap != "", id, lineAt(titles, i), lineAt(answers, i))
		id = ""
	}
}

// headed puts a word before the first name.
func headed(word string, names []string) []string {
	return append([]string{word + ": " + names[0]}, names[1:]...)
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// wrapped joins names, a mark behind each but the last, into lines of at most
// the width.
func wrapped(names []string, mark string, width int) []string {
	var lines []string
	for i, name := range names {
		if i < len(names)-1 {
			name += mark
		}
		if n := len(lines) - 1; n >= 0 && len(lines[n])+1+len(name) <= width {
			lines[n] += " " + name
		} else {
			lines = append(lines, name)
		}
	}
	return lines
}

func valueAt(l *socdraft.Listing, row []any, column string) any {
	return row[slices.Index(l.Columns, column)]
}

func textOf(l *socdraft.Listing, row []any, column string) string {
	return cellText(valueAt(l, row, column))
}

// idsAt returns a list of ids, what terminals act on made visible.
func idsAt(l *socdraft.Listing, row []any, column string) []string {
	var ids []string
	for _, id := range valueAt(l, row, column).([]string) {
		ids = append(ids, report.Visible(id))
	}
	return ids
}
