package socdraft_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"strconv"
	"strings"
	"testing"
)

// A mutation is one small edit of a project. The form is told at the head of
// the table.
type mutation struct {
	name    string
	line    int       // of the table
	after   *mutation // nil: the project as it is
	changes []*change
	want    []string
}

// A change is the part of an edit that is about one place.
type change struct {
	file     string
	kind     string // of marker: "@", "x" or "r"
	to       string // of a renamed file
	nth, of  int
	old, new []string
	hasOld   bool
}

func readMutations(t testing.TB) (table string, mutations []*mutation) {
	t.Helper()
	data, err := os.ReadFile(mutationsFile)
	if err != nil {
		t.Fatal(err)
	}
	mutations, err = parseMutations(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return string(data), mutations
}

func parseMutations(table string) ([]*mutation, error) {
	var all []*mutation
	names := map[string]bool{}
	for i, line := range strings.Split(table, "\n") {
		fail := func(format string, args ...any) error {
			return fmt.Errorf("%s:%d: %s", mutationsFile, i+1, fmt.Sprintf(format, args...))
		}
		marker, rest, _ := strings.Cut(line, " ")
		if line == "" || marker == "#" {
			continue
		}
		if marker == "==" {
			if names[rest] {
				return nil, fail("a second edit is named %q", rest)
			}
			names[rest] = true
			all = append(all, &mutation{name: rest, line: i + 1})
			continue
		}
		if len(all) == 0 {
			return nil, fail("a line before the first edit")
		}
		if marker == "&" {
			if all[len(all)-1].after = named(all, rest); all[len(all)-1].after == nil {
				return nil, fail("no edit above is named %q", rest)
			}
			continue
		}
		if err := all[len(all)-1].add(marker, rest); err != nil {
			return nil, fail("%v", err)
		}
	}
	return all, nil
}

func named(all []*mutation, name string) *mutation {
	for _, m := range all[:len(all)-1] {
		if m.name == name {
			return m
		}
	}
	return nil
}

// add takes over one line of an edit.
func (m *mutation) add(marker, rest string) error {
	if marker == ">" {
		m.want = append(m.want, rest)
		return nil
	}
	if marker == "@" || marker == "x" || marker == "r" {
		c := &change{file: rest, kind: marker, nth: 1, of: 1}
		if file, place, ok := strings.Cut(rest, ", "); ok {
			c.file = file
			if _, err := fmt.Sscanf(place, "%d of %d", &c.nth, &c.of); err != nil {
				return fmt.Errorf("%q is not like \"2 of 3\"", place)
			}
		}
		if from, to, ok := strings.Cut(rest, " -> "); ok {
			c.file, c.to = from, to
		}
		m.changes = append(m.changes, c)
		return nil
	}
	if len(m.changes) == 0 {
		return fmt.Errorf("a line before the file it is about")
	}
	c := m.changes[len(m.changes)-1]
	if marker == "-" {
		c.old, c.hasOld = append(c.old, rest), true
		return nil
	}
	return c.addNew(marker, rest)
}

// addNew takes over a line of new text: "+" as it stands, `+q` quoted as in Go,
// "+30" as often as the number says.
func (c *change) addNew(marker, rest string) error {
	how, ok := strings.CutPrefix(marker, "+")
	switch {
	case ok && how == "":
		c.new = append(c.new, rest)
		return nil
	case ok && how == "q":
		text, err := strconv.Unquote(rest)
		c.new = append(c.new, text)
		return err
	}
	times, err := strconv.Atoi(how)
	if !ok || err != nil {
		return fmt.Errorf("no line begins with %q", marker)
	}
	for range times {
		c.new = append(c.new, rest)
	}
	return nil
}

// apply returns the files after the edit.
func (m *mutation) apply(files sources) (sources, error) {
	edited := maps.Clone(files)
	if m.after != nil {
		var err error
		if edited, err = m.after.apply(files); err != nil {
			return nil, err
		}
	}
	for _, c := range m.changes {
		if err := c.apply(edited); err != nil {
			return nil, fmt.Errorf("%s: %w", c.file, err)
		}
	}
	return edited, nil
}

func (c *change) apply(files sources) error {
	data, known := files[c.file]
	added := strings.Join(c.new, "\n")
	switch {
	case c.kind != "@" && !known:
		return fmt.Errorf("no such file")
	case c.kind == "x":
		delete(files, c.file)
		return nil
	case c.kind == "r":
		delete(files, c.file)
		files[c.to] = data
		return nil
	case !c.hasOld:
		files[c.file] = append(bytes.Clone(data), added+"\n"...)
		return nil
	}
	old := strings.Join(c.old, "\n")
	if n := strings.Count(string(data), old); n != c.of {
		return fmt.Errorf("%q stands there %d times, not %d", old, n, c.of)
	}
	at := 0
	for range c.nth - 1 {
		at += strings.Index(string(data[at:]), old) + len(old)
	}
	at += strings.Index(string(data[at:]), old)
	end := at + len(old)
	if len(c.new) == 0 && (at == 0 || data[at-1] == '\n') && end < len(data) && data[end] == '\n' {
		end++ // whole lines go with their end
	}
	files[c.file] = []byte(string(data[:at]) + added + string(data[end:]))
	return nil
}

// withFindings returns the table with what the edits bring.
func withFindings(table string, mutations []*mutation, found [][]string) string {
	var b strings.Builder
	next, within := 0, false
	finish := func() {
		if !within {
			return
		}
		for _, line := range found[next-1] {
			fmt.Fprintf(&b, "> %s\n", line)
		}
		within = false
	}
	for _, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if strings.HasPrefix(line, "> ") {
			continue
		}
		if line == "" || strings.HasPrefix(line, "# ") && within && len(mutations[next-1].changes) > 0 {
			finish()
		}
		if strings.HasPrefix(line, "== ") {
			finish()
			next, within = next+1, true
		}
		b.WriteString(line + "\n")
	}
	finish()
	return b.String()
}
