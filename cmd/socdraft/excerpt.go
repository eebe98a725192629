package main

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag/report"
)

// An example is a whole project with much that the rule does not look at. A page
// shows what it is about: the first findings, the tables they stand in, and in
// the good project what is otherwise there. --json has all of it.
const (
	shownFindings = 4
	shownLines    = 30 // of one file
	shownAnyway   = 12 // of a file that no finding is in
)

// firstFindings returns the first findings of a text and how many are left out.
func firstFindings(text string) (shown string, more int) {
	n := 0
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, " ") {
			n++
		}
		if n > shownFindings {
			if !strings.HasPrefix(line, " ") {
				more++
			}
			continue
		}
		shown += line
	}
	return shown, more
}

var findingPlace = regexp.MustCompile(`(?m)^(?:  note: )?([^ :][^:\n]*):([0-9]+):[0-9]+: `)

// linesNamed returns the lines of each file at which findings or their notes
// stand.
func linesNamed(findings string) map[string][]int {
	named := map[string][]int{}
	for _, m := range findingPlace.FindAllStringSubmatch(findings, -1) {
		n, _ := strconv.Atoi(m[2]) // digits; a number too great is in no file
		named[m[1]] = append(named[m[1]], n)
	}
	return named
}

// A passage is a table of a file, or all of a file that is not TOML.
type passage struct {
	first int // the number of its first line
	lines []string
}

func (p passage) text() string { return strings.TrimSpace(strings.Join(p.lines, "")) }

// shown returns the lines without the empty ones behind the last.
func (p passage) shown() []string {
	return strings.Split(strings.TrimRight(strings.Join(p.lines, ""), "\n"), "\n")
}

// longList matches what follows the third of more than eight elements of a
// list on one line: the control of the least project serves all criteria.
var longList = regexp.MustCompile(`^([a-z_]+ = \["[^"]*", "[^"]*", "[^"]*",)( "[^"]*",?){6,}\]$`)

// shortList shortens a long list, where it is not what the example is about.
func shortList(line string, marked bool) string {
	if marked {
		return line
	}
	return longList.ReplaceAllString(line, "$1 …]")
}

// passagesOf parts a file.
func passagesOf(f socdraft.ExampleFile) []passage {
	var all []passage
	number := 0
	for line := range strings.Lines(f.Text) {
		number++
		begins := strings.HasSuffix(f.Name, ".toml") && strings.HasPrefix(line, "[")
		if len(all) == 0 || begins {
			all = append(all, passage{first: number})
		}
		last := &all[len(all)-1]
		last.lines = append(last.lines, line)
	}
	return all
}

// badFiles prints of each file the tables in which the findings stand, or else
// those that the least project does not have.
func badFiles(list, least []socdraft.ExampleFile, findings string) string {
	named := linesNamed(findings)
	var b bytes.Buffer
	for i, f := range list {
		passages := passagesOf(f)
		keep := func(p passage) bool {
			return slices.ContainsFunc(named[f.Name], func(n int) bool { return p.first <= n && n < p.first+len(p.lines) })
		}
		most := shownLines
		if !slices.ContainsFunc(passages, keep) {
			known := tablesOf(f.Name, least)
			keep, most = func(p passage) bool { return !known[p.text()] }, shownAnyway
			if f.Text != "" && !slices.ContainsFunc(passages, keep) {
				separate(&b, i)
				fmt.Fprintf(&b, "  %s: there, %s\n", f.Name, takenOut(f, least))
				continue
			}
		}
		excerpt(&b, i, f, passages, func(n int) bool { return slices.Contains(named[f.Name], n) }, keep, most)
	}
	return b.String()
}

// goodFiles prints of each file the tables that the file above of the same name
// does not have in the same words, or else that of the least project.
func goodFiles(list, above, least []socdraft.ExampleFile, most int) string {
	var b bytes.Buffer
	for i, f := range list {
		if slices.Contains(above, f) {
			separate(&b, i)
			fmt.Fprintf(&b, "  %s: as above\n", f.Name)
			continue
		}
		others := above
		named := func(other socdraft.ExampleFile) bool { return other.Name == f.Name && other.Text != "" }
		switch {
		case slices.ContainsFunc(above, func(o socdraft.ExampleFile) bool { return o.Name == f.Name && o.Text == "" }):
			others = nil
		case !slices.ContainsFunc(above, named):
			others = least
		}
		known := tablesOf(f.Name, others)
		passages := passagesOf(f)
		keep := func(p passage) bool { return !known[p.text()] }
		if !slices.ContainsFunc(passages, keep) && f.Text != "" {
			separate(&b, i)
			fmt.Fprintf(&b, "  %s: as above, %s\n", f.Name, takenOut(f, others))
			continue
		}
		excerpt(&b, i, f, passages, func(int) bool { return false }, keep, most)
	}
	return b.String()
}

// mended returns the files of a good project, and with them those that only the
// bad one changes or adds: as the least project has them, or not at all.
func mended(good, bad, least []socdraft.ExampleFile) []socdraft.ExampleFile {
	all := slices.Clone(good)
	for _, f := range bad {
		same := func(o socdraft.ExampleFile) bool { return o.Name == f.Name }
		if slices.ContainsFunc(all, same) {
			continue
		}
		plain := socdraft.ExampleFile{Name: f.Name}
		if i := slices.IndexFunc(least, same); i >= 0 {
			plain = least[i]
		}
		all = append(all, plain)
	}
	return all
}

// tablesOf returns the texts of the tables of a file.
func tablesOf(name string, list []socdraft.ExampleFile) map[string]bool {
	texts := map[string]bool{}
	for _, f := range list {
		if f.Name == name {
			for _, p := range passagesOf(f) {
				texts[p.text()] = true
			}
		}
	}
	return texts
}

// takenOut tells which tables of the other example's file are not in this one,
// which has no others.
func takenOut(f socdraft.ExampleFile, others []socdraft.ExampleFile) string {
	kept := tablesOf(f.Name, []socdraft.ExampleFile{f})
	var lines []string
	for _, other := range others {
		if other.Name != f.Name {
			continue
		}
		for _, p := range passagesOf(other) {
			if !kept[p.text()] {
				lines = append(lines, strings.TrimSpace(p.lines[0]))
			}
		}
	}
	if len(lines) == 0 {
		return "in another order"
	}
	return "without " + strings.Join(lines, ", ")
}

func separate(b *bytes.Buffer, i int) {
	if i > 0 {
		b.WriteString("\n")
	}
}

// excerpt prints the passages of a file that are kept, with the line numbers
// that findings give, up to a number of lines.
func excerpt(b *bytes.Buffer, i int, f socdraft.ExampleFile, passages []passage, mark func(int) bool, keep func(passage) bool, most int) {
	separate(b, i)
	if f.Text == "" {
		fmt.Fprintf(b, "  %s: not there\n", f.Name)
		return
	}
	fmt.Fprintf(b, "  %s:\n", f.Name)
	left, elided := most, false
	for _, p := range passages {
		if !keep(p) || left <= 0 {
			elided = elided || len(p.text()) > 0
			continue
		}
		switch {
		case elided:
			b.WriteString("    …\n")
			elided = false
		case left < most:
			b.WriteString("\n")
		}
		for j, line := range p.shown() {
			if left--; left < 0 {
				elided = true
				break
			}
			b.WriteString(strings.TrimRight(fmt.Sprintf("%5d  %s", p.first+j, report.Visible(shortList(line, mark(p.first+j)))), " ") + "\n")
		}
	}
	if elided {
		b.WriteString("    …\n")
	}
}
