package xlsx

import (
	"encoding/xml"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/returned"
)

// The limits of what the sheets of a workbook hold.
const (
	maxSheets  = 1000
	maxCells   = 2_000_000 // with something in them
	maxStrings = 1_000_000
	maxNotes   = 100_000
)

// Read returns what stands in a workbook, which any program may have saved and
// anybody may have made: no formula is computed, no link followed, and its size
// is bounded. Of the sheets that leaveOut names only the name is read. The
// error tells what is wrong with the file and what to do, as the end of a
// sentence about it.
//
// The library that writes is not used to read: it loads each part into memory
// as a tree, finds a cell by looking at all before it, and does not know
// comments in threads.
func Read(data []byte, leaveOut func(sheet string) bool) (*returned.Book, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	r := &reader{archive: a, book: &returned.Book{Properties: map[string]string{}}}
	if err := r.workbook(leaveOut); err != nil {
		return nil, err
	}
	return r.book, nil
}

type reader struct {
	archive *archive
	book    *returned.Book
	strings []string     // texts that cells share
	dates   map[int]bool // styles that show dates
	since04 bool         // days count from 1904
	cells   int
}

// A relation leads from one part to another, or to the outside.
type relation struct {
	kind   string // last part of its type: "comments"
	target string // path of the part, or what the outside is
	out    bool
}

// relations returns the relations of a part by id.
func (r *reader) relations(part string) (map[string]relation, error) {
	all := map[string]relation{}
	folder, base := path.Split(part)
	err := r.archive.read(folder+"_rels/"+base+".rels", func(_ *markup, el xml.StartElement) error {
		if el.Name.Local != "Relationship" {
			return nil
		}
		rel := relation{kind: path.Base(attr(el, "Type")), target: attr(el, "Target"), out: attr(el, "TargetMode") == "External"}
		switch {
		case rel.out:
		case strings.HasPrefix(rel.target, "/"):
			rel.target = rel.target[1:]
		default:
			rel.target = path.Join(folder, rel.target)
		}
		all[attr(el, "Id")] = rel
		return nil
	})
	return all, err
}

// one returns the part that a relation of the kind leads to, or "".
func one(relations map[string]relation, kind string) string {
	for _, id := range slices.Sorted(maps.Keys(relations)) {
		if rel := relations[id]; rel.kind == kind && !rel.out {
			return rel.target
		}
	}
	return ""
}

func (r *reader) workbook(leaveOut func(string) bool) error {
	top, err := r.relations("")
	if err != nil {
		return err
	}
	main := one(top, "officeDocument")
	if r.archive.parts[strings.ToLower(main)] == nil {
		return fmt.Errorf("it is not a workbook, whatever its name; save the list as .xlsx")
	}
	if err := r.properties(one(top, "custom-properties")); err != nil {
		return err
	}
	relations, err := r.relations(main)
	if err != nil {
		return err
	}
	for _, rel := range relations {
		r.book.Outside = r.book.Outside || rel.kind == "externalLink"
	}
	if err := r.sharedStrings(one(relations, "sharedStrings")); err != nil {
		return err
	}
	if err := r.styles(one(relations, "styles")); err != nil {
		return err
	}
	parts, err := r.sheetList(main, relations)
	if err != nil {
		return err
	}
	for i, s := range r.book.Sheets {
		if leaveOut != nil && leaveOut(s.Name) || parts[i] == "" {
			continue
		}
		if err := r.sheet(s, parts[i]); err != nil {
			return err
		}
	}
	return nil
}

// sheetList fills the list of sheets and returns the part of each, "" where it
// is a chart.
func (r *reader) sheetList(main string, relations map[string]relation) (parts []string, err error) {
	err = r.archive.read(main, func(_ *markup, el xml.StartElement) error {
		switch el.Name.Local {
		case "workbookPr":
			r.since04 = truth(el, "date1904")
		case "sheet":
			if len(parts) == maxSheets {
				return fmt.Errorf("it holds more than the %d sheets that are read", maxSheets)
			}
			id := ""
			for _, a := range el.Attr {
				if a.Name.Local == "id" && a.Name.Space != "" {
					id = a.Value
				}
			}
			rel := relations[id]
			if rel.kind != "worksheet" || rel.out {
				rel.target = ""
			}
			parts = append(parts, rel.target)
			r.book.Sheets = append(r.book.Sheets, &returned.Sheet{Name: attr(el, "name"), Hidden: strings.Contains(strings.ToLower(attr(el, "state")), "hidden")})
		}
		return nil
	})
	return parts, err
}

// properties reads the custom properties of the document.
func (r *reader) properties(part string) error {
	name := ""
	return r.archive.read(part, func(m *markup, el xml.StartElement) error {
		if el.Name.Local == "property" {
			name = attr(el, "name")
			return nil
		}
		if name == "" || len(r.book.Properties) > maxSheets {
			return nil
		}
		value, err := m.chars()
		r.book.Properties[name] = unescape(value)
		name = ""
		return err
	})
}

func (r *reader) sharedStrings(part string) error {
	return r.archive.read(part, func(m *markup, el xml.StartElement) error {
		if el.Name.Local != "si" {
			return nil
		}
		if len(r.strings) == maxStrings {
			return fmt.Errorf("it holds more than the %d texts that are read", maxStrings)
		}
		text, err := m.rich()
		r.strings = append(r.strings, text)
		return err
	})
}

// notes reads both kinds of comments at cells. Programs that do not know
// threads see a note in place of each, which is left out where the thread is
// there.
func (r *reader) notes(s *returned.Sheet, relations map[string]relation) error {
	if err := r.threads(s, one(relations, "threadedComment")); err != nil {
		return err
	}
	return r.plainNotes(s, one(relations, "comments"))
}
