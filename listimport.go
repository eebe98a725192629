package socdraft

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/merge"
	"github.com/socdraft/socdraft/content/returned"
	"github.com/socdraft/socdraft/content/tomlfile"
	"github.com/socdraft/socdraft/content/tracker"
	"github.com/socdraft/socdraft/render/xlsx"
)

// A ForeignList is a list of requests that the service auditor keeps in a
// tracker of its own.
type ForeignList struct {
	Name    string // how messages name the file
	Data    []byte // CSV or XLSX
	MapName string
	Map     []byte // which columns are which, as TOML
}

// SketchMap returns the beginning of a map for the list, as TOML.
func SketchMap(list ForeignList) (string, error) {
	book, err := list.book()
	if err != nil {
		return "", err
	}
	text, err := tracker.Sketch(path.Base(list.Name), book)
	if err != nil {
		return "", &InputError{list.Name + ": " + err.Error()}
	}
	return text, nil
}

// ImportRequests compares a list of the service auditor's with the sources and
// returns what is to be written. The error tells of a file that cannot be read.
func (p *Project) ImportRequests(o Options, list ForeignList) (*Merged, error) {
	r, err := p.start(o)
	if err != nil {
		return nil, err
	}
	out := &Merged{}
	if out.Findings = r.unreadable(); len(out.Findings) > 0 {
		return out, nil
	}
	book, err := list.book()
	if err != nil {
		return nil, err
	}
	var found diag.List
	m, ok := tracker.ReadMap(diag.NewSource(list.MapName, list.Map), &found)
	var taken *tracker.Taken
	if ok {
		if taken, err = m.Take(book, r.engagement, r.requests, &found); err != nil {
			return nil, &InputError{list.Name + ": " + err.Error()}
		}
	}
	if taken == nil {
		found.Resolve(false)
		out.Findings = found.All()
		return out, nil
	}
	plan := merge.Listed(merge.Input{Engagement: r.engagement, Requests: r.requests, Book: book, Sides: []content.RequestSide{content.ServiceAuditorSide}}, taken.List)
	plan.Reports = append(taken.Reports, plan.Reports...)
	files, err := plan.Write(r.sourceOf)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if len(f.Data) > tomlfile.MaxSize {
			return nil, &InputError{fmt.Sprintf("%s: %s would grow to %d bytes, more than the %d that are read; nothing is written", list.Name, f.Name, len(f.Data), tomlfile.MaxSize)}
		}
		out.Files = append(out.Files, SourceFile{Path: f.Name, Before: f.Before, Data: f.Data})
	}
	out.lines(plan, Senders[0])
	return out, nil
}

// book reads the list, whatever its name says it is.
func (l ForeignList) book() (*returned.Book, error) {
	read := func() (*returned.Book, error) { return xlsx.Read(l.Data, nil) }
	if len(l.Data) > 0 && !bytes.HasPrefix(l.Data, []byte("PK")) && !bytes.HasPrefix(l.Data, []byte("\xd0\xcf\x11\xe0")) {
		name := path.Base(l.Name)
		read = func() (*returned.Book, error) { return tracker.CSV(strings.TrimSuffix(name, path.Ext(name)), l.Data) }
	}
	book, err := read()
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", l.Name, err)
	}
	return book, nil
}
