package xlsx

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/socdraft/socdraft/content/returned"
	"github.com/xuri/excelize/v2"
)

// somebody stands for the names of people that a comment calls.
const somebody = "@somebody"

// threads reads comments in threads, each with its replies behind it. The part
// with the persons is not opened.
func (r *reader) threads(s *returned.Sheet, part string) error {
	var first []string // ids of what begins a thread
	threads := map[string][]returned.Note{}
	err := r.archive.read(part, func(m *markup, el xml.StartElement) error {
		if el.Name.Local != "threadedComment" {
			return nil
		}
		x, y, err := excelize.CellNameToCoordinates(attr(el, "ref"))
		if err != nil {
			return fmt.Errorf("a comment stands at no cell: %q", attr(el, "ref"))
		}
		id, parent := attr(el, "id"), attr(el, "parentId")
		note := returned.Note{Row: y, Column: x, Reply: threads[parent] != nil, Resolved: truth(el, "done"), On: stamp(attr(el, "dT"))}
		if note.Text, err = r.thread(m); err != nil {
			return err
		}
		if !note.Reply {
			first, parent = append(first, id), id
		}
		threads[parent] = append(threads[parent], note)
		return nil
	})
	for _, id := range first {
		for _, note := range threads[id] {
			if err == nil {
				err = add(s, note)
			}
		}
		delete(threads, id)
	}
	return err
}

// thread returns the text of a comment without the names in it.
func (r *reader) thread(m *markup) (string, error) {
	var text string
	var names [][2]int
	err := m.inside(func(el xml.StartElement) (err error) {
		switch el.Name.Local {
		case "text":
			text, err = m.chars()
		case "mention":
			start, _ := strconv.Atoi(attr(el, "startIndex"))
			length, _ := strconv.Atoi(attr(el, "length"))
			names = append(names, [2]int{start, start + length})
		}
		return err
	})
	return unescape(withoutNames(text, names)), err
}

// withoutNames replaces the names in a text, whose places count in UTF-16.
func withoutNames(text string, names [][2]int) string {
	if len(names) == 0 {
		return text
	}
	units := utf16.Encode([]rune(text))
	var b strings.Builder
	at := 0
	for _, n := range names {
		if n[0] < at || n[1] <= n[0] || n[1] > len(units) {
			continue
		}
		b.WriteString(string(utf16.Decode(units[at:n[0]])) + somebody)
		at = n[1]
	}
	return b.String() + string(utf16.Decode(units[at:]))
}

// stamp reads the time of a comment, which has a fraction and no zone.
func stamp(text string) time.Time {
	t, err := time.Parse("2006-01-02T15:04:05", strings.TrimSuffix(text, "Z"))
	if err != nil {
		return time.Time{}
	}
	return day(t)
}

// plainNotes reads the notes that all programs know.
func (r *reader) plainNotes(s *returned.Sheet, part string) error {
	threads := map[[2]int]bool{}
	for _, note := range s.Notes {
		threads[[2]int{note.Row, note.Column}] = true
	}
	var authors []string
	return r.archive.read(part, func(m *markup, el xml.StartElement) error {
		switch el.Name.Local {
		case "author":
			name, err := m.chars()
			authors = append(authors, name)
			return err
		case "comment":
			x, y, err := excelize.CellNameToCoordinates(attr(el, "ref"))
			if err != nil {
				return fmt.Errorf("a note stands at no cell: %q", attr(el, "ref"))
			}
			text, err := m.rich()
			if err != nil || threads[[2]int{y, x}] {
				return err
			}
			author := ""
			if i, err := strconv.Atoi(attr(el, "authorId")); err == nil && i >= 0 && i < len(authors) {
				author = authors[i]
			}
			return addStub(s, returned.Note{Row: y, Column: x, Text: withoutAuthor(text, author)})
		}
		return nil
	})
}

// withoutAuthor takes off the name that programs write before a note.
func withoutAuthor(text, author string) string {
	if rest, ok := strings.CutPrefix(text, author+":"); ok && author != "" {
		return strings.TrimLeft(rest, " \n")
	}
	return text
}

// The words by which a program that knows threads tells others of one.
const (
	stubOpening = "[Threaded comment]"
	stubComment = "Comment:\n"
	stubReply   = "Reply:\n"
)

// addStub adds a note. Where it stands for a thread that another program threw
// away, what the thread said is taken out of it.
func addStub(s *returned.Sheet, note returned.Note) error {
	_, rest, found := strings.Cut(note.Text, stubComment)
	if !strings.HasPrefix(note.Text, stubOpening) || !found {
		return add(s, note)
	}
	for i, text := range strings.Split(rest, stubReply) {
		note.Text, note.Reply = text, i > 0
		if err := add(s, note); err != nil {
			return err
		}
	}
	return nil
}

// add adds a note that says something.
func add(s *returned.Sheet, note returned.Note) error {
	note.Text = strings.TrimSpace(note.Text)
	if note.Text == "" {
		return nil
	}
	if len(s.Notes) == maxNotes {
		return fmt.Errorf("it has more than the %d notes that are read", maxNotes)
	}
	s.Notes = append(s.Notes, note)
	return nil
}
